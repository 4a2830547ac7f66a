/** Answers "att registrera": what lies filed where the registrar's authority takes part, and never a word of what is in it. */
import { type Authority, forumOf, type Person } from '../domain/agreement.ts';
import { isExtract } from '../domain/filing.ts';
import type { Meeting } from '../domain/meeting.ts';
import { numberOf } from '../domain/register-numbers.ts';
import { editionOf } from '../domain/reopen.ts';
import { forumsByOffice } from '../domain/rights.ts';
import type { KeptDocument, Reader } from '../ports.ts';
import { filedReport, type LyingReport, saidOf } from './filed-report.ts';
import type { Product } from './product.ts';
import type { RegistrationsView } from './views/registrations.ts';

const SHOWN = 6;

/** Undefined for somebody who is no registrar. */
export async function registrationsView(product: Product, read: Reader, person: Person): Promise<RegistrationsView | undefined> {
  const authority = product.agreement.authorities.find(({ id }) => id === person.registersFor);
  if (!authority) return undefined;
  const forums = new Set(forumsByOffice(product.agreement, person, 'see-filed').map(({ id }) => id));
  // The copy in PDF is registered with its original; an extract has no number of its own here.
  const filed = (await read.filedDocuments()).filter(
    ({ type, path }) => type !== 'dagordning' && path.endsWith('.docx') && !isExtract(path),
  );
  const found = await Promise.all(
    filed.map(async (document) => {
      const report = await filedReport(product, read, document.meeting);
      if (report) return forums.has(report.forum) ? [reportRow(product, authority, document, report)] : [];
      const meeting = await read.meeting(document.meeting);
      return meeting && forums.has(meeting.forum) ? [row(product, authority, document, meeting)] : [];
    }),
  );
  const rows = found.flat().toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.edition - b.edition));
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

type Row = RegistrationsView['documents'][number];

const hashOf = ({ columns }: KeptDocument): string => String(columns['Innehallshash'] ?? '');

function reportRow(product: Product, authority: Authority, document: KeptDocument, report: LyingReport): Row {
  const { edition, webUrl } = document;
  const { title, day } = saidOf(document);
  const dnr = numberOf(report.registered, authority.id, edition) ?? '';
  return {
    meeting: report.id,
    forum: forumOf(product.agreement, report.forum).name,
    start: day,
    report: title,
    edition,
    dnr,
    hash: hashOf(document),
    url: webUrl,
    state: edition < report.edition ? 'replaced' : dnr === '' ? 'to-register' : 'registered',
  };
}

function row(product: Product, authority: Authority, document: KeptDocument, meeting: Meeting): Row {
  const { edition, webUrl } = document;
  const dnr = numberOf(meeting.registered ?? [], authority.id, edition) ?? '';
  const isLatest = edition === editionOf(meeting) && meeting.stage.name === 'filed';
  const isReopened = edition === (meeting.reopenings ?? []).length && meeting.stage.name !== 'filed';
  return {
    meeting: meeting.id,
    forum: forumOf(product.agreement, meeting.forum).name,
    start: meeting.start,
    report: '',
    edition,
    dnr,
    hash: hashOf(document),
    url: webUrl,
    state: isLatest ? (dnr === '' ? 'to-register' : 'registered') : isReopened ? 'reopened' : 'replaced',
  };
}
