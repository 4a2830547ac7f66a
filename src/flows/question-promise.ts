/** What the asker is promised, as the meetings lie now. */
import { forumOf } from '../domain/agreement.ts';
import { plannedAs, wallClock } from '../domain/meeting.ts';
import { firstAfter, type Promised, promised, timetable } from '../domain/promise.ts';
import { daysBetween, type Question } from '../domain/question.ts';
import { hasAgenda, placeName } from '../domain/question-paths.ts';
import { dayIn } from '../domain/swedish.ts';
import type { Reader } from '../ports.ts';
import type { Product } from './product.ts';
import { atHome } from './question-words.ts';

/** How far ahead a promise looks. */
const YEAR = { days: 400 };

/** For a question that waits; `forum` is the asker's. */
export async function promiseOf(product: Product, read: Reader, question: Question, forum: string): Promise<Promised> {
  const { state } = question;
  if ((state.name !== 'waiting' && state.name !== 'completing') || !hasAgenda(product.agreement, state.at))
    return promised(undefined, []);
  const now = product.clock.now();
  const today = now.toPlainDate();
  const meetings = async (id: string) => {
    const from = today.subtract({ days: 60 });
    return timetable(forumOf(product.agreement, id), await read.meetings(id, { from: from.toString() }), from, today.add(YEAR));
  };
  const stands = state.meeting === '' ? undefined : await read.meeting(state.meeting);
  const answers = stands ? plannedAs(stands) : firstAfter(await meetings(state.at), now);
  return promised(answers, await meetings(forum));
}

/** "Frågan går till sektionschefsmötet 30 mars (om 14 dagar). Svar väntas på hubben senast 13 april." */
export async function sayPromise(
  product: Product,
  read: Reader,
  question: Question,
  forum: string,
  begins = 'Frågan går till',
): Promise<string> {
  const { state } = question;
  if (state.name !== 'waiting' && state.name !== 'completing') return '';
  const { answers, back } = await promiseOf(product, read, question, forum);
  const place = placeName(product.agreement, state.at);
  const decision = state.forDecision ? ' för beslut' : '';
  if (!answers) return `${begins} ${place}${decision}. Det har inga egna möten här; svaret skrivs in när det kommer.`;
  const now = wallClock(product.clock.now());
  const year = product.clock.now().year;
  const start = answers.start.toPlainDate().toString();
  const days = daysBetween(now, start);
  const when = days <= 0 ? 'i dag' : days === 1 ? 'i morgon' : `om ${days} dagar`;
  const home = atHome(placeName(product.agreement, forum));
  const expected = back ? ` Svar väntas ${home} senast ${dayIn(back.start.toPlainDate().toString(), year)}.` : '';
  return `${begins} ${place} ${dayIn(start, year)} (${when})${decision}.${expected}`;
}
