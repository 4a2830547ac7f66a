/** Answers "vem är sekreterare" and "varför jag": the rule in facts, and who comes next as it looks now. */
import { forumOf } from '../domain/agreement.ts';
import { upcoming } from '../domain/cadence.ts';
import { type Meeting, planned } from '../domain/meeting.ts';
import type { Turn } from '../domain/rotation.ts';
import type { Reader } from '../ports.ts';
import { personView } from './agenda-view.ts';
import type { Product } from './product.ts';
import { chooseSecretary, turnReason, turnsOf } from './secretary.ts';
import type { SecretaryView } from './views/turn.ts';

/** Whose turns come, from `meeting` on and as it looks now: each counts as taken by whoever stands first. */
export async function comingTurns(
  product: Product,
  read: Reader,
  meeting: Meeting,
  count: number,
): Promise<SecretaryView['next']> {
  const all = await read.meetings(meeting.forum);
  const known = all.filter((one) => one.slot >= meeting.slot);
  const later =
    known.length >= count
      ? []
      : upcoming(forumOf(product.agreement, meeting.forum), product.clock.now(), count + all.length)
          .map(planned)
          .filter(({ slot }) => slot > (known.at(-1)?.slot ?? ''));
  const turns: Turn[] = turnsOf(all.filter((one) => one.slot < meeting.slot));
  const next: SecretaryView['next'] = [];
  for (const one of [...known, ...later].slice(0, count)) {
    const then = one.secretary?.reason ?? chooseSecretary(product, one, turns, []);
    if (!then) continue;
    next.push({ start: one.start, person: personView(product, then.person) });
    turns.push({ date: one.slot, person: then.person, unit: then.unit, due: then.due });
  }
  return next;
}

export async function whoWrites(product: Product, read: Reader, meeting: Meeting): Promise<SecretaryView | undefined> {
  const earlier = (await read.meetings(meeting.forum)).filter((one) => one.slot < meeting.slot);
  const chosen = meeting.secretary?.reason ?? chooseSecretary(product, meeting, turnsOf(earlier), []);
  if (!chosen) return undefined;
  const [, ...next] = await comingTurns(product, read, meeting, 4);
  return {
    meeting: meeting.id,
    forum: forumOf(product.agreement, meeting.forum).name,
    start: meeting.start,
    reason: turnReason(product, chosen),
    next,
  };
}
