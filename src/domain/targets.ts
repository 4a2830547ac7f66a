/**
 * Targets have a validity and a history. One that has run out judges nothing and says so; the body the definition names
 * sets the new one, and the old one stays to be seen (N 1.6, 1.7, 4).
 */
import type { Indicator, Target } from './indicator.ts';
import { no, type Result, yes } from './result.ts';

/** A target somebody set in the product, and who did. */
export interface SetTarget {
  indicator: string;
  value: number;
  direction: 'at-least' | 'at-most';
  validFrom: string;
  validTo: string;
  /** The member and the body that decided. */
  by: string;
  forum: string;
  decidedAt: string;
  reportedAt: string | undefined;
}

const asTarget = (indicator: Indicator, set: SetTarget): Target => ({
  value: set.value,
  direction: set.direction,
  against: 'period-before',
  holdsFor: indicator.target?.holdsFor ?? 'all',
  validFrom: set.validFrom,
  validTo: set.validTo,
  decidedAt: set.decidedAt,
  reportedAt: set.reportedAt,
  origin: indicator.setBy?.origin ?? indicator.origin,
});

/** Every target there has been, oldest first: the definition's, then those that were set. */
export function targetHistory(indicator: Indicator, set: readonly SetTarget[]): Target[] {
  const own = set.filter((one) => one.indicator === indicator.id).map((one) => asTarget(indicator, one));
  return [...indicator.earlierTargets, ...(indicator.target ? [indicator.target] : []), ...own];
}

/** True for one that was written in again, by the same decision and from the same day: a slip of the pen, which never holds. */
export const isCorrected = (history: readonly Target[], target: Target): boolean =>
  target.decidedAt !== undefined &&
  history
    .slice(history.indexOf(target) + 1)
    .some(({ decidedAt, validFrom }) => decidedAt === target.decidedAt && validFrom === target.validFrom);

/**
 * The target that holds on a day; when none does, the one that held last, so that people see what ran out. The latest
 * decision wins where two would hold.
 */
export function heldOn(history: readonly Target[], day: Temporal.PlainDate): { target: Target; expired: boolean } | undefined {
  const on = day.toString();
  const begun = history.filter((one) => (one.validFrom ?? '') <= on && !isCorrected(history, one));
  const holds = begun.findLast((one) => one.validTo === undefined || one.validTo >= on);
  if (holds) return { target: holds, expired: false };
  const last = begun.at(-1);
  return last && { target: last, expired: true };
}

export const targetOn = (indicator: Indicator, set: readonly SetTarget[], day: Temporal.PlainDate) =>
  heldOn(targetHistory(indicator, set), day);

export type TargetNo =
  | 'not-setter'
  | 'no-setter'
  | 'not-a-share'
  | 'not-a-number'
  | 'ends-before'
  | 'over-already'
  | 'not-decided'
  | 'not-reported';

/** How long a target holds that is set on a day: the year out, or six weeks. */
export function validity(indicator: Indicator, day: Temporal.PlainDate): { from: string; to: string } {
  const to =
    indicator.setBy?.when === 'each-sixth-week'
      ? day.add({ weeks: 6 }).subtract({ days: 1 })
      : Temporal.PlainDate.from({ year: day.year, month: 12, day: 31 });
  return { from: day.toString(), to: to.toString() };
}

/** What a body has decided. `value` is 0..1 for a share; days are `2027-03-16`. */
export interface DecidedTarget {
  value: number;
  direction: 'at-least' | 'at-most';
  validFrom: string;
  validTo: string;
  decidedAt: string;
  /** When the styrgrupp was told; undefined while it has not been, and where the definition asks for no report. */
  reportedAt: string | undefined;
}

/** A body that revises its targets every sixth week reports them (N 4); one that sets them each January does not. */
export const isReported = ({ setBy }: Indicator): boolean => setBy?.when === 'each-sixth-week';

/** True for those who can set a target: members of the body the definition names. Who that is, the roster says. */
export const maySetTarget = ({ setBy }: Indicator, forums: readonly string[]): boolean =>
  setBy !== undefined && forums.includes(setBy.forum);

/** Sets a new target; `today` is the day it is written down. An earlier one is never changed. */
export function setTarget(
  indicator: Indicator,
  who: { person: string; forums: readonly string[] },
  decided: DecidedTarget,
  today: Temporal.PlainDate,
): Result<SetTarget, TargetNo> {
  if (!indicator.setBy) return no('no-setter');
  if (!maySetTarget(indicator, who.forums)) return no('not-setter');
  if (!Number.isFinite(decided.value) || decided.value < 0) return no('not-a-number');
  if (indicator.measure !== 'count' && decided.value > 1) return no('not-a-share');
  const on = today.toString();
  if (decided.validTo < decided.validFrom) return no('ends-before');
  if (decided.validTo < on) return no('over-already');
  if (decided.decidedAt > on) return no('not-decided');
  const { reportedAt } = decided;
  if (reportedAt !== undefined && (reportedAt > on || reportedAt < decided.decidedAt)) return no('not-reported');
  return yes({
    indicator: indicator.id,
    ...decided,
    reportedAt: isReported(indicator) ? reportedAt : undefined,
    by: who.person,
    forum: indicator.setBy.forum,
  });
}
