/**
 * Targets have a validity and a history. One that has run out judges nothing and says so; the body the definition names
 * sets the new one, and the old one stays to be seen (N 1.6, 1.7, 4).
 */
import type { Indicator, Target } from './indicator.ts';
import { no, type Result, yes } from './result.ts';

/** Who took a target back, and when (Stockholm wall clock). It holds no more from that day on. */
export interface TakenBack {
  by: string;
  at: string;
}

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
  /** There when it has been. */
  takenBack?: TakenBack;
}

/** As it is kept; `at` is the ISO instant it was set. */
export type KeptTarget = SetTarget & { id: string; at: string };

type PastTarget = Target & Pick<SetTarget, 'takenBack'>;

const asTarget = (indicator: Indicator, set: SetTarget): PastTarget => ({
  value: set.value,
  direction: set.direction,
  against: 'period-before',
  holdsFor: indicator.target?.holdsFor ?? 'all',
  validFrom: set.validFrom,
  validTo: set.validTo,
  decidedAt: set.decidedAt,
  reportedAt: set.reportedAt,
  origin: indicator.setBy?.origin ?? indicator.origin,
  ...(set.takenBack ? { takenBack: set.takenBack } : {}),
});

/** Every target there has been, oldest first: the definition's, then those that were set. */
export function targetHistory(indicator: Indicator, set: readonly SetTarget[]): PastTarget[] {
  const own = set.filter((one) => one.indicator === indicator.id).map((one) => asTarget(indicator, one));
  return [...indicator.earlierTargets, ...(indicator.target ? [indicator.target] : []), ...own];
}

type Decision = Pick<Target, 'decidedAt' | 'validFrom'>;

/** True for one that was written in again, by the same decision and from the same day: a slip of the pen, which never holds. */
export const isCorrected = (history: readonly Decision[], target: Decision): boolean =>
  target.decidedAt !== undefined &&
  history
    .slice(history.indexOf(target) + 1)
    .some(({ decidedAt, validFrom }) => decidedAt === target.decidedAt && validFrom === target.validFrom);

const isTakenBack = ({ takenBack }: PastTarget, on: string): boolean =>
  takenBack !== undefined && takenBack.at.slice(0, 10) <= on;

/**
 * The target that holds on a day; when none does, the one that held last, so that people see what ran out. The latest
 * decision wins where two would hold. One that has been taken back is as if it had not been decided.
 */
export function heldOn(
  history: readonly PastTarget[],
  day: Temporal.PlainDate,
): { target: PastTarget; expired: boolean } | undefined {
  const on = day.toString();
  const begun = history.filter((one) => (one.validFrom ?? '') <= on && !isCorrected(history, one) && !isTakenBack(one, on));
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
  | 'not-reported'
  | 'target-gone';

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

/** Those that can be taken back: they hold or are to hold. What the definition says is changed in the definition. */
export function takeable(indicator: Indicator, set: readonly KeptTarget[], today: Temporal.PlainDate): KeptTarget[] {
  const own = set.filter((one) => one.indicator === indicator.id);
  return own.filter((one) => !one.takenBack && !isCorrected(own, one) && one.validTo >= today.toString());
}

/**
 * Takes a target back, by those who may set one (ours). It stays to be seen, with who did and when, and figures of earlier
 * days were held against it.
 */
export function takeBack(
  indicator: Indicator,
  who: { person: string; forums: readonly string[] },
  id: string,
  set: readonly KeptTarget[],
  at: string,
): Result<TakenBack, TargetNo> {
  if (!indicator.setBy) return no('no-setter');
  if (!maySetTarget(indicator, who.forums)) return no('not-setter');
  const known = takeable(indicator, set, Temporal.PlainDate.from(at)).some((one) => one.id === id);
  return known ? yes({ by: who.person, at }) : no('target-gone');
}
