/** Puts a document on its way to the samarbetsyta, as an effect, and takes up the thread when it lies there. */
import { authoritiesIn, forumOf } from '../domain/agreement.ts';
import { filePath, HANDLINGSTYPER, type Handlingstyp, registrationNumbers } from '../domain/filing.ts';
import { noticed } from '../domain/filing-notices.ts';
import type { Waiting } from '../domain/filing-waits.ts';
import type { Meeting } from '../domain/meeting.ts';
import { filed } from '../domain/minutes.ts';
import { editionOf } from '../domain/reopen.ts';
import type { Change, Columns, DocumentText, FiledDocument } from '../ports.ts';
import type { FigureMap } from './agenda-view.ts';
import { convenerId, personView } from './agenda-view.ts';
import { message } from './cards.ts';
import { copyInPdf } from './copy-in-pdf.ts';
import { planPurge } from './lay-draft.ts';
import { markReplaced } from './mark-filed.ts';
import { showAgenda, showMinutes } from './meeting-cards.ts';
import { nextNumber } from './next-number.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';
import { tellCalendar } from './tell-calendar.ts';
import { tellRegistrars } from './tell-registrars.ts';

export interface FilePayload {
  /** Or the report, by `reportId`. */
  meeting: string;
  /** Set for a report: the forum that makes it, and who froze it. */
  report?: { forum: string; by: string };
  type: Handlingstyp;
  edition: number;
  path: string;
  text: DocumentText;
  columns: Columns;
  /** Of one item only: the minutes themselves are filed later. */
  extract?: true;
}

export const nameOf = ({ path }: FilePayload): string => path.split('/').at(-1)!;

/** What stands in the columns of a document, so that it can be found and registered. */
export function documentColumns(
  product: Product,
  meeting: Meeting,
  type: Handlingstyp,
  title: string,
  { edition, approval }: { edition: number; approval: { by: string; hash: string } | undefined },
): Columns {
  const forum = forumOf(product.agreement, meeting.forum);
  return {
    Title: title,
    Forum: forum.name,
    // Noon: a library in another time zone still shows the right day.
    Motesdatum: `${meeting.start.slice(0, 10)}T12:00:00Z`,
    Handlingstyp: HANDLINGSTYPER[type].name,
    Status: approval ? 'Godkänd' : 'Publicerad',
    Version: String(edition),
    Diarienummer: registrationNumbers(product.agreement, forum),
    Myndigheter: authoritiesIn(product.agreement, forum)
      .map((authority) => authority.name)
      .join('; '),
    Sekreterare: meeting.secretary ? personView(product, meeting.secretary.person).name : '',
    GodkandAv: approval ? personView(product, approval.by).name : '',
    Innehallshash: approval?.hash ?? '',
    Sekretess: 'Innehåller inga personuppgifter om enskilda',
  };
}

export async function fileDocument(
  product: Product,
  change: Change,
  meeting: Meeting,
  type: Handlingstyp,
  text: DocumentText,
): Promise<void> {
  const edition = type === 'motesanteckningar' ? editionOf(meeting) : 1;
  const path = filePath(meeting, type, edition);
  const approval = meeting.stage.name === 'approved' ? meeting.stage : undefined;
  const columns = documentColumns(product, meeting, type, text.title, { edition, approval });
  const payload: FilePayload = { meeting: meeting.id, type, edition, path, text, columns };
  await change.enqueue({
    idemKey: `file/${meeting.id}/${type}${edition > 1 ? `/v${edition}` : ''}`,
    kind: 'file',
    lane: `file/${path}`,
    payload,
  });
}

/** Where a document lies, and what can be read in it. */
export interface Filed {
  filed: FiledDocument;
  words: string;
}

/** The document lies on the samarbetsyta: the cards link to it. */
export async function documentFiled(
  product: Product,
  change: Change,
  payload: FilePayload,
  { filed: lies, words }: Filed,
  figures: FigureMap,
): Promise<void> {
  const { path, type, edition, columns } = payload;
  const meeting = await change.meeting(payload.meeting);
  if (!meeting) throw new Error(`filed a document of unknown meeting ${payload.meeting}`);
  await change.keepFiled({ ...lies, path, meeting: meeting.id, type, edition, columns, words, told: '' });
  if (HANDLINGSTYPER[type].copy) await copyInPdf(change, path);
  await markReplaced(change, meeting.id, type, edition);
  const url = lies.webUrl;
  const lying = payload.type === 'dagordning' ? { ...meeting, agendaUrl: url } : filed(meeting, url);
  const next = noticed(lying, nameOf(payload), '');
  await change.save(next);
  if (payload.type === 'dagordning') await tellCalendar(product, change, next);
  else {
    await planPurge(product, change, next);
    await tellRegistrars(product, change, payload, url, meeting.forum);
  }
  const cause = `filed-${payload.type}-${editionOf(next)}`;
  await showAgenda(product, change, next, figures, cause);
  if (payload.type === 'motesanteckningar') await showMinutes(product, change, next, figures, cause);
}

export const WAITS: Record<Waiting, readonly [why: string, doing: string]> = {
  open: ['någon har filen öppen', 'Be den som har filen öppen att stänga den.'],
  full: ['det finns inget utrymme kvar på samarbetsytan', 'Be den som äger samarbetsytan om mer utrymme.'],
  'no-right': ['boten får inte skriva på samarbetsytan', 'Be administratören att ge boten rätten tillbaka.'],
  away: ['samarbetsytan svarar inte', 'Du behöver inte göra något.'],
};

/** It is tried again until it is done: the cards say why it waits, and the secretary hears it once for each reason. */
export async function documentWaits(
  product: Product,
  change: Change,
  payload: FilePayload,
  waiting: Waiting,
  figures: FigureMap,
): Promise<void> {
  const meeting = await change.meeting(payload.meeting);
  if (!meeting) throw new Error(`a document of unknown meeting ${payload.meeting} waits`);
  const [why, doing] = WAITS[waiting];
  const name = nameOf(payload);
  const notice = `${name} är inte sparad än: ${why}. Den sparas av sig själv så snart det går.`;
  const next = noticed(meeting, name, notice);
  if (next === meeting) return;
  await change.save(next);
  const number = await nextNumber(change, `waits/${payload.path}`);
  await showAgenda(product, change, next, figures, `waits-${payload.type}-${number}`);
  if (payload.type === 'motesanteckningar') await showMinutes(product, change, next, figures, `waits-${number}`);
  const person = meeting.secretary?.person ?? convenerId(product, meeting.forum);
  if (!person) return;
  await nudge(
    product,
    change,
    { forum: meeting.forum, person },
    `waits/${payload.path}/${waiting}`,
    message(notice, { detail: `Ingenting är förlorat. ${doing}` }),
  );
}

/** The samarbetsyta will not take the document: the cards say so and the convener is asked to put it right. */
export async function documentRefused(product: Product, change: Change, payload: FilePayload, figures: FigureMap): Promise<void> {
  const meeting = await change.meeting(payload.meeting);
  if (!meeting) throw new Error(`could not file a document of unknown meeting ${payload.meeting}`);
  const name = nameOf(payload);
  const notice = `${name} kunde inte läggas på samarbetsytan: en annan fil med samma namn ligger redan där.`;
  const next = noticed(meeting, name, notice);
  await change.save(next);
  const cause = `refused-${name}`;
  await showAgenda(product, change, next, figures, cause);
  if (payload.type === 'motesanteckningar') await showMinutes(product, change, next, figures, cause);
  const convener = convenerId(product, meeting.forum);
  if (!convener) return;
  const detail = 'Ingenting är förlorat och inget har skrivits över. Byt namn på filen som ligger där, eller be administratören.';
  const to = { forum: meeting.forum, person: convener };
  await nudge(product, change, to, `refused/${payload.path}`, message(notice, { detail }));
}
