/**
 * Figures by sex, with their target. Results are presented "utifrån könsuppdelning" (N 1.6); small counts are withheld
 * together with what would reveal them (ours, domain rule 16).
 */
import type { Indicator } from './agreement.ts';

/** One row of a source: a period and a unit. For a share, women and men are parts of their bases. */
export interface Observation {
  indicator: string;
  period: string;
  unit: string;
  women: number | undefined;
  men: number | undefined;
  womenBase: number | undefined;
  menBase: number | undefined;
}

export interface Numbers {
  women: number | null;
  men: number | null;
  total: number | null;
  hidden: boolean;
}

export interface Figure extends Numbers {
  period: string;
  womenBase: number | null;
  menBase: number | null;
  totalBase: number | null;
  few: boolean;
  perUnit: ({ unit: string } & Numbers)[];
  status: 'reached' | 'missed' | 'follow' | 'unknown';
}

/** The first day after a period: `2027-W10` → Monday of week 11, `2027-02` → 1 March. */
export function periodEnd(period: string): Temporal.PlainDate {
  const week = /^(\d{4})-W(\d{2})$/.exec(period);
  if (!week) return Temporal.PlainYearMonth.from(period).add({ months: 1 }).toPlainDate({ day: 1 });
  const fourth = Temporal.PlainDate.from({ year: Number(week[1]), month: 1, day: 4 });
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ days: Number(week[2]) * 7 });
}

const sum = (values: readonly (number | undefined)[]): number | null =>
  values.length === 0 || values.some((value) => value === undefined) ? null : values.reduce<number>((a, b) => a + b!, 0);

const small = (value: number | null, threshold: number) => value !== null && value > 0 && value < threshold;

/** Counts as they may be shown: if women or men are few, both are withheld; the total too when it is small. */
export function shownCounts(women: number | null, men: number | null, threshold: number): Numbers {
  const total = women === null || men === null ? null : women + men;
  if (!small(women, threshold) && !small(men, threshold) && !small(total, threshold)) return { women, men, total, hidden: false };
  return { women: null, men: null, total: total !== null && total >= threshold ? total : null, hidden: true };
}

/** Shares as they may be shown: a share gives its count away, so it follows the counts and the rest of the base too. */
function shownShares(
  part: { w: number | null; m: number | null },
  base: { w: number | null; m: number | null },
  threshold: number,
): Numbers {
  const share = (p: number | null, b: number | null) => (p === null || b === null || b === 0 ? null : p / b);
  const total =
    part.w === null || part.m === null || base.w === null || base.m === null ? null : share(part.w + part.m, base.w + base.m);
  const reveals = (p: number | null, b: number | null) =>
    p !== null && b !== null && (small(p, threshold) || small(b - p, threshold) || small(b, threshold));
  if (!reveals(part.w, base.w) && !reveals(part.m, base.m)) {
    return { women: share(part.w, base.w), men: share(part.m, base.m), total, hidden: false };
  }
  const [p, b] = [(part.w ?? 0) + (part.m ?? 0), (base.w ?? 0) + (base.m ?? 0)];
  return { women: null, men: null, total: reveals(p, b) ? null : total, hidden: true };
}

function status(indicator: Indicator, numbers: Numbers, today: Temporal.PlainDate): Figure['status'] {
  const target = indicator.target;
  if (!target || target.direction === 'follow' || target.direction === 'increase') return 'follow';
  // A target that has run out judges nothing: there is no new one yet.
  if (target.validTo !== undefined && target.validTo < today.toString()) return 'follow';
  // A target "av kvinnor och män" holds for each sex where both are shown, else for the total.
  const values = numbers.women !== null && numbers.men !== null ? [numbers.women, numbers.men] : [numbers.total];
  if (values.some((value) => value === null)) return 'unknown';
  const met = (value: number) => (target.direction === 'at-least' ? value >= target.value : value <= target.value);
  return values.every((value) => met(value!)) ? 'reached' : 'missed';
}

const unknown = (indicator: string, period: string, unit: string): Observation => ({
  indicator,
  period,
  unit,
  women: undefined,
  men: undefined,
  womenBase: undefined,
  menBase: undefined,
});

/**
 * The latest figure of an indicator at `today`: the newest period that has ended. Undefined when there is none.
 * Units are summed; a unit without a number leaves the sum unknown rather than too low, and so does one that has
 * reported before and is silent now.
 */
export function latestFigure(
  indicator: Indicator,
  observations: readonly Observation[],
  today: Temporal.PlainDate,
  limits: { threshold: number; few: number },
): Figure | undefined {
  const ended = observations.filter(
    (o) => o.indicator === indicator.id && Temporal.PlainDate.compare(periodEnd(o.period), today) <= 0,
  );
  const period = ended.map((o) => o.period).sort((a, b) => Temporal.PlainDate.compare(periodEnd(b), periodEnd(a)))[0];
  if (!period) return undefined;
  const reported = ended.filter((o) => o.period === period);
  const silent = new Set(ended.map((o) => o.unit)).difference(new Set(reported.map((o) => o.unit)));
  const rows = [...reported, ...[...silent].map((unit) => unknown(indicator.id, period, unit))];
  const part = { w: sum(rows.map((row) => row.women)), m: sum(rows.map((row) => row.men)) };
  if (indicator.measure === 'count') {
    const perUnit = indicator.perUnit
      ? rows.map((row) => ({ unit: row.unit, ...shownCounts(row.women ?? null, row.men ?? null, limits.threshold) }))
      : [];
    const sums = shownCounts(part.w, part.m, limits.threshold);
    // One withheld unit could be had back by subtraction, so the sums by sex follow it.
    const numbers = perUnit.some((unit) => unit.hidden) ? { women: null, men: null, total: null, hidden: true } : sums;
    return {
      period,
      ...numbers,
      womenBase: null,
      menBase: null,
      totalBase: null,
      few: false,
      perUnit,
      status: status(indicator, numbers, today),
    };
  }
  const base = { w: sum(rows.map((row) => row.womenBase)), m: sum(rows.map((row) => row.menBase)) };
  const numbers = shownShares(part, base, limits.threshold);
  const people = base.w === null || base.m === null ? null : base.w + base.m;
  const totalBase = small(people, limits.threshold) ? null : people;
  const bases = numbers.hidden ? { womenBase: null, menBase: null } : { womenBase: base.w, menBase: base.m };
  const few = [base.w, base.m].some((n) => n !== null && n < limits.few);
  return { period, ...numbers, ...bases, totalBase, few, perUnit: [], status: status(indicator, numbers, today) };
}
