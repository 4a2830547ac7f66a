import type { Meeting } from '../../src/domain/meeting.ts';
import { trimmed } from '../../src/domain/privacy.ts';
import { view } from '../../src/flows/cards.ts';
import { commentItem } from '../../src/flows/comment-item.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

export const LONGEST_COMMENT = 500;

function shown({ forum }: Turn, meeting: Meeting | undefined, claims: Claims, error: string): Opened {
  if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
  if (meeting.stage.name !== 'in-progress' && meeting.stage.name !== 'draft') return { say: refusals['not-on'] };
  const items = meeting.items
    .map(({ id, title }, n) => ({ id, title: `${n + 1}. ${title}` }))
    .filter(({ id }) => id !== forum.cases?.item);
  const item =
    meeting.stage.name === 'in-progress' && items.some(({ id }) => id === meeting.current)
      ? meeting.current
      : (items[0]?.id ?? '');
  return {
    title: 'Kommentera',
    view: view('dialog-comment', {
      meeting: meeting.id,
      items,
      item: claims['item'] ?? item,
      text: claims['text'] ?? '',
      error,
    }),
  };
}

const meetingOf = ({ product }: Turn, claims: Claims) => product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));

export const comment: Dialog = {
  open: async (turn, claims) => shown(turn, await meetingOf(turn, claims), {}, ''),

  async submit(turn, claims) {
    const text = trimmed(claims['text']);
    const said = (error: string) => meetingOf(turn, claims).then((meeting) => shown(turn, meeting, claims, error));
    if (text === '') return said('Skriv din kommentar.');
    if (text.length > LONGEST_COMMENT) return said(`Kommentaren får ha högst ${LONGEST_COMMENT} tecken.`);
    const done = await commentItem(turn.product, turn.actor, claims['meeting'] ?? '', { item: claims['item'] ?? '', text });
    return done.ok ? { saved: 'Sekreteraren ser din kommentar.' } : { say: refusals[done.no] };
  },

  again: async (turn, claims, stop) => shown(turn, await meetingOf(turn, claims), claims, stop.say('kommentaren')),
};
