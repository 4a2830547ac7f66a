/** Answers "rättvisa": how the turns have been shared, expected against actual, and who comes next. */
import { forumOf, unitName } from '../domain/agreement.ts';
import { fairness, turnEvery } from '../domain/rotation.ts';
import type { Reader } from '../ports.ts';
import { personView } from './agenda-view.ts';
import { nextMeeting } from './meetings.ts';
import type { Product } from './product.ts';
import { roundOf, turnsOf } from './secretary.ts';
import type { FairnessView } from './views/turn.ts';
import { comingTurns } from './who-writes.ts';

const NEXT = 6;

export async function fairnessView(product: Product, read: Reader, forumId: string): Promise<FairnessView> {
  const forum = forumOf(product.agreement, forumId);
  const history = turnsOf(await read.meetings(forumId));
  const round = roundOf(product, forum);
  const shares = fairness(round.candidates, history);
  const meeting = await nextMeeting(read, forumId);
  return {
    forum: forum.name,
    meetings: history.length,
    since: history.map(({ date }) => date).sort()[0] ?? null,
    units: shares.units.map(({ unit, due, written }) => ({
      unit: unitName(product.agreement, unit),
      due,
      written,
      every: turnEvery(round, unit),
    })),
    people: shares.people.map(({ person, due, written }) => ({ person: personView(product, person), due, written })),
    next: meeting ? await comingTurns(product, read, meeting, NEXT) : [],
  };
}
