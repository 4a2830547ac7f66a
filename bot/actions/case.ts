import { removeCase } from '../../src/flows/announce-case.ts';
import { message } from '../../src/flows/cards.ts';
import type { Action } from '../actions.ts';
import { refusals } from '../sentences.ts';

export const caseRemove: Action = async ({ product, actor }, { meeting = '', case: id = '' }) => {
  const done = await removeCase(product, actor, meeting, id);
  return done.ok
    ? { card: message('Ärendet är borttaget från dagordningen.'), key: `answer/${actor.cause}` }
    : { say: refusals[done.no] };
};
