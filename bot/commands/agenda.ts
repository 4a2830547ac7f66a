import { agendaView } from '../../src/flows/agenda-view.ts';
import { message, view } from '../../src/flows/cards.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import type { Command } from '../commands.ts';
import type { Turn } from '../turn.ts';

/** The next meeting's agenda as it is now, with the figures as they are now. */
export async function showNextAgenda(turn: Turn) {
  const { product, forum } = turn;
  const [figures, meeting] = await Promise.all([
    product.figures.look(forum),
    product.store.read((reader) => nextMeeting(reader, forum.id)),
  ]);
  if (!meeting) return message('Det finns inget planerat möte. Kontrollera rytmen i överenskommelsens fil.');
  return view('agenda', await product.store.read((reader) => agendaView(product, reader, meeting, figures)));
}

export const dagordning: Command = {
  say: ['dagordning', 'visa dagordning', 'dagordningen', 'agenda', 'agendan'],
  does: 'Visar nästa mötes dagordning med aktuella siffror',
  example: 'dagordning',
  writes: false,
  run: (turn) => showNextAgenda(turn),
};
