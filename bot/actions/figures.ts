/** The form on the card that asks for figures before an agenda goes out. */
import { forumOf } from '../../src/domain/agreement.ts';
import { askView, figuresAskKey } from '../../src/flows/ask-for-figures.ts';
import { askedFigures } from '../../src/flows/asked-figures.ts';
import { view } from '../../src/flows/cards.ts';
import { reportFigure } from '../../src/flows/report-figure.ts';
import type { Action } from '../actions.ts';
import { AMOUNTS, type Amount, amountsIn } from '../report-form.ts';
import { refusals } from '../sentences.ts';

export const figuresReport: Action = async ({ product, actor }, claims) => {
  const { indicator = '', period = '', meeting: id = '' } = claims;
  const person = actor.person.id;
  const { meeting, asked } = await product.store.read(async (reader) => ({
    meeting: await reader.meeting(id),
    asked: (await askedFigures(reader, id)).find((one) => one.person === person),
  }));
  // The card is meant for the one who was asked; what it may change, the roster decides below.
  if (!meeting || !asked) return { say: refusals['not-your-figure'] };
  const typed = Object.fromEntries(AMOUNTS.map((field) => [field, claims[`${field}/${indicator}`] ?? ''])) as Record<
    Amount,
    string
  >;
  const amounts = amountsIn(typed);
  if (!('error' in amounts)) {
    const done = await reportFigure(product, actor, { indicator, period, ...amounts });
    if (!done.ok) return { say: refusals[done.no] };
  }
  const error = 'error' in amounts ? amounts.error : '';
  const figures = await product.figures.look(forumOf(product.agreement, meeting.forum));
  const shown = askView(product, meeting, asked, figures, { indicator, typed, error, sent: error === '' });
  return { card: view('figures-ask', shown), key: figuresAskKey(id, person) };
};
