/** Letters that stand in for digits: O for 0, and l or I for 1. */
import type { Digits } from './privacy-digits.ts';

/** Among digits, and as a whole number with a digit somewhere: six or eight signs, and four. */
const AMONG = /(?<![\p{L}\d])[\dOolI]{2,13}(?![\p{L}\d])/gu;
const WHOLE = /(?<![\p{L}\d])(?:[\dOolI]{8}|[\dOolI]{6})[-+ \n]{0,3}[\dOolI]{4}(?![\p{L}\d])/gu;
const LETTERS = 'OolI';
const JOINS = '-+ \n';

const digitsOnly = (run: string): string => (/\d/.test(run) ? run.replace(/[Oo]/g, '0').replace(/[lI]/g, '1') : run);

/** The text with such letters as digits where they stand among digits and no word goes on; undefined where there are none. */
export function asDigits(text: string, digits: Digits): string | undefined {
  if (!mixed(text, digits)) return undefined;
  const out = text.replace(AMONG, digitsOnly).replace(WHOLE, digitsOnly);
  return out === text ? undefined : out;
}

/** True when such a letter stands right after some digit, or right before one with no more than a hyphen between. */
function mixed(text: string, { count, at, gap }: Digits): boolean {
  for (let k = 0; k < count; k += 1) {
    const here = at[k]!;
    if (gap[k + 1] !== 0 && LETTERS.includes(text[here + 1] ?? ' ')) return true;
    if (gap[k] !== 0 && endsInLetters(text, here)) return true;
  }
  return false;
}

/** "Oll-2389" and "l990", but not "till 5". */
function endsInLetters(text: string, before: number): boolean {
  let k = before - 1;
  for (let joins = 0; joins < 3 && k >= 0 && JOINS.includes(text[k]!); joins += 1) k -= 1;
  const last = k;
  while (k >= 0 && last - k < 8 && LETTERS.includes(text[k]!)) k -= 1;
  return k < last && (k < 0 || !/\p{L}/u.test(text[k]!));
}
