/** An event the way Graph shows it. */
import { createHash } from 'node:crypto';
import type { Attendee, Meeting } from './ledger.ts';
import { inZone } from './outlook-time.ts';
import { joinUrl, plainText } from './teams-blob.ts';

/** How Graph says that nobody has answered yet. */
const NEVER = '0001-01-01T00:00:00Z';
const KEPT_ZONE = 'W. Europe Standard Time';

export function eventShown(meeting: Meeting, zone: string, mailbox: string, webLink: string): object {
  const { id, version, subject, body, start, end, place, online, transactionId } = meeting;
  const changeKey = createHash('sha256').update(`${id} ${version}`).digest('base64').slice(0, 24);
  const location = { displayName: place, locationType: 'default', uniqueId: place, uniqueIdType: 'private' };
  return {
    '@odata.etag': `W/"${changeKey}"`,
    id,
    changeKey,
    categories: [],
    createdDateTime: meeting.createdAt,
    lastModifiedDateTime: meeting.modifiedAt,
    transactionId: transactionId === '' ? null : transactionId,
    originalStartTimeZone: KEPT_ZONE,
    originalEndTimeZone: KEPT_ZONE,
    iCalUId: createHash('sha256').update(id).digest('hex').toUpperCase(),
    reminderMinutesBeforeStart: 15,
    isReminderOn: true,
    hasAttachments: false,
    subject,
    bodyPreview: plainText(body).slice(0, 255),
    importance: 'normal',
    sensitivity: 'normal',
    isAllDay: false,
    isCancelled: false,
    isDraft: false,
    isOrganizer: true,
    responseRequested: true,
    seriesMasterId: null,
    showAs: 'busy',
    type: 'singleInstance',
    webLink,
    onlineMeetingUrl: null,
    isOnlineMeeting: online,
    onlineMeetingProvider: online ? 'teamsForBusiness' : 'unknown',
    allowNewTimeProposals: true,
    hideAttendees: false,
    recurrence: null,
    responseStatus: { response: 'organizer', time: NEVER },
    body: { contentType: 'html', content: body },
    start: inZone(start, zone),
    end: inZone(end, zone),
    location,
    locations: place === '' ? [] : [location],
    attendees: meeting.attendees.map(attendeeShown),
    organizer: { emailAddress: { name: 'Samverkan', address: mailbox } },
    onlineMeeting: online ? { joinUrl: joinUrl(id) } : null,
  };
}

function attendeeShown({ address, name, type, response, answeredAt }: Attendee): object {
  return { type, status: { response, time: answeredAt === '' ? NEVER : answeredAt }, emailAddress: { name, address } };
}
