import { view } from '../../src/flows/cards.ts';
import { decisionsView } from '../../src/flows/show-decisions.ts';
import type { Command } from '../commands.ts';

export const beslutSok: Command = {
  say: ['beslut sök', 'beslut sok', 'sök beslut', 'sok beslut'],
  does: 'Söker bland det ni har beslutat och kommit överens om',
  example: 'beslut sök fredagstider',
  writes: false,
  async run({ product, actor }, rest) {
    return view('decisions', await product.store.read((reader) => decisionsView(product, reader, actor.person, rest)));
  },
};
