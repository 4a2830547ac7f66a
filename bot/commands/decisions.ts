import { placeName } from '../../src/domain/question-paths.ts';
import { decidersAbove } from '../../src/domain/question-rights.ts';
import { message, view } from '../../src/flows/cards.ts';
import { decisionsView } from '../../src/flows/show-decisions.ts';
import type { Command } from '../commands.ts';
import { refusals } from '../sentences.ts';

export const beslutSok: Command = {
  say: ['beslut sök', 'beslut sok', 'sök beslut', 'sok beslut'],
  does: 'Söker bland det ni har beslutat och kommit överens om',
  example: 'beslut sök fredagstider',
  writes: false,
  async run({ product, actor }, rest) {
    return view('decisions', await product.store.read((reader) => decisionsView(product, reader, actor.person, rest)));
  },
};

export const skrivInBeslut: Command = {
  say: ['skriv in beslut', 'styrgruppens beslut', 'styrgruppsbeslut'],
  does: 'Skriver in ett beslut från styrgruppen, som går ner till forumen som medskick',
  example: 'skriv in beslut',
  writes: false,
  async run({ product: { agreement }, actor }) {
    const [above] = decidersAbove(agreement, actor.person);
    if (!above) return message(refusals['not-decider']);
    return message(`Skriv in ett beslut från ${placeName(agreement, above.from)}.`, {
      detail: 'Det står sedan på nästa dagordning i de forum det gäller, och är öppet tills alla har tagit emot det.',
      buttons: [
        { title: 'Skriv in beslut', verb: 'decision', data: { from: above.from, meeting: '' }, dialog: true, primary: true },
      ],
    });
  },
};
