/** Where posts lie, and where people and forums are reached. */
import type { Kysely } from 'kysely';
import type { Change, Place, Reader } from '../../ports.ts';
import type { Tables } from './tables.ts';
import { json } from './values.ts';

export const postsReader = (db: Kysely<Tables>): Pick<Reader, 'posted' | 'place'> => ({
  async posted(key) {
    const row = await db.selectFrom('posts').selectAll().where('key', '=', key).executeTakeFirst();
    return row && { serviceUrl: row.service_url, conversationId: row.conversation_id, activityId: row.activity_id };
  },
  async place(key) {
    const row = await db.selectFrom('places').select('place').where('key', '=', key).executeTakeFirst();
    return row?.place as Place | undefined;
  },
});

export const postsChange = (tx: Kysely<Tables>): Pick<Change, 'keepPosted' | 'keepPlace'> => ({
  async keepPosted(key, posted) {
    const row = { key, service_url: posted.serviceUrl, conversation_id: posted.conversationId, activity_id: posted.activityId };
    await tx
      .insertInto('posts')
      .values(row)
      .onConflict((c) => c.column('key').doUpdateSet(row))
      .execute();
  },
  async keepPlace(key, place) {
    await tx
      .insertInto('places')
      .values({ key, place: json(place) })
      .onConflict((c) => c.column('key').doUpdateSet({ place: json(place) }))
      .execute();
  },
});
