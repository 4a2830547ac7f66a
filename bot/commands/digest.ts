import { message, view } from '../../src/flows/cards.ts';
import { digestView, wantDigest } from '../../src/flows/write-digest.ts';
import type { Command } from '../commands.ts';

export const veckobrev: Command = {
  say: ['veckobrev', 'min vecka'],
  does: 'Visar din vecka; "veckobrev av" och "veckobrev på" styr brevet på måndagar',
  example: 'veckobrev',
  writes: true,
  async run({ product, actor, personal }, rest) {
    const asked = /^(av|på|pa)$/i.exec(rest)?.[1]?.toLowerCase();
    if (rest !== '' && !asked) return message('Skriv "veckobrev", "veckobrev av" eller "veckobrev på".');
    if (asked) {
      await wantDigest(product, actor.person.id, asked !== 'av');
      return message(
        asked === 'av' ? 'Du får inget veckobrev.' : 'Du får ett veckobrev på måndagar när det finns något att säga.',
      );
    }
    if (!personal) return message('Skriv "veckobrev" i vår egen chatt. Det är bara till dig.');
    const letter = await product.store.read((reader) => digestView(product, reader, actor.person));
    return letter
      ? view('digest', letter)
      : message('Den här veckan har du inget möte, ingen öppen åtgärd och ingen öppen fråga.');
  },
};
