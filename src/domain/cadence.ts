/**
 * When a forum meets. Slots are counted from an anchor; a slot in an uppehåll rests, a slot on a red day is moved
 * (never cancelled, N 1.8) and the next one keeps its own place. Wall clock in Stockholm, whatever daylight saving does.
 */
import type { Forum, Pause, Rhythm } from './agreement.ts';
import { STOCKHOLM } from './calendar.ts';
import { type Day, dateOf, dayOf, isoDay } from './days.ts';
import { anchorOf, hindranceOn, REST, slotDay, slotFrom } from './slots.ts';
import { spanOn } from './spans.ts';

export interface PlannedMeeting {
  /** `<forum>-<slot date>`: keeps its identity when the meeting is moved. */
  id: string;
  forum: string;
  /** The date the cadence gives. */
  slot: Temporal.PlainDate;
  start: Temporal.ZonedDateTime;
  end: Temporal.ZonedDateTime;
  /** Why the meeting does not lie on its slot; undefined when it does. */
  moved: Moved | undefined;
}

export interface Moved {
  from: Temporal.PlainDate;
  because: string;
  /** Set when no allowed day kept the order of the levels. */
  outOfOrder?: true;
}

export interface Rest {
  slot: Temporal.PlainDate;
  pause: string;
}

type EveryDays = Extract<Rhythm, { kind: 'every' }>;

/** The pause a date falls in, if any. Windows given as month-days or weeks may run over New Year. */
export const pauseOn = (date: Temporal.PlainDate, pauses: readonly Pause[]): Pause | undefined => spanOn(dayOf(date), pauses);

/** What becomes of one slot: held, on its own day or another; resting; or with nowhere to go. Days since 1970. */
export type Occurrence =
  | { kind: 'held'; slot: Day; day: Day; because: string | undefined; outOfOrder: boolean }
  | { kind: 'rests'; slot: Day; pause: string }
  | { kind: 'unplanned'; slot: Day; because: string };

/** Every slot of a forum in [from, to] and what becomes of it, in order; one at a time, so that any number of years fits. */
export function* occurrences(forum: Forum, from: Day, to: Day): Generator<Occurrence, void> {
  const { rhythm } = forum;
  if (rhythm.kind !== 'every') return;
  for (let slot = slotFrom(anchorOf(rhythm), rhythm.days, from); slot <= to; slot += rhythm.days)
    yield occurrence(forum, rhythm, slot);
}

function occurrence(forum: Forum, rhythm: EveryDays, slot: Day): Occurrence {
  const because = hindranceOn(slot, forum);
  if (because === undefined) return { kind: 'held', slot, day: slot, because, outOfOrder: false };
  if (because === REST) return { kind: 'rests', slot, pause: spanOn(slot, forum.pauses)!.name };
  const moved = slotDay(forum, rhythm, slot);
  return moved ? { kind: 'held', slot, because, ...moved } : { kind: 'unplanned', slot, because };
}

/** Slots that can be neither held nor moved. A definition that gives any is warned about when it is read. */
export function immovable(forum: Forum, from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  return plan(forum, from, to).unplanned;
}

export interface Plan {
  meetings: PlannedMeeting[];
  rests: Rest[];
  /** Slots with nowhere to go: no rule can hold them. The rest of the plan stands. */
  unplanned: Temporal.PlainDate[];
}

const times = new Map<string, Temporal.PlainTime>();

function timeOf(start: string): Temporal.PlainTime {
  let time = times.get(start);
  if (!time) {
    time = Temporal.PlainTime.from(start);
    times.set(start, time);
  }
  return time;
}

function meetingOf(forum: Forum, rhythm: EveryDays, one: Extract<Occurrence, { kind: 'held' }>): PlannedMeeting {
  const slot = dateOf(one.slot);
  const day = one.day === one.slot ? slot : dateOf(one.day);
  const start = day.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: timeOf(rhythm.start) });
  return {
    id: `${forum.id}-${isoDay(one.slot)}`,
    forum: forum.id,
    slot,
    start,
    end: start.add({ minutes: rhythm.minutes }),
    moved:
      one.because === undefined
        ? undefined
        : { from: slot, because: one.because, ...(one.outOfOrder ? { outOfOrder: true as const } : {}) },
  };
}

/** What the agreement plans for a forum between two dates (both included, by slot), and where the cadence rests. */
export function plan(forum: Forum, from: Temporal.PlainDate, to: Temporal.PlainDate): Plan {
  const { rhythm } = forum;
  const found: Plan = { meetings: [], rests: [], unplanned: [] };
  if (rhythm.kind !== 'every') return found;
  for (const one of occurrences(forum, dayOf(from), dayOf(to))) {
    if (one.kind === 'held') found.meetings.push(meetingOf(forum, rhythm, one));
    else if (one.kind === 'rests') found.rests.push({ slot: dateOf(one.slot), pause: one.pause });
    else found.unplanned.push(dateOf(one.slot));
  }
  return found;
}

/** Longest row of pauses looked past for the next meeting, in days. */
const LONGEST_REST = 4000;

/** Years from the anchor on that a cadence is judged by: the same on whatever day it is asked. */
const JUDGED = 10;
/** One slot in so many is held, at least, where a forum can be said to meet. */
const ONE_IN = 10;

/** True where pauses leave so little of a cadence that there is no place near to move a meeting to. */
export function hardlyMeets(forum: Forum): boolean {
  const { rhythm } = forum;
  if (rhythm.kind !== 'every') return true;
  const anchor = anchorOf(rhythm);
  let [slots, held] = [0, 0];
  for (const one of occurrences(forum, anchor, anchor + Math.max(JUDGED * 366, ONE_IN * rhythm.days))) {
    slots += 1;
    if (one.kind === 'held') held += 1;
  }
  return held * ONE_IN < slots;
}

/** The next meetings that have not ended at `now`, in order; fewer than `count` only where the cadence rests for years. */
export function upcoming(forum: Forum, now: Temporal.ZonedDateTime, count: number, longestRest = LONGEST_REST): PlannedMeeting[] {
  const { rhythm } = forum;
  if (rhythm.kind !== 'every') return [];
  const from = dayOf(now.toPlainDate()) - rhythm.days;
  const furthest = from + Math.max(rhythm.days * (count + 2), longestRest);
  const found: PlannedMeeting[] = [];
  for (const one of occurrences(forum, from, furthest)) {
    if (found.length >= count) break;
    if (one.kind !== 'held') continue;
    const meeting = meetingOf(forum, rhythm, one);
    if (Temporal.ZonedDateTime.compare(meeting.end, now) > 0) found.push(meeting);
  }
  return found;
}
