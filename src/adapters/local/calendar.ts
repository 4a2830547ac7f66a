/** The calendar of one mailbox: events in the ledger, for the app and for people in Outlook alike. */
import { randomBytes } from 'node:crypto';
import type { Attendee, Ledger, Meeting, Taken } from './ledger.ts';
import { hasTeamsLink, kept, withTeamsLink } from './teams-blob.ts';

/** What is asked for of an event; what is left out stays. Times are instants. */
export interface Wanted {
  subject?: string | undefined;
  body?: string | undefined;
  start?: string | undefined;
  end?: string | undefined;
  place?: string | undefined;
  online?: boolean | undefined;
  attendees?: Omit<Attendee, 'response' | 'answeredAt'>[] | undefined;
}

export type Happened = 'created' | 'updated' | 'deleted';

export interface OpenCalendar {
  mailbox: string;
  everything(): Meeting[];
  find(id: string): Meeting | undefined;
  /** The event that was made with it: 'gone' when it has been deleted since. */
  madeWith(transactionId: string): Meeting | 'gone' | undefined;
  add(wanted: Wanted, transactionId: string): Meeting;
  change(meeting: Meeting, wanted: Wanted): Meeting;
  remove(meeting: Meeting): void;
  /** What somebody who is asked answers. */
  answer(meeting: Meeting, address: string, response: Attendee['response']): Meeting;
  /** Somebody has something else in their calendar. */
  take(taken: Taken): void;
  /** Somebody is not out of office in this time after all. Instants. */
  back(mail: string, start: string, end: string): void;
  takenOf(mail: string): Taken[];
  /** What happened since so many lines of the ledger, each event once. */
  happenedSince(lines: number): { id: string; happened: Happened }[];
}

export function openCalendar(mailbox: string, ledger: Ledger, now: () => string): OpenCalendar {
  const meetings = new Map<string, Meeting>();
  const transactions = new Map<string, string>();
  let takings: Taken[] = [];
  for (const line of ledger.lines) {
    if (line.kind === 'event') remember(line.event);
    if (line.kind === 'event-gone') meetings.delete(line.id);
    if (line.kind === 'taken') takings.push(line.taken);
    if (line.kind === 'back') forget(line);
  }

  function forget({ mail, start, end }: Pick<Taken, 'mail' | 'start' | 'end'>): void {
    const isOver = (one: Taken) => one.status === 'oof' && one.start < end && start < one.end;
    takings = takings.filter((one) => !(one.mail.toLowerCase() === mail.toLowerCase() && isOver(one)));
  }

  function remember(meeting: Meeting): void {
    meetings.set(meeting.id, meeting);
    if (meeting.transactionId !== '') transactions.set(meeting.transactionId, meeting.id);
  }

  function keep(meeting: Meeting): Meeting {
    ledger.append({ kind: 'event', at: now(), event: meeting });
    remember(meeting);
    return meeting;
  }

  return {
    mailbox,
    everything: () => [...meetings.values()],
    find: (id) => meetings.get(id),
    madeWith(transactionId) {
      const id = transactions.get(transactionId);
      return id === undefined ? undefined : (meetings.get(id) ?? 'gone');
    },
    add(wanted, transactionId) {
      const id = newEventId();
      const page = kept(wanted.body ?? '');
      return keep({
        id,
        version: 1,
        transactionId,
        createdAt: now(),
        modifiedAt: now(),
        subject: wanted.subject ?? '',
        body: wanted.online ? withTeamsLink(page, id) : page,
        start: wanted.start ?? now(),
        end: wanted.end ?? now(),
        place: wanted.place ?? (wanted.online ? 'Microsoft Teams-möte' : ''),
        online: wanted.online ?? false,
        attendees: (wanted.attendees ?? []).map(unanswered),
      });
    },
    change(meeting, wanted) {
      const { id } = meeting;
      const becomesOnline = wanted.online === true && !meeting.online;
      const page = wanted.body === undefined ? meeting.body : kept(wanted.body);
      const body = becomesOnline ? withTeamsLink(page, id) : page;
      return keep({
        ...meeting,
        version: meeting.version + 1,
        modifiedAt: now(),
        subject: wanted.subject ?? meeting.subject,
        body,
        start: wanted.start ?? meeting.start,
        end: wanted.end ?? meeting.end,
        place: wanted.place ?? meeting.place,
        // Asking for no Teams does nothing once there is a link; taking the link out of the body does.
        online: (meeting.online || becomesOnline) && hasTeamsLink(body, id),
        attendees:
          wanted.attendees?.map((one) => ({ ...unanswered(one), ...answerOf(meeting, one.address) })) ?? meeting.attendees,
      });
    },
    remove({ id }) {
      ledger.append({ kind: 'event-gone', at: now(), id });
      meetings.delete(id);
    },
    answer: (meeting, address, response) =>
      keep({
        ...meeting,
        version: meeting.version + 1,
        modifiedAt: now(),
        attendees: meeting.attendees.map((one) => (sameAs(address)(one) ? { ...one, response, answeredAt: now() } : one)),
      }),
    take(taken) {
      ledger.append({ kind: 'taken', at: now(), taken });
      takings.push(taken);
    },
    back(mail, start, end) {
      ledger.append({ kind: 'back', at: now(), mail, start, end });
      forget({ mail, start, end });
    },
    takenOf(mail) {
      const asked = [...meetings.values()].flatMap(({ start, end, attendees }): Taken[] => {
        const response = attendees.find(sameAs(mail))?.response;
        if (response === undefined || response === 'declined') return [];
        return [{ mail, start, end, status: response === 'accepted' ? 'busy' : 'tentative' }];
      });
      return [...takings.filter((taken) => taken.mail.toLowerCase() === mail.toLowerCase()), ...asked];
    },
    happenedSince(lines) {
      const happened = new Map<string, Happened>();
      for (const line of ledger.lines.slice(lines)) {
        if (line.kind === 'event') happened.set(line.event.id, line.event.version === 1 ? 'created' : 'updated');
        if (line.kind === 'event-gone') happened.set(line.id, 'deleted');
      }
      return [...happened].map(([id, one]) => ({ id, happened: one }));
    },
  };
}

export const sameAs =
  (address: string) =>
  (one: { address: string }): boolean =>
    one.address.toLowerCase() === address.toLowerCase();

const unanswered = (one: Omit<Attendee, 'response' | 'answeredAt'>): Attendee => ({ ...one, response: 'none', answeredAt: '' });

/** Who is asked again keeps what they have answered. */
function answerOf({ attendees }: Meeting, address: string): Partial<Attendee> {
  const before = attendees.find(sameAs(address));
  return before ? { response: before.response, answeredAt: before.answeredAt } : {};
}

/** The form of Exchange's own; equals signs may stand at the end. */
function newEventId(): string {
  return `AAMkAD${randomBytes(108).toString('base64url')}AAA=`;
}
