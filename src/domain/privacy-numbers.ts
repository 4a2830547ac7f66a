/**
 * Personnummer and samordningsnummer in a reading (ours, domain rule 18). A right check digit on a real day is stopped;
 * a wrong one is asked about where the text says that it is a person's number, or where it is written as one.
 */
import { type Digits, GAP } from './privacy-digits.ts';
import { type Born, bornOn, luhn } from './privacy-person.ts';
import { type Shape, shapeAt } from './privacy-shapes.ts';
import { type Around, around } from './privacy-words.ts';

export interface Found {
  type: string;
  action: 'block' | 'confirm' | 'warn';
  /** In the reading. */
  from: number;
  to: number;
}

/** Below this the four last are as likely a time of day; "adult" is who the two authorities meet (ours). */
const ADULT = 15;
/** Days in the last few years are more often a meeting's than a birth. */
const RECENT = 5;
const INFANT = 3;

export function numbersIn(text: string, digits: Digits, today: number): Found[] {
  const found: Found[] = [];
  const { count, gap } = digits;
  for (let k = 0; k + 10 <= count; k += 1) {
    if (gap[k] === 0) continue;
    const one =
      numberAt(text, digits, k, 12, today) ?? numberAt(text, digits, k, 10, today) ?? soleTrader(text, digits, k, today);
    if (!one) continue;
    found.push(one.found);
    k = one.next - 1;
  }
  return found;
}

interface Candidate {
  born: Born;
  shape: Shape;
  size: 10 | 12;
  right: boolean;
  lastFour: number;
}

function numberAt(
  text: string,
  digits: Digits,
  from: number,
  size: 10 | 12,
  today: number,
): { found: Found; next: number } | undefined {
  const { count, value, at, gap } = digits;
  if (from + size > count || gap[from + size] === 0) return undefined;
  const c = from + size - 10;
  const two = (k: number) => value[k]! * 10 + value[k + 1]!;
  const month = two(c + 2);
  if (month > 12) return undefined;
  const lastFour = two(c + 6) * 100 + two(c + 8);
  if (lastFour < 10) return undefined;
  const plus = ((gap[c + 6] ?? 0) & GAP.PLUS) !== 0;
  const born = bornOn(size === 12 ? two(from) : undefined, two(c), month, two(c + 4), plus, today);
  if (!born) return undefined;
  const shape = shapeAt(digits, from, size);
  if (!shape || isPartOfMore(digits, from, size, shape)) return undefined;
  const [begin, end] = [at[from]!, at[from + size - 1]! + 1];
  const words = around(text, begin, end);
  const candidate: Candidate = { born, shape, size, right: luhn(value, c), lastFour };
  const action = weigh(candidate, words, value[from] === 0);
  if (!action || inHex(text, begin, end)) return undefined;
  const type = candidate.right && action === 'block' ? born.kind : 'personnummer_misstankt';
  return { found: { type, action, from: begin, to: end }, next: from + size };
}

/** Digits that hang together with more digits are no number of their own, unless they are written as one beyond doubt. */
function isPartOfMore({ gap }: Digits, from: number, size: number, shape: Shape): boolean {
  const [ahead, behind] = [gap[from]!, gap[from + size]!];
  if (shape.main === 'loose' && size === 10) return ahead !== GAP.OTHER && (ahead & GAP.LINE) === 0;
  if (shape.date === 'fours') return ahead === GAP.BLANK || behind === GAP.BLANK;
  if (shape.date === 'spread' || (shape.split && shape.main === 'blank')) return ahead === GAP.BLANK || behind === GAP.BLANK;
  const certain = shape.date === 'together' && shape.main === 'hyphen';
  const hangs = (gap: number) => gap === GAP.HYPHEN || gap === GAP.DOT || gap === GAP.SLASH;
  return !certain && (hangs(ahead) || (shape.date === 'parted' && hangs(behind)));
}

const isClock = (four: number): boolean => four < 2400 && four % 100 < 60;
const isMonthDay = (four: number): boolean => four >= 101 && four <= 1231 && four % 100 >= 1 && four % 100 <= 31;

function weigh(one: Candidate, words: Around, zeroFirst: boolean): Found['action'] | undefined {
  const { born, shape, size } = one;
  const child = born.age < ADULT;
  const bare = size === 10 && shape.main !== 'hyphen';
  if (!one.right) return doubtful(one, words, zeroFirst);
  if (words.person()) return 'block';
  if (bare && (words.otherNumber() || (zeroFirst && words.phone()))) return undefined;
  if ((child && words.diary()) || (born.age < RECENT && words.otherNumber())) return undefined;
  if (isClock(one.lastFour) && (child || shape.split || shape.date === 'parted')) {
    if (born.age < INFANT || shape.split || words.file()) return undefined;
    return child ? 'confirm' : 'block';
  }
  // "900128, 2384" is somebody's; "Den 240128. 2384 kom" is a day and how many came.
  if (shape.main === 'loose' && (child || shape.split || words.file())) return undefined;
  // "Version 2024.10.31.2384"; "2024-10-31 2384 personer".
  if (shape.main === 'other' && child && words.file()) return undefined;
  return shape.date === 'parted' && shape.main === 'blank' && born.age < RECENT ? undefined : 'block';
}

/** The check digit is wrong: a slip of the finger on a person's number, or no person's number at all. */
function doubtful({ born, shape, size, lastFour }: Candidate, words: Around, zeroFirst: boolean): 'confirm' | undefined {
  if (words.diary() || (words.otherNumber() && size === 10) || (zeroFirst && words.phone())) return undefined;
  if (words.person()) return born.age < INFANT && isClock(lastFour) ? undefined : 'confirm';
  const written = size === 12 && shape.main === 'hyphen' && shape.date === 'together' && !shape.split;
  if (!written || born.age < ADULT || words.file()) return undefined;
  return isMonthDay(lastFour) && born.age < 40 ? undefined : 'confirm';
}

/** The VAT number of a sole trader is the owner's personnummer between SE and 01. */
function soleTrader(
  text: string,
  { count, value, at, gap }: Digits,
  from: number,
  today: number,
): { found: Found; next: number } | undefined {
  if (from + 12 > count || gap[from + 12] === 0 || value[from + 10] !== 0 || value[from + 11] !== 1) return undefined;
  const begin = at[from]!;
  if (!/SE[ -]?$/i.test(text.slice(Math.max(0, begin - 3), begin))) return undefined;
  const two = (k: number) => value[k]! * 10 + value[k + 1]!;
  const born = bornOn(undefined, two(from), two(from + 2), two(from + 4), false, today);
  if (!born || !luhn(value, from) || at[from + 11]! - begin > 14) return undefined;
  return { found: { type: born.kind, action: 'block', from: begin, to: at[from + 9]! + 1 }, next: from + 12 };
}

const isHex = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66) || (code >= 0x41 && code <= 0x46);
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** Within sixteen or more hexadecimal signs with letters among them, or within a GUID: a machine's number. */
function inHex(text: string, from: number, to: number): boolean {
  let [begin, end] = [from, to];
  while (begin > from - 24 && isHex(text.charCodeAt(begin - 1))) begin -= 1;
  while (end < to + 24 && isHex(text.charCodeAt(end))) end += 1;
  const beside = text.slice(begin, from) + text.slice(to, end);
  if (end - begin >= 16 && /[a-f]/i.test(beside)) return true;
  const near = text.slice(Math.max(0, from - 36), to + 36);
  return GUID.test(near) && /[0-9a-f]-[0-9a-f]{4}-|-[0-9a-f]{4}-/i.test(near);
}
