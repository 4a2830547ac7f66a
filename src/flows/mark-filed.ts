/** What is written in the columns of a filed document afterwards. Its content is never touched. */
import type { Handlingstyp } from '../domain/filing.ts';
import type { Change, Columns } from '../ports.ts';

export interface MarkPayload {
  path: string;
  columns: Columns;
}

export async function markFiled(change: Change, path: string, why: string, columns: Columns): Promise<void> {
  const payload: MarkPayload = { path, columns };
  await change.enqueue({ idemKey: `mark/${path}/${why}`, kind: 'mark', lane: `file/${path}`, payload });
}

/** The editions of a meeting's document before the newest say which one replaces them. */
export async function markReplaced(change: Change, meeting: string, type: Handlingstyp, edition: number): Promise<void> {
  const filed = (await change.filedDocuments({ meeting })).filter((one) => one.type === type);
  const newest = Math.max(edition, ...filed.map((one) => one.edition));
  for (const one of filed.filter((older) => older.edition < newest))
    await markFiled(change, one.path, `replaced-${newest}`, { Status: `Ersatt av version ${newest}` });
}
