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

/**
 * The nearest working day outside every pause, the preferred side first on equal distance; within the forum's reach and
 * never past half-way to a neighbouring slot, so that moving one meeting never touches another.
 */
function movedDay(
  slot: Temporal.PlainDate,
  rhythm: EveryDays,
  forum: Pick<Forum, 'pauses' | 'moving'>,
): Temporal.PlainDate | undefined {
  const reach = Math.min(forum.moving.withinDays, Math.floor((rhythm.days - 1) / 2));
  for (let days = 1; days <= reach; days += 1) {
    const sides = [slot.subtract({ days }), slot.add({ days })];
    for (const day of forum.moving.prefer === 'earlier' ? sides : sides.toReversed()) {
      if (isWorkingDay(day) && !pauseOn(day, forum.pauses)) return day;
    }
  }
  return undefined;
}

/** Why a slot cannot be held on its own day, if so. */
const redName = (slot: Temporal.PlainDate): string | undefined => redDay(slot) ?? (slot.dayOfWeek > 5 ? 'helg' : undefined);

/** What keeps a slot from being held on its own day: a red day, a weekend, or a pause the forum moves out of. */
function hindranceOn(slot: Temporal.PlainDate, forum: Pick<Forum, 'pauses' | 'inPause'>): string | 'rests' | undefined {
  const pause = pauseOn(slot, forum.pauses);
  if (pause) return forum.inPause === 'rests' ? 'rests' : `uppehåll: ${pause.name}`;
  return redName(slot);
}

/** Slots that can be neither held nor moved. A definition that gives any is refused when it is read. */
export function immovable(forum: Forum, from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const { rhythm } = forum;
  if (rhythm.kind !== 'every') return [];
  return slots(rhythm, from, to).filter((slot) => {
    const hindrance = hindranceOn(slot, forum);
    return hindrance !== undefined && hindrance !== 'rests' && !movedDay(slot, rhythm, forum);
  });
}

export interface Plan {
  meetings: PlannedMeeting[];
  rests: Rest[];
  /** Slots with nowhere to go: no rule can hold them. The rest of the plan stands. */
  unplanned: Temporal.PlainDate[];
}

/** What the agreement plans for a forum between two dates (both included, by slot), and where the cadence rests. */
export function plan(forum: Forum, from: Temporal.PlainDate, to: Temporal.PlainDate): Plan {
  const { rhythm } = forum;
  if (rhythm.kind !== 'every') return { meetings: [], rests: [], unplanned: [] };
  const meetings: PlannedMeeting[] = [];
  const rests: Rest[] = [];
  const unplanned: Temporal.PlainDate[] = [];
  for (const slot of slots(rhythm, from, to)) {
    const hindrance = hindranceOn(slot, forum);
    if (hindrance === 'rests') {
      rests.push({ slot, pause: pauseOn(slot, forum.pauses)!.name });
      continue;
    }
    const day = hindrance ? movedDay(slot, rhythm, forum) : slot;
    if (!day) {
      unplanned.push(slot);
      continue;
    }
    const start = day.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: Temporal.PlainTime.from(rhythm.start) });
    meetings.push({
      id: `${forum.id}-${slot}`,
      forum: forum.id,
      slot,
      start,
      end: start.add({ minutes: rhythm.minutes }),
      moved: hindrance ? { from: slot, because: hindrance } : undefined,
    });
  }
  return { meetings, rests, unplanned };
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
