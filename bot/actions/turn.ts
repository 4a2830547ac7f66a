import type { Meeting } from '../../src/domain/meeting.ts';
import { postCard, turnKey, view } from '../../src/flows/cards.ts';
import { acceptTurn, declineTurn } from '../../src/flows/take-turn.ts';
import { turnView } from '../../src/flows/turn-card.ts';
import { whoWrites } from '../../src/flows/who-writes.ts';
import type { Action, Pressed } from '../actions.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

export const turnShown = ({ product, actor }: Turn, meeting: Meeting): Pressed => ({
  card: view('turn', turnView(product, meeting, actor.person.id)),
  key: turnKey(meeting.id, actor.person.id),
});

/** A stale card shows the present state to whoever it was once meant for; others get a sentence. */
const take =
  (flow: typeof acceptTurn): Action =>
  async (turn, { meeting = '' }) => {
    const done = await flow(turn.product, turn.actor, meeting);
    if (done.ok) return turnShown(turn, done.value.meeting);
    const now = await turn.product.store.read((reader) => reader.meeting(meeting));
    const { id } = turn.actor.person;
    const concerned = now?.secretary && (now.secretary.person === id || now.secretary.declined.includes(id));
    return concerned ? turnShown(turn, now) : { say: refusals[done.no] };
  };

export const turnAccept: Action = take(acceptTurn);
export const turnDecline: Action = take(declineTurn);

/** The reason comes as a card of its own; the one with the buttons stays as it is. */
export const turnWhy: Action = async (turn, { meeting: id = '' }) => {
  const { product, forum, actor } = turn;
  const asked = await product.store.read(async (reader) => {
    const meeting = await reader.meeting(id);
    const why = meeting?.forum === forum.id ? await whoWrites(product, reader, meeting) : undefined;
    return meeting?.secretary && why ? { meeting, why } : undefined;
  });
  if (!asked) return { say: refusals['no-meeting'] };
  const to = { person: actor.person.id };
  await product.store.change((change) => postCard(change, to, `why/${id}/${actor.cause}`, view('secretary', asked.why)));
  return turnShown(turn, asked.meeting);
};
