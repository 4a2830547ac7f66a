/** Reads a text as a person would see it, and remembers where each sign stood. Two readings where there are tags. */
import { entityAt, percentAt } from './privacy-entities.ts';
import { COMPOSED, isMark, LINE, NOTHING, READ_AS, raised, readHigh } from './privacy-signs.ts';

export interface Reading {
  /** What is read; one UTF-16 unit per sign. */
  text: string;
  /** Where sign `k` begins and ends in the text as it was written. */
  from(k: number): number;
  to(k: number): number;
}

const [AMPERSAND, LESS, GREATER, PERCENT, BLANK] = [0x26, 0x3c, 0x3e, 0x25, 0x20];
const BLOCK = /^<\/?(?:br|p|div|li|ul|ol|h[1-6]|hr|section|blockquote|pre)\b/i;
const CELL = /^<\/?(?:table|tr|td|th|thead|tbody)\b/i;

const isDigit = (code: number | undefined): boolean => code !== undefined && code >= 0x30 && code <= 0x39;

/** How closely each sign must be looked at: 0 is read as it stands, 1 as another sign, 2 depends on what is beside it. */
const CLOSELY = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if (code === AMPERSAND || code === LESS || code === PERCENT || (code >= 0xd800 && code <= 0xdfff)) return 2;
  if (isMark(code) || READ_AS[code] === NOTHING) return 2;
  return READ_AS[code] === code ? 0 : 1;
});

/** Any sign that is not read as it stands: looked for first, which is quicker than looking at each. */
const CLOSER = new RegExp(`[${spansOf(CLOSELY)}]`);

/** The codes that are not 0 in a table, as they stand in a class of a regular expression. */
function spansOf(table: Uint8Array): string {
  const escaped = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
  let spans = '';
  for (let code = 0; code < table.length; code += 1) {
    if (table[code] === 0) continue;
    const from = code;
    while (code + 1 < table.length && table[code + 1] !== 0) code += 1;
    spans += `${escaped(from)}-${escaped(code)}`;
  }
  return spans;
}

/** A text whose signs are each read as one sign, which is nearly every text; undefined for the others. */
function signBySign(text: string): string | undefined {
  let out: Uint16Array | undefined;
  const first = text.search(CLOSER);
  if (first === -1) return text;
  for (let k = first; k < text.length; k += 1) {
    const code = text.charCodeAt(k);
    const closely = CLOSELY[code];
    if (closely === 0) {
      if (out) out[k] = code;
      continue;
    }
    if (closely === 2 && !standsAlone(text, k, code)) return undefined;
    const as = isFootnote(code, text.charCodeAt(k - 1)) ? FOOTNOTE : READ_AS[code]!;
    if (as === code && !out) continue;
    out ??= codesOf(text, k);
    out[k] = as;
  }
  return out ? stringOf(out, out.length) : text;
}

function codesOf(text: string, upTo: number): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let k = 0; k < upTo; k += 1) codes[k] = text.charCodeAt(k);
  return codes;
}

const UTF16 = new TextDecoder('utf-16le', { ignoreBOM: true });
const stringOf = (codes: Uint16Array, length: number): string => UTF16.decode(codes.subarray(0, length));

const FOOTNOTE = 0x5e;
/** A raised digit right after one that is not raised. */
const isFootnote = (code: number, before: number): boolean => raised(code) && isDigit(READ_AS[code]) && isDigit(before);

/** An ampersand, a per cent or a "less than" that begins nothing. */
const standsAlone = (text: string, at: number, code: number): boolean =>
  (code === AMPERSAND && !entityAt(text, at)) ||
  (code === PERCENT && !percentAt(text, at)) ||
  (code === LESS && tagEnd(text, at) === undefined);

/** The end of a tag that begins at `at`, or undefined. A tag holds no other tag's beginning. */
function tagEnd(text: string, at: number): number | undefined {
  const first = text.charCodeAt(at + 1) | 0x20;
  const opens = (first >= 0x61 && first <= 0x7a) || first === 0x2f || first === 0x21 || first === 0x3f;
  if (!opens) return undefined;
  for (let k = at + 1; k < text.length; k += 1) {
    const code = text.charCodeAt(k);
    if (code === GREATER) return k + 1;
    if (code === LESS) return undefined;
  }
  return undefined;
}

/** The sign that is read at `at`, and where the next one begins. */
function signAt(text: string, at: number): { point: number; to: number } {
  const code = text.charCodeAt(at);
  const coded = code === AMPERSAND ? entityAt(text, at) : code === PERCENT ? percentAt(text, at) : undefined;
  if (coded) return coded;
  if (code < 0xd800 || code > 0xdbff) return { point: code, to: at + 1 };
  const point = text.codePointAt(at)!;
  return { point, to: at + (point > 0xffff ? 2 : 1) };
}

class Read {
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  length = 0;
  /** The last sign as it was written: a raised digit after an ordinary one is a footnote. */
  private last = 0;

  constructor(size: number) {
    this.codes = new Uint16Array(size);
    this.starts = new Int32Array(size);
    this.ends = new Int32Array(size);
  }

  /** Signs that are read as they stand, from `at` on; gives where they end. */
  run(text: string, at: number): number {
    const { codes, starts, ends } = this;
    let n = this.length;
    let k = at;
    for (; k < text.length; k += 1, n += 1) {
      const code = text.charCodeAt(k);
      if (CLOSELY[code] !== 0) break;
      codes[n] = code;
      starts[n] = k;
      ends[n] = k + 1;
    }
    this.length = n;
    this.last = text.charCodeAt(k - 1);
    return k;
  }

  put(point: number, from: number, to: number): void {
    if (point <= 0xffff && isMark(point)) {
      this.mark(point, to);
      return;
    }
    let code = point > 0xffff ? readHigh(point) : READ_AS[point]!;
    if (code === NOTHING) return;
    if (point <= 0xffff && isFootnote(point, this.last)) code = FOOTNOTE;
    this.last = point > 0xffff ? 0 : point;
    this.codes[this.length] = code;
    this.starts[this.length] = from;
    this.ends[this.length] = to;
    this.length += 1;
  }

  private mark(point: number, to: number): void {
    const composed = COMPOSED[point]?.[this.codes[this.length - 1] ?? 0];
    if (composed === undefined) return;
    this.codes[this.length - 1] = composed;
    this.ends[this.length - 1] = to;
  }

  reading(): Reading {
    const { codes, starts, ends, length } = this;
    return { text: stringOf(codes, length), from: (k) => starts[k]!, to: (k) => ends[k]! };
  }
}

function read(text: string, withoutTags: boolean): { reading: Reading; tags: boolean } {
  const read = new Read(text.length);
  // After the last '>' nothing is a tag.
  const lastEnd = text.lastIndexOf('>');
  let tags = false;
  for (let at = 0; at < text.length; ) {
    if (CLOSELY[text.charCodeAt(at)] === 0) {
      at = read.run(text, at);
      continue;
    }
    const end = text.charCodeAt(at) === LESS && at < lastEnd ? tagEnd(text, at) : undefined;
    if (end !== undefined) tags = true;
    if (withoutTags && end !== undefined) {
      const opening = text.slice(at, at + 12);
      if (BLOCK.test(opening)) read.put(LINE, at, end);
      else if (CELL.test(opening)) read.put(BLANK, at, end);
      at = end;
      continue;
    }
    const { point, to } = signAt(text, at);
    read.put(point, at, to);
    at = to;
  }
  return { reading: read.reading(), tags };
}

/** One reading, or two where there are tags: as they stand, and without them. */
export function readings(text: string): Reading[] {
  const plain = signBySign(text);
  if (plain !== undefined) return [{ text: plain, from: (k) => k, to: (k) => k + 1 }];
  const { reading, tags } = read(text, false);
  return tags ? [reading, read(text, true).reading] : [reading];
}
