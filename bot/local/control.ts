/** What the local page asks of the running product: its clock, its plan and its files. `bot/compose.ts` provides it. */
export interface Control {
  /** ISO instant of the virtual clock. */
  now(): string;
  /** What the bot does next, soonest first; `what` in Swedish. */
  due(): Promise<DueStep[]>;
  /** Moves the clock: to the next thing that happens, one day on, or to an ISO instant. */
  advance(to: 'next' | 'day' | string): Promise<{ now: string }>;
  /** Whose turn it is to write, meeting by meeting. */
  turn(): Promise<{ person: string; meeting: string }[]>;
  files(): Promise<LocalFile[]>;
  calendar: PeoplesCalendar;
  agreement(): { title: string };
  /** Resolves when everything that is due has been done. */
  settled(): Promise<void>;
}

export interface DueStep {
  /** ISO instant */
  at: string;
  what: string;
  /** id */
  forum: string;
}

export interface LocalFile {
  library: string;
  path: string;
  name: string;
  /** bytes */
  size: number;
  /** ISO instant */
  modifiedAt: string;
  url: string;
}

/** The mailbox meetings are called from, as people see it in Outlook. */
export interface PeoplesCalendar {
  /** The meetings a person is asked to and that are not over, in time order. */
  of(person: string): LocalEvent[];
  act(what: OutlookAct): void;
}

export interface LocalEvent {
  id: string;
  subject: string;
  /** ISO instants */
  start: string;
  end: string;
  /** Wall clock in Stockholm: `2027-03-16T13:00`. */
  wallStart: string;
  place: string;
  answer: 'accepted' | 'tentative' | 'declined' | 'none';
  /** What their own calendar says of that time, as far as the bot may see it: not in another organisation. */
  own: 'there' | 'away' | 'unseen';
  asked: number;
  accepted: number;
  url: string;
}

export type OutlookAct =
  | { act: 'answer'; as: string; event: string; answer: 'accepted' | 'tentative' | 'declined' }
  /** Somebody is out of office on the event's day, or is not after all. */
  | { act: 'away'; as: string; event: string; away: boolean }
  | { act: 'time'; event: string; start: string }
  | { act: 'delete'; event: string };
