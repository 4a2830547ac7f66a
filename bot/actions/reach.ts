import { view } from '../../src/flows/cards.ts';
import { reachView, sendAgain } from '../../src/flows/show-reach.ts';
import type { Action } from '../actions.ts';
import { refusals } from '../sentences.ts';

/** The card then shows what waits to be sent, for the one who pressed. */
export const reachAgain: Action = async ({ product, actor, forum }, { meeting = '' }) => {
  const done = await sendAgain(product, actor, meeting);
  if (!done.ok) return { say: refusals[done.no] };
  const shown = await product.store.read((reader) => reachView(product, reader, actor, forum.id));
  return shown.ok ? { card: view('reach', shown.value), key: `reach/${actor.cause}` } : { say: refusals[shown.no] };
};
