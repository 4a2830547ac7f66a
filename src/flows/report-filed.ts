/** What becomes of a report on its way to the samarbetsyta: who froze it hears of it. */
import type { Waiting } from '../domain/filing-waits.ts';
import type { Change } from '../ports.ts';
import { message } from './cards.ts';
import { copyInPdf } from './copy-in-pdf.ts';
import { type Filed, type FilePayload, nameOf, WAITS } from './file-document.ts';
import { markReplaced } from './mark-filed.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';

const tell = ({ report, path }: FilePayload, product: Product, change: Change, what: string, text: string, detail: string) =>
  report
    ? nudge(product, change, { forum: report.forum, person: report.by }, `${what}/${path}`, message(text, { detail }))
    : Promise.resolve();

export async function reportFiled(change: Change, payload: FilePayload, { filed: lies, words }: Filed): Promise<void> {
  const { path, type, edition, columns, meeting } = payload;
  await change.keepFiled({ ...lies, path, meeting, type, edition, columns, words, told: '' });
  await copyInPdf(change, path);
  await markReplaced(change, meeting, type, edition);
}

export async function reportWaits(product: Product, change: Change, payload: FilePayload, waiting: Waiting): Promise<void> {
  const [why, doing] = WAITS[waiting];
  const text = `${nameOf(payload)} är inte sparad än: ${why}. Den sparas av sig själv så snart det går.`;
  await tell(payload, product, change, `waits-${waiting}`, text, `Ingenting är förlorat. ${doing}`);
}

export async function reportRefused(product: Product, change: Change, payload: FilePayload): Promise<void> {
  const text = `${nameOf(payload)} kunde inte läggas på samarbetsytan: en annan fil med samma namn ligger redan där.`;
  const detail =
    'Rapporten är fryst och ingenting har skrivits över. Byt namn på filen som ligger där, eller be administratören.';
  await tell(payload, product, change, 'refused', text, detail);
}
