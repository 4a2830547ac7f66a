/**
 * When the body that sets a target is asked for a new one: each January where the definition says so ("i början av varje år",
 * N 1.6, 1.7), and when a target has run out. Once for each year and for each target that ran out.
 */
import { workingDaysFrom } from './calendar.ts';
import type { Indicator } from './indicator.ts';
import { type SetTarget, targetOn } from './targets.ts';

/** Ours: after the holidays, when people are back. */
const JANUARY_DAY = 7;

export interface TargetAsk {
  indicator: string;
  /** What is asked for: a year, or what comes after the target whose last day this was. */
  about: string;
  /** A working day. */
  day: Temporal.PlainDate;
}

/** Those that are due on `today` or come within the year, the earliest first. */
export function targetAsks(indicator: Indicator, set: readonly SetTarget[], today: Temporal.PlainDate): TargetAsk[] {
  const { setBy, state, id } = indicator;
  if (!setBy || state !== 'live') return [];
  const own = set.filter((one) => one.indicator === id && !one.takenBack);
  const years = setBy.when === 'each-january' ? [today.year, today.year + 1].filter((year) => !coversYear(own, year)) : [];
  return [
    ...years.map((year) => ({ indicator: id, about: String(year), day: workingDay({ year, month: 1, day: JANUARY_DAY }) })),
    ...afterLast(indicator, own, today),
  ].toSorted((a, b) => Temporal.PlainDate.compare(a.day, b.day));
}

const workingDay = (date: Temporal.PlainDate | Temporal.PlainDateLike): Temporal.PlainDate =>
  workingDaysFrom(Temporal.PlainDate.from(date), 0);

const coversYear = (own: readonly SetTarget[], year: number): boolean =>
  own.some(({ decidedAt, validFrom, validTo }) => {
    const last = `${year}-12-31`;
    return decidedAt.startsWith(`${year}-`) || (validFrom <= last && validTo >= last);
  });

/** The working day after a target's last. One that runs out with its year is followed by the ask for the next. */
function afterLast(indicator: Indicator, own: readonly SetTarget[], today: Temporal.PlainDate): TargetAsk[] {
  const last = targetOn(indicator, own, today)?.target.validTo;
  if (last === undefined) return [];
  if (indicator.setBy?.when === 'each-january' && last.endsWith('-12-31')) return [];
  return [{ indicator: indicator.id, about: last, day: workingDay(Temporal.PlainDate.from(last).add({ days: 1 })) }];
}
