import type { Meeting } from '../../src/domain/meeting.ts';
import { turnKey, view } from '../../src/flows/cards.ts';
import { turnView } from '../../src/flows/run-steps.ts';
import { acceptTurn, declineTurn } from '../../src/flows/take-turn.ts';
import { whoWrites } from '../../src/flows/who-writes.ts';
import type { Action, Pressed } from '../actions.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const shown = ({ product, actor }: Turn, meeting: Meeting): Pressed => ({
  card: view('turn', turnView(product, meeting, actor.person.id)),
  key: turnKey(meeting.id, actor.person.id),
});

/** A stale card shows the present state to whoever it was once meant for; others get a sentence. */
const take =
  (flow: typeof acceptTurn): Action =>
  async (turn, { meeting = '' }) => {
    const done = await flow(turn.product, turn.actor, meeting);
    if (done.ok) return shown(turn, done.value.meeting);
    const now = await turn.product.store.read((reader) => reader.meeting(meeting));
    const { id } = turn.actor.person;
    const concerned = now?.secretary && (now.secretary.person === id || now.secretary.declined.includes(id));
    return concerned ? shown(turn, now) : { say: refusals[done.no] };
  };

export const turnAccept: Action = take(acceptTurn);
export const turnDecline: Action = take(declineTurn);

export const turnWhy: Action = async ({ product, forum }, { meeting: id = '' }) => {
  const shown = await product.store.read(async (reader) => {
    const meeting = await reader.meeting(id);
    return meeting?.forum === forum.id ? whoWrites(product, reader, meeting) : undefined;
  });
  return shown ? { card: view('secretary', shown), key: `why/${id}` } : { say: refusals['no-meeting'] };
};
