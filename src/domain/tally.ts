/** What was counted, unprotected, period by period: sums over units, sexes and weeks. It is shown only through `shown-tally.ts`. */
import type { Indicator } from './indicator.ts';
import { isShare } from './indicator.ts';
import type { Observation } from './observations.ts';
import { byTime, periodBefore, periodEnd, readPeriod, weeksOf } from './periods.ts';

/** Null is unknown. `unsplit` is those without a known sex; the total counts them in. */
export interface Amounts {
  women: number | null;
  men: number | null;
  unsplit: number | null;
  total: number | null;
}

export interface Counted {
  unit: string;
  count: Amounts;
  /** Undefined for a plain count. */
  base: Amounts | undefined;
}

export interface Tally {
  period: string;
  whole: Omit<Counted, 'unit'>;
  units: Counted[];
}

const add = (values: readonly (number | null)[]): number | null =>
  values.some((value) => value === null) ? null : values.reduce<number>((a, b) => a + b!, 0);

/** A unit without a number leaves the sum unknown rather than too low. */
const sum = (all: readonly Amounts[]): Amounts =>
  all.length === 0
    ? { women: null, men: null, unsplit: null, total: null }
    : {
        women: add(all.map((one) => one.women)),
        men: add(all.map((one) => one.men)),
        unsplit: all.every((one) => one.unsplit === null) ? null : add(all.map((one) => one.unsplit ?? 0)),
        total: add(all.map((one) => one.total)),
      };

function amounts(bySex: boolean, women: number | undefined, men: number | undefined, unsplit: number | undefined): Amounts {
  const [w, m, u] = [women ?? null, men ?? null, unsplit ?? null];
  return { women: w, men: m, unsplit: u, total: bySex ? (w === null || m === null ? null : w + m + (u ?? 0)) : u };
}

function counted(indicator: Indicator, one: Observation): Counted {
  const { bySex } = indicator;
  return {
    unit: one.unit,
    count: amounts(bySex, one.women, one.men, one.unsplit),
    base: isShare(indicator) ? amounts(bySex, one.womenBase, one.menBase, one.unsplitBase) : undefined,
  };
}

/** Weekly observations as six-week ones: a week that is missing leaves the six unknown. */
function rolled(observations: readonly Observation[]): Observation[] {
  const byWeek = Map.groupBy(observations, (one) => one.period);
  const units = new Set(observations.map((one) => one.unit));
  const over = (rows: readonly (Observation | undefined)[], field: 'women' | 'men' | 'unsplit') => {
    const values = rows.map((row) => (field === 'unsplit' ? (row ? (row.unsplit ?? 0) : undefined) : row?.[field]));
    return values.includes(undefined) ? undefined : values.reduce<number>((a, b) => a + b!, 0);
  };
  return [...byWeek.keys()].flatMap((week) =>
    [...units].map((unit): Observation => {
      const period = `6w/${week}`;
      const rows = weeksOf(period).map((one) => byWeek.get(one)?.find((row) => row.unit === unit));
      const unsplit = observations.some((one) => one.unsplit !== undefined) ? over(rows, 'unsplit') : undefined;
      const [women, men] = [over(rows, 'women'), over(rows, 'men')];
      return { indicator: rows[0]?.indicator ?? '', period, unit, women, men, unsplit, womenBase: undefined, menBase: undefined };
    }),
  );
}

const nothing = (indicator: string, period: string, unit: string): Observation => ({
  indicator,
  period,
  unit,
  women: undefined,
  men: undefined,
  womenBase: undefined,
  menBase: undefined,
});

/**
 * The newest `count` periods up to the newest one reported that has ended at `today`, newest first; a period nobody
 * reported is in its place, unknown. Empty when nothing is reported. A unit that is expected, or has reported before, and
 * is silent, counts as unknown.
 */
export function tallies(
  indicator: Indicator,
  observations: readonly Observation[],
  today: Temporal.PlainDate,
  count: number,
): Tally[] {
  const own = observations.filter(
    (one) =>
      one.indicator === indicator.id &&
      readPeriod(one.period)?.kind === indicator.reportedPer &&
      Temporal.PlainDate.compare(periodEnd(one.period), today) <= 0,
  );
  const rows = indicator.period === 'six-weeks' ? rolled(own) : own;
  const newest = rows
    .map((one) => one.period)
    .sort(byTime)
    .at(-1);
  if (newest === undefined) return [];
  const periods = [newest];
  while (periods.length < count) periods.push(periodBefore(periods.at(-1)!));
  const known = [...new Set([...indicator.parts, ...rows.map((one) => one.unit)])];
  const byPeriod = Map.groupBy(rows, (one) => one.period);
  return periods.map((period) => {
    const reported = byPeriod.get(period) ?? [];
    const silent = known.filter((unit) => !reported.some((one) => one.unit === unit));
    const units = [...reported, ...silent.map((unit) => nothing(indicator.id, period, unit))].map((one) =>
      counted(indicator, one),
    );
    const whole = {
      count: sum(units.map((one) => one.count)),
      base: isShare(indicator) ? sum(units.map((one) => one.base!)) : undefined,
    };
    return { period, whole, units: indicator.perUnit ? units : [] };
  });
}
