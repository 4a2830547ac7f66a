/** Whose turn it is to write, why, how it is swapped and how it has been shared. */
import type { LocalDate, LocalTime, PersonView } from './person-and-time.ts';

/** Why this person writes: the rule, in facts. */
export interface TurnReason {
  person: PersonView;
  kind: 'longest-waiting' | 'never-written' | 'after-decline' | 'repays' | 'swapped' | 'convener-stands-in';
  /** Whose turn it was, when somebody else writes. */
  insteadOf: PersonView | null;
  /** When the unit last had the turn, and when the person last wrote; null = never. */
  unitLast: LocalDate | null;
  personLast: LocalDate | null;
  /** Those passed over, and why. */
  passed: { name: string; unit: string; why: 'away' | 'declined' | 'newcomer' | 'credit' }[];
}

/** Personal: "Det är din tur att skriva". */
export interface TurnView {
  meeting: string;
  forum: string;
  start: LocalTime;
  state: 'asked' | 'accepted' | 'declined' | 'swapped';
  reason: TurnReason;
  /** Who took over, when declined or swapped. */
  instead: PersonView | null;
  /** True while somebody has been asked to take over and nobody has answered. */
  asking: boolean;
  /** Their calendar says out of office over the meeting. */
  away: boolean;
  /** The meeting has begun: there is nothing to answer any longer. */
  begun: boolean;
}

/** "Kan du skriva i stället?", to all in the channel or to one. */
export interface SwapView {
  meeting: string;
  number: number;
  forum: string;
  start: LocalTime;
  state: 'open' | 'taken' | 'withdrawn' | 'lapsed' | 'passed-on';
  from: PersonView;
  /** Who asked, when it was not the one whose turn it is. */
  by: PersonView | null;
  taker: PersonView | null;
}

/** The dialog in which the turn is passed on. */
export interface SwapDialogView {
  meeting: string;
  forum: string;
  start: LocalTime;
  from: PersonView;
  /** Who may be asked: id and name. */
  people: { id: string; person: PersonView }[];
  error: string;
}

/** How the turns have been shared: expected against actual. */
export interface FairnessView {
  forum: string;
  /** Meetings with minutes that are counted. */
  meetings: number;
  since: LocalDate | null;
  units: { unit: string; due: number; written: number; every: number }[];
  people: { person: PersonView; due: number; written: number }[];
  next: { start: LocalTime; person: PersonView }[];
}

/** Answer to `vem är sekreterare` and "Varför jag?". */
export interface SecretaryView {
  meeting: string;
  forum: string;
  start: LocalTime;
  reason: TurnReason;
  /** The next in line after this meeting, as it looks now. */
  next: { start: LocalTime; person: PersonView }[];
}
