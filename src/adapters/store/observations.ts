/** What the sources have said of figures, and what of it has been shown. */
import type { Kysely } from 'kysely';
import { NOTHING_SHOWN, type Shown } from '../../domain/disclosure.ts';
import { type KeptObservation, observationKey } from '../../domain/observations.ts';
import type { Change, Clock, Reader } from '../../ports.ts';
import type { Tables } from './tables.ts';
import { json, now } from './values.ts';

/** Rows of one statement, well below what a statement may carry. */
const ROWS_AT_ONCE = 500;

export const observationsReader = (db: Kysely<Tables>): Pick<Reader, 'observations' | 'shownFigures'> => ({
  async observations(source) {
    const rows = await db.selectFrom('observations').selectAll().where('source', '=', source).orderBy('id').execute();
    return rows.map((row) => ({
      said: row.body as KeptObservation,
      seen: row.seen_at.toISOString(),
      replaced: row.replaced_at?.toISOString(),
    }));
  },
  async shownFigures(indicator) {
    const row = await db.selectFrom('shown_figures').select('shown').where('indicator', '=', indicator).executeTakeFirst();
    return { ...NOTHING_SHOWN, ...(row?.shown as Shown | undefined) };
  },
});

export function observationsChange(
  tx: Kysely<Tables>,
  clock: Clock,
): Pick<Change, 'keepObservations' | 'withdrawObservations' | 'keepShownFigures'> {
  /** What stood about these things is history from now on. */
  async function replace(source: string, rows: readonly KeptObservation[]): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      await tx
        .updateTable('observations')
        .set({ replaced_at: now(clock) })
        .where('source', '=', source)
        .where('replaced_at', 'is', null)
        .where('key', 'in', rows.slice(from, from + ROWS_AT_ONCE).map(observationKey))
        .execute();
    }
  }
  return {
    async keepObservations(source, rows) {
      await replace(source, rows);
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        const values = rows.slice(from, from + ROWS_AT_ONCE).map((said) => ({
          source,
          key: observationKey(said),
          indicator: said.indicator,
          body: json(said) as unknown as object,
          seen_at: now(clock),
        }));
        await tx.insertInto('observations').values(values).execute();
      }
    },
    async withdrawObservations(source, rows) {
      await replace(source, rows);
    },
    async keepShownFigures(indicator, shown) {
      const row = { shown: json(shown), changed_at: now(clock) };
      await tx
        .insertInto('shown_figures')
        .values({ indicator, ...row })
        .onConflict((c) => c.column('indicator').doUpdateSet(row))
        .execute();
    },
  };
}
