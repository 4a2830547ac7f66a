/**
 * The one place where figures pass before anybody sees them: small counts are withheld together with what would reveal
 * them (ours, domain rule 16).
 */
import type { Indicator } from './indicator.ts';
import type { Amounts, Counted, Tally } from './tally.ts';

export interface Limits {
  /** Persons behind a figure below which it is not shown. */
  threshold: number;
  /** Shares on a smaller base are marked. */
  few: number;
}

/** Counts, or shares 0..1. Null: unknown, or withheld when `hidden`. */
export interface Numbers extends Amounts {
  hidden: boolean;
}

export interface ShownTally extends Numbers {
  period: string;
  womenBase: number | null;
  menBase: number | null;
  totalBase: number | null;
  few: boolean;
  units: ({ unit: string } & Numbers)[];
}

const small = (value: number | null, threshold: number) => value !== null && value > 0 && value < threshold;

const WITHHELD = { women: null, men: null, unsplit: null, hidden: true } as const;

/** Counts as they may be shown: if women or men are few, all are withheld; the total too when it is small. */
export function shownCounts(count: Amounts, threshold: number): Numbers {
  const { women, men, unsplit, total } = count;
  if (![women, men, unsplit, total].some((value) => small(value, threshold))) return { ...count, hidden: false };
  return { ...WITHHELD, total: total !== null && total >= threshold ? total : null };
}

const share = (p: number | null, b: number | null) => (p === null || b === null || b === 0 ? null : p / b);

const shares = (count: Amounts, base: Amounts): Amounts => ({
  women: share(count.women, base.women),
  men: share(count.men, base.men),
  unsplit: share(count.unsplit, base.unsplit),
  total: share(count.total, base.total),
});

/** Shares as they may be shown: a share gives its count away, so it follows the counts and the rest of the base too. */
function shownShares(count: Amounts, base: Amounts, threshold: number): Numbers {
  const reveals = (sex: 'women' | 'men' | 'unsplit' | 'total') => {
    const [p, b] = [count[sex], base[sex]];
    return p !== null && b !== null && (small(p, threshold) || small(b - p, threshold) || small(b, threshold));
  };
  const all = shares(count, base);
  if (!(['women', 'men', 'unsplit'] as const).some(reveals)) return { ...all, hidden: false };
  return { ...WITHHELD, total: reveals('total') ? null : all.total };
}

function protectedNumbers({ count, base }: Omit<Counted, 'unit'>, threshold: number): Numbers {
  return base ? shownShares(count, base, threshold) : shownCounts(count, threshold);
}

const open = ({ count, base }: Omit<Counted, 'unit'>): Numbers => ({ ...(base ? shares(count, base) : count), hidden: false });

function shownTally(indicator: Indicator, tally: Tally, limits: Limits): ShownTally {
  const { threshold, few } = limits;
  const show = (one: Omit<Counted, 'unit'>) => (indicator.bySex ? protectedNumbers(one, threshold) : open(one));
  const units = tally.units.map((one) => ({ unit: one.unit, ...show(one) }));
  // One withheld unit could be had back by subtraction, so the sums follow it.
  const numbers = units.some((unit) => unit.hidden) ? { ...WITHHELD, total: null } : show(tally.whole);
  const { base } = tally.whole;
  const bases = indicator.bySex ? [base?.women ?? null, base?.men ?? null] : [base?.total ?? null];
  return {
    period: tally.period,
    ...numbers,
    womenBase: numbers.hidden ? null : (base?.women ?? null),
    menBase: numbers.hidden ? null : (base?.men ?? null),
    totalBase: base && !(indicator.bySex && small(base.total, threshold)) ? base.total : null,
    few: bases.some((n) => n !== null && n < few),
    units,
  };
}

/** What may be shown of a series, newest first. What is not about persons is shown as it is. */
export function shownTallies(indicator: Indicator, series: readonly Tally[], limits: Limits): ShownTally[] {
  return series.map((tally) => shownTally(indicator, tally, limits));
}
