/** What has been read of a meeting's event is kept; the agenda card follows when people have answered. */
import { forumOf } from '../domain/agreement.ts';
import type { Answers } from '../domain/answers.ts';
import { invited } from '../domain/invitation.ts';
import type { Meeting } from '../domain/meeting.ts';
import type { CalendarEvent, KeptEvent } from '../ports.ts';
import { answersView } from './agenda-view.ts';
import { type Ledger, nothing } from './effect-flow.ts';
import { showAgenda } from './meeting-cards.ts';
import { nextNumber } from './next-number.ts';
import type { Product } from './product.ts';
import { warnEmpty } from './warn-empty.ts';

/** By person; addresses that are nobody's here (somebody forwarded the invitation) are left out. */
export function answersOf({ agreement }: Product, meeting: Meeting, event: CalendarEvent): Answers {
  const said = new Map(event.answers.map(({ mail, answer }) => [mail.toLowerCase(), answer]));
  return Object.fromEntries(
    invited(agreement, meeting.forum, meeting.start).flatMap(({ id, mail }) => {
      const answer = said.get(mail.toLowerCase());
      return answer ? [[id, answer]] : [];
    }),
  );
}

/** Reads what it needs before the transaction that writes. */
export async function keepSeen(
  product: Product,
  known: Pick<KeptEvent, 'meeting' | 'generation' | 'sent'>,
  event: CalendarEvent,
): Promise<Ledger> {
  const found = await product.store.read((reader) => reader.meeting(known.meeting));
  if (!found) return nothing;
  const hasCard = found.stage.name !== 'planned';
  const figures = hasCard ? await product.figures.look(forumOf(product.agreement, found.forum)) : undefined;
  return async (change) => {
    await change.lock(found.forum);
    const meeting = await change.meeting(found.id);
    if (!meeting) return;
    const before = await change.calendarEvent(meeting.id);
    const answers = answersOf(product, meeting, event);
    const seen = product.clock.now().toInstant().toString();
    const now: KeptEvent = { ...known, id: event.id, webUrl: event.webUrl, answers, seen };
    await change.keepCalendarEvent(now);
    await warnEmpty(product, change, meeting, now);
    const shown = [before, now].map((one) => JSON.stringify(answersView(product, meeting, one)));
    // Opened since, it was opened with what was known then; the next look shows what is new.
    if (!figures || shown[0] === shown[1]) return;
    const cause = `answers/${await nextNumber(change, `answers-shown/${meeting.id}`)}`;
    await showAgenda(product, change, meeting, figures, cause);
  };
}
