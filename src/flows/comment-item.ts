/** A member comments an item: the secretary's card shows it, and while the meeting is on the agenda does. */
import { comment } from '../domain/comments.ts';
import { wallClock } from '../domain/meeting.ts';
import type { SafeText } from '../domain/privacy.ts';
import { no, type Result } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import { reply } from './cards.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { showAgenda, showMinutes } from './meeting-cards.ts';
import type { Actor, Product, Refusal } from './product.ts';
import type { Answer } from './propose-item.ts';
import { isCases, itemOf } from './take-notes.ts';
import { tellOfComments } from './tell-of-comments.ts';

export function commentItem(
  product: Product,
  who: Actor,
  meetingId: string,
  what: { item: number | string | undefined; text: SafeText },
  answer?: Answer,
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    if (!mayIn(product.agreement, who.person, 'take-part', meeting)) return no('not-member');
    const item = itemOf(meeting, what.item);
    if (isCases(product, meeting, item)) return no('counts-only');
    const said = { text: what.text, by: who.person.id, at: wallClock(product.clock.now()) };
    const commented = comment(meeting, `k-${who.cause}`, item, said);
    if (!commented.ok) return no(commented.no);
    await showMinutes(product, change, commented.value, figures, who.cause);
    if (meeting.stage.name === 'in-progress') await showAgenda(product, change, commented.value, figures, who.cause);
    await tellOfComments(product, change, commented.value);
    if (answer) {
      const number = meeting.items.findIndex(({ id }) => id === item) + 1;
      await reply(change, answer.to, who.cause, answer.say(commented.value, number));
    }
    return commented;
  });
}
