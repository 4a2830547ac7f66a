/**
 * The one place where figures pass before anybody sees them: what would tell of few persons, by itself or beside anything
 * that was shown before, is withheld with its reason (ours, domain rules 16 and 17).
 */
import { protect, type Reason, type Safe, type Shown } from './disclosure.ts';
import { cellId, type Measure, periodIn, type Sex, tablesOf } from './disclosure-tables.ts';
import { type Indicator, isShare } from './indicator.ts';
import { weeksOf } from './periods.ts';
import type { Amounts, Counted, Reported } from './tally.ts';
import { tallies } from './tally.ts';

export interface Limits {
  /** Persons behind a figure below which it is not shown. */
  threshold: number;
  /** Shares on a smaller base are marked. */
  few: number;
}

declare const protectedMark: unique symbol;
/** Only numbers that have passed `shownSeries` are of this kind; figures and what people see of them are made of no other. */
export interface Protected {
  readonly [protectedMark]: true;
}

type Amount = keyof Amounts;
export type Why = Reason | '';

/** Counts, or shares 0..1. Null: unknown, or withheld when `hidden` says why. */
export interface Numbers extends Amounts {
  hidden: Record<Amount, Why>;
}

export interface ShownTally extends Numbers, Protected {
  period: string;
  womenBase: number | null;
  menBase: number | null;
  totalBase: number | null;
  few: boolean;
  units: ({ unit: string } & Numbers)[];
}

export interface ShownSeries {
  /** Newest first. */
  series: ShownTally[];
  /** What has been shown when this has been; to be kept before it is. */
  shown: Shown;
  /** Counts that what was shown earlier gives away all the same, by name. */
  exposed: string[];
}

const AMOUNTS: readonly Amount[] = ['women', 'men', 'unsplit', 'total'];
const NOT_HIDDEN: Record<Amount, Why> = { women: '', men: '', unsplit: '', total: '' };

/** All units together; no unit has an empty name. */
const WHOLE = '';

/** The counts of a series and what holds them together: sexes, units, the weeks of a rolling figure, parts and bases. */
function tables(indicator: Indicator, { periods, units, rows }: Reported) {
  const [newest] = periods;
  return tablesOf({
    indicator: indicator.id,
    rows: rows.map(({ unit, period, women, men, unsplit, womenBase, menBase, unsplitBase }) => ({
      ...{ unit, period, women, men, unknown: unsplit },
      base: isShare(indicator) ? { women: womenBase, men: menBase, unknown: unsplitBase } : undefined,
    })),
    units: [{ whole: WHOLE, parts: units }],
    periods: indicator.period === 'six-weeks' ? periods.map((whole) => ({ whole, parts: weeksOf(whole) })) : [],
    wanted: ({ unit, period }) => (unit === WHOLE ? periods.includes(period) : indicator.perUnit && period === newest),
  });
}

/** A rolling period that has been shown; all that have been keep step with it. */
export const rollingShown = ({ facts }: Shown): string | undefined =>
  facts.map(([id]) => periodIn(id)).find((period) => period.startsWith('6w/'));

type Lookup = (measure: Measure, amount: Amount) => Safe | undefined;
type Uncounted = Omit<Counted, 'unit'>;

const sexOf = (amount: Amount): Sex => (amount === 'unsplit' ? 'unknown' : amount);
const shownValue = (safe: Safe | undefined): number | null => (safe && 'value' in safe ? safe.value : null);
const whyOf = (safe: Safe | undefined): Why => (safe && 'hidden' in safe ? safe.hidden : '');
const share = (part: number | null, base: number | null) => (part === null || base === null || base === 0 ? null : part / base);

/** A share is shown where its part and its base both are; what the source leaves out is unknown, not withheld. */
function protectedNumbers({ count, base }: Uncounted, safe: Lookup): Numbers {
  const numbers: Numbers = { women: null, men: null, unsplit: null, total: null, hidden: { ...NOT_HIDDEN } };
  for (const amount of AMOUNTS) {
    if (count[amount] === null || (base && base[amount] === null)) continue;
    const [part, of] = [safe('part', amount), safe('base', amount)];
    numbers[amount] = base ? share(shownValue(part), shownValue(of)) : shownValue(part);
    numbers.hidden[amount] = whyOf(part) || (base ? whyOf(of) : '');
  }
  return numbers;
}

function openNumbers({ count, base }: Uncounted): Numbers {
  const of = (amount: Amount) => (base ? share(count[amount], base[amount]) : count[amount]);
  return { women: of('women'), men: of('men'), unsplit: of('unsplit'), total: of('total'), hidden: { ...NOT_HIDDEN } };
}

/** What may be shown of a series, given all that has been shown before. What is not about persons is shown as it is. */
export function shownSeries(indicator: Indicator, reported: Reported, limits: Limits, before: Shown): ShownSeries {
  const { threshold, few } = limits;
  const safe = indicator.bySex ? protect(tables(indicator, reported), { threshold }, before) : undefined;
  const series = tallies(indicator, reported).map(({ period, whole, units }) => {
    const at =
      (unit: string): Lookup =>
      (measure, amount) =>
        safe?.cells.get(cellId({ indicator: indicator.id, measure, unit, period, sex: sexOf(amount) }));
    const show = (one: Uncounted, unit: string) => (safe ? protectedNumbers(one, at(unit)) : openNumbers(one));
    const numbers = show(whole, WHOLE);
    /** Stands beside its share, or nowhere. */
    const base = (amount: Amount) => {
      if (numbers[amount] === null) return null;
      return safe ? shownValue(at(WHOLE)('base', amount)) : (whole.base?.[amount] ?? null);
    };
    const [womenBase, menBase, totalBase] = [base('women'), base('men'), base('total')];
    const bases = womenBase === null && menBase === null ? [totalBase] : [womenBase, menBase];
    return {
      period,
      ...numbers,
      ...{ womenBase, menBase, totalBase },
      few: bases.some((of) => of !== null && of < few),
      units: units.map((one) => ({ unit: one.unit, ...show(one, one.unit) })),
    } as ShownTally;
  });
  return { series, shown: safe?.shown ?? before, exposed: safe?.exposed ?? [] };
}
