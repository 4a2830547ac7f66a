/** What the receiving level and those who asked do with a question on its way. Who may is decided by the roster and the store. */
import { forumOf } from '../domain/agreement.ts';
import { wallClock } from '../domain/meeting.ts';
import type { SafeText } from '../domain/privacy.ts';
import type { Question } from '../domain/question.ts';
import { hasAgenda, isOutside, liftsOf, mayConcern } from '../domain/question-paths.ts';
import { type Act, act, merge } from '../domain/questions.ts';
import { no, type Result, yes } from '../domain/result.ts';
import type { Change } from '../ports.ts';
import { changeQuestions, rightsOf } from './change-questions.ts';
import type { Actor, Product, Refusal } from './product.ts';

const HANDLINGS = ['answer', 'more', 'lift', 'back', 'merge', 'complete', 'unclear', 'withdraw', 'receive'] as const;
export type Handling = (typeof HANDLINGS)[number];

export interface Handled {
  text: SafeText;
  /** Forums an answer concerns beside those that asked. */
  concerns: readonly string[];
  /** The question that is the same, for a merge. */
  other: string;
  /** The forum that receives; where somebody may for several, the one they are in. */
  forum: string;
}

/** Decides where the definition grants the mandate; elsewhere it is a medskick. */
export function decidesAt(product: Product, place: string): boolean {
  return !isOutside(product.agreement, place) && forumOf(product.agreement, place).mandate === 'decides';
}

/** Where the place that has a question may lift it. */
export function furtherFrom(product: Product, question: Question) {
  const { state } = question;
  if ((state.name !== 'waiting' && state.name !== 'completing') || isOutside(product.agreement, state.at)) return [];
  return liftsOf(product.agreement, forumOf(product.agreement, state.at));
}

async function actOf(
  product: Product,
  change: Change,
  who: Actor,
  question: Question,
  how: Handling,
  what: Handled,
): Promise<Result<Act, Refusal>> {
  const rights = await rightsOf(product, change, who.person, question);
  const { state } = question;
  const receiving = rights.receive.includes(what.forum) ? what.forum : rights.receive[0];
  switch (how) {
    case 'answer': {
      if (!rights.handle || (state.name !== 'waiting' && state.name !== 'completing')) return no('not-handler');
      const meeting = state.meeting === '' ? undefined : await change.meeting(state.meeting);
      // Answered at the meeting while it is held, or that same day; else in writing.
      const held =
        meeting?.stage.name === 'in-progress' && meeting.end.slice(0, 10) >= wallClock(product.clock.now()).slice(0, 10);
      const written = hasAgenda(product.agreement, state.at) && !held;
      const known = new Set(mayConcern(product.agreement, state.at).map((forum) => forum.id));
      const concerns = what.concerns.filter((forum) => known.has(forum));
      return yes({ do: 'answer', text: what.text, decided: decidesAt(product, state.at), written, concerns });
    }
    case 'more':
      return rights.handle ? yes({ do: 'want-more', text: what.text }) : no('not-handler');
    case 'back':
      return rights.handle ? yes({ do: 'send-back', reason: what.text }) : no('not-handler');
    case 'lift': {
      if (!rights.handle) return no('not-handler');
      const [further] = furtherFrom(product, question);
      return further ? yes({ do: 'lift', to: further.to, forDecision: further.forDecision, note: what.text }) : no('no-path');
    }
    case 'complete':
      return rights.complete ? yes({ do: 'complete', text: what.text }) : no('not-asker');
    case 'withdraw':
      return yes({ do: 'withdraw' });
    case 'receive':
      return receiving ? yes({ do: 'receive', forum: receiving }) : no('not-here');
    case 'unclear':
      return receiving ? yes({ do: 'unclear', forum: receiving, text: what.text }) : no('not-here');
    case 'merge':
      return no('not-now');
  }
}

export function handleQuestion(
  product: Product,
  who: Actor,
  id: string,
  how: Handling,
  what: Handled,
): Promise<Result<Question[], Refusal>> {
  const moment = { cause: who.cause, at: wallClock(product.clock.now()), by: who.person.id };
  const ids = how === 'merge' ? [id, what.other] : [id];
  // An answer's forums are locked beforehand; a lift's are among the paths.
  const forums = [
    ...what.concerns.filter((one) => product.agreement.forums.some((forum) => forum.id === one)),
    ...upFrom(product),
  ];
  return changeQuestions(
    product,
    who,
    { ids, forums: how === 'answer' || how === 'lift' ? forums : [] },
    async (change, [question, other]) => {
      if (!question) return no('no-such-question');
      if (how === 'merge') {
        if (!other) return no('no-such-question');
        if (!(await rightsOf(product, change, who.person, question)).handle) return no('not-handler');
        const merged = merge(question, other, moment);
        return merged.ok ? yes([merged.value.kept, merged.value.other]) : no(merged.no);
      }
      const found = await actOf(product, change, who, question, how, what);
      if (!found.ok) return found;
      const acted = act(question, found.value, moment);
      return acted.ok ? yes([acted.value]) : no(acted.no);
    },
  );
}

/** Every forum somebody may lift to. */
const upFrom = (product: Product): string[] => [
  ...new Set(product.agreement.forums.flatMap((forum) => liftsOf(product.agreement, forum).map((lift) => lift.to))),
];
