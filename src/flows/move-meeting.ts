/** The convener moves a meeting: the same meeting, with its agenda, secretary and history, at another time. */
import { forumOf } from '../domain/agreement.ts';
import { move } from '../domain/move.ts';
import type { SafeText } from '../domain/privacy.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { around } from './offer-times.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { retimeMeeting } from './retime-meeting.ts';

/**
 * The plan's rules decide once more; the convener has seen who was taken, and may choose so all the same. `seenAt` is when the
 * meeting was when they chose: moved since, it is not moved again without their knowing.
 */
export function moveMeeting(
  product: Product,
  who: Actor,
  meetingId: string,
  to: string,
  reason: SafeText,
  seenAt?: string,
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    const forum = forumOf(product.agreement, meeting.forum);
    if (!mayIn(product.agreement, who.person, 'move-meeting', meeting)) return no('not-convener');
    if (seenAt !== undefined && seenAt !== meeting.start) return no('moved-meanwhile');
    const moved = move(meeting, forum, await around(product, change, meeting, forum), to, reason, who.person.id);
    if (!moved.ok) return no(moved.no);
    await retimeMeeting(product, change, meeting, moved.value, figures, who.cause);
    return yes(moved.value);
  });
}
