/**
 * Reads a text as a person would see it, and remembers where each sign stood. Two readings where there are tags. A long text
 * is read piece by piece, so that what is held at a time does not grow with it.
 */
import { type Coded, entityAt, percentAt } from './privacy-entities.ts';
import { COMPOSED, isMark, LINE, NOTHING, READ_AS, raised, readHigh } from './privacy-signs.ts';

/** Good until the next piece is asked for. */
export interface Reading {
  /** What is read; one UTF-16 unit per sign. */
  text: string;
  /** The signs that are this piece's own; those before and after are its neighbours', to be seen in passing. */
  begins: number;
  ends: number;
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

/** The sign that an entity or a per cent from `at` stands for. */
function codedAt(text: string, at: number, code: number): Coded | undefined {
  if (code === AMPERSAND) return entityAt(text, at);
  return code === PERCENT ? percentAt(text, at) : undefined;
}

/** Where the sign that begins at `at` ends, with the mark it is composed with. */
function endOf(text: string, at: number): number {
  const point = text.codePointAt(at)!;
  const coded = codedAt(text, at, point);
  const to = coded?.to ?? at + (point > 0xffff ? 2 : 1);
  return COMPOSED[text.charCodeAt(to)]?.[coded?.point ?? point] === undefined ? to : to + 1;
}

/** As many signs are a piece's own, and as many are seen beside them: more than a number with all its words reaches. */
const PIECE = 1 << 15;
const BESIDE = 1 << 10;
const ROOM = PIECE + 2 * BESIDE;

class Read {
  private readonly text: string;
  private readonly codes: Uint16Array;
  private readonly starts: Int32Array;
  private length = 0;
  private begins = 0;
  /** The last sign as it was written: a raised digit after an ordinary one is a footnote. */
  private last = 0;

  constructor(text: string) {
    this.text = text;
    const room = Math.min(text.length, ROOM);
    this.codes = new Uint16Array(room);
    this.starts = new Int32Array(room);
  }

  get full(): boolean {
    return this.length === ROOM;
  }

  /** Signs that are read as they stand, from `at` on, as far as there is room; gives where they end. */
  run(at: number): number {
    const { text, codes, starts } = this;
    const furthest = Math.min(text.length, at + codes.length - this.length);
    let [n, k] = [this.length, at];
    for (; k < furthest; k += 1, n += 1) {
      const code = text.charCodeAt(k);
      if (CLOSELY[code] !== 0) break;
      codes[n] = code;
      starts[n] = k;
    }
    this.length = n;
    this.last = text.charCodeAt(k - 1);
    return k;
  }

  put(point: number, from: number): void {
    if (point <= 0xffff && isMark(point)) {
      this.mark(point);
      return;
    }
    let code = point > 0xffff ? readHigh(point) : READ_AS[point]!;
    if (code === NOTHING) return;
    if (point <= 0xffff && isFootnote(point, this.last)) code = FOOTNOTE;
    this.last = point > 0xffff ? 0 : point;
    this.codes[this.length] = code;
    this.starts[this.length] = from;
    this.length += 1;
  }

  private mark(point: number): void {
    const composed = COMPOSED[point]?.[this.codes[this.length - 1] ?? 0];
    if (composed === undefined) return;
    this.codes[this.length - 1] = composed;
  }

  piece(ends: number): Reading {
    const { text, codes, starts, length, begins } = this;
    return {
      text: stringOf(codes, length),
      begins,
      ends,
      from: (k) => starts[k]!,
      to: (k) => endOf(text, starts[k]!),
    };
  }

  /** Keeps what the next piece sees of this one: its last signs, and those that are the next one's own. */
  goOn(): void {
    this.codes.copyWithin(0, ROOM - 2 * BESIDE);
    this.starts.copyWithin(0, ROOM - 2 * BESIDE);
    this.length = 2 * BESIDE;
    this.begins = BESIDE;
  }
}

/** Gives back whether there were tags. */
function* read(text: string, withoutTags: boolean): Generator<Reading, boolean> {
  const read = new Read(text);
  // After the last '>' nothing is a tag.
  const lastEnd = text.lastIndexOf('>');
  let tags = false;
  for (let at = 0; at < text.length; ) {
    if (read.full) {
      yield read.piece(ROOM - BESIDE);
      read.goOn();
    }
    if (CLOSELY[text.charCodeAt(at)] === 0) {
      at = read.run(at);
      continue;
    }
    const point = text.codePointAt(at)!;
    const end = point === LESS && at < lastEnd ? tagEnd(text, at) : undefined;
    if (end !== undefined) tags = true;
    if (withoutTags && end !== undefined) {
      const opening = text.slice(at, at + 12);
      if (BLOCK.test(opening)) read.put(LINE, at);
      else if (CELL.test(opening)) read.put(BLANK, at);
      at = end;
      continue;
    }
    const coded = codedAt(text, at, point);
    read.put(coded?.point ?? point, at);
    at = coded?.to ?? at + (point > 0xffff ? 2 : 1);
  }
  yield read.piece(Number.POSITIVE_INFINITY);
  return tags;
}

/** `plain` stands for the text sign by sign. */
function* piecesOf(plain: string): Generator<Reading> {
  for (let own = 0; own === 0 || own < plain.length; own += PIECE) {
    const begin = Math.max(0, own - BESIDE);
    yield {
      text: plain.slice(begin, own + PIECE + BESIDE),
      begins: own - begin,
      ends: own + PIECE - begin,
      from: (k) => begin + k,
      to: (k) => begin + k + 1,
    };
  }
}

/** Once as it stands, and where there are tags once more without them. */
export function* readings(text: string): Generator<Reading> {
  const plain = signBySign(text);
  if (plain !== undefined) yield* piecesOf(plain);
  else if (yield* read(text, false)) yield* read(text, true);
}
