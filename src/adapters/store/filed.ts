/** What has been filed, by its path. */
import type { Kysely } from 'kysely';
import type { Change, KeptDocument, Reader } from '../../ports.ts';
import type { Tables } from './tables.ts';

export const filedReader = (db: Kysely<Tables>): Pick<Reader, 'filedDocuments'> => ({
  async filedDocuments(of = undefined) {
    let query = db.selectFrom('filed_documents').select('body').orderBy('number');
    if (of && 'meeting' in of) query = query.where('meeting', '=', of.meeting);
    if (of && 'path' in of) query = query.where('path', '=', of.path);
    const rows = await query.execute();
    return rows.map(({ body }) => body as unknown as KeptDocument);
  },
});

export const filedChange = (tx: Kysely<Tables>): Pick<Change, 'keepFiled'> => ({
  async keepFiled(document) {
    const { path, meeting } = document;
    const body = JSON.stringify(document);
    await tx
      .insertInto('filed_documents')
      .values({ path, meeting, body })
      .onConflict((c) => c.column('path').doUpdateSet({ meeting, body }))
      .execute();
  },
});
