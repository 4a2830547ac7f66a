/** Finds what may point at a person in a text: each thing with its place and what is to be done about it. */
import { asDigits } from './privacy-alike.ts';
import { type Digits, digitsIn } from './privacy-digits.ts';
import { type Allowed, birthDateAt, emailsIn, phoneAt, protectedWordsIn } from './privacy-hints.ts';
import { kinAt } from './privacy-kin.ts';
import { type Found, numbersIn } from './privacy-numbers.ts';
import { lastFourAt, together } from './privacy-parted.ts';
import { type Reading, readings } from './privacy-reading.ts';

export type { Allowed };

export type FindingType =
  | 'personnummer'
  | 'samordningsnummer'
  | 'tf_nummer'
  | 'lma_nummer'
  | 'personnummer_misstankt'
  | 'personnummer_maskerat'
  | 'personnummer_del'
  | 'fodelsedatum'
  | 'telefonnummer'
  | 'epostadress'
  | 'skyddad_identitet';

/** `block` goes no further, `confirm` only when its writer says so, `warn` with a word to its writer. */
export type FindingAction = 'block' | 'confirm' | 'warn';

export interface Finding {
  type: FindingType;
  action: FindingAction;
  /** UTF-16 units of the text as it was written. */
  start: number;
  end: number;
}

export const NOBODY_ALLOWED: Allowed = { domains: [], phones: [] };

/** Ages and "has been" are reckoned from `today`; allowed domains and phones are not told of. In the text's order. */
export function scan(text: string, today: Temporal.PlainDate, allowed: Allowed = NOBODY_ALLOWED): Finding[] {
  const day = today.year * 10_000 + today.month * 100 + today.day;
  const found: Finding[] = [];
  for (const reading of readings(text)) found.push(...foundIn(reading, day, allowed));
  return withoutOverlaps(found);
}

function foundIn(reading: Reading, today: number, allowed: Allowed): Finding[] {
  const { text } = reading;
  const digits = digitsIn(text);
  const numbers = numbersIn(text, digits, today);
  const found = [...numbers, ...hints(text, digits, today, allowed), ...emailsIn(text, allowed), ...protectedWordsIn(text)];
  const alike = asDigits(text, digits);
  const hidden = alike === undefined ? [] : numbersIn(alike, digitsIn(alike), today).filter(({ action }) => action === 'block');
  const own = [...found, ...hidden].filter(({ from }) => from >= reading.begins && from < reading.ends);
  return own.map(({ type, action, from, to }) => ({
    type: type as FindingType,
    action,
    start: reading.from(from),
    end: reading.to(to - 1),
  }));
}

/** Looks once at each group of digits. */
function hints(text: string, digits: Digits, today: number, allowed: Allowed): Found[] {
  const { count, at, gap } = digits;
  const found: Found[] = [];
  for (let k = 0; k < count; ) {
    let next = k + 1;
    while (next < count && gap[next] === 0) next += 1;
    const [here, size] = [at[k]!, next - k];
    if (size <= 12) {
      const zero = text[here] === '0' || text[here - 1] === '+';
      const one =
        (size === 4 ? lastFourAt(text, digits, k, today) : undefined) ??
        kinAt(text, here, size, today) ??
        birthDateAt(text, here, size) ??
        (zero ? phoneAt(text, here, allowed) : undefined);
      if (one) found.push(one);
    }
    k = next;
  }
  return together(found);
}

const WEIGHT: Record<FindingAction, number> = { block: 0, confirm: 1, warn: 2 };

/** Of findings that overlap the heaviest stays, then the longest. */
function withoutOverlaps(all: Finding[]): Finding[] {
  if (all.length < 2) return all;
  const kept: Finding[] = [];
  const order = all.toSorted((a, b) => a.start - b.start || WEIGHT[a.action] - WEIGHT[b.action] || b.end - a.end);
  for (const one of order) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else if (WEIGHT[one.action] < WEIGHT[last.action]) kept[kept.length - 1] = one;
  }
  return kept;
}
