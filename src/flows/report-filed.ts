/** What becomes of a report on its way to the samarbetsyta: who froze it hears when it waits, those it is for when it lies there. */
import { forumOf } from '../domain/agreement.ts';
import type { Waiting } from '../domain/filing-waits.ts';
import { reportOf, toldOfReport } from '../domain/report.ts';
import type { Change } from '../ports.ts';
import { message } from './cards.ts';
import { copyInPdf } from './copy-in-pdf.ts';
import { type Filed, type FilePayload, nameOf, WAITS } from './file-document.ts';
import { markReplaced } from './mark-filed.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';
import { tellRegistrars } from './tell-registrars.ts';

const tell = ({ report, path }: FilePayload, product: Product, change: Change, what: string, text: string, detail: string) =>
  report
    ? nudge(product, change, { forum: report.forum, person: report.by }, `${what}/${path}`, message(text, { detail }))
    : Promise.resolve();

export async function reportFiled(
  product: Product,
  change: Change,
  payload: FilePayload,
  { filed: lies, words }: Filed,
): Promise<void> {
  const { path, type, edition, columns, meeting } = payload;
  await change.keepFiled({ ...lies, path, meeting, type, edition, columns, words, told: '' });
  await copyInPdf(change, path);
  await markReplaced(change, meeting, type, edition);
  await tellReceivers(product, change, payload, lies.webUrl);
  await tellRegistrars(product, change, payload, lies.webUrl);
}

/** Once for each version: the key has its path. Where nobody can be told, who froze it hears that, for somebody must hand it on. */
async function tellReceivers(product: Product, change: Change, payload: FilePayload, url: string): Promise<void> {
  const { report, path, edition, columns, type } = payload;
  const of = type === 'arlig-uppfoljning' ? 'year' : 'half-year';
  const kind = report && reportOf(product.agreement, report.forum, of);
  if (!kind) return;
  const title = String(columns['Title']);
  const to = forumOf(product.agreement, kind.to);
  const receivers = toldOfReport(product.agreement, kind, report.by);
  const ask = of === 'year' ? 'rapport år' : 'rapport';
  const sees = `Skriv "${ask}" här för att se siffrorna, och vad som har rättats sedan dess.`;
  const shown = message(edition === 1 ? `${title}, är sparad.` : `${title}, är sparad i version ${edition}.`, {
    detail: edition === 1 ? sees : `Den ersätter version ${edition - 1} och säger sist vad som är ändrat. ${sees}`,
    link: { title: 'Öppna rapporten', url },
  });
  for (const { id } of receivers) await nudge(product, change, { forum: '', person: id }, `report-filed/${path}/${id}`, shown);
  if (receivers.length > 0) return;
  const text = `${title}, är sparad, men ingen i ${to.called} nås i Teams.`;
  await tell(payload, product, change, 'report-unheard', text, 'Lämna rapporten till dem på annat sätt.');
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
