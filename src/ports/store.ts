import type { Facets } from '../domain/audit.ts';
import type { Shown } from '../domain/disclosure.ts';
import type { IndicatorNote } from '../domain/indicator-notes.ts';
import type { Meeting, Registered } from '../domain/meeting.ts';
import type { KeptObservation } from '../domain/observations.ts';
import type { Question } from '../domain/question.ts';
import type { Sending } from '../domain/reach.ts';
import type { Report } from '../domain/report.ts';
import type { Passing } from '../domain/retention.ts';
import type { Step, StepName } from '../domain/steps.ts';
import type { KeptTarget, SetTarget, TakenBack } from '../domain/targets.ts';
import type { KeptEvent } from './calendar.ts';
import type { KeptSubscription, Watched } from './changes.ts';
import type { Posted } from './chat.ts';
import type { Effect, EffectOutcome, StoredEffect } from './effects.ts';
import type { KeptDocument } from './samarbetsyta.ts';

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
  /** The numbers authorities have registered a report's editions under, oldest first. */
  reportNumbers(of: Pick<Report, 'forum' | 'period'>): Promise<Registered[]>;
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
  /** Beside the earlier ones, of editions that have been frozen. */
  keepReportNumbers(of: Pick<Report, 'forum' | 'period'>, numbers: readonly Registered[]): Promise<void>;
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

export interface Store {
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /** All or nothing. Due work enqueued inside wakes up when it commits. */
  change<T>(work: (change: Change) => Promise<T>): Promise<T>;
}
