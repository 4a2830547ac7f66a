/**
 * A draft that somebody has changed in Word is not written over unseen (ours): what they made is kept beside it, and the secretary
 * is told once. The texts we have laid are known by fingerprints that are kept before each is sent, so that an attempt whose
 * answer was lost is not taken for somebody's hand.
 */
import { handMadePath } from '../domain/filing.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Document, Reader } from '../ports.ts';
import { convenerId } from './agenda-view.ts';
import { message } from './cards.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';

const laid = (path: string) => `draft-laid/${path}`;
const copies = (meeting: string) => `draft-copies/${meeting}`;

const listed = (said: string | undefined): string[] => (said ?? '').split(' ').filter((one) => one !== '');

/** Where what people made of the drafts by hand lies. */
export const handMadeCopies = async (read: Reader, meeting: string): Promise<string[]> =>
  listed(await read.setting(copies(meeting)));

/** Before `draft` is laid: keeps what somebody else has made of the one that lies there. */
export async function keepHandMade(product: Product, meeting: Meeting, draft: Omit<Document, 'library'>): Promise<void> {
  const { store, samarbetsyta, documents } = product;
  const { path } = draft;
  const known = listed(await store.read((reader) => reader.setting(laid(path))));
  const lies = known.length > 0 ? await samarbetsyta.read('drafts', path) : undefined;
  if (lies?.kind === 'read' && !known.includes(documents.words(lies.bytes))) {
    const beside = handMadePath(path, meeting.version);
    await samarbetsyta.draft({ ...draft, path: beside, bytes: lies.bytes, effectId: `draft/${beside}` });
    await tell(product, meeting, path, beside);
  }
  const words = [...new Set([...known, documents.words(draft.bytes)])];
  await store.change((change) => change.keepSetting(laid(path), words.join(' ')));
}

async function tell(product: Product, meeting: Meeting, path: string, beside: string): Promise<void> {
  const person = meeting.secretary?.person ?? convenerId(product, meeting.forum);
  await product.store.change(async (change) => {
    await change.lock(meeting.forum);
    const before = await handMadeCopies(change, meeting.id);
    if (before.includes(beside)) return;
    await change.keepSetting(copies(meeting.id), [...before, beside].join(' '));
    if (!person) return;
    const [draft, copy] = [path, beside].map((one) => one.split('/').at(-1));
    const text = `${draft} var ändrad för hand på samarbetsytan. Ändringen finns kvar bredvid, som ${copy}.`;
    const detail =
      'Utkastet följer det som skrivs här. Ska ändringen gälla, skriv in den med Ändra på kortet med anteckningarna.';
    await nudge(product, change, { forum: meeting.forum, person }, `hand-made/${beside}`, message(text, { detail }));
  });
}
