/**
 * "Mötena ska ej avbokas" (N 1.8): a meeting is moved, keeps its identity and its history, and stays between its
 * neighbours. Which times are proposed is ours.
 */
import type { Forum } from './agreement.ts';
import { pauseOn } from './cadence.ts';
import { isWorkingDay, STOCKHOLM } from './calendar.ts';
import { type Meeting, reachedStage, wallClock, zoned } from './meeting.ts';
import type { SafeText } from './privacy.ts';
import { no, type Result, yes } from './result.ts';

/** A time somebody in the forum is taken, wall clock. */
export interface Busy {
  start: string;
  end: string;
}

export interface FreeTime {
  start: string;
  end: string;
}

export type MoveNo = 'begun' | 'not-free' | 'empty';

/** Whole hours at which a meeting may be proposed, besides the forum's own hour. */
const HOURS = ['09:00', '10:00', '13:00', '14:00', '15:00'];

export interface Surroundings {
  now: Temporal.ZonedDateTime;
  /** The meetings before and after, whose order the move must keep; undefined where there is none. */
  before: { end: string } | undefined;
  after: { start: string } | undefined;
  busy: readonly Busy[];
}

/** Who moved it, when nobody did: a definition that was changed, or a standing time shared anew. */
export const BY_PLAN = 'plan';
export const STANDING_TIME = 'standing-time';

/** The meeting at another time, with what it was moved from and why. */
export const retimed = (meeting: Meeting, to: FreeTime, reason: SafeText, by: string, now: Temporal.ZonedDateTime): Meeting => ({
  ...meeting,
  start: to.start,
  end: to.end,
  moves: [...(meeting.moves ?? []), { from: meeting.start, to: to.start, reason, by, at: wallClock(now) }],
});

const overlaps = (a: FreeTime, b: Busy): boolean => a.start < b.end && b.start < a.end;

/** Every time the meeting could be moved to, nearest day first, the forum's own hour before others. */
function* times(meeting: Meeting, forum: Forum, around: Surroundings): Generator<FreeTime> {
  const day = Temporal.PlainDate.from(meeting.start.slice(0, 10));
  const minutes = zoned(meeting.start).until(zoned(meeting.end)).total('minutes');
  const own = meeting.start.slice(11);
  const hours = [own, ...HOURS.filter((hour) => hour !== own)];
  const from = wallClock(around.now);
  const reach = forum.rhythm.kind === 'every' ? forum.rhythm.days : 28;
  for (let distance = 0; distance <= reach; distance += 1) {
    for (const date of distance === 0 ? [day] : [day.add({ days: distance }), day.subtract({ days: distance })]) {
      if (!isWorkingDay(date) || pauseOn(date, forum.pauses)) continue;
      for (const hour of hours) {
        const start = date.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: hour });
        const time = { start: wallClock(start), end: wallClock(start.add({ minutes })) };
        if (time.start === meeting.start || time.start <= from) continue;
        if (around.before && time.start <= around.before.end) continue;
        if (around.after && time.end >= around.after.start) continue;
        if (around.busy.some((taken) => overlaps(time, taken))) continue;
        yield time;
      }
    }
  }
}

/** Up to `count` free times on different days, in time order. */
export function freeTimes(meeting: Meeting, forum: Forum, around: Surroundings, count = 3): FreeTime[] {
  const found: FreeTime[] = [];
  for (const time of times(meeting, forum, around)) {
    if (found.some((one) => one.start.slice(0, 10) === time.start.slice(0, 10))) continue;
    found.push(time);
    if (found.length === count) break;
  }
  return found.sort((a, b) => (a.start < b.start ? -1 : 1));
}

/** Moves the meeting to a free time; the reason is required and stays with it. */
export function move(
  meeting: Meeting,
  forum: Forum,
  around: Surroundings,
  to: string,
  reason: SafeText,
  by: string,
): Result<Meeting, MoveNo> {
  if (reachedStage(meeting, 'in-progress')) return no('begun');
  if (reason.trim() === '') return no('empty');
  const time = [...times(meeting, forum, around)].find((one) => one.start === to);
  if (!time) return no('not-free');
  return yes(retimed(meeting, time, reason, by, around.now));
}
