/** The secretary closes the meeting, once: figures freeze, the draft is there, and the next agenda takes up what comes back. */
import { takeUp } from '../domain/agenda.ts';
import { forumOf } from '../domain/agreement.ts';
import { countCases } from '../domain/cases.ts';
import type { Meeting } from '../domain/meeting.ts';
import { reachedStage, wallClock } from '../domain/meeting.ts';
import { close } from '../domain/minutes.ts';
import { liftedFrom } from '../domain/question.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import type { Change } from '../ports.ts';
import type { FigureMap } from './agenda-view.ts';
import { asAsked } from './asked-figures.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { frozenFigure, frozenNotes } from './figure-text.ts';
import { layDraft } from './lay-draft.ts';
import { showAgenda, showMinutes } from './meeting-cards.ts';
import { ACTIONS_TITLE, openAgenda } from './open-agenda.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { settleQuestions } from './settle-questions.ts';
import { giveActions } from './show-actions.ts';

/**
 * Gives what comes back to the first meeting that has not begun. Its agenda may have been opened already, by its own
 * time, while this meeting was still waiting to be closed; nothing is lost by that.
 */
async function handOn(product: Product, change: Change, draft: Meeting, figures: FigureMap, cause: string): Promise<void> {
  const later = (await change.meetings(draft.forum)).filter((one) => one.slot > draft.slot);
  const next = later.find((one) => !reachedStage(one, 'in-progress'));
  if (!next) return;
  if (next.id === later[0]?.id && next.stage.name === 'planned') {
    await openAgenda(product, change, next, figures);
    return;
  }
  const open = await openAgenda(product, change, next, figures);
  const received = takeUp(open, draft, ACTIONS_TITLE);
  await change.save(received);
  await showAgenda(product, change, received, figures, cause);
}

export function closeMeeting(product: Product, who: Actor, meetingId: string): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    if (!mayIn(product.agreement, who.person, 'keep-minutes', meeting)) return no('not-secretary');
    const asked = await asAsked(change, meeting.id, figures);
    const frozen = meeting.items.flatMap((item) =>
      item.indicators.flatMap((id) => {
        const figure = asked.get(id);
        return figure ? [{ ...frozenFigure(item.id, figure), notes: frozenNotes(figure) }] : [];
      }),
    );
    const closed = close(meeting, wallClock(product.clock.now()), frozen);
    if (!closed.ok) return no(closed.no);
    const { cases } = forumOf(product.agreement, meeting.forum);
    const before = (await change.meetings(meeting.forum, { to: meeting.slot })).filter((one) => one.slot < meeting.slot).at(-1);
    const lifted = liftedFrom(await change.questions('all'), meeting.forum, before?.closedAt ?? '');
    const counted = cases ? countCases(closed.value, cases) : closed.value;
    const draft: Meeting = { ...counted, lifted };
    await change.save(draft);
    await giveActions(product, change, draft);
    await handOn(product, change, draft, figures, who.cause);
    await settleQuestions(product, change, draft.forum, figures, who.cause);
    await layDraft(change, draft);
    await showMinutes(product, change, draft, figures, who.cause);
    await showAgenda(product, change, draft, figures, who.cause);
    return yes(draft);
  });
}
