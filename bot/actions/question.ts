import { ownText } from '../../src/domain/privacy.ts';
import { agendaView } from '../../src/flows/agenda-view.ts';
import { agendaKey, view } from '../../src/flows/cards.ts';
import { type Handling, handleQuestion } from '../../src/flows/handle-question.ts';
import { wayView } from '../../src/flows/question-way.ts';
import type { Action, Pressed } from '../actions.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

async function way({ product, actor }: Turn, id: string): Promise<Pressed> {
  const shown = await product.store.read((reader) => wayView(product, reader, actor.person, id));
  return shown ? { card: view('questions', shown), key: `way/${id}` } : { say: refusals['no-such-question'] };
}

export const questionShow: Action = (turn, { question = '' }) => way(turn, question);

const press =
  (how: Handling): Action =>
  async (turn, { question = '', meeting = '' }) => {
    const { product, actor, forum } = turn;
    const what = { text: ownText(''), concerns: [], other: '', forum: forum.id };
    const done = await handleQuestion(product, actor, question, how, what);
    if (!done.ok) return { say: refusals[done.no] };
    // From an agenda the agenda comes back, as it is now; from elsewhere the question's way.
    const shown = meeting === '' ? undefined : await product.store.read((reader) => reader.meeting(meeting));
    if (shown?.forum !== forum.id) return way(turn, question);
    const figures = await product.figures.look(forum);
    const data = await product.store.read((reader) => agendaView(product, reader, shown, figures));
    return { card: view('agenda', data), key: agendaKey(shown.id) };
  };

export const questionReceive: Action = press('receive');
export const questionWithdraw: Action = press('withdraw');
