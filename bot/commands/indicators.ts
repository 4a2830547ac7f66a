import { view } from '../../src/flows/cards.ts';
import type { Command } from '../commands.ts';
import type { Turn } from '../turn.ts';

export async function showIndicators({ product, forum }: Turn) {
  const figures = await product.figures.look(forum);
  return view('indicators', { forum: forum.name, figures: [...figures.values()] });
}

export const indikatorer: Command = {
  say: ['indikatorer', 'siffror', 'statistik'],
  does: 'Visar forumets indikatorer för kvinnor, män och totalt',
  example: 'indikatorer',
  run: (turn) => showIndicators(turn),
};
