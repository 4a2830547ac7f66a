/**
 * What the calendar says about a meeting: when, where, who is asked, and how the meetings are kept. Nothing about anybody the
 * meeting talks of, and no names in the text.
 */
import { type Agreement, attends, type Forum, type Person, quoted } from './agreement.ts';
import type { Meeting } from './meeting.ts';
import { longDate, meetingTime, weekday } from './swedish.ts';

/** Times are wall clock in Stockholm. */
export interface Invitation {
  subject: string;
  /** `2027-03-16T13:00` */
  start: string;
  end: string;
  /** True when the meeting is held in Teams: the calendar gives it its link, and never takes it back. */
  online: boolean;
  /** '' where the meeting has no other place than Teams. */
  place: string;
  attendees: readonly { mail: string; name: string; needed: 'always' | 'when-needed' }[];
  /** What the body says, a paragraph each. */
  paragraphs: readonly string[];
  /** Address of the agenda; '' while there is none. */
  agendaUrl: string;
}

type Invited = Person & { mail: string };

/** Those the calendar can ask to this meeting: who joins the forum later is asked to later meetings. */
export function invited(agreement: Agreement, forum: string, start: string): Invited[] {
  const day = start.slice(0, 10);
  return agreement.people.filter(
    (person): person is Invited =>
      person.mail !== undefined && attends(person, forum) && (person.since === undefined || person.since <= day),
  );
}

export function invitationFor(meeting: Meeting, forum: Forum, agreement: Agreement): Invitation {
  const { start, end, agendaUrl } = meeting;
  const week = Temporal.PlainDate.from(start.slice(0, 10)).weekOfYear;
  const { held } = forum.form;
  return {
    subject: `${forum.name}, v. ${week}`,
    start,
    end,
    online: held !== 'in-person',
    place: held === 'online' ? '' : forum.place,
    attendees: invited(agreement, forum.id, start).map((person) => ({
      mail: person.mail,
      name: person.name,
      needed: person.forums.includes(forum.id) ? 'always' : 'when-needed',
    })),
    paragraphs: [
      ...moved(meeting),
      quoted(agreement, agreement.sharedPlace),
      `${quoted(agreement, agreement.neverCancelled)} Behövs en annan tid skriver sammankallande "flytta" till boten i Teams. Ett möte som ändras eller tas bort här läggs tillbaka.`,
      'Svara på inbjudan. Svaren visas för forumet på dagordningen i Teams, så att varje verksamhet har någon med.',
    ],
    agendaUrl,
  };
}

/** Those who are not in Teams read here why. */
function moved({ moves, start, end }: Meeting): string[] {
  const last = moves?.at(-1);
  if (!last) return [];
  const from = `${weekday(last.from)} ${longDate(last.from)}`;
  return [`Mötet är flyttat från ${from} till ${meetingTime(start, end)}. Skäl: ${last.reason}.`];
}
