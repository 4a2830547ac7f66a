import { authoritiesIn } from '../../src/domain/agreement.ts';
import { type Meeting, reachedStage } from '../../src/domain/meeting.ts';
import { pagesOf } from '../../src/domain/pages.ts';
import { mayIn } from '../../src/domain/rights.ts';
import { approveMinutes } from '../../src/flows/approve-minutes.ts';
import { view } from '../../src/flows/cards.ts';
import { textHash } from '../../src/flows/document-text.ts';
import { presentText } from '../../src/flows/meeting-cards.ts';
import { blocksOf } from '../../src/flows/read-minutes.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

/** A page of the text as it is now. Drafts are for those who keep the minutes, approved ones for all members. */
async function shown({ product, forum, actor }: Turn, meeting: Meeting, page: number, hash?: string): Promise<Opened> {
  const { agreement, store } = product;
  const keeps = mayIn(agreement, actor.person, 'keep-minutes', meeting);
  const isApproved = reachedStage(meeting, 'approved');
  if (!keeps && !(isApproved && mayIn(agreement, actor.person, 'take-part', meeting))) return { say: refusals['not-secretary'] };
  if (!reachedStage(meeting, 'draft')) return { say: refusals['not-closed'] };
  const text = await store.read((reader) => presentText(product, reader, meeting));
  const present = textHash(text);
  // Somebody who has read half of a text that has changed since begins again.
  if (hash !== undefined && hash !== present) return { say: refusals.stale };
  const pages = pagesOf(blocksOf(text));
  const at = Math.min(Math.max(1, page), pages.length);
  const data = {
    meeting: meeting.id,
    forum: forum.name,
    start: meeting.start,
    version: meeting.version,
    hash: present,
    page: at,
    pages: pages.length,
    blocks: pages[at - 1]!,
    mayApprove: keeps && !isApproved,
    authorities: authoritiesIn(agreement, forum).map(({ name }) => name),
  };
  return { title: 'Mötesanteckningar', view: view('dialog-read', data) };
}

async function found({ product, forum }: Turn, id: string): Promise<Meeting | undefined> {
  const meeting = await product.store.read((reader) => reader.meeting(id));
  return meeting?.forum === forum.id ? meeting : undefined;
}

export const read: Dialog = {
  async open(turn, { meeting: id = '' }) {
    const meeting = await found(turn, id);
    return meeting ? shown(turn, meeting, 1) : { say: refusals['no-meeting'] };
  },

  async submit(turn, { meeting: id = '', version = '', hash = '', page = '1', go = '' }) {
    const meeting = await found(turn, id);
    if (!meeting) return { say: refusals['no-meeting'] };
    if (go !== 'approve') return shown(turn, meeting, Number(page) + (go === 'back' ? -1 : 1), hash);
    const done = await approveMinutes(turn.product, turn.actor, id, { version: Number(version), hash });
    return done.ok ? { saved: 'Anteckningarna är godkända och läggs på samarbetsytan.' } : { say: refusals[done.no] };
  },
};
