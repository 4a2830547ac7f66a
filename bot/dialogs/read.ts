import { authoritiesIn } from '../../src/domain/agreement.ts';
import { adjustedNow } from '../../src/domain/immediate.ts';
import { type Meeting, reachedStage } from '../../src/domain/meeting.ts';
import { commentCount } from '../../src/domain/minutes.ts';
import { mayIn } from '../../src/domain/rights.ts';
import { adjustItem } from '../../src/flows/adjust-item.ts';
import { approveMinutes } from '../../src/flows/approve-minutes.ts';
import { view } from '../../src/flows/cards.ts';
import { extractText, textHash } from '../../src/flows/document-text.ts';
import { commentsLeft, presentText } from '../../src/flows/meeting-cards.ts';
import type { Product } from '../../src/flows/product.ts';
import { keepRead, pagesRead } from '../../src/flows/read-minutes.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

/** What has been shown before this page: the text by its hash, and how many comments there were. */
type Seen = { hash: string; comments: number };

/** One item to be approved by itself, while it can be. */
const extractOf = (product: Product, meeting: Meeting, item: string) =>
  meeting.items.some(({ id }) => id === item) && !reachedStage(meeting, 'approved')
    ? extractText(product, meeting, item)
    : undefined;

/** A page of the text as it is now, with what members have said of it last; all members may read it. */
async function shown(
  { product, forum, actor }: Turn,
  meeting: Meeting,
  item: string,
  page: number,
  seen?: Seen,
): Promise<Opened> {
  const { agreement, store } = product;
  const keeps = mayIn(agreement, actor.person, 'keep-minutes', meeting);
  const isApproved = reachedStage(meeting, 'approved');
  if (!mayIn(agreement, actor.person, 'take-part', meeting)) return { say: refusals['not-member'] };
  if (!reachedStage(meeting, item === '' ? 'draft' : 'in-progress')) return { say: refusals['not-closed'] };
  const extract = extractOf(product, meeting, item);
  if (item !== '' && !keeps) return { say: refusals['not-secretary'] };
  if (item !== '' && !extract) return { say: refusals[isApproved ? 'already-approved' : 'no-such-item'] };
  if (item !== '' && adjustedNow(meeting, item)) return { say: refusals['already-adjusted'] };
  const text = extract ?? (await store.read((reader) => presentText(product, reader, meeting)));
  const present = textHash(text);
  // Somebody who has read half of a text that has changed since begins again.
  if (seen && seen.hash !== present) return { say: refusals.stale };
  if (seen && !isApproved && !extract && seen.comments !== commentCount(meeting)) return { say: refusals.commented };
  const comments = isApproved || extract ? [] : commentsLeft(product, meeting);
  const pages = pagesRead(text, comments);
  const at = Math.min(Math.max(1, page), pages.length);
  const reading = { meeting: meeting.id, person: actor.person.id, hash: present, comments: extract ? 0 : commentCount(meeting) };
  if (keeps && !isApproved)
    await store.change(async (change) => {
      await change.lock(forum.id);
      await keepRead(change, reading, at);
    });
  const data = {
    meeting: meeting.id,
    forum: forum.name,
    start: meeting.start,
    version: meeting.version,
    hash: present,
    item,
    comments: reading.comments,
    page: at,
    pages: pages.length,
    blocks: pages[at - 1]!,
    mayApprove: keeps && !isApproved,
    authorities: authoritiesIn(agreement, forum).map(({ name }) => name),
  };
  return { title: 'Mötesanteckningar', view: view('dialog-read', data) };
}

/** The first page of one item, to be approved by itself. */
export const readItem = (turn: Turn, meeting: Meeting, item: string): Promise<Opened> =>
  item === '' ? Promise.resolve({ say: refusals['no-such-item'] }) : shown(turn, meeting, item, 1);

async function found({ product, forum }: Turn, id: string): Promise<Meeting | undefined> {
  const meeting = await product.store.read((reader) => reader.meeting(id));
  return meeting?.forum === forum.id ? meeting : undefined;
}

export const read: Dialog = {
  async open(turn, { meeting: id = '', item = '' }) {
    const meeting = await found(turn, id);
    return meeting ? shown(turn, meeting, item, 1) : { say: refusals['no-meeting'] };
  },

  async submit(turn, { meeting: id = '', version = '', hash = '', comments = '', item = '', page = '1', go = '' }) {
    const meeting = await found(turn, id);
    if (!meeting) return { say: refusals['no-meeting'] };
    const seen = { hash, comments: Number(comments) };
    if (go !== 'approve') return shown(turn, meeting, item, Number(page) + (go === 'back' ? -1 : 1), seen);
    if (item !== '') {
      const adjusted = await adjustItem(turn.product, turn.actor, id, item, seen);
      return adjusted.ok
        ? { saved: 'Punkten är omedelbart justerad. Ett utdrag läggs på samarbetsytan.' }
        : { say: refusals[adjusted.no] };
    }
    const done = await approveMinutes(turn.product, turn.actor, id, { version: Number(version), ...seen });
    return done.ok ? { saved: 'Anteckningarna är godkända och läggs på samarbetsytan.' } : { say: refusals[done.no] };
  },
};
