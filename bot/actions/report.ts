import { view } from '../../src/flows/cards.ts';
import { freezeReport } from '../../src/flows/report.ts';
import type { Action } from '../actions.ts';
import { refusals } from '../sentences.ts';

/** The card then shows what was frozen, for the one who pressed. */
export const reportFreeze: Action = async ({ product, actor }, { forum = '', period = '', edition = '' }) => {
  const done = await freezeReport(product, actor, { forum, period, edition });
  return done.ok ? { card: view('report', done.value), key: `report/${actor.cause}` } : { say: refusals[done.no] };
};
