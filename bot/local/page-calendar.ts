/** The calendar as the page shows it: the meetings one is asked to, and what can be done to them in Outlook. */
import { z } from 'zod';
import type { Outlook } from '../../src/adapters/local/outlook.ts';
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import type { LocalEvent, OutlookAct, PeoplesCalendar } from './control.ts';

const answers = { accepted: 'accepted', tentative: 'tentativelyAccepted', declined: 'declined' } as const;

export const calendarSchema: z.ZodType<OutlookAct> = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('answer'),
    as: z.string(),
    event: z.string(),
    answer: z.enum(['accepted', 'tentative', 'declined']),
  }),
  z.strictObject({ act: z.literal('away'), as: z.string(), event: z.string(), away: z.boolean() }),
  /** Somebody with access to the mailbox drags the event to another time, of the same length. */
  z.strictObject({ act: z.literal('time'), event: z.string(), start: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/) }),
  z.strictObject({ act: z.literal('delete'), event: z.string() }),
]);

const said: Record<string, LocalEvent['answer']> = {
  accepted: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
};

const wall = (instant: string) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(STOCKHOLM).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** From its first minute to the next day's. */
const dayOf = (start: string): [from: string, to: string] => {
  const day = Temporal.PlainDate.from(start.slice(0, 10));
  return [`${day}T00:00`, `${day.add({ days: 1 })}T00:00`];
};

/** `mailOf`: who has no address is asked to nothing. */
export function peoplesCalendar(
  outlook: Outlook,
  mailOf: (person: string) => string | undefined,
  now: () => string,
): PeoplesCalendar {
  const isAddress = (mail: string | undefined) => (one: { address: string }) => one.address.toLowerCase() === mail?.toLowerCase();
  return {
    of(person) {
      const mail = mailOf(person);
      const isMine = isAddress(mail);
      const seen = mail !== undefined && outlook.sees(mail);
      const away = seen ? outlook.taken(mail).filter(({ status }) => status === 'oof') : [];
      return outlook
        .events()
        .filter(({ attendees, end }) => attendees.some(isMine) && end > now())
        .toSorted((a, b) => a.start.localeCompare(b.start))
        .map(({ id, subject, start, end, place, attendees }) => ({
          ...{ id, subject, start, end, place },
          wallStart: wall(start),
          answer: said[attendees.find(isMine)?.response ?? ''] ?? 'none',
          own: !seen ? 'unseen' : away.some((time) => time.start < end && start < time.end) ? 'away' : 'there',
          asked: attendees.length,
          accepted: attendees.filter(({ response }) => response === 'accepted').length,
          url: `/graph/outlook/${encodeURIComponent(id)}`,
        }));
    },
    act(what) {
      const { act, event } = what;
      if (act === 'delete') return outlook.remove(event);
      if (act === 'answer') return outlook.answer(event, mailOf(what.as) ?? '', answers[what.answer]);
      const there = outlook.events().find(({ id }) => id === event);
      if (!there) throw new Error('There is no such event in the calendar.');
      if (what.act === 'away') {
        const mail = mailOf(what.as);
        if (mail === undefined) throw new Error('They have no calendar.');
        const [from, to] = dayOf(wall(there.start));
        return what.away ? outlook.take(mail, from, to, 'oof') : outlook.back(mail, from, to);
      }
      const length = Temporal.Instant.from(there.start).until(Temporal.Instant.from(there.end));
      const start = Temporal.PlainDateTime.from(what.start).toZonedDateTime(STOCKHOLM);
      outlook.move(event, what.start, wall(start.add(length).toInstant().toString()));
    },
  };
}
