/**
 * An indicator's figure as people see it: by sex, against its target, beside the period before and the periods it comes
 * from. Results are presented "utifrån könsuppdelning" (N 1.6).
 */
import type { Shown } from './disclosure.ts';
import type { Indicator, Target } from './indicator.ts';
import type { Observation } from './observations.ts';
import { lastEnded, periodBefore, periodStart, ROLLING_WEEKS } from './periods.ts';
import { type Limits, type Numbers, rollingShown, type ShownTally, shownSeries, type Why } from './shown-tally.ts';
import { reported } from './tally.ts';
import { targetOn } from './targets.ts';

/** Periods in a trend. */
export const TREND = 8;

export type Status = 'reached' | 'missed' | 'follow' | 'unknown';

/** Difference from the period before: shares in parts of 1 (0.04 is four procentenheter), counts in number. Unrounded. */
export interface Change {
  since: string;
  women: number | null;
  men: number | null;
  total: number | null;
}

export interface Point {
  period: string;
  women: number | null;
  men: number | null;
  total: number | null;
  hidden: Record<'women' | 'men' | 'total', Why>;
}

export interface Figure extends Omit<ShownTally, 'units'> {
  perUnit: ({ unit: string } & Numbers)[];
  status: Status;
  change: Change | undefined;
  /** Oldest first, without the empty periods before the first one known. */
  trend: Point[];
}

/** A period that should be there and is not, and who has not reported it. */
export interface Late {
  period: string;
  from: string[];
}

type Judged = { target: Target; expired: boolean } | undefined;

const minus = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);

function changeFrom(now: ShownTally, before: ShownTally | undefined): Change | undefined {
  if (!before) return undefined;
  const change = {
    since: before.period,
    women: minus(now.women, before.women),
    men: minus(now.men, before.men),
    total: minus(now.total, before.total),
  };
  return change.women === null && change.men === null && change.total === null ? undefined : change;
}

type Held = Pick<ShownTally, 'women' | 'men' | 'total' | 'units'>;

/** The numbers a target is held against: each sex where both are shown and it says so, each part, or the total. */
function judged(indicator: Indicator, target: Target, shown: Held): (number | null)[] {
  if (indicator.targetPerPart) return shown.units.map((unit) => unit.total);
  if (target.holdsFor === 'each-sex' && shown.women !== null && shown.men !== null) return [shown.women, shown.men];
  return [shown.total];
}

function increased(indicator: Indicator, target: Target, shown: Held, change: Change | undefined): Status {
  if (target.against === 'baseline') {
    const start = indicator.baseline?.value;
    if (start === undefined || shown.total === null) return 'unknown';
    return shown.total > start ? 'reached' : 'missed';
  }
  if (change === undefined || change.total === null) return 'follow';
  return change.total > 0 ? 'reached' : 'missed';
}

function status(indicator: Indicator, found: Judged, shown: Held, change: Change | undefined): Status {
  // A target that has run out judges nothing: there is no new one yet.
  if (!found || found.expired || found.target.direction === 'follow') return 'follow';
  const { target } = found;
  if (target.direction === 'increase') return increased(indicator, target, shown, change);
  const values = judged(indicator, target, shown);
  if (values.length === 0 || values.some((value) => value === null)) return 'unknown';
  const met = (value: number) => (target.direction === 'at-least' ? value >= target.value! : value <= target.value!);
  return values.every((value) => met(value!)) ? 'reached' : 'missed';
}

/** A figure held against a target that was set after it was counted: only what is shown is held, so that nothing is given away. */
export const statusAgainst = (indicator: Indicator, target: Judged, figure: Figure): Status =>
  status(indicator, target, { ...figure, units: figure.perUnit }, figure.change);

function trendOf(series: readonly ShownTally[]): Point[] {
  const points = series
    .map(({ period, women, men, total, hidden }) => {
      return { period, women, men, total, hidden: { women: hidden.women, men: hidden.men, total: hidden.total } };
    })
    .reverse();
  const first = points.findIndex(({ women, men, total, hidden }) =>
    [women, men, total, hidden.women || null, hidden.men || null, hidden.total || null].some((one) => one !== null),
  );
  return first < 0 ? [] : points.slice(first);
}

export interface Looked {
  /** Undefined when nothing is reported. */
  figure: Figure | undefined;
  /** What has been shown when the figure has been; to be kept before it is. */
  shown: Shown;
  exposed: string[];
}

/**
 * The latest figure of an indicator at `today`, as it may be shown after all that has been (`before`): the newest period
 * that has ended and is reported. `target` is the one that holds, or held last; the trend is of so many `periods`. Throws RangeError, without any number, where
 * counts of persons are not whole or do not add up.
 */
export function latestFigure(
  indicator: Indicator,
  observations: readonly Observation[],
  today: Temporal.PlainDate,
  limits: Limits,
  before: Shown,
  target: Judged = targetOn(indicator, [], today),
  periods: number = TREND,
): Looked {
  const found = reported(indicator, observations, today, periods, rollingShown(before));
  if (!found) return { figure: undefined, shown: before, exposed: [] };
  const { series, shown, exposed } = shownSeries(indicator, found, limits, before);
  const [now, earlier] = series as [ShownTally, ...ShownTally[]];
  const change = changeFrom(now, earlier);
  const { units, ...numbers } = now;
  const figure: Figure = {
    ...numbers,
    perUnit: units,
    status: status(indicator, target, now, change),
    change,
    trend: trendOf(series),
  };
  return { figure, shown, exposed };
}

/**
 * Who has not reported the newest period that should be there by now. A unit counts when the definition expects it, or
 * when it has reported before; where nobody ever has, it is the owner.
 */
export function lateFrom(
  indicator: Indicator,
  observations: readonly Observation[],
  today: Temporal.PlainDate,
): Late | undefined {
  if (indicator.state !== 'live' || indicator.source.kind === 'none') return undefined;
  const period = lastEnded(indicator.reportedPer, today.subtract({ days: indicator.dueAfterDays }));
  const own = observations.filter((one) => one.indicator === indicator.id);
  const reported = new Set(own.filter((one) => one.period === period && isFilled(one)).map((one) => one.unit));
  const expected = new Set([...indicator.parts, ...own.map((one) => one.unit)]);
  if (expected.size === 0) return { period, from: [indicator.owner.name] };
  const from = [...expected].filter((unit) => !reported.has(unit));
  return from.length > 0 ? { period, from } : undefined;
}

const isFilled = (one: Observation) => [one.women, one.men, one.unsplit].some((value) => value !== undefined);

/** The first day observations are needed from, to show a figure and its trend on `today`. */
export function neededFrom(indicator: Indicator, today: Temporal.PlainDate): Temporal.PlainDate {
  let period = lastEnded(indicator.reportedPer, today);
  // A rolling figure needs all its weeks, and stands for as many; a late one may be a few periods old.
  const back = TREND * (indicator.period === 'six-weeks' ? ROLLING_WEEKS : 1) + (indicator.period === 'six-weeks' ? 6 : 0) + 4;
  for (let n = 0; n < back; n++) period = periodBefore(period);
  return periodStart(period);
}
