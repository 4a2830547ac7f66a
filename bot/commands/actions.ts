import { view } from '../../src/flows/cards.ts';
import { myActions } from '../../src/flows/show-actions.ts';
import type { Command } from '../commands.ts';

export const minaAtgarder: Command = {
  say: ['mina åtgärder', 'mina atgarder', 'åtgärder', 'atgarder'],
  does: 'Visar det du har att göra, i alla dina forum',
  example: 'mina åtgärder',
  writes: false,
  async run({ product, actor }) {
    return view('actions', await product.store.read((reader) => myActions(product, reader, actor.person)));
  },
};
