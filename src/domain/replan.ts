/**
 * What a changed definition does to meetings that are planned: they are moved, never cancelled (N 1.8), and only those
 * that lie ahead. What somebody has moved by hand stays where people put it.
 */
import type { PlannedMeeting } from './cadence.ts';
import { type Meeting, reachedStage, wallClock } from './meeting.ts';
import { BY_PLAN, type FreeTime, STANDING_TIME } from './move.ts';

export interface Replanned {
  moved: { meeting: Meeting; to: FreeTime; plan: PlannedMeeting }[];
  /** Slots that lie between known meetings and were not there before. */
  added: PlannedMeeting[];
}

/** The start the plan last gave a meeting: what a standing time shared anew did to it is not the plan's. */
function plannedStart(meeting: Meeting): string {
  const moves = meeting.moves ?? [];
  return moves.findLast((one) => one.by === BY_PLAN)?.to ?? moves[0]?.from ?? meeting.start;
}

/** True when people, and not only the plan, have moved it. */
export const movedByHand = (meeting: Meeting): boolean =>
  (meeting.moves ?? []).some((one) => one.by !== BY_PLAN && one.by !== STANDING_TIME);

/** What the plan says now of a meeting that it has elsewhere, or longer or shorter; undefined when nothing changes. */
function moveTo(meeting: Meeting, plan: PlannedMeeting): Replanned['moved'][number] | undefined {
  const to = { start: wallClock(plan.start), end: wallClock(plan.end) };
  if (movedByHand(meeting)) return undefined;
  const untouched = (meeting.moves ?? []).every((one) => one.by === BY_PLAN);
  if (plannedStart(meeting) === to.start && (!untouched || meeting.end === to.end)) return undefined;
  return { meeting, to, plan };
}

/**
 * `known` are a forum's meetings, `plan` what the definition gives from about now on; both in order. While every known
 * slot is in the plan, each meeting follows its own; else the first follows the nearest slot, and the others in order.
 */
export function replan(
  known: readonly Meeting[],
  plan: readonly PlannedMeeting[],
  days: number,
  now: Temporal.ZonedDateTime,
): Replanned {
  const ahead = known.filter((one) => one.start > wallClock(now) && !reachedStage(one, 'in-progress'));
  const [first, last] = [ahead[0], ahead.at(-1)];
  if (!first || !last) return { moved: [], added: [] };
  const bySlot = new Map(plan.map((one) => [one.slot.toString(), one]));
  const moves = (pairs: [Meeting, PlannedMeeting | undefined][]) =>
    pairs.flatMap(([meeting, one]) =>
      one && Temporal.ZonedDateTime.compare(one.start, now) > 0 ? (moveTo(meeting, one) ?? []) : [],
    );
  if (ahead.every((one) => bySlot.has(one.slot))) {
    const between = plan.filter(({ slot }) => slot.toString() > first.slot && slot.toString() < last.slot);
    const slots = new Set(ahead.map((one) => one.slot));
    return {
      moved: moves(ahead.map((one) => [one, bySlot.get(one.slot)])),
      added: between.filter((one) => !slots.has(one.slot.toString()) && Temporal.ZonedDateTime.compare(one.start, now) > 0),
    };
  }
  const nearest = Temporal.PlainDate.from(first.start.slice(0, 10)).subtract({ days: Math.floor((days - 1) / 2) });
  const from = plan.filter(
    (one) => Temporal.PlainDate.compare(one.slot, nearest) >= 0 && Temporal.ZonedDateTime.compare(one.start, now) > 0,
  );
  return { moved: moves(ahead.map((one, n) => [one, from[n]])), added: [] };
}
