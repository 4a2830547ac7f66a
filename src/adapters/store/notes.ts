/** What units have written about a figure. The newest counts; the earlier remain. */
import type { Kysely } from 'kysely';
import type { IndicatorNote } from '../../domain/indicator-notes.ts';
import type { Change, Clock, Reader } from '../../ports.ts';
import type { Tables } from './tables.ts';
import { json, now } from './values.ts';

export const notesReader = (db: Kysely<Tables>): Pick<Reader, 'notes'> => ({
  async notes(indicators) {
    if (indicators.length === 0) return [];
    const rows = await db
      .selectFrom('indicator_notes')
      .select('body')
      .distinctOn(['indicator', 'period', 'unit'])
      .where('indicator', 'in', indicators)
      .orderBy('indicator')
      .orderBy('period')
      .orderBy('unit')
      .orderBy('id', 'desc')
      .execute();
    return rows.map((row) => row.body as IndicatorNote);
  },
});

export const notesChange = (tx: Kysely<Tables>, clock: Clock): Pick<Change, 'keepNote'> => ({
  async keepNote(note) {
    const { indicator, period, unit } = note;
    await tx
      .insertInto('indicator_notes')
      .values({ indicator, period, unit, body: json(note), written_at: now(clock) })
      .execute();
  },
});
