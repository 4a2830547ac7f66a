import { longDate } from '../../src/domain/swedish.ts';
import { view } from '../../src/flows/cards.ts';
import { askForSwap, swapDialog } from '../../src/flows/swap-turn.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

async function shown({ product, forum }: Turn, id: string, error: string): Promise<Opened> {
  const meeting = await product.store.read((reader) => reader.meeting(id));
  if (meeting?.forum !== forum.id) return { say: refusals['no-meeting'] };
  const data = swapDialog(product, meeting, error);
  return data ? { title: 'Byt bort turen', view: view('dialog-swap', data) } : { say: refusals['no-secretary'] };
}

export const swap: Dialog = {
  open: (turn, { meeting = '' }) => shown(turn, meeting, ''),

  async submit(turn, { meeting = '', ask = '' }) {
    if (ask === '') return shown(turn, meeting, 'Välj vem jag ska fråga.');
    const done = await askForSwap(turn.product, turn.actor, meeting, ask);
    if (!done.ok) return { say: refusals[done.no] };
    return { say: `Frågan är ställd. Har ingen svarat när mötet börjar ${longDate(done.value.meeting.start)} står turen kvar.` };
  },
};
