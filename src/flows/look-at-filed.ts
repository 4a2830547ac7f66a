/** Looks whether filed documents lie as they were filed. What somebody has changed by hand stays, and is told of. */
import { type Lies, newsOf, toldAfter } from '../domain/filed-watch.ts';
import { reportForum, reportId } from '../domain/report.ts';
import type { Change, KeptDocument } from '../ports.ts';
import { convenerId } from './agenda-view.ts';
import { message } from './cards.ts';
import { nextNumber } from './next-number.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';

const SAID: Record<'changed' | 'gone', readonly [what: string, doing: string]> = {
  changed: [
    'har ändrats på samarbetsytan sedan den sparades',
    'Ingenting är överskrivet. Återställ den tidigare versionen i filens versionshistorik, som också visar vem som ändrade.',
  ],
  gone: [
    'ligger inte kvar på samarbetsytan',
    'Den är borttagen, flyttad eller har fått ett annat namn. Återställ den ur papperskorgen.',
  ],
};

/** Looks at these of the filed documents, by id. */
export async function lookAtFiled(product: Product, which: readonly string[] | 'all'): Promise<void> {
  const kept = await product.store.read((reader) => reader.filedDocuments());
  for (const document of kept) if (which === 'all' || which.includes(document.id)) await lookAt(product, document);
}

async function lookAt(product: Product, document: KeptDocument): Promise<void> {
  const { path, eTag, words, told } = document;
  const now = await product.samarbetsyta.read('meetings', path, eTag);
  if (now.kind === 'unchanged') return;
  const lies: Lies = now.kind === 'missing' ? 'gone' : product.documents.words(now.bytes) === words ? 'as-filed' : 'changed';
  const news = newsOf(told, lies);
  await product.store.change(async (change) => {
    const [latest] = await change.filedDocuments({ path });
    // Another look, or the bot itself, has been there meanwhile; the next look sees what it left.
    if (latest?.eTag !== eTag || latest.told !== told) return;
    await change.keepFiled({ ...latest, told: toldAfter(lies), ...(now.kind === 'read' ? { eTag: now.eTag } : {}) });
    if (news !== '') await tell(product, change, document, news);
  });
}

async function tell(product: Product, change: Change, { path, meeting: id, type }: KeptDocument, news: 'changed' | 'gone') {
  const meeting = await change.meeting(id);
  const forum = meeting?.forum ?? reportForum(id);
  if (forum === undefined) return;
  const name = path.split('/').at(-1)!;
  const [what, doing] = SAID[news];
  const again =
    type === 'motesanteckningar' ? ' Är det som godkändes fel, öppna anteckningarna igen: då blir det en ny version.' : '';
  const number = await nextNumber(change, `by-hand/${path}`);
  const people = new Set(meeting ? [meeting.secretary?.person, convenerId(product, forum)] : await makersOf(product, change, id));
  for (const person of people)
    if (person)
      await nudge(
        product,
        change,
        { forum, person },
        `by-hand/${path}/${number}/${person}`,
        message(`${name} ${what}.`, { detail: doing + again }),
      );
}

/** Those who have frozen a report, by what its documents are kept under. */
async function makersOf(product: Product, change: Change, id: string): Promise<string[]> {
  const reports = await change.reports(reportForum(id) ?? '');
  const makers = reports.filter((one) => reportId(one) === id).map(({ by }) => by);
  return makers.filter((by) => product.agreement.people.some((person) => person.id === by));
}
