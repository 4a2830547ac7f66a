import { message, postCard, view } from '../../src/flows/cards.ts';
import { nextUnpublished } from '../../src/flows/meetings.ts';
import { factCardsOn, routesOn } from '../../src/flows/show-guidance.ts';
import type { GuidanceView } from '../../src/flows/views/guidance.ts';
import type { Command } from '../commands.ts';
import type { Answer, Turn } from '../turn.ts';

export const noGuidance = 'Överenskommelsens fil har ingen vägledning. Administratören kan lägga till en med raden ”vägledning”.';

/** The meeting whose agenda an item can still be proposed for; '' when there is none. */
export const proposable = async ({ product, forum }: Turn): Promise<string> =>
  (await product.store.read((reader) => nextUnpublished(reader, forum.id)))?.id ?? '';

/** The first one is the answer; those after it follow, each in a card of its own. */
async function inTurn({ product, actor, reply }: Turn, views: readonly GuidanceView[]): Promise<Answer> {
  const [first, ...more] = views;
  if (more.length > 0)
    await product.store.change(async (change) => {
      for (const [n, one] of more.entries())
        await postCard(change, { reply }, `guidance/${actor.cause}/${n}`, view('guidance', one));
    });
  return view('guidance', first!);
}

export const faktakort: Command = {
  say: ['faktakort', 'faktakorten'],
  does: 'Visar vad som är sagt om en samverkansform: uppdrag, ansvar och genomförande',
  example: 'faktakort krami',
  writes: false,
  async run(turn, rest) {
    const { guidance } = turn.product.agreement;
    return guidance ? inTurn(turn, factCardsOn(guidance, rest)) : message(noGuidance);
  },
};

export const vag: Command = {
  say: ['väg', 'vag', 'kontaktväg', 'vägen'],
  does: 'Visar vart man vänder sig, steg för steg',
  example: 'väg läkarintyg',
  writes: false,
  async run(turn, rest) {
    const { guidance } = turn.product.agreement;
    return guidance ? inTurn(turn, routesOn(guidance, rest, await proposable(turn))) : message(noGuidance);
  },
};
