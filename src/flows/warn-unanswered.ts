/**
 * A meeting came and went without an answer, or was moved so that the answer comes later than promised: its convener is
 * told, and may answer in writing at once (ours). Nothing is closed by it.
 */
import { convenerOf, forumOf } from '../domain/agreement.ts';
import { type Meeting, plannedAs, wallClock } from '../domain/meeting.ts';
import { firstAfter, timetable } from '../domain/promise.ts';
import { askingForums, type Question } from '../domain/question.ts';
import { hasAgenda, placeName } from '../domain/question-paths.ts';
import { act } from '../domain/questions.ts';
import { list, longDate } from '../domain/swedish.ts';
import type { Change, Reader } from '../ports.ts';
import { message, postCard } from './cards.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';
import { QUESTIONS } from './settle-questions.ts';
import { opens, showWay } from './tell-askers.ts';

const waitsIn = ({ state }: Question, forum: string): boolean =>
  (state.name === 'waiting' || state.name === 'completing') && state.at === forum;

/** The earliest day an asking forum was to have the answer given at `meeting`; undefined where it has no meetings. */
async function promisedDay(product: Product, read: Reader, question: Question, meeting: Meeting): Promise<string | undefined> {
  const { end } = plannedAs(meeting);
  const from = end.toPlainDate();
  const days: string[] = [];
  for (const id of askingForums(question).filter((one) => hasAgenda(product.agreement, one))) {
    const forum = forumOf(product.agreement, id);
    const stored = await read.meetings(id, { from: from.toString() });
    const back = firstAfter(timetable(forum, stored, from, from.add({ days: 200 })), end);
    if (back) days.push(back.start.toPlainDate().toString());
  }
  return days.sort()[0];
}

async function warn(
  product: Product,
  change: Change,
  question: Question,
  forum: string,
  text: string,
  key: string,
): Promise<void> {
  const convener = convenerOf(product.agreement, forum);
  const card = message(text, {
    detail: `Fråga ${question.id}: ${question.text}\nNi kan svara skriftligt nu. Svaret redovisas på nästa dagordning.`,
    buttons: [
      opens('Hantera frågan', 'question', { question: question.id, how: 'handle', meeting: '' }, true),
      showWay(question.id),
    ],
  });
  if (convener) await nudge(product, change, { forum, person: convener.id }, key, card);
  else await postCard(change, { forum }, key, card);
}

const home = (product: Product, question: Question): string =>
  list(askingForums(question).map((forum) => placeName(product.agreement, forum)));

/** After the meeting, under the forum's lock: each question that stood there and still waits, once. */
export async function warnUnanswered(product: Product, change: Change, meeting: Meeting): Promise<void> {
  await change.lock(QUESTIONS);
  const stood = (question: Question) => question.history.some((event) => event.kind === 'placed' && event.meeting === meeting.id);
  for (const question of (await change.questions('open')).filter((one) => waitsIn(one, meeting.forum) && stood(one))) {
    const promised = (await promisedDay(product, change, question, meeting)) ?? meeting.end.slice(0, 10);
    const cause = `late/${question.id}/${meeting.id}`;
    const marked = act(question, { do: 'mark-late', promised }, { cause, at: wallClock(product.clock.now()), by: '' });
    if (!marked.ok || marked.value === question) continue;
    await change.keepQuestion(marked.value);
    const text = `Fråga ${question.id} fick inget svar på mötet ${longDate(meeting.start)}. Svaret är utlovat till ${home(product, question)} senast ${longDate(promised)}.`;
    await warn(product, change, question, meeting.forum, text, cause);
  }
}

/** The meeting has been moved: questions on it whose answer will now come later than promised. */
export async function warnMoved(product: Product, change: Change, was: Meeting, meeting: Meeting): Promise<void> {
  for (const question of await change.questions('open')) {
    if (!waitsIn(question, meeting.forum) || !('meeting' in question.state) || question.state.meeting !== meeting.id) continue;
    const [before, now] = [
      await promisedDay(product, change, question, was),
      await promisedDay(product, change, question, meeting),
    ];
    if (!before || !now || now <= before) continue;
    const text = `Mötet är flyttat, så svaret på fråga ${question.id} når ${home(product, question)} först ${longDate(now)} i stället för ${longDate(before)}.`;
    await warn(
      product,
      change,
      question,
      meeting.forum,
      text,
      `late/${question.id}/${meeting.id}/moved-${meeting.moves?.length ?? 0}`,
    );
  }
}
