import type { Forum } from '../../src/domain/agreement.ts';
import { forumsByOffice } from '../../src/domain/rights.ts';
import { message, view } from '../../src/flows/cards.ts';
import type { Command } from '../commands.ts';

const plain = (text: string): string => text.trim().toLocaleLowerCase('sv').normalize('NFC');

/** The forum that is called so; several when it could be more than one. */
function forumsCalled(forums: readonly Forum[], said: string): Forum[] {
  const names = ({ id, name, called }: Forum) => [id, name, called].map(plain);
  const exact = forums.filter((one) => names(one).includes(plain(said)));
  return exact.length > 0 ? exact : forums.filter((one) => names(one).some((name) => name.includes(plain(said))));
}

export const forumensSiffror: Command = {
  say: ['forumens siffror'],
  does: 'Visar den rapportansvariga siffrorna i ett av forumen',
  example: 'forumens siffror sektionschefsmötet',
  writes: false,
  byOffice: 'see-figures',
  async run({ product, actor, personal }, rest) {
    if (!personal) return message('Skriv "forumens siffror" i vår egen chatt.');
    const forums = forumsByOffice(product.agreement, actor.person, 'see-figures');
    if (forums.length === 0)
      return message('Bara den rapportansvariga ser siffrorna i alla forum. Skriv "indikatorer" för att se dem i ditt.');
    const [found, ...more] = forumsCalled(forums, rest);
    if (!found || more.length > 0)
      return message('Vilket forum? Skriv till exempel "forumens siffror" och namnet.', {
        detail: (found ? [found, ...more] : forums).map(({ called }) => called).join('\n'),
      });
    const figures = await product.figures.look(found);
    const shown = {
      forum: found.name,
      figures: [...figures.values()],
      about: [],
      maySet: '',
      mayNote: '',
      mayTakeBack: '',
      refreshes: false,
    };
    return view('indicators', shown);
  },
};
