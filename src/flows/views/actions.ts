import type { LocalDate, PersonView } from './person-and-time.ts';

/** Actions somebody has to do: all of them, just given, or soon due. */
export interface ActionsView {
  why: 'all' | 'given' | 'due';
  actions: {
    id: string;
    meeting: string;
    number: number;
    what: string;
    forum: string;
    given: LocalDate;
    due: LocalDate;
    status: 'open' | 'started' | 'postponed';
    /** Why it was put off; '' when it was not. */
    because: string;
    /** Days past its last day; 0 or less while there is time. */
    late: number;
    /** Whose it is, when the reader sees it as convener for somebody who is not in Teams. */
    owner: PersonView | null;
  }[];
  /** How many more there are. */
  more: number;
  /** True when the reader may say of some action what has become of it. */
  changeable: boolean;
}

/** The dialog in which somebody says what has become of an action: theirs, and those of forums they write for or convene. */
export interface ActionDialogView {
  actions: { id: string; meeting: string; number: number; what: string; due: LocalDate; owner: PersonView | null }[];
  /** True when withdrawing is among what the reader may say of some of them. */
  withdraws: boolean;
  chosen: string;
  to: 'started' | 'postponed' | 'done' | 'withdrawn';
  due: LocalDate | '';
  reason: string;
  error: string;
}
