/** The reports that have been frozen. Each edition has its row, which is never written over. */
import type { Kysely } from 'kysely';
import type { Report } from '../../domain/report.ts';
import type { Change, Reader } from '../../ports.ts';
import type { Tables } from './tables.ts';

export const reportsReader = (db: Kysely<Tables>): Pick<Reader, 'reports'> => ({
  async reports(forum) {
    const rows = await db.selectFrom('reports').select('body').where('forum', '=', forum).orderBy('number').execute();
    return rows.map(({ body }) => body as unknown as Report);
  },
});

export const reportsChange = (tx: Kysely<Tables>): Pick<Change, 'keepReport'> => ({
  async keepReport(report) {
    const { forum, period, edition } = report;
    await tx
      .insertInto('reports')
      .values({ forum, period, edition, body: JSON.stringify(report) })
      .execute();
  },
});
