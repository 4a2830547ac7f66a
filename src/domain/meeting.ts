/** A meeting from planned date to filed minutes: one plain value, changed only by the functions beside it. */
import type { StandingItem } from './agreement.ts';
import type { PlannedMeeting } from './cadence.ts';
import { STOCKHOLM } from './calendar.ts';
import type { Case } from './cases.ts';
import type { SafeText } from './privacy.ts';
import type { NextSecretary } from './rotation.ts';
import type { Swap } from './swap.ts';

export type Why =
  | { kind: 'standing'; standing: string }
  /** `said` is what the meeting gave as its reason, where it said that the item comes back. */
  | { kind: 'carried-over'; from: string; reason: 'not-reached' | 'open-action' | ComesBack['how']; said?: SafeText }
  | { kind: 'proposed'; by: string }
  /** A figure beyond a line, as both stood when it was proposed. */
  | { kind: 'threshold'; indicator: string; period: string; side: 'below' | 'above'; line: number }
  /** A question from below: the forums it comes from, and since when it has been asked. */
  | { kind: 'lifted'; question: string; from: string[]; since: string; forDecision: boolean }
  /** What came back from above, and when: a medskick, a decision, or the question itself with a reason. */
  | { kind: 'handed-down'; question: string; from: string; at: string; what: 'answer' | 'decision' | 'sent-back' };

export interface Item {
  id: string;
  title: SafeText;
  background: SafeText;
  minutes: number;
  kind: 'standing' | 'discussion' | 'information' | 'question';
  why: Why;
  /** Came after publication and stands under övrigt. */
  late: boolean;
  indicators: string[];
  /** What became of a question's item; absent while it waits. '' where the minutes already say it. */
  handled?: SafeText;
  /** The question this item was lifted as; the item stays where it is. */
  liftedAs?: string;
}

export interface Note {
  id: string;
  item: string;
  text: SafeText;
}

export interface Outcome extends Note {
  /** § of the forum's year. */
  paragraph: number;
  word: 'agreed' | 'decided';
}

export interface Action {
  id: string;
  item: string;
  number: number;
  what: SafeText;
  who: string;
  due: string;
  status: ActionStatus;
  /** Why it was put off or withdrawn. */
  because?: SafeText;
  /** True when its status or last day became another since the forum last met: only those are printed in the minutes. */
  changed?: true;
}

export type ActionStatus = 'open' | 'started' | 'postponed' | 'done' | 'withdrawn';

/** What somebody says has become of an action. */
export interface Restated {
  id: string;
  to: Exclude<ActionStatus, 'open'>;
  /** The new last day of one that is put off. */
  due?: string;
  reason?: SafeText;
  by: string;
  at: string;
}

/** What the meeting has said about the return of an item. */
export interface ComesBack {
  item: string;
  /** `tabled`: bordlagd. `continues`: taken up again next time. */
  how: 'tabled' | 'continues';
  reason: SafeText;
}

/** A member's comment, on the meeting or on its draft; `taken` is the note the secretary made of it. */
export interface Comment {
  id: string;
  item: string;
  text: SafeText;
  by: string;
  at: string;
  taken?: string;
}

/** An item that was approved by itself, and the hash of the text that was shown. */
export interface Adjusted {
  item: string;
  by: string;
  at: string;
  hash: string;
  edition: number;
}

/** What an organisation has reported to the meeting, as it was given. */
export interface Situation {
  from: string;
  text: SafeText;
  by: string;
  at: string;
}

export interface Secretary {
  person: string;
  unit: string;
  accepted: boolean;
  declined: string[];
  reason: NextSecretary;
  /** The latest question about taking over the turn; absent when nobody has asked. */
  swap?: Swap | undefined;
}

/** Where the meeting is on its way; each stage knows what only it can know. */
export type Stage =
  | { name: 'planned' }
  | { name: 'open' }
  | { name: 'published' }
  | { name: 'in-progress' }
  | { name: 'draft' }
  | { name: 'approved'; by: string; at: string; version: number; hash: string }
  | { name: 'filed'; by: string; at: string; version: number; hash: string; url: string };

/** Filed minutes that were opened again: by whom, when and why, and the edition that lies filed. */
export interface Reopening {
  by: string;
  at: string;
  reason: SafeText;
  approved: Extract<Stage, { name: 'filed' }>;
  text: { notes: Note[]; outcomes: Outcome[]; actions: Action[]; comesBack?: ComesBack[] };
}

/** The number an authority has registered an edition of the minutes under. */
export interface Registered {
  authority: string;
  dnr: SafeText;
  edition: number;
  by: string;
  at: string;
}

export interface FrozenFigure {
  item: string;
  indicator: string;
  women: string;
  men: string;
  total: string;
  target: string;
  source: string;
  /** What units had written about it when the meeting was closed, ready to read. */
  notes?: readonly string[];
}

export interface Meeting {
  id: string;
  forum: string;
  slot: string;
  /** Stockholm wall clock, `2027-03-16T13:00`. */
  start: string;
  end: string;
  moved: { from: string; because: string } | undefined;
  /** The slot it is held for since a changed definition gave it another; absent while it is its own. */
  follows?: string;
  /** Moves made by the convener, oldest first; absent in meetings stored before there were any. */
  moves?: { from: string; to: string; reason: SafeText; by: string; at: string }[];
  stage: Stage;
  items: Item[];
  secretary: Secretary | undefined;
  agendaUrl: string;
  /** Where its documents lie, kept from when the first is on its way; absent in meetings that came so far before each had its own. */
  folder?: string;
  /** Where the draft can be read as a document; absent until it lies there, and when it has been taken away. */
  draftUrl?: string;
  /** The item being talked about. */
  current: string;
  /** Items that have been taken up. */
  reached: string[];
  /** Who is present, by unit; a unit is missing until it has been noted. */
  attendance: Record<string, string[]>;
  /** Who is not, by unit, and who came instead: name and role. Absent until attendance is noted. */
  absent?: Record<string, string[]>;
  substitutes?: Record<string, SafeText>;
  notes: Note[];
  outcomes: Outcome[];
  actions: Action[];
  /** Items that come back because the meeting says so; absent while it has said nothing. */
  comesBack?: ComesBack[];
  /** Lägesbilder; absent until one has been given. */
  situations?: Situation[];
  /** Oldest first; absent while nobody has commented. */
  comments?: Comment[];
  /** Open actions of earlier meetings, as they stood when the minutes were opened. */
  earlierActions: Action[];
  /** Cases announced; absent when there are none, and when they are purged. */
  cases?: Case[];
  /** Questions the forum has lifted since the meeting before, noted when the meeting was closed; empty when nothing was. */
  lifted?: string[];
  /** How many of each kind were taken up, counted when the meeting was closed. */
  caseCounts?: { kind: string; count: number }[];
  /** What became of actions after the meeting was closed: the minutes stand as they were approved. */
  restated?: Restated[];
  firstParagraph: number;
  figures: FrozenFigure[];
  /** Counts the changes of the text since the meeting was closed. */
  version: number;
  closedAt: string;
  /** Oldest first; absent while nobody has opened the filed minutes again. */
  reopenings?: Reopening[];
  /** Items approved by themselves, oldest first; absent while there are none. */
  adjusted?: Adjusted[];
  /** Oldest first; the latest of an authority and an edition holds. Absent while nobody has given one. */
  registered?: Registered[];
  /** What keeps a filing from going through, for the card. */
  notice: string;
}

export const wallClock = (at: Temporal.ZonedDateTime): string => at.toPlainDateTime().toString({ smallestUnit: 'minute' });

export const zoned = (local: string): Temporal.ZonedDateTime => Temporal.PlainDateTime.from(local).toZonedDateTime(STOCKHOLM);

/** The last day that is a meeting's own in its forum's plan; what is planned after it begins the day after. */
export const lastDayOf = ({ slot, follows = slot, start }: Meeting): string => [slot, follows, start.slice(0, 10)].sort().at(-1)!;

/** A stored meeting as the plan has it, at the time it has now. */
export const plannedAs = ({ id, forum, slot, start, end }: Meeting): PlannedMeeting => ({
  id,
  forum,
  slot: Temporal.PlainDate.from(slot),
  start: zoned(start),
  end: zoned(end),
  moved: undefined,
});

export function planned(meeting: PlannedMeeting): Meeting {
  return {
    id: meeting.id,
    forum: meeting.forum,
    slot: meeting.slot.toString(),
    start: wallClock(meeting.start),
    end: wallClock(meeting.end),
    moved: meeting.moved && { from: meeting.moved.from.toString(), because: meeting.moved.because },
    stage: { name: 'planned' },
    items: [],
    secretary: undefined,
    agendaUrl: '',
    current: '',
    reached: [],
    attendance: {},
    notes: [],
    outcomes: [],
    actions: [],
    earlierActions: [],
    firstParagraph: 1,
    figures: [],
    version: 0,
    closedAt: '',
    notice: '',
  };
}

const order: Stage['name'][] = ['planned', 'open', 'published', 'in-progress', 'draft', 'approved', 'filed'];

/** True when the meeting has come at least as far as `stage`. */
export const reachedStage = (meeting: Meeting, stage: Stage['name']): boolean =>
  order.indexOf(meeting.stage.name) >= order.indexOf(stage);

export type { StandingItem };
