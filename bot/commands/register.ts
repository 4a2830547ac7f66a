import { message, view } from '../../src/flows/cards.ts';
import { registrationsView } from '../../src/flows/show-registrations.ts';
import type { Command } from '../commands.ts';

export const attRegistrera: Command = {
  say: ['att registrera', 'registrera', 'diarienummer'],
  does: 'Visar registratorn vad som är sparat och saknar myndighetens diarienummer',
  example: 'att registrera',
  writes: false,
  byOffice: 'see-filed',
  async run({ product, actor, personal }) {
    if (!personal) return message('Skriv "att registrera" i vår egen chatt.');
    const shown = await product.store.read((reader) => registrationsView(product, reader, actor.person));
    if (shown) return view('registrations', shown);
    return message(
      'Bara myndighetens registrator ser den listan. Andra skriver in numret från kortet med anteckningarna eller rapporten.',
    );
  },
};
