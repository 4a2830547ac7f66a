import type { Answer, Answers } from '../domain/answers.ts';
import type { Invitation } from '../domain/invitation.ts';

export interface CalendarEvent {
  id: string;
  /** Address people can open. */
  webUrl: string;
  /** Wall clock in Stockholm. */
  start: string;
  end: string;
  answers: readonly { mail: string; answer: Answer }[];
}

/** A time somebody is taken, wall clock in Stockholm; `away` where the calendar says out of office. */
export interface BusyTime {
  start: string;
  end: string;
  away?: true;
}

/** The calendar meetings are called from: one mailbox. */
export interface Calendar {
  /**
   * Puts a meeting in the calendar, once for each key: asked again it gives the event that lies there, as it lies there.
   * @throws Unavailable; Refused also when the event of the key was made and has been deleted or cancelled since.
   */
  create(invitation: Invitation, key: string): Promise<CalendarEvent>;
  /**
   * The event says this from now on, and keeps its Teams link and what people have written below; idempotent, and nobody
   * is told when nothing differs. Who is asked is the invitation's to say: others are taken off, but booked rooms stay.
   * 'gone' when it was deleted or cancelled.
   */
  change(id: string, invitation: Invitation): Promise<CalendarEvent | 'gone'>;
  read(id: string): Promise<CalendarEvent | 'gone'>;
  /** The events that begin between these days, both included; those deleted or cancelled are not among them. */
  between(from: string, to: string): Promise<CalendarEvent[]>;
  /**
   * When people are taken, also tentatively, between two times of the wall clock (`2027-03-16T08:00`), by the mail asked
   * with; 'unknown' for those whose calendar we are not let into. What they do is not read.
   */
  busy(mails: readonly string[], from: string, to: string): Promise<Map<string, BusyTime[] | 'unknown'>>;
}

/** A meeting in the calendar, as we remember it. */
export interface KeptEvent {
  meeting: string;
  /** How many times it has been put there before: counted up when it was deleted and is made anew. */
  generation: number;
  /** '' while it does not lie there. */
  id: string;
  webUrl: string;
  /** SHA-256 of the invitation the calendar last took; '' when it has to be told again. */
  sent: string;
  answers: Answers;
  /** ISO instant it was last read. */
  seen: string;
}
