/**
 * What flows tell people, as plain data: no words, no formatting, no Teams. The cards turn it into sentences.
 * Every date and time is Stockholm wall clock: `2027-03-16` or `2027-03-16T13:00`.
 */

import type { Protected, Why } from '../domain/shown-tally.ts';
import type { DigestView } from './digest-view.ts';
import type { AdjustDialogView, DraftCommentView, ReadDialogView, RegisterDialogView } from './paper-views.ts';
import type { ReachView } from './reach-view.ts';
import type { RegistrationsView } from './registrations-view.ts';
import type { FollowUpDialogView, ReportView } from './report-view.ts';

export type LocalDate = string;
export type LocalTime = string;

export interface PersonView {
  name: string;
  unit: string;
}

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

/** Why each number is withheld; '' for one that is not. */
export type HiddenView = Record<'women' | 'men' | 'total', Why>;

/** Where a figure is written: a file or a list, and its sheet as it stood last. '' where it is not known. */
export type PlaceView = { name: string; sheet: string; url: string };

/** Only `figure-view.ts` makes one, of numbers that have passed the protection: no other compiles. */
export interface FigureView extends Protected {
  indicator: string;
  name: string;
  measure: 'share' | 'count';
  /** `2027-W10`, `2027-02`. Empty when there is no figure at all. */
  period: string;
  /** Shares as 0..1, counts as numbers; null when unknown, or withheld when `hidden` says why. */
  women: number | null;
  men: number | null;
  total: number | null;
  /** Those whose sex is not known; they count in the total. Null when there are none to speak of. */
  unsplit: number | null;
  /** False for what is not persons: then there is only a total. */
  bySex: boolean;
  womenBase: number | null;
  menBase: number | null;
  totalBase: number | null;
  hidden: HiddenView & { unsplit: Why };
  /** Persons below which figures are withheld, by the definition. */
  hiddenBelow: number;
  /** True when the base is small and the share should be read with care. */
  few: boolean;
  target: {
    value: number;
    direction: 'at-least' | 'at-most' | 'increase' | 'follow';
    validTo: LocalDate | null;
    expired: boolean;
    /** The forum that sets the next one; '' where none is named. */
    setter: string;
    /** The baseline an increase is held against, when it is: null value = named and not yet set. */
    baseline: { period: string; value: number | null } | null;
  } | null;
  status: 'reached' | 'missed' | 'follow' | 'unknown';
  /** Against the period just before; shares in parts of 1. Null where there is none to compare with. */
  change: { since: string; women: number | null; men: number | null; total: number | null } | null;
  /** Oldest first, this figure's period last. */
  trend: { period: string; women: number | null; men: number | null; total: number | null; hidden: HiddenView }[];
  /** The newest period that should be there by now and is not, and who has not reported it. */
  late: {
    period: string;
    from: string[];
    place: PlaceView;
    /** On a meeting's cards: the day it was last asked for ('' when it has not been), and who has not been asked. */
    asked?: { on: LocalDate | ''; not: string[] } | undefined;
  } | null;
  /** Printed with the figure, always; '' when there is nothing to say. */
  caveat: string;
  /** What `perUnit` is split by: "Enhet", "Utbildningspaket". */
  partsAre: string;
  source: { name: string; url: string; changed: LocalTime; read: LocalTime } | null;
  /** When it last took the place of another word about the same period; empty when it did not. */
  corrected: LocalTime | '';
  /** Where each figure was counted, when the indicator is kept per unit. */
  perUnit: { unit: string; women: number | null; men: number | null; total: number | null; hidden: HiddenView }[];
  /** What units have written about this period; '' where a field is empty. */
  notes: { unit: string; factors: string; analysis: string; direction: string }[];
  /** What keeps the figure from being shown, in Swedish, ready to read; empty when nothing does. */
  problem: string;
}

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
/** In the sources' own words. `source` is '' where a sentence is our choice, `choice` where it is the source's. */
export type GuidanceView =
  | {
      kind: 'fact-card';
      name: string;
      group: string;
      about: string;
      laws: string[];
      mission: string[];
      responsibility: string[];
      execution: string[];
      source: string;
      choice: string;
    }
  /** `missed` is the word that fitted none; '' when none was given. */
  | {
      kind: 'fact-cards';
      missed: string;
      groups: { name: string; about: string; cards: string[] }[];
      without: { name: string; list: string }[];
    }
  | { kind: 'no-fact-card'; name: string; list: string }
  | { kind: 'route'; name: string; steps: { text: string; source: string; choice: string }[] }
  | { kind: 'routes'; missed: string; names: string[] }
  /** `at` counts from 0; `meeting` is where an item could be proposed, '' when nowhere. */
  | { kind: 'rung'; meeting: string; at: number; of: number; name: string; text: string; source: string; choice: string }
  /** `answered` is the rung that gave the answer, '' when none did; `meeting` is '' when nothing can be proposed. */
  | { kind: 'ladder-end'; answered: string; meeting: string };

/** A case as members of the forum read it; `waitsFor` names the givers whose consent is not there yet. */
export interface CaseLine {
  alias: string;
  kind: string;
  of: string;
  wanted: string;
  inAdvance: boolean;
  waitsFor: string[];
}

/** `looked` is what people answer about Mina sidor; '' before they have. Dates are '' until they are given. */
export interface CaseDialogView {
  meeting: string;
  forum: string;
  start: LocalTime;
  /** What is done first, with its source. */
  first: string;
  looked: '' | 'not-there' | 'found' | 'no';
  alias: string;
  kinds: { id: string; name: string; inAdvance: boolean }[];
  kind: string;
  givers: { id: string; name: string }[];
  of: string;
  wanted: string;
  own: string;
  givenOwn: string;
  givenOther: string;
  error: string;
}

export interface ConsentDialogView {
  meeting: string;
  case: string;
  alias: string;
  giver: string;
  months: number;
  given: string;
  error: string;
}

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

/** One thing to know of an indicator; the card has the word for its kind. */
export interface AboutView {
  kind:
    | 'counts'
    | 'activity'
    | 'effect'
    | 'performance'
    | 'baseline'
    | 'earlier-target'
    | 'decided-target'
    | 'coming-target'
    | 'taken-back-target'
    | 'cited'
    | 'owner'
    | 'owner-proposed'
    | 'followed'
    | 'source';
  text: string;
}

export interface IndicatorsView {
  forum: string;
  figures: FigureView[];
  /** What the one indicator is, when a single one was asked for. */
  about: AboutView[];
  /** The one indicator, when the one who asked may set its target, or write for their unit; '' when not. */
  maySet: string;
  mayNote: string;
  /** The same, when there is a target the one who asked may take back. */
  mayTakeBack: string;
  /** Whether the card can be asked for fresh figures; an office's cannot. */
  refreshes: boolean;
}

/** A member of the body that decides writes in a target. Amounts as they were typed. */
export interface TargetDialogView {
  /** Names the forum it was asked for in; '' for none. */
  meeting: string;
  indicator: string;
  name: string;
  /** The body that decides. */
  setter: string;
  measure: 'share' | 'count';
  /** The target that holds, or held last; null when there is none with a value. */
  now: { value: number; direction: 'at-least' | 'at-most'; validTo: LocalDate | null; expired: boolean } | null;
  value: string;
  direction: 'at-least' | 'at-most';
  validFrom: string;
  validTo: string;
  decidedAt: string;
  /** True where the body reports its targets to the styrgrupp. */
  isReported: boolean;
  reportedAt: string;
  error: string;
}

/** A member of the body that decides takes back a target that holds or is to hold. */
export interface TakeBackDialogView {
  meeting: string;
  indicator: string;
  name: string;
  measure: 'share' | 'count';
  /** One at least. */
  targets: { id: string; value: number; direction: 'at-least' | 'at-most'; validFrom: LocalDate; validTo: LocalDate }[];
  error: string;
}

/** A unit's own words about a figure. */
export interface WhyDialogView {
  meeting: string;
  indicator: string;
  name: string;
  unit: string;
  /** Newest first: `2027-W10`. */
  periods: string[];
  period: string;
  factors: string;
  analysis: string;
  direction: string;
  error: string;
}

/** The owner of a figure fills it in. Amounts as they were typed; '' where nothing was. */
interface FigureFormView {
  indicator: string;
  name: string;
  unit: string;
  period: string;
  women: string;
  men: string;
  absent: string;
  causeKnown: string;
  error: string;
}

/** Personal: what is missing from one's unit before an agenda goes out. Amounts as they were typed. */
export interface FiguresAskView {
  meeting: string;
  forum: string;
  start: LocalTime;
  publishes: LocalDate;
  /** Filled in on the card. */
  forms: FigureFormView[];
  /** Written where it is kept. `standIn`: the reader is told since nobody of those it is missing from can be asked. */
  elsewhere: { name: string; period: string; from: string[]; standIn: boolean; place: PlaceView }[];
  /** Names of those that have come in since. */
  came: string[];
}

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

/** The dialog in which a decision made where the product has no meetings is written in. */
export interface DecisionDialogView {
  /** The meeting of the card it was opened from; '' where there is none. */
  meeting: string;
  from: string;
  name: string;
  on: LocalDate;
  title: string;
  text: string;
  concerns: { id: string; name: string }[];
  chosen: string[];
  error: string;
}

/** What has been decided or agreed. */
export interface DecisionsView {
  words: string;
  decisions: {
    forum: string;
    start: LocalTime;
    paragraph: number;
    word: 'agreed' | 'decided';
    text: string;
    state: 'draft' | 'approved';
    url: string;
  }[];
  more: number;
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

/** The text to approve; exactly what the document will say. Same card through approval and filing. */
export interface ApprovalView {
  meeting: string;
  forum: string;
  start: LocalTime;
  state: 'draft' | 'approved' | 'filed';
  version: number;
  /** Hash of the text shown; the approval binds to it. */
  hash: string;
  due: LocalDate;
  facts: { label: string; value: string }[];
  attendance: { unit: string; present: string; note: string }[];
  items: {
    number: string;
    title: string;
    why: string;
    paragraphs: string[];
    outcomes: { paragraph: string; word: string; text: string }[];
    figures: { indicator: string; women: string; men: string; total: string; target: string; source: string }[];
  }[];
  actions: { number: string; what: string; who: string; due: string; status: string }[];
  closing: string[];
  authorities: string[];
  approved: { by: string; at: LocalTime } | null;
  /** Why a filed text is a draft again; '' when it is the first. */
  reopened: string;
  /** Per authority the number the filed text is registered under; '' until it is. Empty before it is filed. */
  registered: { authority: string; dnr: string }[];
  mayRegister: boolean;
  url: string;
  /** 'yes' for the secretary and the convener: the buttons are there. */
  mayApprove: boolean;
  /** An item of the draft can be approved by itself. */
  mayAdjust: boolean;
  /** What members have said of a draft and is not in it. */
  comments: DraftCommentView[];
  /** How many comments there have been; the approval binds to it. */
  commentCount: number;
  /** Too long for a card: it is read in pages. */
  long: boolean;
  notice: string;
}

/** The dialog in which filed minutes are opened again. */
export interface ReopenDialogView {
  meeting: string;
  forum: string;
  start: LocalTime;
  edition: number;
  reason: string;
  error: string;
}

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

// ---- Dialogs ---------------------------------------------------------------------------------------------------

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

export interface ReportDialogView extends FigureFormView {
  /** Names the forum it was asked for in; '' where none is planned. */
  meeting: string;
  /** Newest first: `2027-W10`. */
  periods: string[];
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

/** Edit of a draft: one field per item (notes, one paragraph a line) and one per outcome and action. */
export interface EditMinutesDialogView {
  meeting: string;
  version: number;
  /** Marks of the texts as they were when the dialog opened: what tells which of two has changed a field. */
  seen: string;
  /** `theirs` is what somebody else has written meanwhile; null where nobody has. */
  fields: { id: string; label: string; text: string; theirs: string | null }[];
  /** Those that can be taken into the text; `take` are the places of those chosen. */
  comments: DraftCommentView[];
  take: string;
  error: string;
}

/** A question is lifted, put in other words or lifted again. */
export interface LiftDialogView {
  forum: string;
  how: 'raise' | 'change' | 'again';
  /** Set when a question is changed or lifted again. */
  question: string;
  /** Set when it is lifted from an item. */
  meeting: string;
  item: string;
  /** The meeting's items, to choose from where it is lifted from none yet. */
  items: { id: string; title: string }[];
  from: string;
  /** Where it may go, the usual way first; empty when it has its way already. */
  targets: { id: string; name: string }[];
  target: string;
  text: string;
  proposal: string;
  background: string;
  urgent: boolean;
  error: string;
}

/** One thing is done with a question: handled where it lies, completed by the asker, or its answer said to be unclear. */
export interface QuestionDialogView {
  meeting: string;
  forum: string;
  how: 'handle' | 'complete' | 'unclear';
  question: string;
  title: string;
  /** What it says beside its title, ready to read. */
  about: string;
  /** What may be done with it here; 'decide' where the definition grants the mandate. */
  ways: ('answer' | 'decide' | 'more' | 'lift' | 'back' | 'merge')[];
  way: string;
  text: string;
  /** Where it is lifted to; empty otherwise. */
  to: string;
  /** Forums the answer may concern beside those that asked. */
  concerns: { id: string; name: string }[];
  /** Questions it may be merged with. */
  others: { id: string; title: string }[];
  error: string;
}

/** A question's whole way, or a list of questions. Rows are ready to read. */
export interface QuestionsView {
  heading: string;
  /** The question's own words; empty for a list. */
  title: string;
  lead: string;
  rows: { mark: string; title: string; detail: string; now: boolean }[];
  foot: string;
  buttons: MessageView['buttons'];
}

export type Views = {
  agenda: AgendaView;
  'next-meeting': NextMeetingView;
  'why-day': WhyDayView;
  guidance: GuidanceView;
  indicators: IndicatorsView;
  'figures-ask': FiguresAskView;
  turn: TurnView;
  secretary: SecretaryView;
  swap: SwapView;
  fairness: FairnessView;
  digest: DigestView;
  reach: ReachView;
  registrations: RegistrationsView;
  report: ReportView;
  actions: ActionsView;
  decisions: DecisionsView;
  minutes: MinutesView;
  approval: ApprovalView;
  message: MessageView;
  help: HelpView;
  welcome: WelcomeView;
  'dialog-propose': ProposeDialogView;
  'dialog-attendance': AttendanceDialogView;
  'dialog-move': MoveDialogView;
  'dialog-note': NoteDialogView;
  'dialog-comment': CommentDialogView;
  'dialog-situation': SituationDialogView;
  'dialog-report': ReportDialogView;
  'dialog-action': ActionDialogView;
  'dialog-decision': DecisionDialogView;
  'dialog-swap': SwapDialogView;
  'dialog-target': TargetDialogView;
  'dialog-take-back': TakeBackDialogView;
  'dialog-why': WhyDialogView;
  'dialog-follow-up': FollowUpDialogView;
  'dialog-reopen': ReopenDialogView;
  'dialog-adjust': AdjustDialogView;
  'dialog-read': ReadDialogView;
  'dialog-register': RegisterDialogView;
  'dialog-edit': EditMinutesDialogView;
  questions: QuestionsView;
  'dialog-lift': LiftDialogView;
  'dialog-case': CaseDialogView;
  'dialog-consent': ConsentDialogView;
  'dialog-question': QuestionDialogView;
};
