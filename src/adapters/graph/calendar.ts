/** Meetings in a mailbox's calendar: an event each, since their dates fit no pattern that Outlook can repeat. */
import { createHash } from 'node:crypto';
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { type BusyTime, type Calendar, type CalendarEvent, Refused } from '../../ports.ts';
import { segment } from './address.ts';
import { afterDone } from './after-done.ts';
import { everyOne, understood } from './answer.ts';
import { atMost } from './at-most.ts';
import { EVERY, schedule, takenIn } from './busy.ts';
import { ALL_FIELDS, calendarEvent, differences, event, eventOf, FIELDS, wholeEvent } from './event.ts';
import { faultOf } from './fault.ts';
import { dayBegins, IN_OUR_ZONE, outlookTime } from './outlook-time.ts';

/** Exchange answers no more of an app's requests at a time. */
const IN_FLIGHT = 4;

/** Microsoft documents no more calendars in one question. */
const MOST_SCHEDULES = 20;

const PAGE = 100;

const made = z.object({ id: z.string(), transactionId: z.string().nullish() });
const schedules = z.object({ value: z.array(schedule) });

export function graphCalendar({ client, mailbox }: { client: Client; mailbox: string }): Calendar {
  const user = segment(mailbox);
  const events = `/users/${user}/events`;
  const inTurn = atMost(IN_FLIGHT);
  const at = (path: string) => client.api(path).header('Prefer', IN_OUR_ZONE);
  const get = (path: string): Promise<unknown> => inTurn(() => at(path).get());
  const post = (path: string, body: object): Promise<unknown> => inTurn(() => at(path).post(body));

  return {
    async create(invitation, key) {
      const transactionId = transactionIdOf(key);
      try {
        const answer = await post(events, { ...eventOf(invitation), transactionId });
        return calendarEvent(understood(event, `POST ${events}`, 'maybe', answer));
      } catch (error) {
        const fault = faultOf(error);
        // Seen as 400 and as 409: an earlier attempt came through.
        if (!fault?.codes.includes('ErrorDuplicateTransactionId')) throw error;
        return afterDone('The event is in the calendar; the next try reads it.', () =>
          madeBefore(transactionId, fault.existingEvent),
        );
      }
    },

    async change(id, invitation) {
      const path = `${events}/${segment(id)}`;
      const there = await find(id, `${path}?$select=${ALL_FIELDS}`, wholeEvent);
      if (there === 'gone') return 'gone';
      const changed = differences(there, invitation);
      if (Object.keys(changed).length === 0) return calendarEvent(there);
      const answer = await unlessGone(inTurn(() => at(path).patch(changed)));
      return answer === 'gone' ? 'gone' : calendarEvent(understood(event, `PATCH ${path}`, 'maybe', answer));
    },

    async read(id) {
      const found = await find(id, `${events}/${segment(id)}?$select=${FIELDS}`, event);
      return found === 'gone' ? 'gone' : calendarEvent(found);
    },

    async between(from, to) {
      const until = Temporal.PlainDate.from(to).add({ days: 1 }).toString();
      const [begins, ends] = [dayBegins(from), dayBegins(until)].map(encodeURIComponent);
      const view = `/users/${user}/calendarView?startDateTime=${begins}&endDateTime=${ends}&$select=${FIELDS}&$top=${PAGE}`;
      const found = await everyOne(client, view, event, get);
      // The view also has what began before and is still going on.
      return found.filter(({ start, isCancelled }) => !isCancelled && start >= from).map(calendarEvent);
    },

    async busy(mails, from, to) {
      const path = `/users/${user}/calendar/getSchedule`;
      const [startTime, endTime] = [outlookTime(from), outlookTime(to)];
      const asked = chunks([...new Set(mails)], MOST_SCHEDULES).map(async (part) => {
        const answer = await post(path, { schedules: part, startTime, endTime, availabilityViewInterval: EVERY });
        const told = understood(schedules, `POST ${path}`, 'no', answer).value;
        return part.map((mail): [string, BusyTime[] | 'unknown'] => {
          const found = told.find(({ scheduleId }) => scheduleId.toLowerCase() === mail.toLowerCase());
          return [mail, !found || found.error ? 'unknown' : takenIn(found, from)];
        });
      });
      return new Map((await Promise.all(asked)).flat());
    },
  };

  async function find<T extends { isCancelled?: boolean | null | undefined }>(
    id: string,
    path: string,
    schema: z.ZodType<T>,
  ): Promise<T | 'gone'> {
    const answer = await unlessGone(get(path));
    if (answer === 'gone') return 'gone';
    const found = understood(schema, `GET ${events}/${segment(id)}`, 'no', answer);
    return found.isCancelled ? 'gone' : found;
  }

  /** The event that was made with this id, which Graph may or may not name when it says that it was. */
  async function madeBefore(transactionId: string, existing: string | undefined): Promise<CalendarEvent> {
    const id = existing ?? (await idOf(transactionId));
    const found = id === undefined ? 'gone' : await find(id, `${events}/${segment(id)}?$select=${FIELDS}`, event);
    if (found !== 'gone') return calendarEvent(found);
    const next = 'The event was made, and somebody has deleted or cancelled it since; no other is put in its place.';
    throw new Refused({ call: `POST ${events}`, status: 409, next });
  }

  /** Every event is looked at: to ask for the one with a transactionId is not documented. */
  async function idOf(transactionId: string): Promise<string | undefined> {
    const all = await everyOne(client, `/users/${user}/events?$select=id,transactionId&$top=${PAGE}`, made, get);
    return all.find((one) => one.transactionId === transactionId)?.id;
  }
}

/** The same for a key every time, in the shape of a GUID. */
function transactionIdOf(key: string): string {
  const hex = createHash('sha256').update(`samverkan event ${key}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** Only what Exchange itself says about the event counts: a mailbox that cannot be found is no meeting that is gone. */
async function unlessGone(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    const fault = faultOf(error);
    if (fault?.status === 404 && fault.codes.includes('ErrorItemNotFound')) return 'gone';
    throw error;
  }
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}
