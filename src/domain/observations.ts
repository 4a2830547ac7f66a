/**
 * What sources have reported, whichever they are: an Excel file, a list, a form. A later word never silently replaces an
 * earlier one: both remain, and the change can be listed.
 */

/** Where an observation comes from; shown with the figure, last. */
export interface Provenance {
  /** The file, list or form, as people know it. */
  source: string;
  url: string;
  /** The source's own version: an eTag. */
  version: string;
  /** When the source was changed, Stockholm wall clock; and by whom, where it tells. */
  changed: string;
  by: string | undefined;
}

/**
 * One row of a source: an indicator, a period and a unit (or whatever the indicator is split by). For a share the counts
 * are parts of their bases. Undefined: not reported.
 */
export interface Observation {
  indicator: string;
  period: string;
  unit: string;
  women: number | undefined;
  men: number | undefined;
  /** "Uppgift saknas": persons whose sex is not known. For what is not people, all. */
  unsplit?: number | undefined;
  womenBase: number | undefined;
  menBase: number | undefined;
  unsplitBase?: number | undefined;
}

/** An observation as it is kept. Observations of this kind are always *reported*; what documents state is `Cited`. */
export interface KeptObservation extends Observation {
  from: Provenance;
}

/** A word that was replaced, and by what: `now` undefined when the source took it back. */
export interface Correction {
  before: KeptObservation;
  now: KeptObservation | undefined;
  /** When the new word was seen, Stockholm wall clock. */
  seen: string;
}

const AMOUNTS = ['women', 'men', 'unsplit', 'womenBase', 'menBase', 'unsplitBase'] as const;

/** Counts of persons that cannot be: not whole, below zero, or more than those they are counted of. */
export const isOdd = (one: Observation): boolean =>
  AMOUNTS.some((field) => one[field] !== undefined && !(Number.isSafeInteger(one[field]) && one[field] >= 0)) ||
  (['women', 'men', 'unsplit'] as const).some((field) => (one[field] ?? 0) > (one[`${field}Base`] ?? Number.POSITIVE_INFINITY));

export const sameAmounts = (a: Observation, b: Observation): boolean => AMOUNTS.every((field) => a[field] === b[field]);

/** Who an observation is about; case and space as people write them do not count. */
export const observationKey = (one: Observation): string =>
  JSON.stringify([one.indicator, one.period, one.unit]).toLocaleLowerCase('sv').replace(/\s+/g, ' ');

/**
 * What a source says now, beside what is kept from it: rows that are new, rows that say something else (`before` remains
 * as history), and rows the source has taken back.
 */
export function differences(
  kept: readonly KeptObservation[],
  said: readonly KeptObservation[],
): { added: KeptObservation[]; corrected: { before: KeptObservation; now: KeptObservation }[]; withdrawn: KeptObservation[] } {
  const known = new Map(kept.map((one) => [observationKey(one), one]));
  const saying = new Set(said.map(observationKey));
  const added: KeptObservation[] = [];
  const corrected: { before: KeptObservation; now: KeptObservation }[] = [];
  for (const now of said) {
    const before = known.get(observationKey(now));
    if (!before) added.push(now);
    else if (!sameAmounts(before, now)) corrected.push({ before, now });
  }
  return { added, corrected, withdrawn: kept.filter((one) => !saying.has(observationKey(one))) };
}
