import { message, view } from '../../src/flows/cards.ts';
import { reachView } from '../../src/flows/show-reach.ts';
import type { Command } from '../commands.ts';
import { refusals } from '../sentences.ts';

export const vemNaddes: Command = {
  say: ['vem nåddes', 'vem naddes', 'vilka nåddes', 'nåddes'],
  does: 'Visar vilka korten har nått, vilka inte och varför',
  example: 'vem nåddes',
  writes: false,
  async run({ product, actor, forum, personal }) {
    if (!personal) return message('Skriv "vem nåddes" i vår egen chatt. Listan är för sekreteraren och sammankallande.');
    const shown = await product.store.read((reader) => reachView(product, reader, actor, forum.id));
    return shown.ok ? view('reach', shown.value) : message(refusals[shown.no]);
  },
};
