/**
 * What a source says is kept: with its version, its time and who. A later word never silently replaces an earlier one; both
 * remain, and we know which rows correct another.
 */
import { differences, type KeptObservation, observationKey, type Provenance, sameAmounts } from '../domain/observations.ts';
import type { SheetRow, Store, StoredObservation } from '../ports.ts';

/** A row as it was read, without where in the file it stood then. */
function said(row: SheetRow, from: Provenance): KeptObservation {
  const { cell: _cell, ...amounts } = row;
  return { ...amounts, from };
}

/**
 * Keeps what is new in a source, once, however many look at it.
 * @returns for each row (by `observationKey`) that took the place of another word: the instant we saw it.
 */
export async function keepObservations(
  store: Store,
  source: string,
  rows: readonly { row: SheetRow; from: Provenance }[],
): Promise<Map<string, string>> {
  const now = rows.map(({ row, from }) => said(row, from));
  const known = await store.read((reader) => reader.observations(source));
  if (isOlder(now, known)) return corrections(known);
  if (isNothingNew(known, now)) return corrections(known);
  return store.change(async (change) => {
    await change.lock(`observations/${source}`);
    const { added, corrected, withdrawn } = differences(standing(await change.observations(source)), now);
    await change.withdrawObservations(source, withdrawn);
    await change.keepObservations(source, [...added, ...corrected.map((one) => one.now)]);
    return corrections(await change.observations(source));
  });
}

const standing = (known: readonly StoredObservation[]) =>
  known.filter((one) => one.replaced === undefined).map((one) => one.said);

function isNothingNew(known: readonly StoredObservation[], now: readonly KeptObservation[]): boolean {
  const { added, corrected, withdrawn } = differences(standing(known), now);
  return added.length + corrected.length + withdrawn.length === 0;
}

/** True for a version of the source from before the one we have kept: another replica has read a newer one meanwhile. */
function isOlder(now: readonly KeptObservation[], known: readonly StoredObservation[]): boolean {
  const newest = (all: readonly KeptObservation[]) => all.map(({ from }) => from.changed).reduce((a, b) => (a > b ? a : b), '');
  return now.length > 0 && newest(now) < newest(standing(known));
}

function corrections(known: readonly StoredObservation[]): Map<string, string> {
  const earlier = Map.groupBy(
    known.filter((one) => one.replaced !== undefined),
    (one) => observationKey(one.said),
  );
  return new Map(
    known.flatMap((one) => {
      if (one.replaced !== undefined) return [];
      const key = observationKey(one.said);
      const differs = earlier.get(key)?.some((before) => !sameAmounts(before.said, one.said));
      return differs ? [[key, one.seen] as const] : [];
    }),
  );
}
