import { view } from '../../src/flows/cards.ts';
import { myActions, restateAction } from '../../src/flows/show-actions.ts';
import type { Action } from '../actions.ts';
import { refusals } from '../sentences.ts';

/** The card then shows what is left, for the one who pressed. */
export const actionDone: Action = async ({ product, actor }, { meeting = '', action = '' }) => {
  const done = await restateAction(product, actor, meeting, { id: action, to: 'done' });
  if (!done.ok) return { say: refusals[done.no] };
  const left = await product.store.read((reader) => myActions(product, reader, actor.person));
  return { card: view('actions', left), key: `actions/${actor.cause}` };
};
