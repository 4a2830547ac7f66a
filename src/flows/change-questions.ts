/** The frame of everything people do to questions: once per cause, every agenda concerned in line, everybody concerned told. */
import { forumOf } from '../domain/agreement.ts';
import { placesOf, type Question } from '../domain/question.ts';
import { agendasOf } from '../domain/question-agenda.ts';
import { type May, may } from '../domain/question-rights.ts';
import { no, type Result, yes } from '../domain/result.ts';
import type { Change, Reader } from '../ports.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { Rollback, refusalOf } from './rollback.ts';
import { agendaForums, QUESTIONS, settleQuestions } from './settle-questions.ts';
import { tellOf } from './tell-askers.ts';

/** Agendas were named that were not locked: somebody else moved the question meanwhile. */
class Elsewhere extends Error {}

export interface Reach {
  /** The questions meant, by id. */
  ids: readonly string[];
  /** Forums whose agendas may change, beside those the questions name. */
  forums: readonly string[];
}

type Work = (change: Change, questions: readonly Question[]) => Promise<Result<Question[], Refusal>>;

/** Gives the questions as they are afterwards, placed on their agendas. `then` runs in the same change. */
export async function changeQuestions(
  product: Product,
  who: Actor,
  reach: Reach,
  work: Work,
  then: (change: Change, questions: readonly Question[]) => Promise<void> = async () => {},
): Promise<Result<Question[], Refusal>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(product, who, reach, work, then);
    } catch (error) {
      if (!(error instanceof Elsewhere) || attempt >= 5) throw error;
    }
  }
}

const all = async (read: Reader, ids: readonly string[]): Promise<Question[] | undefined> => {
  const found = await Promise.all(ids.map((id) => read.question(id)));
  return found.every((one) => one !== undefined) ? (found as Question[]) : undefined;
};

/** What a message asked that has been acted on already. */
const raisedBy = async (read: Reader, cause: string): Promise<Question[]> =>
  (await read.questions('all')).filter((question) => question.history[0]?.cause === cause);

async function once(
  product: Product,
  who: Actor,
  { ids, forums: extra }: Reach,
  work: Work,
  then: (change: Change, questions: readonly Question[]) => Promise<void>,
): Promise<Result<Question[], Refusal>> {
  const seen = await product.store.read((reader) => all(reader, ids));
  if (!seen) return no('no-such-question');
  const forums = agendaForums(product, [
    ...extra,
    ...seen.flatMap((question) => [...agendasOf(question), ...placesOf(question)]),
  ]);
  const figures = new Map(
    await Promise.all(forums.map(async (id) => [id, await product.figures.look(forumOf(product.agreement, id))] as const)),
  );
  product.probe('turn:before');
  const result = await product.store
    .change(async (change): Promise<Result<Question[], Refusal>> => {
      for (const forum of forums) await change.lock(forum);
      await change.lock(QUESTIONS);
      const before = (await all(change, ids)) ?? [];
      if (!(await change.once(who.cause))) return yes(ids.length > 0 ? before : await raisedBy(change, who.cause));
      const worked = await work(change, before);
      if (!worked.ok) throw new Rollback(worked.no);
      const concerned = agendaForums(product, worked.value.flatMap(agendasOf));
      if (concerned.some((forum) => !forums.includes(forum))) throw new Elsewhere();
      for (const question of worked.value) await change.keepQuestion(question);
      for (const forum of forums) await settleQuestions(product, change, forum, figures.get(forum), who.cause);
      const after =
        (await all(
          change,
          worked.value.map((question) => question.id),
        )) ?? [];
      for (const question of after) {
        const known = before.find((one) => one.id === question.id)?.history.length ?? 0;
        await tellOf(product, change, question, question.history.slice(known), who);
      }
      await then(change, after);
      return yes(after);
    })
    .catch(refusalOf);
  product.probe('turn:committed');
  return result;
}

/** What a person may do with a question now: by the roster, and by who writes at the meetings it stands on. */
export async function rightsOf(product: Product, read: Reader, who: Actor['person'], question: Question): Promise<May> {
  const { state } = question;
  const stands: [string, string][] =
    state.name === 'waiting' || state.name === 'completing'
      ? [[state.at, state.meeting]]
      : 'receipts' in state
        ? state.receipts.map((one) => [one.forum, one.meeting])
        : [];
  const writers = new Map<string, string>();
  for (const [forum, meeting] of stands) {
    const found = meeting === '' ? undefined : await read.meeting(meeting);
    if (found?.secretary) writers.set(forum, found.secretary.person);
  }
  return may(product.agreement, who, question, (forum) => writers.get(forum) ?? '');
}
