/** Brings a forum's agendas into line with the questions that are or were on them, and shows what changed. */
import { forumOf } from '../domain/agreement.ts';
import { reachedStage, wallClock } from '../domain/meeting.ts';
import { agendasOf, settleAgendas } from '../domain/question-agenda.ts';
import { hasAgenda } from '../domain/question-paths.ts';
import type { Change } from '../ports.ts';
import type { FigureMap } from './agenda-view.ts';
import { showAgenda, showMinutes } from './meeting-cards.ts';
import type { Product } from './product.ts';
import { questionWords } from './question-words.ts';

/** Serialises what happens to questions. Always taken after the locks of forums, so that nobody waits in a ring. */
export const QUESTIONS = 'questions/';

/** Under the forum's lock. `figures` of the forum; undefined where its cards are shown by somebody in a moment. */
export async function settleQuestions(
  product: Product,
  change: Change,
  forum: string,
  figures: FigureMap | undefined,
  cause: string,
): Promise<void> {
  if (!hasAgenda(product.agreement, forum)) return;
  await change.lock(QUESTIONS);
  const meetings = await change.meetings(forum);
  const open = await change.questions('open');
  const known = new Set(open.map((question) => question.id));
  const named = meetings
    .filter((meeting) => !reachedStage(meeting, 'draft'))
    .flatMap((meeting) => meeting.items)
    .flatMap((item) =>
      'question' in item.why && item.handled === undefined && !known.has(item.why.question) ? [item.why.question] : [],
    );
  const ended = (await Promise.all([...new Set(named)].map((id) => change.question(id)))).filter((one) => one !== undefined);
  const here = [...open.filter((question) => agendasOf(question).includes(forum)), ...ended];
  if (here.length === 0) return;
  const settled = settleAgendas(forum, here, meetings, wallClock(product.clock.now()), questionWords(product.agreement));
  for (const question of settled.questions) await change.keepQuestion(question);
  for (const meeting of settled.meetings) {
    await change.save(meeting);
    if (meeting.stage.name === 'planned' || !figures) continue;
    await showAgenda(product, change, meeting, figures, cause);
    if (meeting.stage.name === 'in-progress') await showMinutes(product, change, meeting, figures, cause);
  }
}

/** The forums, of those a question names, that have agendas here. */
export const agendaForums = (product: Product, places: readonly string[]): string[] =>
  [...new Set(places)].filter((place) => hasAgenda(product.agreement, place) && forumOf(product.agreement, place)).sort();
