/** Meetings as an iCalendar file (RFC 5545), for calendars outside the tenant. Times and places only, never what is discussed. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { FeedMeeting } from '../src/flows/feed.ts';

/** Times are written in UTC, which every calendar shows in its own zone; no time zone table can be out of date. */
export function icsFeed(name: string, meetings: readonly FeedMeeting[], made: Temporal.Instant): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Samverkan', product: 'Mötesplan', language: 'SV' },
    ttl: 60 * 60 * 6,
  });
  for (const meeting of meetings) {
    calendar.createEvent({
      id: `${meeting.id}@samverkan`,
      start: new Date(meeting.start.epochMilliseconds),
      end: new Date(meeting.end.epochMilliseconds),
      stamp: new Date(made.epochMilliseconds),
      summary: meeting.title,
      location: meeting.place,
      lastModified: new Date(meeting.changed.epochMilliseconds),
      sequence: meeting.sequence,
      status: ICalEventStatus.CONFIRMED,
      ...(meeting.note ? { description: meeting.note } : {}),
      ...(meeting.url ? { url: meeting.url } : {}),
    });
  }
  // The library ends every line but the last.
  return `${calendar.toString()}\r\n`;
}
