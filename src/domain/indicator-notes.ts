/**
 * Why a figure is as it is: results are analysed "utifrån verksamheternas påverkansfaktorer" (N 1.6). Each unit writes its own,
 * short, for an indicator and a period.
 */
import type { SafeText } from './privacy.ts';

export interface IndicatorNote {
  indicator: string;
  period: string;
  /** The unit's id. */
  unit: string;
  /** Påverkansfaktorer, analys, inriktning; '' where nothing is said. */
  factors: SafeText;
  analysis: SafeText;
  direction: SafeText;
  /** The member who wrote, and when: Stockholm wall clock. */
  by: string;
  at: string;
}

export const NOTE_FIELDS = ['factors', 'analysis', 'direction'] as const;

/** Signs a field may have. */
export const NOTE_LONGEST = 300;

/** A unit that has emptied every field says nothing any longer. */
export const saysSomething = (note: Pick<IndicatorNote, (typeof NOTE_FIELDS)[number]>): boolean =>
  NOTE_FIELDS.some((field) => note[field] !== '');
