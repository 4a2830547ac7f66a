/** Opens the next agenda: what comes back from the meeting before, whose turn it is, one card in the forum's channel. */

import { carriedOver, openAgenda as opened } from '../domain/agenda.ts';
import { forumOf } from '../domain/agreement.ts';
import { withCaseTime } from '../domain/cases.ts';
import { type Meeting, plannedAs, reachedStage } from '../domain/meeting.ts';
import { withReflection } from '../domain/reflection.ts';
import { stepsFor } from '../domain/steps.ts';
import { weighed } from '../domain/weighing.ts';
import type { Change } from '../ports.ts';
import { agendaView, type FigureMap } from './agenda-view.ts';
import { agendaKey, postCard, view } from './cards.ts';
import { rememberShown } from './figures-shown.ts';
import { planAhead } from './plan-ahead.ts';
import type { Product } from './product.ts';
import { proposeBeyond } from './propose-beyond.ts';
import { appoint, chooseSecretary, turnsOf } from './secretary.ts';
import { settleQuestions } from './settle-questions.ts';

export const ACTIONS_TITLE = 'Uppföljning av öppna åtgärder';

export async function openAgenda(product: Product, change: Change, planned: Meeting, figures: FigureMap): Promise<Meeting> {
  if (planned.stage.name !== 'planned') return planned;
  const forum = forumOf(product.agreement, planned.forum);
  await proposeBeyond(product, change, forum, figures);
  const meeting = (await change.meeting(planned.id)) ?? planned;
  const earlier = (await change.meetings(meeting.forum)).filter((one) => one.slot < meeting.slot);
  const before = earlier.at(-1);
  // A meeting that was not closed in time leaves its open items too: nothing is lost by a late secretary.
  const carried =
    before && reachedStage(before, 'in-progress') ? carriedOver(before) : { items: [], actions: before?.earlierActions ?? [] };
  const chosen = chooseSecretary(product, meeting, turnsOf(earlier), []);
  const questions = product.agreement.guidance?.reflections ?? [];
  const standing = opened(meeting, forum, carried, ACTIONS_TITLE);
  const reflecting = withReflection(standing, forum, questions, earlier, carried);
  const open: Meeting = {
    ...withCaseTime(weighed(reflecting, forum, product.agreement.guidance), forum),
    secretary: chosen && appoint(chosen, []),
  };
  await change.save(open);
  await rememberShown(change, open, figures);
  await postCard(
    change,
    { forum: forum.id },
    agendaKey(open.id),
    view('agenda', await agendaView(product, change, open, figures)),
  );
  // Meetings planned before there were such steps get them here.
  const newer = stepsFor(plannedAs(open), forum).filter(({ name }) => name === 'ask-situations' || name === 'tell-away');
  await change.planSteps(open.id, forum.id, newer);
  await change.finishStep(open.id, 'open-agenda');
  await planAhead(product, change, forum);
  await settleQuestions(product, change, forum.id, figures, `open-agenda/${open.id}`);
  return (await change.meeting(open.id)) ?? open;
}
