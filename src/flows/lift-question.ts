/** Somebody asks the level above: in chat, in a dialog or from an item, which stays where it is. */
import type { Forum } from '../domain/agreement.ts';
import { wallClock } from '../domain/meeting.ts';
import type { Question, Wording } from '../domain/question.ts';
import { liftsOf } from '../domain/question-paths.ts';
import { act, raise } from '../domain/questions.ts';
import { no, type Result, yes } from '../domain/result.ts';
import type { Change, ReplyAddress, View } from '../ports.ts';
import { reply } from './cards.ts';
import { changeQuestions, rightsOf } from './change-questions.ts';
import { showAgenda, showMinutes } from './meeting-cards.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { sayPromise } from './question-promise.ts';

export interface Lifting {
  forum: Forum;
  /** A place of the definition's paths; '' for the usual one. */
  to: string;
  words: Wording;
  /** The item it is lifted from, when it is. */
  item: { meeting: string; id: string } | undefined;
}

export interface Lifted {
  question: Question;
  promise: string;
}

export async function liftQuestion(
  product: Product,
  who: Actor,
  { forum, to, words, item }: Lifting,
  answer?: { to: ReplyAddress; say(lifted: Lifted): View },
): Promise<Result<Lifted, Refusal>> {
  if (!who.person.forums.includes(forum.id)) return no('not-member');
  const lifts = liftsOf(product.agreement, forum);
  const path = to === '' ? lifts[0] : lifts.find((one) => one.to === to);
  if (!path) return no('no-path');
  const figures = await product.figures.look(forum);
  const at = wallClock(product.clock.now());
  let promise = '';
  const marked = async (change: Change, question: string): Promise<Result<undefined, Refusal>> => {
    if (!item) return yes(undefined);
    const meeting = await change.meeting(item.meeting);
    const found = meeting?.items.find((one) => one.id === item.id);
    if (!meeting || !found || meeting.forum !== forum.id) return no('no-such-item');
    if (found.liftedAs) return no('lifted-already');
    const items = meeting.items.map((one) => (one.id === item.id ? { ...one, liftedAs: question } : one));
    const next = { ...meeting, items };
    await change.save(next);
    if (next.stage.name !== 'planned') await showAgenda(product, change, next, figures, who.cause);
    if (next.stage.name === 'in-progress') await showMinutes(product, change, next, figures, who.cause);
    return yes(undefined);
  };
  const done = await changeQuestions(
    product,
    who,
    { ids: [], forums: [forum.id, path.to] },
    async (change) => {
      const id = await change.nextQuestionId();
      const asked = { ...words, forum: forum.id, to: path.to, forDecision: path.forDecision };
      const raised = raise(id, asked, { cause: who.cause, at, by: who.person.id });
      if (!raised.ok) return no(raised.no);
      const mark = await marked(change, id);
      return mark.ok ? yes([raised.value]) : mark;
    },
    async (change, [question]) => {
      if (!question) return;
      promise = await sayPromise(product, change, question, forum.id);
      if (answer) await reply(change, answer.to, who.cause, answer.say({ question, promise }));
    },
  );
  if (!done.ok) return done;
  // The same message again: it has been answered.
  const [question] = done.value;
  return question ? yes({ question, promise }) : no('stale');
}

/** The asker's own words: changed while it waits, or asked again after it was sent back. */
export async function rewordQuestion(
  product: Product,
  who: Actor,
  id: string,
  how: 'change' | 'raise-again',
  words: Wording,
): Promise<Result<Lifted, Refusal>> {
  let promise = '';
  const at = wallClock(product.clock.now());
  const done = await changeQuestions(
    product,
    who,
    { ids: [id], forums: [] },
    async (change, [question]) => {
      if (!question) return no('no-such-question');
      const rights = await rightsOf(product, change, who.person, question);
      if (!(how === 'change' ? rights.change : rights.complete)) return no('not-asker');
      const acted = act(question, { do: how, ...words }, { cause: who.cause, at, by: who.person.id });
      return acted.ok ? yes([acted.value]) : no(acted.no);
    },
    async (change, [question]) => {
      if (question) promise = await sayPromise(product, change, question, question.askers[0]!.forum);
    },
  );
  return done.ok ? yes({ question: done.value[0]!, promise }) : done;
}
