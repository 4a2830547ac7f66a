/** The reports that have been frozen, and the numbers they are registered under. Nothing is ever written over. */
import type { Kysely } from 'kysely';
import type { Registered } from '../../domain/meeting.ts';
import type { Report } from '../../domain/report.ts';
import type { Change, Reader } from '../../ports.ts';
import type { Tables } from './tables.ts';

export const reportsReader = (db: Kysely<Tables>): Pick<Reader, 'reports' | 'reportNumbers'> => ({
  async reports(forum) {
    const rows = await db.selectFrom('reports').select('body').where('forum', '=', forum).orderBy('number').execute();
    return rows.map(({ body }) => body as unknown as Report);
  },
  async reportNumbers({ forum, period }) {
    const rows = await db
      .selectFrom('report_numbers')
      .select('body')
      .where('forum', '=', forum)
      .where('period', '=', period)
      .orderBy('id')
      .execute();
    return rows.map(({ body }) => body as unknown as Registered);
  },
});

export const reportsChange = (tx: Kysely<Tables>): Pick<Change, 'keepReport' | 'keepReportNumbers'> => ({
  async keepReport(report) {
    const { forum, period, edition } = report;
    await tx
      .insertInto('reports')
      .values({ forum, period, edition, body: JSON.stringify(report) })
      .execute();
  },
  async keepReportNumbers({ forum, period }, numbers) {
    if (numbers.length === 0) return;
    const rows = numbers.map((one) => ({ forum, period, edition: one.edition, body: JSON.stringify(one) }));
    await tx.insertInto('report_numbers').values(rows).execute();
  },
});
