/** A report as it lies on the samarbetsyta, with the numbers it is registered under. */
import { reportNamed } from '../domain/report.ts';
import type { FiledReport } from '../domain/report-registration.ts';
import type { KeptDocument, Reader } from '../ports.ts';
import type { Product } from './product.ts';

export interface LyingReport extends FiledReport {
  id: string;
  title: string;
  /** Stockholm wall clock, at noon the day it was frozen. */
  day: string;
  /** Those of its newest edition. */
  documents: KeptDocument[];
}

/** Undefined for what is no report of the agreement's forums, or has not been filed. */
export async function filedReport({ agreement }: Product, read: Reader, id: string): Promise<LyingReport | undefined> {
  const named = reportNamed(id);
  if (!named || !agreement.forums.some((forum) => forum.id === named.forum)) return undefined;
  const filed = await read.filedDocuments({ meeting: id });
  const edition = Math.max(...filed.map((one) => one.edition));
  const documents = filed.filter((one) => one.edition === edition);
  const [original] = documents;
  if (!original) return undefined;
  const registered = await read.reportNumbers(named);
  return { ...named, id, edition, registered, documents, ...saidOf(original) };
}

export const saidOf = ({ columns }: KeptDocument): { title: string; day: string } => ({
  title: String(columns['Title']),
  day: `${String(columns['Motesdatum']).slice(0, 10)}T12:00`,
});
