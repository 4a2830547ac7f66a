/** The meeting while it is on: what the secretary sees and writes, and what members add. */
import type { WhyView } from './agenda.ts';
import type { FigureView } from './figures.ts';
import type { LocalDate, LocalTime } from './person-and-time.ts';

export interface CommentView {
  by: string;
  text: string;
}

export interface MinutesItemView {
  number: number;
  title: string;
  why: WhyView;
  notes: string[];
  outcomes: { paragraph: number; word: 'agreed' | 'decided'; text: string }[];
  actions: { number: number; what: string; who: string; due: LocalDate }[];
  figures: FigureView[];
  /** What members have added and the secretary has not taken in. */
  comments: CommentView[];
  current: boolean;
}

/** The secretary's personal card while the meeting is on. */
export interface MinutesView {
  meeting: string;
  forum: string;
  start: LocalTime;
  end: LocalTime;
  /** `empty` where it is known that nobody came from the unit; `substitute` is '' where nobody came instead. */
  attendance: { unit: string; present: string[]; absent: string[]; substitute: string; known: boolean; empty: boolean }[];
  items: MinutesItemView[];
  /** 'agrees' or 'decides': what an outcome is called here. */
  mandate: 'agrees' | 'decides';
  /** True where the forum may lift questions. */
  lifts: boolean;
  /** What is taken up again if the meeting is closed now, and what is not. */
  returns: {
    title: string;
    because: 'standing' | 'not-reached' | 'open-action' | 'tabled' | 'continues' | 'open-question';
    said: string;
  }[];
  ends: string[];
}

export interface AttendanceDialogView {
  meeting: string;
  /** What has been shown, so that two can fill it in at the same time. */
  seen: string;
  units: {
    id: string;
    name: string;
    people: { id: string; name: string; present: boolean }[];
    substitute: string;
    /** The substitute that somebody else has written meanwhile; null where only one has. */
    theirs: string | null;
  }[];
  error: string;
}

export interface NoteDialogView {
  meeting: string;
  kind: 'note' | 'outcome' | 'action';
  mandate: 'agrees' | 'decides';
  items: { id: string; title: string }[];
  item: string;
  /** What a note may be written as; empty for what is no note. */
  ways: ('note' | 'tabled' | 'continues' | 'as-usual')[];
  way: 'note' | 'tabled' | 'continues' | 'as-usual';
  /** Phrases to begin with. */
  phrases: { id: string; text: string }[];
  text: string;
  /** For an action. */
  people: { id: string; name: string }[];
  person: string;
  due: LocalDate;
  error: string;
}

/** A member writes their organisation's lägesbild. */
export interface SituationDialogView {
  meeting: string;
  forum: string;
  start: LocalTime;
  from: string;
  text: string;
  error: string;
}

/** A member comments an item, of the meeting or of its draft. */
export interface CommentDialogView {
  meeting: string;
  items: { id: string; title: string }[];
  item: string;
  text: string;
  error: string;
}
