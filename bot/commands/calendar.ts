import { message } from '../../src/flows/cards.ts';
import { feedSecret } from '../../src/flows/feed.ts';
import type { Command } from '../commands.ts';

/** Only in one's own chat: whoever has the address can read the times. */
export const kalender: Command = {
  say: ['kalender'],
  does: 'Ger adressen till dina möten, att prenumerera på i din kalender',
  example: 'kalender',
  async run({ product, actor, personal }) {
    if (!personal) return message('Skriv "kalender" i vår egen chatt, så får du adressen bara du ska ha.');
    const address = product.publicUrl();
    if (!address) return message('Jag vet inte min egen adress än. Be administratören ange SAMVERKAN_PUBLIC_URL.');
    const secret = await feedSecret(product, { person: actor.person.id });
    return message('Här är dina möten som kalender. Lägg till adressen som prenumeration i din kalender.', {
      detail: 'Den visar tider och platser, aldrig innehåll. Dela den inte: den som har adressen kan se tiderna.',
      link: { title: 'Kalenderns adress', url: `${address}/feed/${secret}.ics` },
    });
  },
};
