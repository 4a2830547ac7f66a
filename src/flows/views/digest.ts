/** What the card of the weekly letter is told. */
import type { LocalDate, LocalTime } from './person-and-time.ts';

export interface DigestView {
  /** A day of the week it is for. */
  day: LocalDate;
  meetings: { forum: string; start: LocalTime; end: LocalTime; writes: boolean }[];
  drafts: { forum: string; start: LocalTime; due: LocalDate }[];
  actions: { open: number; late: number; next: { what: string; due: LocalDate } | null };
  /** Questions the person has asked that are open: number, text, and where it stands, ready to read. */
  questions: { id: string; text: string; stands: string }[];
  more: number;
}
