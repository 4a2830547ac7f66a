/** The secretary closes the meeting, once: figures freeze, the draft is there, and the next agenda takes up what comes back. */
import type { Meeting } from '../domain/meeting.ts';
import { wallClock } from '../domain/meeting.ts';
import { close, mayApprove } from '../domain/minutes.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { convenerId } from './agenda-view.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { frozenFigure } from './figure-text.ts';
import { showAgenda, showMinutes } from './meeting-cards.ts';
import { openAgenda } from './open-agenda.ts';
import type { Actor, Product, Refusal } from './product.ts';

export function closeMeeting(product: Product, who: Actor, meetingId: string): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    if (!mayApprove(meeting, who.person.id, convenerId(product, meeting.forum))) return no('not-secretary');
    const frozen = meeting.items.flatMap((item) =>
      item.indicators.flatMap((id) => {
        const figure = figures.get(id);
        return figure ? [frozenFigure(item.id, figure)] : [];
      }),
    );
    const closed = close(meeting, wallClock(product.clock.now()), frozen);
    if (!closed.ok) return no(closed.no);
    const draft: Meeting = closed.value;
    await change.save(draft);
    const next = (await change.meetings(meeting.forum)).find((one) => one.slot > meeting.slot);
    if (next) await openAgenda(product, change, next, figures);
    await showMinutes(product, change, draft, figures, who.cause);
    await showAgenda(product, change, draft, figures, who.cause);
    return yes(draft);
  });
}
