/** Figures, as the protection lets them through, and what is told of an indicator. */
import type { Protected, Why } from '../../domain/shown-tally.ts';
import type { LocalDate, LocalTime } from './person-and-time.ts';

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
