/**
 * An agreement as the product knows it: forums, rhythms, units and rules are data (src/agreements).
 * Every rule says where it comes from: `source` cites the agreement, `choice` says that it is ours.
 */

import type { CaseRules } from './cases.ts';
import type { Guidance } from './guidance.ts';
import type { Indicator } from './indicator.ts';
import type { Phrase } from './phrases.ts';
import type { GroupSource } from './roster.ts';

export type Origin = { source: string } | { choice: string };

export interface Authority {
  id: string;
  name: string;
  /** Registration number of the main agreement at this authority; undefined where the sources give none ("ej angivet"). */
  dnr: string | undefined;
}

/** An operation within an authority; a tree by `parent`. */
export interface Unit {
  id: string;
  name: string;
  authority: string;
  parent: string | undefined;
}

/** A label, an order and a parent: nothing is fixed at three. */
export interface Level {
  id: string;
  label: string;
  order: number;
  parent: string | undefined;
}

export type Rhythm =
  | {
      kind: 'every';
      days: number;
      /** A date on which the forum meets; every other date is counted from it. */
      anchor: string;
      /** Wall clock, `13:00`. */
      start: string;
      minutes: number;
      /** The standing time it shares with other forums, when it does. */
      sharedTime: { id: string; minutes: number; origin: Origin } | undefined;
      origin: Origin;
      anchorOrigin: Origin;
    }
  | { kind: 'windows'; windows: { from: string; to: string }[]; origin: Origin }
  | { kind: 'yearly'; from: string; to: string; origin: Origin }
  | { kind: 'none'; origin: Origin };

/** Days that come back every year: as month-days ('12-24'), weeks (28), days from Easter Sunday, or midsummer. */
export type Span =
  | { kind: 'dates'; from: string; to: string }
  | { kind: 'weeks'; from: number; to: number }
  | { kind: 'easter'; from: number; to: number }
  | { kind: 'midsummer' };

/** A period in which a cadence rests. */
export type Pause = { name: string; origin: Origin } & Span;

/** Days people should know of that block nothing: school holidays. */
export type Notice = { name: string; origin: Origin } & Span;

/** A duty of the agreement that is not a meeting; together they form its årshjul. */
/** A report is of the half-year's figures (N 1.8), or the follow-up of the agreement for a whole year (U 9). */
export type ReportSpan = 'half-year' | 'year';

export interface YearlyDuty {
  id: string;
  name: string;
  /** Month-days, `01-01` to `01-31`, every year; or dates, `2025-01-01` to `2025-12-31`, once. */
  windows: { from: string; to: string }[];
  who: string;
  /** The forum that makes a report in the window, the one it is made for, and of how long a time; undefined for other duties. */
  report: { from: string; to: string; of: ReportSpan } | undefined;
  origin: Origin;
}

export interface StandingItem {
  id: string;
  title: string;
  minutes: number;
  /** Indicators shown with the item. */
  indicators: string[];
  /** True where the forum says what it lifts, also when that is nothing. */
  lifts: boolean;
  /** The organisations that report under it, in writing and ahead (lägesbild); empty for other items. */
  situations: Reporter[];
  origin: Origin;
}

/** An organisation that gives a lägesbild, and the units it is made of. */
export interface Reporter {
  id: string;
  name: string;
  units: string[];
  origin: Origin;
}

/** The forums of the levels right below and above, those with dates. */
export interface LevelOrder {
  below: readonly Forum[];
  above: readonly Forum[];
}

export interface Forum {
  id: string;
  name: string;
  /** What it is called inside a sentence: "sektionschefsmötet". The name where the definition gives nothing shorter. */
  called: string;
  level: string;
  /** Units in the order the role of secretary goes round when nobody has written yet. */
  units: string[];
  rhythm: Rhythm;
  pauses: Pause[];
  /** What a slot in a pause does: hubs rest (N 1.8), a forum that meets "på samtliga nivåer" without pauses of its own moves. */
  inPause: 'rests' | 'moves';
  /** How a slot that cannot be held is moved: which side first, and how far at most. */
  moving: { prefer: 'earlier' | 'later'; withinDays: number; origin: Origin };
  /** Between which forums a moved meeting stays, so that the levels still meet in their order (`inLevelOrder`). */
  order?: LevelOrder;
  mandate: 'agrees' | 'decides';
  mandateOrigin: Origin;
  place: string;
  /** Whether it meets in Teams: where it may, the calendar gives the meeting its link. */
  form: { held: 'online' | 'in-person' | 'either'; origin: Origin };
  standingItems: StandingItem[];
  /** Wants one of the guidance's questions on each agenda; absent where it does not. */
  reflects?: { minutes: number; origin: Origin } | undefined;
  /** Orders what people propose by the groups of the fact cards; absent where it stands as it came. */
  weighs?: { origin: Origin } | undefined;
  /** Days after the meeting by which minutes are to be approved, and days before that with a reminder. */
  approval: { withinDays: number; remindDaysBefore: number[]; origin: Origin };
  /** Working days before the agenda goes out on which those who owe figures are asked, and reminded. */
  figureAsks: { daysBefore: number; remindDaysBefore: number; origin: Origin };
  /** How cases are announced; undefined where none are. */
  cases: CaseRules | undefined;
  /** Where its questions go, the usual way first. */
  lifts: Lift[];
  /** Whether the parties take turns to write before their units do. */
  rotation: { between: 'authorities' | 'units'; origin: Origin };
  documentTypes: { agenda: string; minutes: string };
}

/** Where a forum may lift a question: another forum, or a target outside the product. */
export interface Lift {
  to: string;
  /** True when it is lifted for a decision. */
  forDecision: boolean;
  origin: Origin;
}

/** Somewhere a question can go that the product does not run: its answer is written in by hand. */
export interface OutsideTarget {
  id: string;
  name: string;
  origin: Origin;
}

/** Staff: name, role, work address and the ids Teams knows them by. Nothing else is kept about anybody. */
export interface Person {
  id: string;
  name: string;
  role: string;
  unit: string;
  /** Where the calendar invites them; undefined for those it cannot reach. */
  mail: string | undefined;
  forums: string[];
  /** Forums where they take part when needed: invited, but no member (N 1.8, "vid behov"). */
  whenNeeded: string[];
  /** Convener of these forums. */
  convenes: string[];
  /** Registrar at this authority, their own. */
  registersFor: string | undefined;
  /** Puts the reports together (rapportansvarig). */
  leadsReports: boolean;
  tenant: string | undefined;
  entraId: string | undefined;
  /** First day as a member; the role of secretary comes after the first meeting. */
  since: string | undefined;
  away: { from: string; to: string }[];
}

/** One of the agreement's appendices, and what it is for ("övergripande målsättning", N 1.3, U 2). */
export interface AppendixAim {
  id: string;
  name: string;
  aim: string;
  origin: Origin;
}

export interface Agreement {
  id: string;
  name: string;
  /** The appendix with the forums; the others lend their indicators. */
  appendix: string;
  aims: AppendixAim[];
  authorities: Authority[];
  units: Unit[];
  levels: Level[];
  forums: Forum[];
  indicators: Indicator[];
  /** Places questions may be lifted to that are no forum here. */
  outside: OutsideTarget[];
  /** Where agenda and minutes are found, as a sentence. */
  sharedPlace: { rule: string; origin: Origin };
  /** That each unit sends somebody, as a sentence. */
  represented: { rule: string; origin: Origin };
  /** The sentence for whoever asks to cancel, and where it comes from. */
  neverCancelled: { rule: string; origin: Origin };
  /** School holidays and the like: flagged, never blocking. */
  notices: Notice[];
  /** How far ahead every forum's meetings are held ready: each has its row and stands in the calendar, in the feed and on the cards. */
  heldAhead: { months: number; origin: Origin };
  duties: YearlyDuty[];
  /** Fact cards and routes; undefined where the definition has none. */
  guidance: Guidance | undefined;
  /** For the minutes; empty where the definition ships none. */
  phrases: Phrase[];
  people: Person[];
  /** Groups in Entra whose members are people too; empty where the definition names all. */
  groups: GroupSource[];
  /** The person who hears that personal data were stopped; undefined where nobody is to. */
  incidentContact: string | undefined;
  /** Persons behind a figure below which it is not shown. */
  disclosureThreshold: number;
  /** Shares are marked as resting on few observations below this base. */
  fewBelow: number;
  /** True for people and figures that are made up. */
  sample: boolean;
  /** The day local mode begins on. */
  sampleDay: string | undefined;
}

export function forumOf(agreement: Agreement, id: string): Forum {
  const forum = agreement.forums.find((f) => f.id === id);
  if (!forum) throw new Error(`no forum ${id} in agreement ${agreement.id}`);
  return forum;
}

export function membersOf(agreement: Agreement, forum: string): Person[] {
  return agreement.people.filter((person) => person.forums.includes(forum));
}

/** True for members and for those who take part when needed. */
export const attends = (person: Person, forum: string): boolean =>
  person.forums.includes(forum) || person.whenNeeded.includes(forum);

export function convenerOf(agreement: Agreement, forum: string): Person | undefined {
  return agreement.people.find((person) => person.convenes.includes(forum));
}

/** A rule as people are told it: its source is cited only where it is the agreement's. */
export function quoted({ appendix }: Agreement, { rule, origin }: { rule: string; origin: Origin }): string {
  return 'source' in origin ? `${rule} (${appendix}, ${origin.source}).` : `${rule}.`;
}

export function unitName(agreement: Agreement, id: string): string {
  return agreement.units.find((unit) => unit.id === id)?.name ?? id;
}

/** Authorities whose units sit in the forum, in the register's order. */
export function authoritiesIn(agreement: Agreement, forum: Forum): Authority[] {
  const ids = new Set(forum.units.map((id) => agreement.units.find((unit) => unit.id === id)?.authority));
  return agreement.authorities.filter((authority) => ids.has(authority.id));
}

/** Forums with the indicator under one of their standing items. */
export function forumsFollowing(agreement: Agreement, indicator: string): Forum[] {
  return agreement.forums.filter((forum) => forum.standingItems.some((item) => item.indicators.includes(indicator)));
}
