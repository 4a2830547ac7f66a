/**
 * What the product needs from outside, in our words. Flows receive these; adapters implement them;
 * only bot/compose.ts knows which adapter it is.
 */
import type { Answer, Answers } from './domain/answers.ts';
import type { Facets } from './domain/audit.ts';
import type { Shown } from './domain/disclosure.ts';
import type { Handlingstyp } from './domain/filing.ts';
import type { IndicatorNote } from './domain/indicator-notes.ts';
import type { Invitation } from './domain/invitation.ts';
import type { Meeting } from './domain/meeting.ts';
import type { KeptObservation, Observation } from './domain/observations.ts';
import type { SafeText } from './domain/privacy.ts';
import type { Question } from './domain/question.ts';
import type { Sending } from './domain/reach.ts';
import type { Report } from './domain/report.ts';
import type { ReportedPer } from './domain/reported-per.ts';
import type { Passing } from './domain/retention.ts';
import type { GroupMember } from './domain/roster.ts';
import type { Step, StepName } from './domain/steps.ts';
import type { KeptTarget, SetTarget, TakenBack } from './domain/targets.ts';

/** The one source of now: Europe/Stockholm wall clock. */
export interface Clock {
  now(): Temporal.ZonedDateTime;
}

/**
 * The outside failed, and asking again may help. Everything a person might fix is in the message.
 * `delivered` says whether what we asked for can have happened all the same: 'no' is certain, 'maybe' is not.
 */
export class Unavailable extends Error {
  readonly call: string;
  readonly status: number | undefined;
  readonly delivered: 'no' | 'maybe';
  /** Seconds the outside asked us to wait, when it did. */
  readonly retryAfter: number | undefined;

  constructor(facts: {
    call: string;
    status?: number;
    delivered: 'no' | 'maybe';
    retryAfter?: number;
    next: string;
    cause?: unknown;
  }) {
    super(`${facts.call}: ${facts.status ?? 'no answer'}. ${facts.next}`, { cause: facts.cause });
    this.name = 'Unavailable';
    this.call = facts.call;
    this.status = facts.status;
    this.delivered = facts.delivered;
    this.retryAfter = facts.retryAfter;
  }
}

/** The store does not answer. Whether what was being changed is kept is not known: all of it or nothing. */
export class StoreAway extends Error {
  constructor(cause: unknown) {
    super('the store does not answer. See that the database is up and reachable.', { cause });
    this.name = 'StoreAway';
  }
}

/** The outside understood and said no; asking the same again will not help. A person has to act on `message`. */
export class Refused extends Error {
  readonly call: string;
  readonly status: number | undefined;

  constructor(facts: { call: string; status?: number; next: string; cause?: unknown }) {
    super(`${facts.call}: ${facts.status ?? 'refused'}. ${facts.next}`, { cause: facts.cause });
    this.name = 'Refused';
    this.call = facts.call;
    this.status = facts.status;
  }
}

// ---- The samarbetsyta ------------------------------------------------------------------------------------------

/** A document library on the samarbetsyta, by what it is for; the adapter knows its real name. */
export type Library = 'meetings' | 'drafts' | 'statistics';

/** Metadata columns of a filed document: internal column name → value. */
export type Columns = Record<string, string | number | boolean>;

export interface Document {
  library: Library;
  /** Folder and file name inside the library, '/'-separated: `hub-intro/2027/2027-03-16/hub-intro-2027-03-16-dagordning.docx`. */
  path: string;
  bytes: Uint8Array;
  contentType: string;
  columns: Columns;
  /** Written to the column EffectId: how we recognise our own file after a lost answer. */
  effectId: string;
}

export interface FiledDocument {
  id: string;
  eTag: string;
  /** Address people can open. */
  webUrl: string;
}

export type ReadDocument =
  | { kind: 'unchanged' }
  | { kind: 'missing' }
  | {
      kind: 'read';
      eTag: string;
      bytes: Uint8Array;
      webUrl: string;
      /** ISO instant of the last change, and who made it where the samarbetsyta tells. */
      modifiedAt: string;
      modifiedBy: string | undefined;
    };

export interface Samarbetsyta {
  /**
   * Files a document once: a file that already lies at the path and carries our effect id counts as filed.
   * @throws Unavailable (also for a locked file, 423), Refused when somebody else's file lies there.
   */
  file(document: Document): Promise<FiledDocument>;
  /** Reads a document unless it still has the eTag we know. */
  read(library: Library, path: string, knownETag?: string): Promise<ReadDocument>;
  /** Writes columns of a document that has been filed; its content stays. 'gone' when it is not there any longer. */
  mark(library: Library, id: string, columns: Columns): Promise<FiledDocument | 'gone'>;
  /** Lays a draft in the library of drafts, over the one of ours that lies there. @throws Refused when it is somebody else's. */
  draft(document: Omit<Document, 'library'>): Promise<FiledDocument>;
  /** Takes a draft of ours away; done when it is gone already. Only drafts can be: what is filed stays. @throws Refused as above */
  discardDraft(path: string): Promise<void>;
  /** A document as the samarbetsyta itself makes a PDF of it. @throws Refused when it cannot. */
  asPdf(library: Library, id: string): Promise<Uint8Array>;
}

/** A document that has been filed, as we remember it. */
export interface KeptDocument extends FiledDocument {
  path: string;
  /** The meeting it belongs to, or the report by `reportId`; '' for a document of its own. */
  meeting: string;
  type: Handlingstyp;
  edition: number;
  columns: Columns;
  /** SHA-256 of what can be read in it: SharePoint changes a file's bytes on its own, and not its words. */
  words: string;
  /** What people have been told that somebody did to it by hand; '' while it lies as it was filed. */
  told: '' | 'changed' | 'gone';
}

// ---- What changes on the samarbetsyta ---------------------------------------------------------------------------

/** A place that tells when something in it changes: on the samarbetsyta, or the calendar meetings are called from. */
export type Watched = `library:${Library}` | `list:${string}` | 'calendar';

export interface Subscription {
  id: string;
  /** ISO instant; what was granted, which may be shorter than what was asked for. */
  until: string;
}

export interface Changes {
  /** Asks to be told at `url` with the secret. Not idempotent: after a 'maybe' call `unsubscribe` first. @throws Unavailable, Refused */
  subscribe(what: Watched, to: { url: string; secret: string; until: Temporal.Instant }): Promise<Subscription>;
  /** 'gone' when there is no such subscription any longer. */
  renew(id: string, until: Temporal.Instant): Promise<Subscription | 'gone'>;
  /** Ends every subscription of ours that tells this address about this place. */
  unsubscribe(what: Watched, url: string): Promise<void>;
  /**
   * How many things have changed since the mark, which (by id), and the mark to ask with next time. Without a mark: from now on.
   * 'too-old' when the mark reaches too far back, and everything has to be looked at again.
   * The calendar does not count: with a mark the answer is always 1, and `Calendar.between` says what there is now.
   */
  since(what: Watched, mark: string | undefined): Promise<{ changed: number; ids: readonly string[]; mark: string } | 'too-old'>;
}

/** A subscription as we remember it. */
export interface KeptSubscription extends Subscription {
  what: Watched;
  /** Where we asked to be told. */
  url: string;
  /** SHA-256 of the secret: whoever reads the database cannot pretend to be the samarbetsyta. */
  secretHash: string;
  /** ISO instant it was made or last renewed. */
  renewed: string;
}

// ---- The calendar ----------------------------------------------------------------------------------------------

export interface CalendarEvent {
  id: string;
  /** Address people can open. */
  webUrl: string;
  /** Wall clock in Stockholm. */
  start: string;
  end: string;
  answers: readonly { mail: string; answer: Answer }[];
}

/** A time somebody is taken, wall clock in Stockholm; `away` where the calendar says out of office. */
export interface BusyTime {
  start: string;
  end: string;
  away?: true;
}

/** The calendar meetings are called from: one mailbox. */
export interface Calendar {
  /**
   * Puts a meeting in the calendar, once for each key: asked again it gives the event that lies there, as it lies there.
   * @throws Unavailable; Refused also when the event of the key was made and has been deleted or cancelled since.
   */
  create(invitation: Invitation, key: string): Promise<CalendarEvent>;
  /**
   * The event says this from now on, and keeps its Teams link and what people have written below; idempotent, and nobody
   * is told when nothing differs. Who is asked is the invitation's to say: others are taken off, but booked rooms stay.
   * 'gone' when it was deleted or cancelled.
   */
  change(id: string, invitation: Invitation): Promise<CalendarEvent | 'gone'>;
  read(id: string): Promise<CalendarEvent | 'gone'>;
  /** The events that begin between these days, both included; those deleted or cancelled are not among them. */
  between(from: string, to: string): Promise<CalendarEvent[]>;
  /**
   * When people are taken, also tentatively, between two times of the wall clock (`2027-03-16T08:00`), by the mail asked
   * with; 'unknown' for those whose calendar we are not let into. What they do is not read.
   */
  busy(mails: readonly string[], from: string, to: string): Promise<Map<string, BusyTime[] | 'unknown'>>;
}

/** A meeting in the calendar, as we remember it. */
export interface KeptEvent {
  meeting: string;
  /** How many times it has been put there before: counted up when it was deleted and is made anew. */
  generation: number;
  /** '' while it does not lie there. */
  id: string;
  webUrl: string;
  /** SHA-256 of the invitation the calendar last took; '' when it has to be told again. */
  sent: string;
  answers: Answers;
  /** ISO instant it was last read. */
  seen: string;
}

// ---- The directory ---------------------------------------------------------------------------------------------

export interface Directory {
  /** Everybody in a group, guests included. @throws Unavailable; Refused when it is not there (404) or may not be read (403). */
  members(group: string): Promise<GroupMember[]>;
}

// ---- Teams -----------------------------------------------------------------------------------------------------

/** The conversation something was said in, as Teams told us. */
export interface ReplyAddress {
  serviceUrl: string;
  conversationId: string;
  /** The activity answered, so that the answer stands below it. */
  activityId: string;
  /** Set in a channel: the team as Graph names it, and the channel. */
  teamId: string;
  channelId: string;
  /** Who wrote, by Entra object id: names the personal chat. */
  entraId: string;
}

/** Where a card goes: a forum's channel, one person, or back to where something was said. */
export type Audience = { forum: string } | { person: string } | { reply: ReplyAddress };

/** A card by name and the data its schema asks for; the Chat adapter fills it (once, frozen with the effect). */
export interface View {
  card: string;
  data: unknown;
}

export interface Posted {
  serviceUrl: string;
  conversationId: string;
  activityId: string;
}

export interface Chat {
  /** Fills a view; the result is what a retry sends again, byte for byte. `key` can be read back with `find`. */
  render(view: View, key: string): Promise<unknown>;
  /** Posts a rendered card. Not idempotent: after a 'maybe' ask `find` first. */
  post(to: Audience, rendered: unknown): Promise<Posted>;
  /** Replaces a posted card; idempotent. */
  update(posted: Posted, rendered: unknown): Promise<void>;
  /** Looks for a card we may have posted. 'unknowable' where the tenant does not let us read back. */
  find(to: Audience, key: string): Promise<Posted | 'absent' | 'unknowable'>;
}

// ---- Documents -------------------------------------------------------------------------------------------------

/** What a minutes or agenda document says, in order; the same blocks are shown on the approval card. */
export interface DocumentText {
  kind: 'dagordning' | 'mötesanteckningar' | 'rapport' | 'årlig uppföljning';
  title: string;
  /** 'UTKAST' until approved, else ''. */
  banner: string;
  /** Label and value, e.g. ['Datum och tid', 'tisdag 16 mars 2027 kl. 13.00–14.00']. */
  facts: readonly (readonly [label: string, value: string])[];
  /** Per unit: who was there. Empty on an agenda. */
  attendance: readonly { unit: string; present: string; note: string }[];
  /** How each forum worked in a year, ready to read; left out where the document has no such table. */
  forums?: readonly { forum: string; held: string; moved: string; outcomes: string; questions: string; note: string }[];
  items: readonly {
    number: string;
    title: string;
    /** Why the item is there, and minutes set aside. */
    why: string;
    /** Paragraphs of free text. */
    paragraphs: readonly string[];
    /** Agreed or decided, each with its § and the word the mandate gives. */
    outcomes: readonly { paragraph: string; word: string; text: string }[];
    /** Figures of the item, as a table; empty when it has none. `status` compares with the target in words. */
    figures: readonly { indicator: string; women: string; men: string; total: string; target: string; source: string }[];
  }[];
  actions: readonly { number: string; what: string; who: string; due: string; status: string }[];
  /** Closing lines: next meeting, approval. */
  closing: readonly string[];
  /** Custom properties of the file: name → value. */
  properties: Record<string, string>;
}

export interface Documents {
  /** A .docx with the template of its kind. @throws on text the template cannot take, naming the field. */
  write(text: DocumentText): Uint8Array;
  /** How many things keep people or screen readers from using it; 0 when it is fine. */
  faults(bytes: Uint8Array): number;
  /** SHA-256 of what a reader of the file sees, whatever else is in it; of its bytes where it is no .docx. */
  words(bytes: Uint8Array): string;
  readonly contentType: string;
}

// ---- Figures ---------------------------------------------------------------------------------------------------

export interface SheetProblem {
  sheet: string;
  cell: string;
  /** Swedish: what is wrong and what to write instead. */
  text: string;
  /** The only indicator it concerns, where the row says which. */
  indicator?: string;
}

/** A row of a statistikfil, by indicator, period and unit; numbers only where the file has numbers. */
export interface SheetRow extends Observation {
  /** Where it stands, for messages: `Deltagande!C7`. */
  cell: string;
}

export interface Sheets {
  /** Parses an .xlsx; every fault is listed, and rows with a fault are left out. */
  parse(bytes: Uint8Array, reportedPer: ReportedPer): Promise<{ rows: SheetRow[]; problems: SheetProblem[] }>;
}

/** A row of figures in a SharePoint list: what a statistikfil's row says, and who wrote it when. */
export interface ListRow extends SheetRow {
  /** Number of the row in the list; a later word about the same thing has a higher one. */
  id: number;
  /** The list's own version of the row. */
  version: string;
  /** ISO instant, and who wrote it where the list tells. */
  changedAt: string;
  changedBy: string;
}

export interface FilledForm {
  indicator: string;
  period: string;
  unit: string;
  women: number;
  men: number;
  /** Those who did not come, and those of them whose cause is known; figures only, no cause (N 1.6). */
  absent: number | undefined;
  causeKnown: number | undefined;
  by: string;
}

/** SharePoint lists with figures. Columns are named in manifest/permissions.md. */
export interface Lists {
  /** Every row, oldest first; what cannot be read is a problem that names list and row. @throws Unavailable, Refused */
  read(list: string, reportedPer: ReportedPer): Promise<{ url: string; rows: ListRow[]; problems: SheetProblem[] }>;
  /** Adds a row, once for each effect. Rows are never written over: a correction is a row of its own. */
  add(list: string, form: FilledForm, effectId: string): Promise<void>;
}

// ---- The store -------------------------------------------------------------------------------------------------

/** What can be done outside; `src/flows/effects.ts` says how. */
export type EffectKind =
  | 'post'
  | 'update'
  | 'file'
  | 'watch'
  | 'look'
  | 'list-row'
  | 'event'
  | 'pdf'
  | 'mark'
  | 'draft'
  | 'discard';

/** One thing to do outside, once. The row is the truth; a job is only the wake-up. */
export interface Effect {
  /** One per business intention, e.g. `post/agenda/hub-intro-2027-03-16`. Enqueuing it again does nothing. */
  idemKey: string;
  kind: EffectKind;
  /** Effects of a lane run one at a time, in the order they were enqueued. */
  lane: string;
  payload: unknown;
  /** Seconds it may wait, so that what comes meanwhile can take its place. */
  after?: number;
  /** It is not done before this. */
  notBefore?: Temporal.Instant;
}

export interface StoredEffect extends Effect {
  id: string;
  state: 'pending' | 'inflight' | 'unknown' | 'done' | 'dead';
  /** The fence: a late finisher with an older number changes nothing. */
  attempts: number;
  /** Bytes frozen at the first attempt; a retry sends the same. */
  rendered: unknown;
  /** When the attempt before this one began; undefined on the first. */
  lastTried: Temporal.Instant | undefined;
  /** When this attempt was last known to be ours; undefined when nobody has claimed it. */
  held: Temporal.Instant | undefined;
}

export interface DueStep {
  meeting: string;
  forum: string;
  name: StepName;
  at: Temporal.ZonedDateTime;
}

/** Where Teams keeps a forum's channel or a person's chat. */
export type Place = Record<string, string>;

/** A card that was to be posted in a channel or to a person. */
export interface Posting extends Sending {
  effect: string;
  /** What it is about: `agenda/hub-intro-2027-03-16`. */
  key: string;
  to: { forum: string } | { person: string };
  /** ISO instants: when it was asked for, and when it was posted. */
  asked: string;
  done: string | undefined;
}

export interface StoredObservation {
  said: KeptObservation;
  /** ISO instants: when we saw it, and when another word took its place or the source took it back. */
  seen: string;
  replaced: string | undefined;
}

/** A definition as it was run from a moment on. */
export interface DefinitionVersion {
  /** SHA-256 of everything the definition says. */
  hash: string;
  /** ISO instant it was first run, and the account that ran it. */
  at: string;
  by: string;
  /** Who had which role, and fingerprints of rules and targets; empty for versions run before it was kept. */
  facets: Facets;
}

export interface Reader {
  meeting(id: string): Promise<Meeting | undefined>;
  /** A forum's meetings by slot, oldest first; `from` and `to` are slot dates, both included. */
  meetings(forum: string, range?: { from?: string; to?: string }): Promise<Meeting[]>;
  posted(key: string): Promise<Posted | undefined>;
  place(key: string): Promise<Place | undefined>;
  setting(name: string): Promise<string | undefined>;
  subscriptions(): Promise<KeptSubscription[]>;
  /** The versions of an agreement's definition that have been run, oldest first. */
  definitionVersions(agreement: string): Promise<DefinitionVersion[]>;
  /** Everything a source has said, oldest first: what stands, and what was replaced or taken back. */
  observations(source: string): Promise<StoredObservation[]>;
  calendarEvent(meeting: string): Promise<KeptEvent | undefined>;
  /** Those of a forum's meetings. */
  calendarEvents(forum: string): Promise<KeptEvent[]>;
  /** Every document that has been filed, those of one meeting, or the one at a path, in the order they were. */
  filedDocuments(of?: { meeting: string } | { path: string }): Promise<KeptDocument[]>;
  /** The reports a forum has frozen, oldest first. */
  reports(forum: string): Promise<Report[]>;
  /** What has been shown of an indicator, and hidden: it holds hidden counts, and is for `protectFigures` only. */
  shownFigures(indicator: string): Promise<Shown>;
  /** Every target that has been set, oldest first. */
  targets(): Promise<KeptTarget[]>;
  /** What units have written about figures: for each indicator, period and unit the latest. */
  notes(indicators: readonly string[]): Promise<IndicatorNote[]>;
  question(id: string): Promise<Question | undefined>;
  /** Questions in the order they were asked: those that have not ended, or all there ever were. */
  questions(which: 'open' | 'all'): Promise<Question[]>;
  /** Steps not yet done, in the order they fall due. */
  openSteps(forum?: string): Promise<DueStep[]>;
  /** Effects not yet done, in order. */
  openEffects(): Promise<StoredEffect[]>;
  /** Cards of a forum and its meetings asked for since then, newest first; answers to people are not among them. */
  postings(forum: string, since: Temporal.Instant): Promise<Posting[]>;
}

export interface Change extends Reader {
  /** Serialises everything that happens to a forum, across replicas. */
  lock(forum: string): Promise<void>;
  save(meeting: Meeting): Promise<void>;
  keepDefinitionVersion(agreement: string, version: DefinitionVersion): Promise<void>;
  /**
   * False when this cause has been acted on before: an activity's id, remembered as long as `DAYS_KEPT` says, or a name of ours
   * with a `/` in it, remembered for ever.
   */
  once(cause: string): Promise<boolean>;
  planSteps(meeting: string, forum: string, steps: readonly Step[]): Promise<void>;
  /** Gives the steps that are not done their new times. */
  retimeSteps(meeting: string, steps: readonly Step[]): Promise<void>;
  finishStep(meeting: string, name: StepName): Promise<void>;
  /** The id of a question about to be asked: a running number, since people say it. Ask under a lock. */
  nextQuestionId(): Promise<string>;
  /** Beside the earlier ones: none is ever changed or taken away. */
  keepTarget(target: SetTarget): Promise<void>;
  /** The target stays as it was set. One can be taken back once. */
  takeBackTarget(id: string, takenBack: TakenBack): Promise<void>;
  /** For ever: one for each forum, period and edition. */
  keepReport(report: Report): Promise<void>;
  /** The latest counts; earlier words about the same remain as history. */
  keepNote(note: IndicatorNote): Promise<void>;
  keepQuestion(question: Question): Promise<void>;
  enqueue(effect: Effect): Promise<void>;
  /** Takes back updates of a card that have not been tried, because a newer one follows. */
  supersede(lane: string, idemKeyPrefix: string): Promise<void>;
  keepPosted(key: string, posted: Posted): Promise<void>;
  keepPlace(key: string, place: Place): Promise<void>;
  keepSetting(name: string, value: string): Promise<void>;
  /** One for each path: it is known from now on as it says. */
  keepFiled(document: KeptDocument): Promise<void>;
  /** One event for each meeting. */
  keepCalendarEvent(event: KeptEvent): Promise<void>;
  /** One subscription for each place: a new one takes the place of the old. */
  keepSubscription(kept: KeptSubscription): Promise<void>;
  dropSubscription(what: Watched): Promise<void>;
  /** Rows that stand from now on; a row about the same thing that stood before remains as history. */
  keepObservations(source: string, rows: readonly KeptObservation[]): Promise<void>;
  /** Rows the source has taken back: they remain as history. */
  withdrawObservations(source: string, rows: readonly KeptObservation[]): Promise<void>;
  keepShownFigures(indicator: string, shown: Shown): Promise<void>;
  /** Tries once more what was given up, made anew. @returns how many it was. */
  tryAgain(effects: readonly string[]): Promise<number>;
  /** Takes an effect for an attempt; undefined when it is done, taken back, or must wait for an earlier one in its lane. */
  claim(effect: string): Promise<StoredEffect | 'wait' | undefined>;
  /** Says that the attempt goes on. @returns since when it is held; undefined when somebody else has taken it over. */
  hold(effect: StoredEffect): Promise<Temporal.Instant | undefined>;
  /** Takes away what passes and is older, at most so many rows. @returns how many it was. */
  takeAway(what: Passing, before: Temporal.Instant, atMost: number): Promise<number>;
  /** Ends an attempt; false when somebody else has taken it over since. */
  finish(effect: StoredEffect, outcome: EffectOutcome): Promise<boolean>;
}

export type EffectOutcome =
  | { state: 'done'; detail: string }
  | { state: 'pending' | 'unknown' | 'dead'; detail: string; status?: number | undefined }
  | { state: 'inflight'; rendered: unknown };

export interface Store {
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /** All or nothing. Due work enqueued inside wakes up when it commits. */
  change<T>(work: (change: Change) => Promise<T>): Promise<T>;
}

/** Points a test can stop at; nothing in production. Named `effect:claimed`, `step:before-commit` … */
export type Probe = (point: string) => void;

export type Log = {
  info(facts: Record<string, unknown>, message: string): void;
  warn(facts: Record<string, unknown>, message: string): void;
  error(facts: Record<string, unknown>, message: string): void;
};

export type { Answer, Invitation, SafeText };
