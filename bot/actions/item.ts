import { ownText } from '../../src/domain/privacy.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { message } from '../../src/flows/cards.ts';
import { changeItem, proposedId, proposeItem } from '../../src/flows/propose-item.ts';
import type { Action } from '../actions.ts';
import { thanks } from '../commands/propose.ts';
import { screened } from '../screened.ts';
import { refusals } from '../sentences.ts';

/** The card is the answer to one message; it keeps the key of that message's answer. */
const answerKey = (cause: string) => `answer/${cause}`;

const MINUTES = 10;

const proposeAgain =
  (late: boolean): Action =>
  async (turn, { meeting = '', title = '' }) => {
    const passed = await screened({ ...turn, personal: true }, title);
    if (!passed.ok) return passed.answer ? { card: passed.answer, key: answerKey(turn.actor.cause) } : { say: refusals.empty };
    const what = { title: passed.text, background: ownText(''), minutes: MINUTES, kind: 'discussion' as const };
    const done = await proposeItem(turn.product, turn.actor, meeting, what, late);
    if (!done.ok) return { say: refusals[done.no] };
    const now = done.value.meeting;
    const item = proposedId(turn.actor.cause);
    const number = now.items.findIndex((one) => one.id === item) + 1;
    const key = answerKey(turn.actor.cause);
    if (!late) return { card: message(`Tack, punkten kommer upp ${longDate(now.start)}.`, { detail: title }), key };
    return { card: thanks(now.id, now.start, item, number), key };
  };

export const itemLate: Action = proposeAgain(true);
export const itemNextTime: Action = proposeAgain(false);

export const itemRemove: Action = async ({ product, actor }, { meeting = '', item = '' }) => {
  const done = await changeItem(product, actor, meeting, item, 'remove');
  return done.ok
    ? { card: message('Punkten är borttagen från dagordningen.'), key: answerKey(actor.cause) }
    : { say: refusals[done.no] };
};
