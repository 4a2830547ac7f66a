import { view } from '../../src/flows/cards.ts';
import type { Command } from '../commands.ts';

/** Shows the commands it is handed; also the answer to what nobody understood. */
export const help = (list: () => readonly Command[]): Command => ({
  say: ['hjälp', 'hjalp', 'help', '?'],
  does: 'Visar vad du kan skriva till mig',
  example: 'hjälp',
  writes: false,
  run: async ({ forum }) =>
    view('help', { forum: forum.name, commands: list().map(({ example, does }) => ({ say: example, does })) }),
});
