/** The personal card "Det är din tur att skriva", as it stands for one person. */
import { forumOf } from '../domain/agreement.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { Change } from '../ports.ts';
import { personView } from './agenda-view.ts';
import { turnKey, view } from './cards.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';
import { turnReason } from './secretary.ts';
import type { TurnView } from './views.ts';

export function turnView(product: Product, meeting: Meeting, person: string): TurnView {
  const secretary = meeting.secretary!;
  const writes = secretary.person === person;
  const declined = secretary.declined.includes(person) && !writes;
  return {
    meeting: meeting.id,
    forum: forumOf(product.agreement, meeting.forum).name,
    start: meeting.start,
    state: declined ? 'declined' : writes ? (secretary.accepted ? 'accepted' : 'asked') : 'swapped',
    reason: turnReason(product, secretary.reason),
    instead: writes ? null : personView(product, secretary.person),
    asking: writes && secretary.swap?.state === 'open',
  };
}

export async function askSecretary(product: Product, change: Change, meeting: Meeting): Promise<void> {
  const person = meeting.secretary?.person;
  if (!person) return;
  const to = { forum: meeting.forum, person, before: meeting.start };
  await nudge(product, change, to, turnKey(meeting.id, person), view('turn', turnView(product, meeting, person)));
}
