/** What the card about who was reached is told. */
import type { Reach } from '../../domain/reach.ts';
import type { LocalDate, LocalTime, PersonView } from './person-and-time.ts';

/** What a card was about, by the first word of its key; 'other' for the rest. */
export const posted = [
  'agenda',
  'turn',
  'minutes',
  'remind-close',
  'remind-first',
  'remind-last',
  'hand-over',
  'actions-given',
  'actions-due',
  'ask-targets',
  'ask-situation',
  'ask-figures',
  'question',
  'booked',
  'by-hand',
  'hand-made',
  'time-box',
  'swap',
  'swapped',
  'away',
  'moved',
  'empty',
  'waits',
  'refused',
  'put-back',
  'digest',
  'other',
] as const;

export type PostedWhat = (typeof posted)[number];

export interface ReachView {
  forum: string;
  /** The meeting that is next: what the button carries. */
  meeting: string;
  since: LocalDate;
  /** Those a card has not reached, newest first; null is the forum's channel. */
  missed: { to: PersonView | null; what: PostedWhat; about: LocalDate | ''; why: Exclude<Reach, 'reached'>; asked: LocalTime }[];
  /** How many more there are. */
  more: number;
  /** Cards that reached somebody: how many of how many, and when the last one did. */
  reached: { what: PostedWhat; about: LocalDate | ''; done: number; of: number; at: LocalTime }[];
  /** Members who are not in Teams, and what reaches them instead. */
  outside: { who: PersonView; calendar: boolean }[];
  /** Cards that are not tried again by themselves. */
  givenUp: number;
}
