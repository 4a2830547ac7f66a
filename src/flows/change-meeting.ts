/** The frame of everything people do to a meeting: once per cause, one at a time per forum, all or nothing. */
import { forumOf } from '../domain/agreement.ts';
import type { Meeting } from '../domain/meeting.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { type Act, mayIn } from '../domain/rights.ts';
import type { Change } from '../ports.ts';
import type { FigureMap } from './agenda-view.ts';
import { showDraftBefore } from './meeting-cards.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { Rollback, refusalOf } from './rollback.ts';

export type Changed = { meeting: Meeting; figures: FigureMap };

export type Work = (change: Change, meeting: Meeting, figures: FigureMap) => Promise<Result<Meeting, Refusal>>;

/**
 * Runs `work` on the meeting as it is now. A cause that has been acted on changes nothing more and gives the present
 * state. Only members of the forum get past this line, and those an office gives the right to `toDo`.
 */
export async function changeMeeting(
  product: Product,
  who: Actor,
  meetingId: string,
  work: Work,
  toDo: Act = 'take-part',
): Promise<Result<Changed, Refusal>> {
  const seen = await product.store.read((reader) => reader.meeting(meetingId));
  if (!seen) return no('no-meeting');
  if (!mayIn(product.agreement, who.person, toDo, seen)) return no('not-member');
  const figures = await product.figures.look(forumOf(product.agreement, seen.forum));
  product.probe('turn:before');
  const result = await product.store
    .change(async (change): Promise<Result<Changed, Refusal>> => {
      await change.lock(seen.forum);
      const meeting = await change.meeting(meetingId);
      if (!meeting) return no('no-meeting');
      if (!(await change.once(who.cause))) return yes({ meeting, figures });
      const worked = await work(change, meeting, figures);
      if (!worked.ok) throw new Rollback(worked.no);
      await change.save(worked.value);
      if (worked.value.secretary?.person !== meeting.secretary?.person)
        await showDraftBefore(product, change, worked.value, who.cause);
      return yes({ meeting: worked.value, figures });
    })
    .catch(refusalOf);
  product.probe('turn:committed');
  return result;
}
