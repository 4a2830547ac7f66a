/** Answers "att registrera": what lies filed where the registrar's authority takes part, and never a word of what is in it. */
import { type Authority, forumOf, type Person } from '../domain/agreement.ts';
import { isExtract } from '../domain/filing.ts';
import type { Meeting } from '../domain/meeting.ts';
import { editionOf } from '../domain/reopen.ts';
import { forumsByOffice } from '../domain/rights.ts';
import type { KeptDocument, Reader } from '../ports.ts';
import type { Product } from './product.ts';
import type { RegistrationsView } from './views/registrations.ts';

const SHOWN = 6;

/** Undefined for somebody who is no registrar. */
export async function registrationsView(product: Product, read: Reader, person: Person): Promise<RegistrationsView | undefined> {
  const authority = product.agreement.authorities.find(({ id }) => id === person.registersFor);
  if (!authority) return undefined;
  const forums = new Set(forumsByOffice(product.agreement, person, 'see-filed').map(({ id }) => id));
  // The copy in PDF is registered with its original; an extract has no number of its own here.
  const minutes = (await read.filedDocuments()).filter(
    ({ type, path }) => type === 'motesanteckningar' && path.endsWith('.docx') && !isExtract(path),
  );
  const found = await Promise.all(minutes.map(async (document) => ({ document, meeting: await read.meeting(document.meeting) })));
  const rows = found
    .flatMap(({ document, meeting }) =>
      meeting && forums.has(meeting.forum) ? [row(product, authority, document, meeting)] : [],
    )
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.edition - b.edition));
  const left = rows.filter(({ state }) => state === 'to-register');
  const others = rows.filter(({ state }) => state !== 'to-register').reverse();
  const documents = [...left, ...others];
  return {
    authority: authority.name,
    left: left.length,
    documents: documents.slice(0, SHOWN),
    more: Math.max(0, documents.length - SHOWN),
  };
}

function row(
  product: Product,
  authority: Authority,
  document: KeptDocument,
  meeting: Meeting,
): RegistrationsView['documents'][number] {
  const { edition, webUrl, columns } = document;
  const dnr = meeting.registered?.findLast((one) => one.authority === authority.id && one.edition === edition)?.dnr ?? '';
  const isLatest = edition === editionOf(meeting) && meeting.stage.name === 'filed';
  const isReopened = edition === (meeting.reopenings ?? []).length && meeting.stage.name !== 'filed';
  return {
    meeting: meeting.id,
    forum: forumOf(product.agreement, meeting.forum).name,
    start: meeting.start,
    edition,
    dnr,
    hash: String(columns['Innehallshash'] ?? ''),
    url: webUrl,
    state: isLatest ? (dnr === '' ? 'to-register' : 'registered') : isReopened ? 'reopened' : 'replaced',
  };
}
