/** The secretary accepts the turn, or cannot: then the next in line is asked and keeps the living card. */
import type { Meeting } from '../domain/meeting.ts';
import { reachedStage } from '../domain/meeting.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import { answered } from './away.ts';
import { turnKey, updateCard, view } from './cards.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { showAgenda } from './meeting-cards.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { appoint, chooseSecretary, turnsOf } from './secretary.ts';
import { askSecretary, turnView } from './turn-card.ts';

function notNow({ agreement }: Product, meeting: Meeting, { person }: Actor): Refusal | undefined {
  if (!mayIn(agreement, person, 'answer-turn', meeting)) return 'not-your-turn';
  return reachedStage(meeting, 'in-progress') ? 'closed' : undefined;
}

export function acceptTurn(product: Product, who: Actor, meetingId: string): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting) => {
    const refusal = notNow(product, meeting, who);
    if (refusal) return no(refusal);
    await answered(change, meeting);
    const accepted: Meeting = { ...meeting, secretary: { ...meeting.secretary!, accepted: true } };
    await updateCard(
      change,
      turnKey(meeting.id, who.person.id),
      who.cause,
      view('turn', turnView(product, accepted, who.person.id)),
    );
    return yes(accepted);
  });
}

/** Declining keeps one's place: the decliner is asked first again next time. */
export function declineTurn(product: Product, who: Actor, meetingId: string): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    const refusal = notNow(product, meeting, who);
    if (refusal) return no(refusal);
    const { swap } = meeting.secretary!;
    if (swap?.state === 'open') return no('swap-open');
    if (swap?.state === 'taken') return no('swap-taken');
    const declined = [...meeting.secretary!.declined, who.person.id];
    const history = turnsOf(await change.meetings(meeting.forum, { to: meeting.slot }));
    const chosen = chooseSecretary(product, meeting, history, declined);
    if (!chosen) return no('not-your-turn');
    await answered(change, meeting);
    const next: Meeting = { ...meeting, secretary: { ...appoint(chosen, declined), swap } };
    await updateCard(change, turnKey(meeting.id, who.person.id), who.cause, view('turn', turnView(product, next, who.person.id)));
    await askSecretary(product, change, next);
    await showAgenda(product, change, next, figures, who.cause);
    return yes(next);
  });
}
