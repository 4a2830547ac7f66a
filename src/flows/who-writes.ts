/** Answers "vem är sekreterare" and "varför jag": the rule in facts, and who comes next as it looks now. */
import { forumOf } from '../domain/agreement.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Turn } from '../domain/rotation.ts';
import type { Reader } from '../ports.ts';
import { personView } from './agenda-view.ts';
import type { Product } from './product.ts';
import { chooseSecretary, turnReason, turnsOf } from './secretary.ts';
import type { SecretaryView } from './views.ts';

export async function whoWrites(product: Product, read: Reader, meeting: Meeting): Promise<SecretaryView | undefined> {
  const all = await read.meetings(meeting.forum);
  const history: Turn[] = turnsOf(all.filter((one) => one.slot < meeting.slot));
  const chosen = meeting.secretary?.reason ?? chooseSecretary(product, meeting, history, []);
  if (!chosen) return undefined;
  // As it looks now: each coming turn counts as taken by whoever stands first.
  const ahead: Turn[] = [...history, { date: meeting.slot, person: chosen.person, unit: chosen.unit }];
  const next: SecretaryView['next'] = [];
  for (const one of all.filter((later) => later.slot > meeting.slot).slice(0, 3)) {
    const then = one.secretary?.reason ?? chooseSecretary(product, one, ahead, []);
    if (!then) continue;
    next.push({ start: one.start, person: personView(product, then.person) });
    ahead.push({ date: one.slot, person: then.person, unit: then.unit });
  }
  return {
    meeting: meeting.id,
    forum: forumOf(product.agreement, meeting.forum).name,
    start: meeting.start,
    reason: turnReason(product, chosen),
    next,
  };
}
