import { message, view } from '../../src/flows/cards.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import { fairnessView } from '../../src/flows/show-fairness.ts';
import { whoWrites } from '../../src/flows/who-writes.ts';
import type { Command } from '../commands.ts';

export const vemArSekreterare: Command = {
  say: ['vem är sekreterare', 'vem ar sekreterare', 'sekreterare', 'varför jag'],
  does: 'Visar vem som skriver nästa gång och varför',
  example: 'vem är sekreterare',
  writes: false,
  async run({ product, forum }) {
    const shown = await product.store.read(async (reader) => {
      const meeting = await nextMeeting(reader, forum.id);
      return meeting && whoWrites(product, reader, meeting);
    });
    return shown ? view('secretary', shown) : message('Det finns inget planerat möte, så ingen är utsedd.');
  },
};

export const rattvisa: Command = {
  say: ['rättvisa', 'rattvisa'],
  does: 'Visar hur turen att skriva har gått runt, och vem som står på tur',
  example: 'rättvisa',
  writes: false,
  async run({ product, forum }) {
    return view('fairness', await product.store.read((reader) => fairnessView(product, reader, forum.id)));
  },
};
