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
  let out = '';
  let read = 0;
  for (const { from, to } of mixed(text, digits)) {
    out += text.slice(read, from) + text.slice(from, to).replace(AMONG, digitsOnly).replace(WHOLE, digitsOnly);
    read = to;
  }
  if (read === 0) return undefined;
  out += text.slice(read);
  return out === text ? undefined : out;
}

/** As far as a number with letters in it reaches from a digit of it, and as far as a word is followed beyond that. */
const REACH = 16;
const WORD = 64;

/** Around where such a letter stands right after some digit, or right before one with no more than a hyphen between. */
function mixed(text: string, { count, at, gap }: Digits): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let k = 0; k < count; k += 1) {
    const here = at[k]!;
    const after = gap[k + 1] !== 0 && LETTERS.includes(text[here + 1] ?? ' ');
    if (!after && (gap[k] === 0 || !endsInLetters(text, here))) continue;
    const last = found.at(-1);
    const to = wordEnd(text, here + REACH);
    if (last && here - REACH - WORD <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from: wordStart(text, here - REACH), to });
  }
  return found;
}

const goesOn = (text: string, at: number): boolean => at >= 0 && at < text.length && /[\p{L}\d]/u.test(text[at]!);

function wordStart(text: string, near: number): number {
  let from = Math.max(0, near);
  while (from > near - WORD && goesOn(text, from - 1)) from -= 1;
  return Math.max(0, from);
}

function wordEnd(text: string, near: number): number {
  let to = Math.min(text.length, near);
  while (to < near + WORD && goesOn(text, to)) to += 1;
  return to;
}

/** "Oll-2389" and "l990", but not "till 5". */
function endsInLetters(text: string, before: number): boolean {
  let k = before - 1;
  for (let joins = 0; joins < 3 && k >= 0 && JOINS.includes(text[k]!); joins += 1) k -= 1;
  const last = k;
  while (k >= 0 && last - k < 8 && LETTERS.includes(text[k]!)) k -= 1;
  return k < last && (k < 0 || !/\p{L}/u.test(text[k]!));
}
