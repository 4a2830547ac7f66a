import { swapKey, view } from '../../src/flows/cards.ts';
import { swapView, takeOver, withdraw } from '../../src/flows/swap-turn.ts';
import type { Action } from '../actions.ts';
import { refusals } from '../sentences.ts';
import { turnShown } from './turn.ts';

/** Too late: the card shows how it went. */
export const swapTake: Action = async (turn, { meeting: id = '', number = '' }) => {
  const { product, forum, actor } = turn;
  const done = await takeOver(product, actor, id, Number(number));
  if (!done.ok && done.no !== 'no-swap') return { say: refusals[done.no] };
  const meeting = done.ok ? done.value.meeting : await product.store.read((reader) => reader.meeting(id));
  const shown = meeting?.forum === forum.id && swapView(product, meeting);
  return shown && shown.number === Number(number)
    ? { card: view('swap', shown), key: swapKey(id, shown.number) }
    : { say: refusals['no-swap'] };
};

export const swapWithdraw: Action = async (turn, { meeting: id = '' }) => {
  const done = await withdraw(turn.product, turn.actor, id);
  return done.ok ? turnShown(turn, done.value.meeting) : { say: refusals[done.no] };
};
