/** Whether each meeting of a forum lies in the calendar once, at its own time: read from what the calendar has written down. */
import type { Forum } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';

/** As far as the calendar's log is read here: an event as it is from then on, or one that is gone. */
export type CalendarLine =
  | { kind: 'event'; event: { id: string; subject: string; start: string; end: string } }
  | { kind: 'event-gone'; id: string };

export interface CalendarAudit {
  /** Meetings that lie there at their own time, of those that should. */
  inCalendar: number;
  /** Events too many: a second one for a meeting, or one at a time when there is no meeting. */
  eventsTwice: number;
  faults: string[];
}

/** Slots by which the calendar may lie behind: a forum is planned further whenever it opens an agenda, after a pause too. */
const BEHIND = 4;

export function auditCalendar(
  lines: readonly CalendarLine[],
  forum: Forum,
  from: Temporal.PlainDate,
  now: Temporal.ZonedDateTime,
  heldAhead: { months: number },
): CalendarAudit {
  const every = forum.rhythm.kind === 'every' ? forum.rhythm.days : 0;
  const horizon = now.add(heldAhead);
  const planned = plan(forum, from, horizon.toPlainDate().add({ days: every })).meetings;
  const surely = horizon.subtract({ days: every * BEHIND });
  const lying = new Map<string, CalendarLine & { kind: 'event' }>();
  for (const line of lines) {
    if (line.kind === 'event') lying.set(line.event.id, line);
    else lying.delete(line.id);
  }
  const left = [...lying.values()].map(({ event }) => event).filter(({ subject }) => subject.startsWith(`${forum.name}, `));
  const faults: string[] = [];
  let inCalendar = 0;
  const begun = planned.filter(({ start }) => Temporal.ZonedDateTime.compare(start, now) <= 0).length;
  for (const [n, { id, start, end }] of planned.entries()) {
    const same = (one: string, other: Temporal.ZonedDateTime) => Temporal.Instant.from(one).equals(other.toInstant());
    const at = left.findIndex((event) => same(event.start, start) && same(event.end, end));
    if (at >= 0) left.splice(at, 1);
    else if (Temporal.ZonedDateTime.compare(start, surely) <= 0) faults.push(`lost: ${id} is not in the calendar at its time`);
    if (at >= 0 && n < begun) inCalendar += 1;
  }
  for (const event of left) faults.push(`in the calendar once too often: ${event.subject} ${event.start}`);
  return { inCalendar, eventsTwice: left.length, faults };
}
