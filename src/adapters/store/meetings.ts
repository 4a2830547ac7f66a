/** The meetings, and the one who changes those of a forum at a time. */
import type { Kysely } from 'kysely';
import type { Meeting } from '../../domain/meeting.ts';
import type { Change, Reader } from '../../ports.ts';
import type { Tables } from './tables.ts';
import { json } from './values.ts';

export const meetingsReader = (db: Kysely<Tables>): Pick<Reader, 'meeting' | 'meetings'> => ({
  async meeting(id) {
    const row = await db.selectFrom('meetings').select('body').where('id', '=', id).executeTakeFirst();
    return row?.body as Meeting | undefined;
  },
  async meetings(forum, range = {}) {
    let query = db.selectFrom('meetings').select('body').where('forum', '=', forum);
    if (range.from) query = query.where('slot', '>=', range.from);
    if (range.to) query = query.where('slot', '<=', range.to);
    return (await query.orderBy('slot').execute()).map((row) => row.body as Meeting);
  },
});

export const meetingsChange = (tx: Kysely<Tables>): Pick<Change, 'lock' | 'save'> => ({
  async lock(forum) {
    await tx
      .insertInto('forums')
      .values({ id: forum })
      .onConflict((c) => c.doNothing())
      .execute();
    await tx.selectFrom('forums').select('id').where('id', '=', forum).forUpdate().execute();
  },
  async save(meeting) {
    const row = { id: meeting.id, forum: meeting.forum, slot: meeting.slot, stage: meeting.stage.name, body: json(meeting) };
    await tx
      .insertInto('meetings')
      .values(row)
      .onConflict((c) => c.column('id').doUpdateSet({ stage: row.stage, body: row.body }))
      .execute();
  },
});
