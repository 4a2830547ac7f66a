/** When people are taken, as Exchange tells it: within its own organisation, and of others only that it cannot say. */
import { z } from 'zod';
import type { Asked, Parts, Reply, Surroundings } from './asked.ts';
import type { OpenCalendar } from './calendar.ts';
import { calendarOf, understood } from './events.ts';
import { GraphNo } from './graph-no.ts';
import type { Taken } from './ledger.ts';
import { instantOf, inZone, preferredZone } from './outlook-time.ts';

/** As documented; the service itself has been seen to take more. */
const MOST = 20;

const time = z.strictObject({ dateTime: z.string(), timeZone: z.string() });
const question = z.strictObject({
  schedules: z.array(z.string()).min(1),
  startTime: time,
  endTime: time,
  availabilityViewInterval: z.int().min(5).max(1440).default(30),
});

const signs: Record<Taken['status'], string> = { free: '0', tentative: '1', busy: '2', oof: '3', workingElsewhere: '4' };

export function getSchedule(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const calendar = calendarOf(parts, around);
  const { schedules, startTime, endTime, availabilityViewInterval } = understood(question, asked);
  if (schedules.length > MOST)
    throw new GraphNo(400, 'ErrorMailboxDataArrayTooBig', 'There are too many target users in the EmailAddress array.');
  const [from, to] = [instantOf(startTime), instantOf(endTime)];
  if (!isBefore(from, to)) throw new GraphNo(400, 'ErrorInvalidTimeInterval', 'The end is not after the start.');
  const zone = preferredZone(asked.prefer);
  const value = schedules.map((mail) => {
    if (domainOf(mail) !== domainOf(calendar.mailbox)) return unknown(mail);
    const taken = takenBetween(calendar, mail, from, to);
    return {
      scheduleId: mail,
      availabilityView: viewOf(taken, from, to, availabilityViewInterval),
      scheduleItems: taken.map(({ start, end, status }) => ({ status, start: inZone(start, zone), end: inZone(end, zone) })),
    };
  });
  return { status: 200, body: { value }, did: { outcome: 'answered' } };
}

const unknown = (mail: string) => ({
  scheduleId: mail,
  error: { message: 'The mailbox is in another organisation.', responseCode: 'ErrorMailRecipientNotFound' },
});

function takenBetween(calendar: OpenCalendar, mail: string, from: string, to: string): Taken[] {
  return calendar
    .takenOf(mail)
    .filter(({ start, end }) => isBefore(start, to) && isBefore(from, end))
    .toSorted((a, b) => Temporal.Instant.compare(a.start, b.start));
}

/** A sign for each stretch of the time asked about: the most taken that anything in it is. */
function viewOf(taken: readonly Taken[], from: string, to: string, minutes: number): string {
  let view = '';
  for (let at = Temporal.Instant.from(from); isBefore(at.toString(), to); at = at.add({ minutes })) {
    const next = at.add({ minutes }).toString();
    const inside = taken.filter(({ start, end }) => isBefore(start, next) && isBefore(at.toString(), end));
    const counted = inside.map(({ status }) => signs[status]).filter((sign) => sign !== '4');
    view += counted.toSorted().at(-1) ?? (inside.length > 0 ? '4' : '0');
  }
  return view;
}

export const domainOf = (mail: string) => mail.slice(mail.lastIndexOf('@') + 1).toLowerCase();

const isBefore = (one: string, other: string) => Temporal.Instant.compare(one, other) < 0;
