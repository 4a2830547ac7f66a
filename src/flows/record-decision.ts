/** A decision made where the product has no meetings is written in by somebody who lifts there for decision, and goes down (N 1.8, U 8). */
import { wallClock } from '../domain/meeting.ts';
import type { Question } from '../domain/question.ts';
import { mayConcern } from '../domain/question-paths.ts';
import { decidersAbove } from '../domain/question-rights.ts';
import { type DecidedAbove, decidedAbove } from '../domain/questions.ts';
import { no, type Result } from '../domain/result.ts';
import { changeQuestions } from './change-questions.ts';
import type { Actor, Product, Refusal } from './product.ts';

export async function recordDecision(
  product: Product,
  who: Actor,
  what: Omit<DecidedAbove, 'forum'>,
): Promise<Result<Question[], Refusal>> {
  const { agreement, clock } = product;
  const above = decidersAbove(agreement, who.person).find(({ from }) => from === what.from);
  if (!above) return no('not-decider');
  if (what.on > wallClock(clock.now()).slice(0, 10)) return no('not-yet');
  const known = new Set(mayConcern(agreement, what.from).map(({ id }) => id));
  const concerns = what.concerns.filter((forum) => known.has(forum));
  return changeQuestions(product, who, { ids: [], forums: [above.forum, ...concerns] }, async (change) => {
    const id = await change.nextQuestionId();
    const decided = decidedAbove(id, { ...what, forum: above.forum, concerns }, { cause: who.cause, by: who.person.id });
    return decided.ok ? { ok: true, value: [decided.value] } : no(decided.no);
  });
}
