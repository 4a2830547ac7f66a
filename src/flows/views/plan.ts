/** When a forum meets, why on that day, and the dialog that moves a meeting. */
import type { LocalDate, LocalTime, PersonView } from './person-and-time.ts';

export interface NextMeetingView {
  meeting: string;
  forum: string;
  start: LocalTime;
  end: LocalTime;
  place: string;
  secretary: PersonView | null;
  items: number;
  /** Why the meeting lies where it lies, when it was moved or follows an uppehåll; empty otherwise. */
  moved: string;
  following: LocalTime[];
}

/** Why a meeting lies where it lies: rules, each the agreement's or ours, and what has happened to it, in order. */
export interface WhyDayView {
  /** The forum's next meeting where this one is so far ahead that the plan alone knows it. */
  meeting: string;
  /** False for a meeting so far ahead that only the plan knows it. */
  hasAgenda: boolean;
  forum: string;
  /** The appendix the sources are sections of. */
  appendix: string;
  start: LocalTime;
  end: LocalTime;
  /** `source` is '' where the rule is our choice, `choice` where it is the agreement's. */
  rules: ({ source: string; choice: string } & (
    | { kind: 'rhythm'; days: number }
    | { kind: 'anchor'; date: LocalDate }
    | { kind: 'standing-time'; minutes: number }
    | { kind: 'never-cancelled'; rule: string }
    | { kind: 'moving'; prefer: 'earlier' | 'later'; withinDays: number }
    | { kind: 'pause'; name: string }
  ))[];
  steps: (
    | { kind: 'rested'; day: LocalDate; pause: string }
    | { kind: 'slot'; day: LocalDate; given: 'now' | 'earlier' }
    | { kind: 'hindered'; day: LocalDate; to: LocalDate; because: string; outOfOrder: boolean }
    | { kind: 'definition'; from: LocalTime; to: LocalTime; at: LocalTime; reason: string; hindrance: string }
    | { kind: 'standing-time'; from: LocalTime; to: LocalTime; at: LocalTime; reason: string }
    /** `by` has no name when the one who did it has left the roster. */
    | { kind: 'person'; from: LocalTime; to: LocalTime; at: LocalTime; reason: string; by: { name: string; role: string } }
  )[];
  /** What people should know of the day; nothing of it moves the meeting. */
  flags: string[];
  /** True for the convener while it can be moved. */
  mayMove: boolean;
}

/** The convener moves a meeting: a free time and a reason. */
export interface MoveDialogView {
  meeting: string;
  forum: string;
  start: LocalTime;
  times: { start: LocalTime; end: LocalTime; warning: string }[];
  /** How far calendars could be read; empty when there is nothing to say. */
  note: string;
  to: string;
  reason: string;
  error: string;
}
