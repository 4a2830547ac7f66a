/** An event as far as we read it, and as we write it. */
import { z } from 'zod';
import type { Answer, CalendarEvent, Invitation } from '../../ports.ts';
import { ourPart, withOurPart } from './event-body.ts';
import { outlookTime, wallClock } from './outlook-time.ts';

const attendee = z.object({
  type: z.string().nullish(),
  emailAddress: z.object({ address: z.string().nullish(), name: z.string().nullish() }).nullish(),
  status: z.object({ response: z.string().nullish() }).nullish(),
});

export const event = z.object({
  id: z.string(),
  webLink: z.string(),
  start: wallClock,
  end: wallClock,
  isCancelled: z.boolean().nullish(),
  attendees: z.array(attendee).nullish(),
});

/** What stands in the calendar, as far as an invitation says it. */
export const wholeEvent = event.extend({
  subject: z.string().nullish(),
  location: z.object({ displayName: z.string().nullish() }).nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
});

export const FIELDS = 'id,webLink,start,end,isCancelled,attendees';
export const ALL_FIELDS = `${FIELDS},subject,location,isOnlineMeeting,onlineMeeting,body`;

type Event = z.infer<typeof event>;
type WholeEvent = z.infer<typeof wholeEvent>;
type Attendee = z.infer<typeof attendee>;

const answers: Record<string, Answer> = { accepted: 'accepted', tentativelyAccepted: 'tentative', declined: 'declined' };

const isRoom = ({ type }: Attendee) => type === 'resource';
/** Exchange may count the mailbox that calls the meeting among those who take part. */
const isAsked = (one: Attendee) => !isRoom(one) && one.status?.response !== 'organizer';
const mailOf = ({ emailAddress }: Attendee) => emailAddress?.address ?? '';

export function calendarEvent({ id, webLink, start, end, attendees }: Event): CalendarEvent {
  const asked = (attendees ?? []).filter((one) => isAsked(one) && mailOf(one) !== '');
  return {
    id,
    webUrl: webLink,
    start,
    end,
    answers: asked.map((one) => ({ mail: mailOf(one), answer: answers[one.status?.response ?? ''] ?? 'none' })),
  };
}

/** A new event: people are told when it is made. */
export function eventOf(invitation: Invitation) {
  return {
    subject: invitation.subject,
    start: outlookTime(invitation.start),
    end: outlookTime(invitation.end),
    body: { contentType: 'html', content: ourPart(invitation) },
    attendees: invitation.attendees.map(attendeeOf),
    ...(invitation.place === '' ? {} : { location: { displayName: invitation.place } }),
    ...(invitation.online ? online : {}),
  };
}

const online = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' };

const attendeeOf = ({ mail, name, needed }: Invitation['attendees'][number]) => ({
  emailAddress: { address: mail, name },
  type: needed === 'always' ? 'required' : 'optional',
});

/**
 * What has to be changed for the event to say the invitation, and nothing else: whatever is sent, people are told again,
 * and when it is only who takes part, just those it concerns. A meeting that has its Teams link keeps it; Outlook never takes one back.
 */
export function differences(there: WholeEvent, invitation: Invitation): object {
  const { subject, start, end, place } = invitation;
  const moved = there.start !== start || there.end !== end;
  const body = there.body?.content ?? '';
  const content = withOurPart(body, ourPart(invitation), there.onlineMeeting?.joinUrl ?? '');
  const asked = invitation.attendees.map(attendeeOf);
  return {
    ...(there.subject === subject ? {} : { subject }),
    ...(moved ? { start: outlookTime(start), end: outlookTime(end) } : {}),
    ...(content === body ? {} : { body: { contentType: 'html', content } }),
    ...(inWords(asked) === inWords((there.attendees ?? []).filter(isAsked)) ? {} : { attendees: [...asked, ...roomsOf(there)] }),
    ...(isPlaceNew(there, invitation) ? { location: { displayName: place } } : {}),
    ...(invitation.online && !there.isOnlineMeeting ? online : {}),
  };
}

/** Without a place of its own a Teams meeting keeps the one that Teams has written. */
function isPlaceNew({ location }: WholeEvent, { online: inTeams, place }: Invitation): boolean {
  return (location?.displayName ?? '') !== place && !(inTeams && place === '');
}

/** Rooms that somebody has booked for the meeting in Outlook stay. */
const roomsOf = ({ attendees }: WholeEvent) =>
  (attendees ?? []).filter(isRoom).map(({ emailAddress, type }) => ({ emailAddress, type }));

const inWords = (attendees: readonly Attendee[]): string =>
  attendees
    .map((one) => `${one.type ?? 'required'} ${mailOf(one).toLowerCase()}`)
    .toSorted()
    .join();
