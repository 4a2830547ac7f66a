/** What Graph answers about the events of a mailbox. */
import { z } from 'zod';
import type { Asked, Parts, Reply, Surroundings } from './asked.ts';
import type { OpenCalendar, Wanted } from './calendar.ts';
import { eventShown } from './event-shown.ts';
import { GraphNo } from './graph-no.ts';
import { json } from './items.ts';
import type { Meeting } from './ledger.ts';
import { instantInQuery, instantOf, preferredZone } from './outlook-time.ts';
import { page, selected } from './query.ts';

/** Graph gives no more events on a page unless it is asked to. */
const PAGE = 10;

const time = z.strictObject({ dateTime: z.string(), timeZone: z.string() });
const address = z.strictObject({ address: z.email(), name: z.string().nullish() });
const attendee = z.strictObject({ emailAddress: address, type: z.enum(['required', 'optional', 'resource']) });
const changes = z.strictObject({
  subject: z.string().max(255).optional(),
  body: z.strictObject({ contentType: z.literal('html'), content: z.string() }).optional(),
  start: time.optional(),
  end: time.optional(),
  location: z.strictObject({ displayName: z.string() }).optional(),
  attendees: z.array(attendee).optional(),
  isOnlineMeeting: z.boolean().optional(),
  onlineMeetingProvider: z.literal('teamsForBusiness').optional(),
});
const newEvent = changes.extend({ start: time, end: time, transactionId: z.string().optional() });

export function events(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const calendar = calendarOf(parts, around);
  if (asked.method === 'GET') return pageOf(calendar.everything(), asked, around);
  const { transactionId = '', ...given } = understood(newEvent, asked);
  const wanted = wantedIn(given);
  mustEndAfterStart(wanted.start ?? '', wanted.end ?? '');
  const before = transactionId === '' ? undefined : calendar.madeWith(transactionId);
  if (before) throw duplicate(before, around);
  const meeting = calendar.add(wanted, transactionId);
  asked.about = aboutOf(meeting);
  return { status: 201, body: shown(meeting, asked, around), did: { outcome: 'event created' } };
}

function duplicate(before: Meeting | 'gone', { faults }: Surroundings): GraphNo {
  const { status, named } = faults.duplicates();
  const what = 'The TransactionId specified in the request has already been used to create a different event.';
  const beside = named && before !== 'gone' ? { '@event.existingEventId': before.id } : {};
  return new GraphNo(status, 'ErrorDuplicateTransactionId', `Your request can't be completed. ${what}`, { beside });
}

export function event(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const calendar = calendarOf(parts, around);
  const meeting = meetingAt(parts, calendar);
  if (asked.method === 'GET') return { status: 200, body: shown(meeting, asked, around) };
  asked.about = aboutOf(meeting);
  if (asked.method === 'DELETE') {
    calendar.remove(meeting);
    return { status: 204, did: { outcome: 'event deleted' } };
  }
  const wanted = wantedIn(understood(changes, asked));
  mustEndAfterStart(wanted.start ?? meeting.start, wanted.end ?? meeting.end);
  const changed = calendar.change(meeting, wanted);
  return { status: 200, body: shown(changed, asked, around), did: { outcome: 'event changed' } };
}

/** Moves it to Deleted Items, where it has another id. */
export function cancel(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const calendar = calendarOf(parts, around);
  const meeting = meetingAt(parts, calendar);
  asked.about = aboutOf(meeting);
  calendar.remove(meeting);
  return { status: 202, did: { outcome: 'event cancelled' } };
}

export function calendarView(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const from = instantInQuery(asked.url.searchParams.get('startDateTime'));
  const to = instantInQuery(asked.url.searchParams.get('endDateTime'));
  const inside = calendarOf(parts, around)
    .everything()
    .filter(({ start, end }) => isBefore(start, to) && isBefore(from, end))
    .toSorted((a, b) => Temporal.Instant.compare(a.start, b.start));
  return pageOf(inside, asked, around);
}

function pageOf(meetings: readonly Meeting[], asked: Asked, around: Surroundings): Reply {
  const all = meetings.map((meeting) => shown(meeting, asked, around));
  return { status: 200, body: page(asked.url, all, PAGE) };
}

function shown(meeting: Meeting, { url, prefer }: Asked, { show, calendar }: Surroundings): object {
  const whole = eventShown(meeting, preferredZone(prefer), calendar?.mailbox ?? '', show.eventUrl(meeting));
  return selected(url.searchParams, whole);
}

/** @throws GraphNo 404 for every mailbox but the one there is. */
export function calendarOf({ user }: Parts, { calendar }: Surroundings): OpenCalendar {
  if (calendar && decodeURIComponent(user ?? '').toLowerCase() === calendar.mailbox.toLowerCase()) return calendar;
  throw new GraphNo(404, 'ErrorInvalidUser', 'The requested user is invalid.');
}

export function meetingAt({ event: id }: Parts, calendar: OpenCalendar): Meeting {
  const found = calendar.find(decodeURIComponent(id ?? ''));
  if (found) return found;
  throw new GraphNo(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

function wantedIn(given: z.infer<typeof changes>): Wanted {
  return {
    subject: given.subject,
    body: given.body?.content,
    start: given.start && instantOf(given.start),
    end: given.end && instantOf(given.end),
    place: given.location?.displayName,
    online: given.isOnlineMeeting,
    attendees: given.attendees?.map(({ emailAddress, type }) => ({
      address: emailAddress.address,
      name: emailAddress.name ?? emailAddress.address,
      type,
    })),
  };
}

export function understood<T>(schema: z.ZodType<T>, { body }: Asked): T {
  const read = schema.safeParse(json(body));
  if (!read.success) throw new GraphNo(400, 'RequestBodyRead', z.prettifyError(read.error));
  return read.data;
}

function mustEndAfterStart(start: string, end: string): void {
  if (isBefore(end, start)) throw new GraphNo(400, 'ErrorPropertyValidationFailure', 'The end is before the start.');
}

const isBefore = (one: string, other: string) => Temporal.Instant.compare(one, other) < 0;

const aboutOf = ({ id }: Meeting) => `calendar/${id}`;
