/**
 * What a changed definition does to meetings that are planned: they are moved, never cancelled (N 1.8), and only those
 * that lie ahead. What somebody has moved by hand stays where people put it.
 */
import type { PlannedMeeting } from './cadence.ts';
import { type Meeting, reachedStage, wallClock, zoned } from './meeting.ts';
import { BY_PLAN, type FreeTime, STANDING_TIME } from './move.ts';

export interface Replanned {
  moved: { meeting: Meeting; to: FreeTime; plan: PlannedMeeting }[];
  /** Those that stay where they are, and take the place of another slot than before. */
  placed: { meeting: Meeting; plan: PlannedMeeting }[];
  /** Slots that lie between known meetings and were not there before. */
  added: PlannedMeeting[];
}

/** The slot a meeting is held for: its own, or the one a changed definition gave it. */
const placeOf = (meeting: Meeting): string => meeting.follows ?? meeting.slot;

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
  const untouched = (meeting.moves ?? []).every((one) => one.by === BY_PLAN);
  if (plannedStart(meeting) === to.start && (!untouched || meeting.end === to.end)) return undefined;
  return { meeting, to, plan };
}

const far = (one: PlannedMeeting, start: string): number =>
  Math.abs(one.start.epochMilliseconds - zoned(start).epochMilliseconds);

const nothing: Replanned = { moved: [], placed: [], added: [] };

/**
 * `known` are a forum's meetings, `plan` what the definition gives from some time ago on; both in order. While every meeting's
 * slot is in the plan each follows it; else the first goes to the nearest place and the others follow in order, one place
 * each. Asked again on a later day it says nothing, as long as the definition says the same.
 */
export function replan(known: readonly Meeting[], plan: readonly PlannedMeeting[], now: Temporal.ZonedDateTime): Replanned {
  const at = wallClock(now);
  const ahead = known.filter((one) => one.start > at && !reachedStage(one, 'in-progress'));
  const free = ahead.filter((one) => !movedByHand(one));
  const [lead] = free;
  if (!lead) return nothing;
  const slots = new Map(plan.map((one) => [one.slot.toString(), one]));
  const inFuture = (one: PlannedMeeting): boolean => Temporal.ZonedDateTime.compare(one.start, now) > 0;
  const coming = plan.filter(inFuture);
  if (free.every((one) => slots.has(placeOf(one)))) {
    const places = free.map(placeOf);
    const taken = new Set(known.flatMap((one) => [one.id, `${one.forum}-${placeOf(one)}`]));
    const between = ({ slot }: PlannedMeeting) => slot.toString() > places[0]! && slot.toString() < places.at(-1)!;
    const moved = free.flatMap((one) => {
      const own = slots.get(placeOf(one))!;
      return inFuture(own) ? (moveTo(one, own) ?? []) : [];
    });
    const starts = new Map(moved.map(({ meeting, to }) => [meeting.id, to.start]));
    /** A meeting that stays later than its place, because that has passed, leaves no room for a place before it. */
    const fits = (one: PlannedMeeting): boolean =>
      ahead.every((known) => {
        const start = starts.get(known.id) ?? known.start;
        const [day, own] = [start.slice(0, 10), wallClock(one.start).slice(0, 10)];
        return placeOf(known) < one.slot.toString() ? day < own : day > own;
      });
    return { moved, placed: [], added: coming.filter((one) => between(one) && !taken.has(one.id) && fits(one)) };
  }
  const nearest = coming.reduce((best, one, n) => (far(one, lead.start) < far(coming[best]!, lead.start) ? n : best), 0);
  const following = ahead.slice(ahead.indexOf(lead));
  const places = coming.slice(nearest, nearest + following.length);
  // A rhythm that hardly ever meets has no place for all: they stay, and the check has warned of it.
  if (places.length < following.length) return nothing;
  const pairs = following.map((meeting, n) => {
    const to = places[n]!;
    return { meeting, to, move: movedByHand(meeting) ? undefined : moveTo(meeting, to) };
  });
  return {
    moved: pairs.flatMap(({ move }) => move ?? []),
    placed: pairs.flatMap(({ meeting, to, move }) => (move ? [] : [{ meeting, plan: to }])),
    added: [],
  };
}
