/** The agenda of a meeting, what stands on it and why, and the dialog that proposes an item. */
import type { CaseLine } from './cases.ts';
import type { FigureView } from './figures.ts';
import type { CommentView } from './minutes.ts';
import type { LocalDate, LocalTime, PersonView } from './person-and-time.ts';

/** Why an item stands on the agenda; shown with every item. */
export type WhyView =
  | { kind: 'standing'; source: string }
  /** `said` is the meeting's own reason; absent where a rule carried it over. */
  | {
      kind: 'carried-over';
      from: LocalDate;
      reason: 'not-reached' | 'open-action' | 'tabled' | 'continues';
      said?: string | undefined;
    }
  /** `weighedBy` is the fact card that gives the item its place; absent where items are not weighed. */
  | { kind: 'proposed'; by: string; weighedBy?: string | undefined }
  | { kind: 'threshold'; side: 'below' | 'above'; line: number; measure: 'share' | 'count' }
  /** `days` since `since`, as of when the card was drawn. */
  | { kind: 'lifted'; from: string[]; since: LocalDate; days: number; forDecision: boolean }
  | { kind: 'handed-down'; from: string; at: LocalDate; what: 'answer' | 'decision' | 'sent-back' };

export interface AgendaItemView {
  number: number;
  title: string;
  why: WhyView;
  minutes: number;
  background: string;
  figures: FigureView[];
  /** The question the item carries or was lifted as; empty when none. */
  question: string;
  /** What the question waits for here: 'answer' from this forum, its 'receipt' of one, 'again' of the asker; '' for nothing. */
  waits: '' | 'answer' | 'receipt' | 'again';
  /** What became of it; empty while it waits. */
  handled: string;
  /** Under the item where cases are taken up, until the meeting is closed. */
  cases: CaseLine[];
  /** While the meeting is on. */
  comments: CommentView[];
  /** What each organisation has reported, where it is asked to; '' where it has not. */
  situations: { from: string; text: string }[];
}

export interface UnitAnswersView {
  unit: string;
  /** How many have been asked; who is neither of those below has not answered. */
  asked: number;
  accepted: number;
  tentative: number;
  declined: number;
  /** True when nobody comes. */
  empty: boolean;
}

/** The living card of a meeting: one per meeting, in the forum's channel. */
export interface AgendaView {
  meeting: string;
  forum: string;
  start: LocalTime;
  end: LocalTime;
  place: string;
  state: 'open' | 'published' | 'in-progress' | 'draft' | 'approved' | 'filed';
  /** 'decides' where the definition grants the mandate. */
  mandate: 'agrees' | 'decides';
  /** When the agenda is published. */
  publishes: LocalDate;
  secretary: PersonView | null;
  items: AgendaItemView[];
  /** True where a question can be lifted now. */
  lifts: boolean;
  /** True where a case can be announced now. */
  takesCases: boolean;
  minutesPlanned: number;
  minutesAvailable: number;
  agendaUrl: string;
  minutesUrl: string;
  approved: { by: string; at: LocalTime } | null;
  /** What people have answered the calendar, a unit each in the forum's order; null where nobody is asked, or no longer. */
  answers: UnitAnswersView[] | null;
  /** That each unit sends somebody, as people are told it with its source. */
  represented: string;
  /** Something people should know, in Swedish (a unit without anybody, a filing that waits); empty when all is well. */
  notice: string;
}

export interface ProposeDialogView {
  meeting: string;
  forum: string;
  start: LocalTime;
  /** 'agenda': on this agenda. 'late': it is published; ask whether now under övrigt or next time. */
  when: 'agenda' | 'late';
  title: string;
  background: string;
  minutes: number;
  kind: 'discussion' | 'information' | 'question';
  /** Set when an existing item is changed. */
  item: string;
  error: string;
}
