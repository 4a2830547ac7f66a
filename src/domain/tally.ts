/** What was counted, unprotected, period by period: sums over units, sexes and weeks. It is shown only through `shown-tally.ts`. */
import type { Indicator } from './indicator.ts';
import { isShare } from './indicator.ts';
import type { Observation } from './observations.ts';
import { byTime, periodBefore, periodEnd, periodOf, periodStart, ROLLING_WEEKS, readPeriod, weeksOf } from './periods.ts';

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

/** What a source has reported of an indicator, as far as a series of periods needs it. */
export interface Reported {
  /** Newest first. */
  periods: string[];
  /** Expected, or has reported before. */
  units: string[];
  /** As the source writes them: weeks for a rolling figure. */
  rows: Observation[];
}

/**
 * The newest `count` periods up to the newest one reported that has ended at `today`, with the rows they are made of; a
 * period nobody reported is in its place. Undefined when nothing is reported.
 *
 * Rolling periods follow on one another without a common week, in step with `shownBefore` where one has been shown: two that
 * overlap tell what the weeks they do not share differ by, and week by week that tells each of them (ours).
 */
export function reported(
  indicator: Indicator,
  observations: readonly Observation[],
  today: Temporal.PlainDate,
  count: number,
  shownBefore: string | undefined,
): Reported | undefined {
  const own = observations.filter(
    (one) =>
      one.indicator === indicator.id &&
      readPeriod(one.period)?.kind === indicator.reportedPer &&
      Temporal.PlainDate.compare(periodEnd(one.period), today) <= 0,
  );
  const last = own
    .map((one) => one.period)
    .sort(byTime)
    .at(-1);
  if (last === undefined) return undefined;
  const isRolling = indicator.period === 'six-weeks';
  const periods = [isRolling ? inStep(`6w/${last}`, shownBefore) : last];
  while (periods.length < count) periods.push(isRolling ? sixWeeksBefore(periods.at(-1)!) : periodBefore(periods.at(-1)!));
  const needed = new Set(isRolling ? periods.flatMap(weeksOf) : periods);
  return {
    periods,
    units: [...new Set([...indicator.parts, ...own.map((one) => one.unit)])],
    rows: own.filter((one) => needed.has(one.period)),
  };
}

const sixWeeksBefore = (period: string): string => periodOf('six-weeks', periodStart(period).subtract({ days: 1 }));

/** The newest rolling period, not after `last`, that shares no part of a step with the one shown before. */
function inStep(last: string, shownBefore: string | undefined): string {
  if (shownBefore === undefined) return last;
  const weeks = periodEnd(shownBefore).until(periodEnd(last), { largestUnit: 'days' }).days / 7;
  const over = ((weeks % ROLLING_WEEKS) + ROLLING_WEEKS) % ROLLING_WEEKS;
  return periodOf('six-weeks', periodEnd(last).subtract({ weeks: over, days: 1 }));
}

/** What was counted in each period, newest first. A unit that is expected, or has reported before, and is silent, is unknown. */
export function tallies(indicator: Indicator, { periods, units, rows }: Reported): Tally[] {
  const byPeriod = Map.groupBy(indicator.period === 'six-weeks' ? rolled(rows) : rows, (one) => one.period);
  return periods.map((period) => {
    const there = byPeriod.get(period) ?? [];
    const silent = units.filter((unit) => !there.some((one) => one.unit === unit));
    const all = [...there, ...silent.map((unit) => nothing(indicator.id, period, unit))].map((one) => counted(indicator, one));
    const whole = {
      count: sum(all.map((one) => one.count)),
      base: isShare(indicator) ? sum(all.map((one) => one.base!)) : undefined,
    };
    return { period, whole, units: indicator.perUnit ? all : [] };
  });
}
