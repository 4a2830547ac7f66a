/** Short answers. */
import type { LocalTime, PersonView } from './person-and-time.ts';

/** A short answer or a nudge, with at most a few buttons. */
export interface MessageView {
  text: string;
  /** A second, quieter line; may be empty. */
  detail: string;
  link: { title: string; url: string } | null;
  buttons: { title: string; verb: string; data: Record<string, string>; dialog: boolean; primary: boolean }[];
}

export interface HelpView {
  forum: string;
  /** What one can say here, with an example each. */
  commands: { say: string; does: string }[];
}

export interface WelcomeView {
  forum: string;
  name: string;
  role: string;
  next: LocalTime;
  secretary: PersonView | null;
}
