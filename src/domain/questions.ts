/**
 * What may happen to a question and what it then is. Nothing is closed by silence: it ends when every forum concerned has
 * received the answer, or when everybody who asked has withdrawn (ours, domain rule 14). The same cause twice is once.
 */

import { ownText, type SafeText } from './privacy.ts';
import {
  type Answer,
  type Asker,
  answerGoesTo,
  askersNow,
  isOpen,
  type Question,
  type QuestionEvent,
  type Receipt,
  type Wording,
} from './question.ts';
import { no, type Result, yes } from './result.ts';

/** What somebody does; who may is decided elsewhere (question-rights.ts). */
export type Act =
  | ({ do: 'change' } & Wording)
  | { do: 'place'; forum: string; meeting: string }
  | { do: 'want-more'; text: SafeText }
  | { do: 'complete'; text: SafeText }
  | { do: 'lift'; to: string; forDecision: boolean; note: SafeText }
  | { do: 'send-back'; reason: SafeText }
  | ({ do: 'raise-again' } & Wording)
  | { do: 'answer'; text: SafeText; decided: boolean; written: boolean; concerns: readonly string[] }
  | { do: 'receive'; forum: string }
  | { do: 'unclear'; forum: string; text: SafeText }
  | { do: 'withdraw' }
  | { do: 'mark-late'; promised: string };

/** Who does it, when (wall clock), and the cause: acting on a cause twice is acting once. */
export interface Moment {
  cause: string;
  at: string;
  by: string;
}

export type QuestionNo = 'empty' | 'ended' | 'not-now' | 'not-asker' | 'not-here' | 'same-question' | 'other-place';

const blank = (text: SafeText): boolean => text.trim() === '';

const known = (question: Question, cause: string): boolean => question.history.some((event) => event.cause === cause);

export function raise(
  id: string,
  asked: Wording & { forum: string; to: string; forDecision: boolean; unasked?: true },
  moment: Moment,
): Result<Question, QuestionNo> {
  if (blank(asked.text)) return no('empty');
  const event: QuestionEvent = { kind: 'raised', ...moment, ...asked };
  const { text, proposal, background, urgency } = asked;
  return yes({
    id,
    text,
    proposal,
    background,
    urgency,
    askers: [{ person: moment.by, forum: asked.forum, at: moment.at, withdrawn: false }],
    concerns: [],
    leg: 1,
    state: { name: 'waiting', at: asked.to, forDecision: asked.forDecision, since: moment.at, meeting: '' },
    history: [event],
  });
}

/** What was decided where the product has no meetings: the styrgrupp's decisions come down as medskick (N 1.8, U 8). */
export interface DecidedAbove {
  /** The forum whose member writes it in, and the place that decided. */
  forum: string;
  from: string;
  title: SafeText;
  text: SafeText;
  /** The day it was decided. */
  on: string;
  /** Forums it goes down to, beside the one that writes it in. */
  concerns: readonly string[];
}

/** A decision nobody asked for: it goes down like the answer to a question, and ends when everybody has received it. */
export function decidedAbove(id: string, what: DecidedAbove, moment: Pick<Moment, 'cause' | 'by'>): Result<Question, QuestionNo> {
  if (blank(what.text)) return no('empty');
  const at = `${what.on}T00:00`;
  const nothing = ownText('');
  const words = { text: what.title, proposal: nothing, background: nothing, urgency: 'normal' as const };
  const asked = { ...words, forum: what.forum, to: what.from, forDecision: true, unasked: true as const };
  const raised = raise(id, asked, { ...moment, at });
  if (!raised.ok) return raised;
  const answer = { do: 'answer', text: what.text, decided: true, written: false, concerns: what.concerns } as const;
  return act(raised.value, answer, { ...moment, at, cause: `${moment.cause}/decided` });
}

/** The question after the act; the same value when nothing changed. */
export function act(question: Question, what: Act, moment: Moment): Result<Question, QuestionNo> {
  if (known(question, moment.cause)) return yes(question);
  const decided = decide(question, what, moment.by);
  if (!decided.ok) return decided;
  return yes(decided.value ? apply(question, { ...moment, ...decided.value } as QuestionEvent) : question);
}

type Happened = QuestionEvent extends infer E ? (E extends QuestionEvent ? Omit<E, 'cause' | 'at' | 'by'> : never) : never;

/** What happens when somebody acts; undefined when it changes nothing. */
function decide(question: Question, what: Act, by: string): Result<Happened | undefined, QuestionNo> {
  if (!isOpen(question)) return no('ended');
  const { state } = question;
  const held = state.name === 'waiting' || state.name === 'completing';
  switch (what.do) {
    case 'change': {
      if (blank(what.text)) return no('empty');
      if (!held) return no('not-now');
      const { do: _do, ...wording } = what;
      return yes({ kind: 'changed', ...wording });
    }
    case 'place': {
      const { forum, meeting } = what;
      const stands =
        held && state.at === forum ? state : 'receipts' in state && state.receipts.find((one) => one.forum === forum);
      if (!stands) return no('not-here');
      return yes(stands.meeting === meeting ? undefined : { kind: 'placed', forum, meeting });
    }
    case 'want-more':
      if (blank(what.text)) return no('empty');
      return state.name === 'waiting' ? yes({ kind: 'more-wanted', text: what.text }) : no('not-now');
    case 'complete':
      if (blank(what.text)) return no('empty');
      return state.name === 'completing' ? yes({ kind: 'completed', text: what.text }) : no('not-now');
    case 'lift':
      if (!held) return no('not-now');
      return what.to === state.at
        ? no('same-question')
        : yes({ kind: 'lifted', to: what.to, forDecision: what.forDecision, note: what.note });
    case 'send-back':
      if (blank(what.reason)) return no('empty');
      return held ? yes({ kind: 'sent-back', reason: what.reason }) : no('not-now');
    case 'raise-again': {
      if (blank(what.text)) return no('empty');
      if (state.name !== 'sent-back') return no('not-now');
      const { do: _do, ...wording } = what;
      return yes({ kind: 'raised-again', ...wording });
    }
    case 'answer': {
      if (blank(what.text)) return no('empty');
      if (!held) return no('not-now');
      const concerns = what.concerns.filter((forum) => forum !== state.at);
      return yes({ kind: 'answered', text: what.text, decided: what.decided, written: what.written, concerns });
    }
    case 'receive':
    case 'unclear': {
      if (what.do === 'unclear' && blank(what.text)) return no('empty');
      if (state.name !== 'answered') return no('not-now');
      const receipt = state.receipts.find((one) => one.forum === what.forum);
      if (!receipt) return no('not-here');
      if (receipt.received) return what.do === 'receive' ? yes(undefined) : no('not-now');
      return yes(
        what.do === 'receive' ? { kind: 'received', forum: what.forum } : { kind: 'unclear', forum: what.forum, text: what.text },
      );
    }
    case 'withdraw':
      if (state.name === 'answered') return no('not-now');
      return askersNow(question).some((asker) => asker.person === by) ? yes({ kind: 'withdrew' }) : no('not-asker');
    case 'mark-late': {
      const told = question.history.some((event) => event.kind === 'late' && event.promised === what.promised);
      return yes(told ? undefined : { kind: 'late', promised: what.promised });
    }
  }
}

const receiptsFor = (forums: readonly string[]): Receipt[] => forums.map((forum) => ({ forum, received: false, meeting: '' }));

const placed = (receipts: readonly Receipt[], forum: string, meeting: string): Receipt[] =>
  receipts.map((one) => (one.forum === forum ? { ...one, meeting } : one));

/** What is after what happened. */
function apply(question: Question, event: QuestionEvent): Question {
  const { state } = question;
  const next = { ...question, history: [...question.history, event] };
  const { at: since } = event;
  const words = 'text' in event && 'urgency' in event ? { ...wordingOf(event) } : {};
  switch (event.kind) {
    case 'raised':
      throw new Error(`question ${question.id} is raised once`);
    case 'changed':
      return { ...next, ...words };
    case 'placed':
      if (state.name === 'waiting' || state.name === 'completing')
        return { ...next, state: { ...state, meeting: event.meeting } };
      if (state.name === 'answered' || state.name === 'sent-back')
        return { ...next, state: { ...state, receipts: placed(state.receipts, event.forum, event.meeting) } };
      return next;
    case 'more-wanted':
      if (state.name !== 'waiting') return next;
      return { ...next, state: { ...state, name: 'completing', since, wanted: event.text } };
    case 'completed': {
      if (state.name !== 'completing') return next;
      const { wanted: _wanted, ...kept } = state;
      return { ...next, state: { ...kept, name: 'waiting', since } };
    }
    case 'lifted':
      return { ...next, leg: next.leg + 1, state: waiting(event.to, event.forDecision, since) };
    case 'sent-back': {
      if (state.name !== 'waiting' && state.name !== 'completing') return next;
      const back = {
        from: state.at,
        forDecision: state.forDecision,
        reason: event.reason,
        receipts: receiptsFor(answerGoesTo(next)),
      };
      return { ...next, leg: next.leg + 1, state: { name: 'sent-back', since, ...back } };
    }
    case 'raised-again':
      if (state.name !== 'sent-back') return next;
      return { ...next, ...words, leg: next.leg + 1, state: waiting(state.from, state.forDecision, since) };
    case 'merged':
      return { ...next, state: { name: 'merged', since, into: event.into } };
    case 'took-in':
      return {
        ...next,
        askers: together(next.askers, event.askers),
        concerns: [...new Set([...next.concerns, ...event.concerns])],
      };
    case 'answered': {
      if (state.name !== 'waiting' && state.name !== 'completing') return next;
      const { text, decided, written } = event;
      const answer: Answer = { text, decided, written, from: state.at, at: since };
      const told = { ...next, concerns: [...new Set([...next.concerns, ...event.concerns])], leg: next.leg + 1 };
      const { forDecision } = state;
      return { ...told, state: { name: 'answered', since, forDecision, answer, receipts: receiptsFor(answerGoesTo(told)) } };
    }
    case 'received': {
      if (state.name !== 'answered') return next;
      const receipts = state.receipts.map((one) => (one.forum === event.forum ? { ...one, received: true } : one));
      const all = receipts.every((one) => one.received);
      return { ...next, state: all ? { name: 'received', since, answer: state.answer } : { ...state, receipts } };
    }
    case 'unclear':
      if (state.name !== 'answered') return next;
      return { ...next, leg: next.leg + 1, state: waiting(state.answer.from, state.forDecision, since) };
    case 'withdrew': {
      const askers = next.askers.map((one) => (one.person === event.by ? { ...one, withdrawn: true } : one));
      const left = { ...next, askers };
      return askersNow(left).length > 0 ? left : { ...left, state: { name: 'withdrawn', since } };
    }
    case 'late':
      return next;
  }
}

const waiting = (at: string, forDecision: boolean, since: string): Question['state'] => ({
  name: 'waiting',
  at,
  forDecision,
  since,
  meeting: '',
});

const wordingOf = ({ text, proposal, background, urgency }: Wording): Wording => ({ text, proposal, background, urgency });

/** Everybody who asked either question. Whoever withdrew the one and still asks the other still asks. */
function together(askers: readonly Asker[], others: readonly Asker[]): Asker[] {
  const same = (a: Asker, b: Asker) => a.person === b.person && a.forum === b.forum;
  const kept = askers.map((one) => {
    const again = others.find((other) => same(one, other));
    return again ? { ...one, withdrawn: one.withdrawn && again.withdrawn } : one;
  });
  return [...kept, ...others.filter((other) => !askers.some((one) => same(one, other)))];
}

/**
 * Two questions that are the same become one: everybody who asked stays asked, in the one that is kept. Both must wait in
 * the same place. Doing it again changes nothing.
 */
export function merge(kept: Question, other: Question, moment: Moment): Result<{ kept: Question; other: Question }, QuestionNo> {
  if (known(kept, moment.cause) && known(other, moment.cause)) return yes({ kept, other });
  if (kept.id === other.id) return no('same-question');
  if (!isOpen(kept) || !isOpen(other)) return no('ended');
  const place = (question: Question) =>
    question.state.name === 'waiting' || question.state.name === 'completing' ? question.state.at : undefined;
  if (place(kept) === undefined || place(other) === undefined) return no('not-now');
  if (place(kept) !== place(other)) return no('other-place');
  return yes({
    kept: apply(kept, {
      kind: 'took-in',
      ...moment,
      question: other.id,
      text: other.text,
      askers: other.askers,
      concerns: other.concerns,
    }),
    other: apply(other, { kind: 'merged', ...moment, into: kept.id }),
  });
}
