/**
 * "Mötena ska ej avbokas" (N 1.8): a meeting is moved, keeps its identity and its history, and stays between its
 * neighbours. Which times are proposed is ours.
 */
import type { Forum } from './agreement.ts';
import { pauseOn } from './cadence.ts';
import { isWorkingDay, STOCKHOLM } from './calendar.ts';
import { stillValid } from './cases.ts';
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

/** A member whose calendar was asked for; nobody is held back by a calendar that cannot be seen. */
export interface Taken {
  unit: string;
  busy: readonly Busy[] | 'unknown';
}

export interface OfferedTime extends FreeTime {
  /** Units where everybody is taken. */
  lacking: string[];
  /** How many are taken, in all. */
  taken: number;
}

export type MoveNo = 'begun' | 'not-free' | 'empty';

/** Whole hours at which a meeting may be proposed, besides the forum's own hour. */
const HOURS = ['09:00', '10:00', '13:00', '14:00', '15:00'];

/** Days that are looked at, nearest first. */
const DAYS = 20;

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

/** The meeting at another time, with what it was moved from and why; without cases whose consents do not cover the new day. */
export const retimed = (meeting: Meeting, to: FreeTime, reason: SafeText, by: string, now: Temporal.ZonedDateTime): Meeting =>
  stillValid({
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

/** Every time the plan's rules allow, nearest first, on as many days as people can be asked about at once. */
export function possibleTimes(meeting: Meeting, forum: Forum, around: Surroundings): FreeTime[] {
  const days = new Set<string>();
  const found: FreeTime[] = [];
  for (const time of times(meeting, forum, around)) {
    days.add(time.start.slice(0, 10));
    if (days.size > DAYS) break;
    found.push(time);
  }
  return found;
}

/** Up to `count` free times on different days, in time order: those best for the people, then the nearest. */
export function freeTimes(
  meeting: Meeting,
  forum: Forum,
  around: Surroundings,
  people: readonly Taken[] = [],
  count = 3,
): OfferedTime[] {
  const weighed = possibleTimes(meeting, forum, around).map((time) => weigh(time, meeting, people));
  const best = Map.groupBy(weighed, ({ start }) => start.slice(0, 10));
  return [...best.values()]
    .map((day) => day.toSorted(byPeople)[0]!)
    .toSorted(byPeople)
    .slice(0, count)
    .sort((a, b) => (a.start < b.start ? -1 : 1));
}

function weigh(time: FreeTime, meeting: Meeting, people: readonly Taken[]): OfferedTime {
  const known = people.filter((one): one is Taken & { busy: readonly Busy[] } => one.busy !== 'unknown');
  // The meeting itself stands in their calendars, and moves along.
  const isTaken = ({ busy }: { busy: readonly Busy[] }) =>
    busy.some((one) => overlaps(time, one) && !(one.start === meeting.start && one.end === meeting.end));
  const lacking = [...Map.groupBy(people, ({ unit }) => unit)]
    .filter(([, members]) => members.every((one) => one.busy !== 'unknown' && isTaken({ busy: one.busy })))
    .map(([unit]) => unit);
  return { ...time, lacking, taken: known.filter(isTaken).length };
}

/** Sorting is stable: among equals the nearest stays first. */
const byPeople = (a: OfferedTime, b: OfferedTime): number => a.lacking.length - b.lacking.length || a.taken - b.taken;

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
