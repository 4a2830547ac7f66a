/** The ways ten or twelve digits are written as one personal identity number, by what stands between them. */
import { type Digits, GAP } from './privacy-digits.ts';

export interface Shape {
  /** How the date and the last four are parted: not at all, by a blank, by a hyphen or plus, by another sign, by one with blanks. */
  main: 'none' | 'blank' | 'hyphen' | 'other' | 'loose';
  plus: boolean;
  /** How the date itself is written: together, in parts, in blocks of four, or sign by sign. */
  date: 'together' | 'parted' | 'fours' | 'spread';
  /** The last four stand in two parts. */
  split: boolean;
}

const { LINE, BLANK, HYPHEN, PLUS, DOT, SLASH, MARK, SOFT, OTHER } = GAP;

/** Within a word a soft hyphen is nothing; a line's end counts as a blank where a number may have one. */
const within = (gap: number): number => {
  const seen = gap & ~SOFT;
  return seen & LINE ? (seen & ~LINE) | BLANK : seen;
};

function mainOf(gap: number): Shape['main'] | undefined {
  if (gap & OTHER) return undefined;
  if (gap & (HYPHEN | PLUS | SOFT)) return 'hyphen';
  if (gap === 0) return 'none';
  if ((gap & ~(BLANK | LINE)) === 0) return 'blank';
  if (gap & LINE) return undefined;
  return gap & BLANK ? 'loose' : 'other';
}

/** The shape of the `size` (10 or 12) digits from `from`; undefined when they are not written as one number. */
export function shapeAt({ gap, value }: Digits, from: number, size: 10 | 12): Shape | undefined {
  const c = from + size - 10;
  const main = mainOf(gap[c + 6]!);
  if (main === undefined) return undefined;
  const plus = (gap[c + 6]! & PLUS) !== 0;
  const year = within(gap[c + 2]!);
  const month = within(gap[c + 4]!);
  const tail = within(gap[c + 8]!);
  const century = size === 12 ? within(gap[from + 2]!) : 0;
  let loose = 0;
  let lines = 0;
  let all = -1;
  let every = true;
  for (let k = from + 1; k < from + size; k += 1) {
    const here = gap[k]!;
    if (here & OTHER) return undefined;
    if (k !== c + 6) {
      every &&= here !== 0;
      if (here !== 0) all = all === -1 || all === within(here) ? within(here) : -2;
    }
    const place = (k - c) % 2 === 0 && (k > from + 1 || size === 10);
    if (place || (here & ~SOFT) === 0) continue;
    if ((here & ~SOFT) === LINE) lines += 1;
    else loose += 1;
  }
  if (every && all > 0 && main !== 'loose') return { main, plus, date: 'spread', split: false };
  // A number broken by a line's end is broken once; more are a column of numbers.
  if (lines > 1 || (lines === 1 && (gap[c + 6]! & LINE) !== 0)) return undefined;
  if (loose === 0) {
    const date = dateShape(size, century, year, month, main);
    const split = tail !== 0;
    if (date && (!split || maySplit(tail, main, date, year))) return { main, plus, date, split };
  }
  const phone = value[from] === 0 && gap[from + 3] !== 0;
  return main === 'hyphen' && !phone && blanksOnly(gap, from, c) ? { main, plus, date: 'parted', split: false } : undefined;
}

function dateShape(size: number, century: number, year: number, month: number, main: Shape['main']): Shape['date'] | undefined {
  if (century === 0 && year === 0 && month === 0) return 'together';
  if (year !== 0 && year === month && (century === 0 || century === year)) {
    if (main === 'loose' && size === 10) return undefined;
    const oneKind = [BLANK, HYPHEN, DOT, SLASH, MARK].includes(year as typeof BLANK);
    return oneKind && main !== 'none' ? 'parted' : undefined;
  }
  if (size === 12 && century === 0 && month === 0 && (year === BLANK || year === HYPHEN) && main !== 'none' && main !== 'loose')
    return 'fours';
  return undefined;
}

/** "900128-23 84", "90 01 28 23 84" and "90-01-28-23-84"; a blank date before "14-16" is a time of day. */
const maySplit = (tail: number, main: Shape['main'], date: Shape['date'], year: number): boolean =>
  (main === 'hyphen' && (tail === BLANK || (tail === HYPHEN && (date === 'together' || year === HYPHEN)))) ||
  (main === 'blank' && tail === BLANK && date === 'parted' && year === BLANK);

/** A date in blanks anywhere, when the last four follow a hyphen: "900 128-2384". */
function blanksOnly(gap: Uint16Array, from: number, c: number): boolean {
  let blanks = 0;
  for (let k = from + 1; k < c + 6; k += 1) {
    const here = within(gap[k]!);
    if (here !== 0 && here !== BLANK) return false;
    if (here === BLANK) blanks += 1;
  }
  for (let k = c + 7; k < c + 10; k += 1) if ((gap[k]! & ~SOFT) !== 0) return false;
  return blanks > 0 && blanks <= 3;
}
