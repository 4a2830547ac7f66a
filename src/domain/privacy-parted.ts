/** A number whose date and last four stand apart, with words between them. */
import type { Digits } from './privacy-digits.ts';
import type { Found } from './privacy-numbers.ts';
import { bornOn, luhn } from './privacy-person.ts';
import { around } from './privacy-words.ts';

const LAST_FOUR = /(?:sista|fyra|4)\s(?:fyra|sista|4)(?:\ssiffror(?:na)?)?(?:(?!\s?år)[^\d\n]){0,25}$/i;
/** Longest way from the date to the last four, and longest date with its signs between. */
const APART = 40;
const [LONG_DATE, SHORT_DATE] = [10, 8];

const saysLastFour = (text: string, at: number): boolean => {
  const ahead = text.slice(Math.max(0, at - 45), at);
  return /sista/i.test(ahead) && LAST_FOUR.test(ahead);
};

/** The four digits from the `k`th, where the text says that they are somebody's last; with their date when it stands before. */
export function lastFourAt(text: string, digits: Digits, k: number, today: number): Found | undefined {
  const { at } = digits;
  const here = at[k]!;
  const date = dateBefore(digits, k, today);
  if (date && (saysLastFour(text, here) || around(text, here, here + 4).person()))
    return { type: date.kind, action: 'block', from: at[date.from]!, to: here + 4 };
  return saysLastFour(text, here) ? { type: 'personnummer_del', action: 'warn', from: here, to: here + 4 } : undefined;
}

/** The birth date just before the four digits from the `k`th that makes their check digit right. */
function dateBefore({ count, value, at, gap }: Digits, k: number, today: number) {
  if (k < 6 || k + 4 > count || at[k]! - at[k - 1]! > APART || !luhn(value, k - 6)) return undefined;
  const two = (n: number) => value[n]! * 10 + value[n + 1]!;
  const begins = (from: number, longest: number) => gap[from] !== 0 && at[k - 1]! - at[from]! < longest;
  const long = k >= 8 && begins(k - 8, LONG_DATE);
  if (!long && !begins(k - 6, SHORT_DATE)) return undefined;
  const born = bornOn(long ? two(k - 8) : undefined, two(k - 6), two(k - 4), two(k - 2), false, today);
  return born && { kind: born.kind, from: long ? k - 8 : k - 6 };
}

/** A birth date and somebody's last four in one text are a number together, however far apart they stand. */
export function together(found: readonly Found[]): Found[] {
  const parts = ['fodelsedatum', 'personnummer_del'];
  if (!parts.every((part) => found.some(({ type }) => type === part))) return [...found];
  return found.map((one) => (parts.includes(one.type) ? { ...one, action: 'block' } : one));
}
