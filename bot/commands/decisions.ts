import { view } from '../../src/flows/cards.ts';
import { decisionsView } from '../../src/flows/show-decisions.ts';
import type { Command } from '../commands.ts';
import { screened } from '../screened.ts';

export const beslutSok: Command = {
  say: ['beslut sök', 'beslut sok', 'sök beslut', 'sok beslut'],
  does: 'Söker bland det ni har beslutat och kommit överens om',
  example: 'beslut sök fredagstider',
  async run(turn, rest) {
    const passed = await screened(turn, rest);
    if (!passed.ok) return passed.answer;
    const { product, actor } = turn;
    return view('decisions', await product.store.read((reader) => decisionsView(product, reader, actor.person, passed.text)));
  },
};
