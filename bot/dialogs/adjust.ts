import { adjustable } from '../../src/domain/immediate.ts';
import { mayIn } from '../../src/domain/rights.ts';
import { view } from '../../src/flows/cards.ts';
import type { Dialog } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import { readItem } from './read.ts';

/** Chooses an item to be approved by itself; it is read, and approved, in the dialog that follows. */
export const adjust: Dialog = {
  async open({ product, forum, actor }, { meeting: id = '' }) {
    const meeting = await product.store.read((reader) => reader.meeting(id));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    if (!mayIn(product.agreement, actor.person, 'keep-minutes', meeting)) return { say: refusals['not-secretary'] };
    const can = new Set(adjustable(meeting));
    const items = meeting.items
      .map((item, n) => ({ item, title: `${n + 1}. ${item.title}` }))
      .filter(({ item }) => can.has(item));
    const data = {
      meeting: meeting.id,
      forum: forum.name,
      start: meeting.start,
      items: items.map(({ item, title }) => ({ id: item.id, title })),
      item: items.find(({ item }) => item.id === meeting.current)?.item.id ?? items[0]?.item.id ?? '',
    };
    return { title: 'Omedelbar justering', view: view('dialog-adjust', data) };
  },

  async submit(turn, { meeting: id = '', item = '' }) {
    const meeting = await turn.product.store.read((reader) => reader.meeting(id));
    return meeting?.forum === turn.forum.id ? readItem(turn, meeting, item) : { say: refusals['no-meeting'] };
  },
};
