import type { Forum } from '../../src/domain/agreement.ts';
import { message } from '../../src/flows/cards.ts';
import { type FeedOf, feedSecret } from '../../src/flows/feed.ts';
import type { Product } from '../../src/flows/product.ts';
import type { Command } from '../commands.ts';
import type { Answer } from '../turn.ts';

const unknownAddress = 'Jag vet inte min egen adress än. Be administratören ange SAMVERKAN_PUBLIC_URL.';

async function linkTo(product: Product, of: FeedOf, text: string, detail: string): Promise<Answer> {
  const address = product.publicUrl();
  if (!address) return message(unknownAddress);
  const secret = await feedSecret(product, of);
  return message(text, { detail, link: { title: 'Kalenderns adress', url: `${address}/feed/${secret}.ics` } });
}

/** Only in one's own chat: whoever has the address can read the times. */
export const kalender: Command = {
  say: ['kalender'],
  does: 'Ger adressen till dina möten, att prenumerera på i din kalender',
  example: 'kalender',
  writes: false,
  async run({ product, actor, personal }) {
    if (!personal) return message('Skriv "kalender" i vår egen chatt, så får du adressen bara du ska ha.');
    return linkTo(
      product,
      { person: actor.person.id },
      'Här är dina möten som kalender. Lägg till adressen som prenumeration i din kalender.',
      'Den visar tider och platser, aldrig innehåll. Dela den inte: den som har adressen kan se tiderna.',
    );
  },
};

/** One address for everybody in the forum; those outside the tenant can be sent it. */
export const kalenderForum: Command = {
  say: ['kalender forum', 'forumets kalender'],
  does: 'Ger adressen till forumets möten, att prenumerera på i en kalender',
  example: 'kalender forum',
  writes: false,
  async run({ product, forum }) {
    return linkTo(product, { forum: forum.id }, `Här är mötena i ${forum.name} som kalender.`, shared(forum));
  },
};

function shared({ rhythm }: Forum): string {
  const may =
    'Den visar tider och platser, aldrig innehåll. Ni får dela den med dem som deltar: den som har adressen kan se tiderna.';
  return rhythm.kind === 'every'
    ? may
    : `Forumet har inga egna datum i överenskommelsen, så kalendern är tom än så länge. ${may}`;
}
