/** An indicator as the definition gives it: what is counted, by whom, how often, and what it should come to. */
import type { Origin } from './agreement.ts';
import type { PeriodKind } from './periods.ts';

/** `within-limit` is a share too: those for whom it took no longer than `limit`. */
export type Measure = 'share' | 'count' | 'within-limit';

export type Direction = 'at-least' | 'at-most' | 'increase' | 'follow';

/** Where the figures are written. `none`: nowhere yet, or never (history). Which table or form it is, the adapter knows. */
export type IndicatorSource =
  | { kind: 'workbook'; file: string }
  /** A SharePoint list, filled in there or with the form in Teams. */
  | { kind: 'list'; list: string }
  | { kind: 'none' };

export interface Target {
  /** Undefined for `increase` and `follow`. */
  value: number | undefined;
  direction: Direction;
  /** What `increase` is measured against. */
  against: 'period-before' | 'baseline';
  /** `each-sex`: women and men both have to reach it ("av kvinnor och män"); `all`: the total does. */
  holdsFor: 'each-sex' | 'all';
  validFrom: string | undefined;
  /** The last day; undefined when none is given. */
  validTo: string | undefined;
  /** The day it was decided, and reported to whoever is to know; undefined where the sources give none. */
  decidedAt: string | undefined;
  reportedAt: string | undefined;
  origin: Origin;
}

/** Which body sets new targets, and when: only its members can (N 1.6, 1.7, 4). */
export interface TargetSetter {
  forum: string;
  when: 'each-january' | 'each-sixth-week';
  origin: Origin;
}

/** Where things stood at the start. `value` undefined: named by the agreement and not yet set ("XX %"). */
export interface Baseline {
  period: string;
  value: number | undefined;
  origin: Origin;
}

/** A figure a document states, in its words: never part of a live series. */
export interface Cited {
  /** Undefined where the source says "varje år" or "de senaste åren". */
  period: string | undefined;
  /** As the source writes it: "50 procent", "ca 35 %", "50-55 procent". */
  said: string;
  /** The same in numbers: one, or an interval; `about` for "ca" and "ungefär", `over` for "drygt". */
  low: number;
  high: number;
  manner: 'exact' | 'about' | 'over' | 'interval';
  /** What it came to, or what it was to come to. */
  what: 'outcome' | 'target';
  /** The source's sentence. */
  sentence: string;
  source: string;
}

export interface Owner {
  name: string;
  /** Units that report; each is asked for its own rows when the figures come per unit. */
  units: string[];
  /** The sources name none: ours, to be confirmed by the parties. */
  proposed: boolean;
}

/** A line that, crossed, proposes an item on the next agenda, once a period. */
export interface Threshold {
  below: number | undefined;
  above: number | undefined;
  origin: Origin;
}

export interface Indicator {
  id: string;
  name: string;
  /** The appendix it belongs to. */
  appendix: string;
  /** `developed`: the agreement says that it will come. `history`: only what documents state. */
  state: 'live' | 'developed' | 'history';
  measure: Measure;
  /** For `within-limit`: "en vecka". */
  limit: string;
  /** What the figure counts, and of what; the latter empty for a count. */
  numerator: string;
  denominator: string;
  period: PeriodKind;
  /** The period the source reports in: weeks for a rolling figure. */
  reportedPer: PeriodKind;
  /** False for what is not people (guidance times, groups): then there is only a total, and nobody to protect. */
  bySex: boolean;
  /** True when the figures come per unit, or per what `partsAre` says, and are summed. */
  perUnit: boolean;
  /** What the parts are: "Enhet", "Utbildningspaket". */
  partsAre: string;
  /** The parts expected each period, as the source writes them; empty: those that have reported before. */
  parts: string[];
  /** A target for each part by itself ("minst en aktiv grupp inom varje utbildningspaket"). */
  targetPerPart: boolean;
  target: Target | undefined;
  /** Targets that held before, oldest first. */
  earlierTargets: Target[];
  setBy: TargetSetter | undefined;
  baseline: Baseline | undefined;
  cited: Cited[];
  threshold: Threshold | undefined;
  owner: Owner;
  source: IndicatorSource;
  /** Days after a period's end by which its figure should be there. */
  dueAfterDays: number;
  followedUp: 'each-meeting' | 'yearly';
  activity: string;
  effect: string;
  /** Prestation: what the parties do together. */
  performance: string;
  /** Printed with the figure, always ("Effekten kan ej isoleras …", N 1.8). */
  caveat: string;
  origin: Origin;
}

/** Shares are shown in percent, and change in procentenheter. */
export const isShare = (indicator: Pick<Indicator, 'measure'>): boolean => indicator.measure !== 'count';
