/** The personal card "Det är din tur att skriva", as it stands for one person. */
import { forumOf } from '../domain/agreement.ts';
import { type Meeting, reachedStage } from '../domain/meeting.ts';
import type { Change } from '../ports.ts';
import { personView } from './agenda-view.ts';
import { turnKey, updateCard, view } from './cards.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';
import { turnReason } from './secretary.ts';
import type { TurnView } from './views/turn.ts';

/** `away`: their calendar has just said so. It is not kept, and said only while they have not answered. */
export function turnView(product: Product, meeting: Meeting, person: string, away = false): TurnView {
  const secretary = meeting.secretary!;
  const writes = secretary.person === person;
  const declined = secretary.declined.includes(person) && !writes;
  const state = declined ? 'declined' : writes ? (secretary.accepted ? 'accepted' : 'asked') : 'swapped';
  const asking = writes && secretary.swap?.state === 'open';
  return {
    meeting: meeting.id,
    forum: forumOf(product.agreement, meeting.forum).name,
    start: meeting.start,
    state,
    reason: turnReason(product, secretary.reason),
    instead: writes ? null : personView(product, secretary.person),
    asking,
    away: away && state === 'asked' && !asking,
    begun: reachedStage(meeting, 'in-progress'),
  };
}

export async function askSecretary(product: Product, change: Change, meeting: Meeting, away = false): Promise<void> {
  const person = meeting.secretary?.person;
  if (!person) return;
  const to = { forum: meeting.forum, person, before: meeting.start };
  await nudge(product, change, to, turnKey(meeting.id, person), view('turn', turnView(product, meeting, person, away)));
}

/** At publication only who is away hears of the turn, so that there is time to swap. */
export async function tellIfAway(product: Product, change: Change, meeting: Meeting, away: boolean): Promise<void> {
  if (away && !meeting.secretary?.accepted) await tellSecretary(product, change, meeting, away, 'publish-agenda');
}

/** The card, or what the calendar says now on the one that is there. `cause` is the step. */
export async function tellSecretary(
  product: Product,
  change: Change,
  meeting: Meeting,
  away: boolean,
  cause: string,
): Promise<void> {
  const person = meeting.secretary?.person;
  const key = person && turnKey(meeting.id, person);
  if (key && (await change.posted(key)))
    await updateCard(change, key, cause, view('turn', turnView(product, meeting, person, away)));
  else await askSecretary(product, change, meeting, away);
}
