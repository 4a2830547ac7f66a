/** A decision made where the product has no meetings is written in by somebody who lifts there for decision, and goes down (N 1.8, U 8). */
import { type Agreement, forumOf, type Person } from '../domain/agreement.ts';
import { wallClock } from '../domain/meeting.ts';
import type { Question } from '../domain/question.ts';
import { hasAgenda, isOutside, liftsOf, mayConcern } from '../domain/question-paths.ts';
import { type DecidedAbove, decidedAbove } from '../domain/questions.ts';
import { no, type Result } from '../domain/result.ts';
import { changeQuestions } from './change-questions.ts';
import type { Actor, Product, Refusal } from './product.ts';

/** The forums of a person that lift for decision to a forum without meetings here, and those forums. */
export function decidersAbove(agreement: Agreement, person: Person): { forum: string; from: string }[] {
  return person.forums.flatMap((forum) =>
    liftsOf(agreement, forumOf(agreement, forum))
      .filter(({ to, forDecision }) => forDecision && !isOutside(agreement, to) && !hasAgenda(agreement, to))
      .map(({ to }) => ({ forum, from: to })),
  );
}

/** Forums a decision made there may go down to. */
export const goesDownTo = (agreement: Agreement, from: string) => mayConcern(agreement, from);

export async function recordDecision(
  product: Product,
  who: Actor,
  what: Omit<DecidedAbove, 'forum'>,
): Promise<Result<Question[], Refusal>> {
  const { agreement, clock } = product;
  const above = decidersAbove(agreement, who.person).find(({ from }) => from === what.from);
  if (!above) return no('not-decider');
  if (what.on > wallClock(clock.now()).slice(0, 10)) return no('not-yet');
  const known = new Set(goesDownTo(agreement, what.from).map(({ id }) => id));
  const concerns = what.concerns.filter((forum) => known.has(forum));
  return changeQuestions(product, who, { ids: [], forums: [above.forum, ...concerns] }, async (change) => {
    const id = await change.nextQuestionId();
    const decided = decidedAbove(id, { ...what, forum: above.forum, concerns }, { cause: who.cause, by: who.person.id });
    return decided.ok ? { ok: true, value: [decided.value] } : no(decided.no);
  });
}
