/**
 * When a forum meets. Slots are counted from an anchor; a slot in an uppehåll rests, a slot on a red day is moved
 * (never cancelled, N 1.8) and the next one keeps its own place. Wall clock in Stockholm, whatever daylight saving does.
 */
import type { Forum, Pause, Rhythm } from './agreement.ts';
import { easterSunday, isWorkingDay, redDay, redDays, STOCKHOLM } from './calendar.ts';

export interface PlannedMeeting {
  /** `<forum>-<slot date>`: keeps its identity when the meeting is moved. */
  id: string;
  forum: string;
  /** The date the cadence gives. */
  slot: Temporal.PlainDate;
  start: Temporal.ZonedDateTime;
  end: Temporal.ZonedDateTime;
  /** Why the meeting does not lie on its slot; undefined when it does. */
  moved: { from: Temporal.PlainDate; because: string } | undefined;
}

export interface Rest {
  slot: Temporal.PlainDate;
  pause: string;
}

type EveryDays = Extract<Rhythm, { kind: 'every' }>;

/** The pause a date falls in, if any. Windows given as month-days or weeks may run over New Year. */
export function pauseOn(date: Temporal.PlainDate, pauses: readonly Pause[]): Pause | undefined {
  return pauses.find((pause) => {
    switch (pause.kind) {
      case 'dates': {
        const day = date.toString().slice(5);
        return pause.from <= pause.to ? day >= pause.from && day <= pause.to : day >= pause.from || day <= pause.to;
      }
      case 'weeks': {
        const week = date.weekOfYear!;
        return pause.from <= pause.to ? week >= pause.from && week <= pause.to : week >= pause.from || week <= pause.to;
      }
      case 'easter': {
        const distance = date.since(easterSunday(date.year), { largestUnit: 'days' }).days;
        return distance >= pause.from && distance <= pause.to;
      }
      case 'midsummer': {
        const days = redDays(date.year);
        const eve = days.find((day) => day.name === 'midsommarafton')!.date;
        return Temporal.PlainDate.compare(date, eve) >= 0 && Temporal.PlainDate.compare(date, eve.add({ days: 1 })) <= 0;
      }
    }
  });
}

/** Every date of a rhythm in [from, to], counted from the anchor in both directions. */
function slots(rhythm: EveryDays, from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const anchor = Temporal.PlainDate.from(rhythm.anchor);
  const distance = anchor.until(from, { largestUnit: 'days' }).days;
  const found: Temporal.PlainDate[] = [];
  for (let n = Math.ceil(distance / rhythm.days); ; n += 1) {
    const slot = anchor.add({ days: n * rhythm.days });
    if (Temporal.PlainDate.compare(slot, to) > 0) return found;
    found.push(slot);
  }
}

/** The nearest working day outside every pause, earlier before later; never as far as the neighbouring slots. */
function movedDay(slot: Temporal.PlainDate, rhythm: EveryDays, pauses: readonly Pause[]): Temporal.PlainDate | undefined {
  const reach = Math.floor((rhythm.days - 1) / 2);
  for (let days = 1; days <= reach; days += 1) {
    for (const day of [slot.subtract({ days }), slot.add({ days })]) {
      if (isWorkingDay(day) && !pauseOn(day, pauses)) return day;
    }
  }
  return undefined;
}

/** Why a slot cannot be held on its own day, if so. */
const redName = (slot: Temporal.PlainDate): string | undefined => redDay(slot) ?? (slot.dayOfWeek > 5 ? 'helg' : undefined);

/** Slots that can be neither held nor moved. A definition that gives any is refused when it is read. */
export function immovable(forum: Forum, from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const { rhythm, pauses } = forum;
  if (rhythm.kind !== 'every') return [];
  return slots(rhythm, from, to).filter(
    (slot) => !pauseOn(slot, pauses) && redName(slot) !== undefined && !movedDay(slot, rhythm, pauses),
  );
}

/** What the agreement plans for a forum between two dates (both included, by slot), and where the cadence rests. */
export function plan(
  forum: Forum,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): { meetings: PlannedMeeting[]; rests: Rest[] } {
  const { rhythm } = forum;
  if (rhythm.kind !== 'every') return { meetings: [], rests: [] };
  const meetings: PlannedMeeting[] = [];
  const rests: Rest[] = [];
  for (const slot of slots(rhythm, from, to)) {
    const pause = pauseOn(slot, forum.pauses);
    if (pause) {
      rests.push({ slot, pause: pause.name });
      continue;
    }
    const red = redName(slot);
    const day = red ? movedDay(slot, rhythm, forum.pauses) : slot;
    if (!day) throw new Error(`${forum.id} ${slot}: no working day to move to within ${rhythm.days} days`);
    const start = day.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: Temporal.PlainTime.from(rhythm.start) });
    meetings.push({
      id: `${forum.id}-${slot}`,
      forum: forum.id,
      slot,
      start,
      end: start.add({ minutes: rhythm.minutes }),
      moved: red ? { from: slot, because: red } : undefined,
    });
  }
  return { meetings, rests };
}

/** Longest row of pauses looked past for the next meeting. */
const LONGEST_REST = 4000;

/** The next meetings that have not ended at `now`, in order; fewer than `count` only where the cadence rests for years. */
export function upcoming(forum: Forum, now: Temporal.ZonedDateTime, count: number): PlannedMeeting[] {
  if (forum.rhythm.kind !== 'every') return [];
  const { days } = forum.rhythm;
  const from = now.toPlainDate().subtract({ days });
  const furthest = days * (count + 2) + LONGEST_REST;
  for (let reach = days * (count + 2); ; reach *= 2) {
    const { meetings } = plan(forum, from, from.add({ days: Math.min(reach, furthest) }));
    const found = meetings.filter((meeting) => Temporal.ZonedDateTime.compare(meeting.end, now) > 0);
    if (found.length >= count || reach >= furthest) return found.slice(0, count);
  }
}
