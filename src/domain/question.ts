/**
 * A question on its way: one identity from the moment it is asked until its answer is received (N 1.8, domain rule 14).
 * What it is now is folded from what has happened to it (questions.ts); its history is kept whole.
 */
import type { SafeText } from './privacy.ts';

export type Urgency = 'normal' | 'urgent';

/** What the asker writes; text is never empty, the rest may be. */
export interface Wording {
  text: SafeText;
  /** The answer the asker proposes. */
  proposal: SafeText;
  background: SafeText;
  urgency: Urgency;
}

/** Somebody who asked, and the forum they asked in. Nobody is ever taken off the list; a withdrawal is marked. */
export interface Asker {
  person: string;
  forum: string;
  /** Stockholm wall clock, `2027-03-16T13:00`, as every `at` and `since` here. */
  at: string;
  withdrawn: boolean;
}

/** A decision from above that nobody here asked for: it was written in, and goes down. */
export const isUnasked = ({ history: [first] }: Question): boolean => first?.kind === 'raised' && first.unasked === true;

/** Questions a forum has lifted after a moment, by id, in the order given. */
export const liftedFrom = (questions: readonly Question[], forum: string, since: string): string[] =>
  questions
    .filter((one) => !isUnasked(one) && one.askers.some((who) => who.forum === forum && !who.withdrawn && who.at > since))
    .map(({ id }) => id);

/** One forum's receipt of the answer. */
export interface Receipt {
  forum: string;
  received: boolean;
  /** The meeting on whose agenda the answer stands; empty until it is on one. */
  meeting: string;
}

/** The answer, and who gave it. */
export interface Answer {
  text: SafeText;
  /** The forum that answered, or the target outside the product. */
  from: string;
  /** A decision where the definition grants the mandate; otherwise a medskick. */
  decided: boolean;
  at: string;
  /** True when it was given in writing between meetings. */
  written: boolean;
}

/** Whom it waits for, whom that one waits for, and what is known only then. `meeting`: '' until it stands on an agenda. */
export type State =
  | { name: 'waiting'; at: string; forDecision: boolean; since: string; meeting: string }
  | { name: 'completing'; at: string; forDecision: boolean; since: string; meeting: string; wanted: SafeText }
  | { name: 'sent-back'; from: string; forDecision: boolean; since: string; reason: SafeText; receipts: Receipt[] }
  | { name: 'answered'; since: string; forDecision: boolean; answer: Answer; receipts: Receipt[] }
  | { name: 'received'; since: string; answer: Answer }
  | { name: 'merged'; since: string; into: string }
  | { name: 'withdrawn'; since: string };

/** What happened: by whom (a person's id; '' for the product itself), when, and by which cause. */
export type QuestionEvent = {
  cause: string;
  at: string;
  by: string;
} & (
  | ({ kind: 'raised'; forum: string; to: string; forDecision: boolean; unasked?: true } & Wording)
  | ({ kind: 'changed' } & Wording)
  /** Put on an agenda: where it waits for its answer, or where the answer waits for its receipt. */
  | { kind: 'placed'; forum: string; meeting: string }
  | { kind: 'more-wanted'; text: SafeText }
  | { kind: 'completed'; text: SafeText }
  | { kind: 'lifted'; to: string; forDecision: boolean; note: SafeText }
  | { kind: 'sent-back'; reason: SafeText }
  | ({ kind: 'raised-again' } & Wording)
  | { kind: 'merged'; into: string }
  | { kind: 'took-in'; question: string; text: SafeText; askers: Asker[]; concerns: string[] }
  | { kind: 'answered'; text: SafeText; decided: boolean; written: boolean; concerns: string[] }
  | { kind: 'received'; forum: string }
  | { kind: 'unclear'; forum: string; text: SafeText }
  | { kind: 'withdrew' }
  /** The day the answer was promised has passed, or moved: told once per promised day. */
  | { kind: 'late'; promised: string }
);

export interface Question extends Wording {
  id: string;
  askers: Asker[];
  /** Forums that did not ask but that the answer concerns. */
  concerns: string[];
  /** How many times it has been handed to somebody new: tells one stand on an agenda from the next. */
  leg: number;
  state: State;
  history: QuestionEvent[];
}

/** What may still happen to it; a question that is merged lives on in the other. */
export const isOpen = (question: Question): boolean => !['received', 'merged', 'withdrawn'].includes(question.state.name);

export const askersNow = (question: Question): Asker[] => question.askers.filter((asker) => !asker.withdrawn);

const unique = (all: readonly string[]): string[] => [...new Set(all)];

/** Forums somebody still asks from, in the order they asked. */
export const askingForums = (question: Question): string[] => unique(askersNow(question).map((asker) => asker.forum));

/** Where the answer goes: every forum that asked, then those it concerns. */
export const answerGoesTo = (question: Question): string[] => unique([...askingForums(question), ...question.concerns]);

/** Every forum and outside target the question has been in, in order of appearance. Their members may follow it. */
export function placesOf(question: Question): string[] {
  const been = question.history.flatMap((event) => {
    if (event.kind === 'raised') return [event.forum, event.to];
    if (event.kind === 'lifted') return [event.to];
    if (event.kind === 'took-in') return event.askers.map((asker) => asker.forum);
    return [];
  });
  return unique([...been, ...question.askers.map((asker) => asker.forum), ...question.concerns]);
}

/** Whose turn it is, since when. Nobody's when it has ended. */
export type Turn =
  | { who: 'forum'; forums: string[]; since: string }
  | { who: 'asker'; people: string[]; since: string }
  | { who: 'nobody' };

export function turnOf(question: Question): Turn {
  const { state } = question;
  switch (state.name) {
    case 'waiting':
      return { who: 'forum', forums: [state.at], since: state.since };
    case 'completing':
    case 'sent-back':
      return { who: 'asker', people: unique(askersNow(question).map((asker) => asker.person)), since: state.since };
    case 'answered': {
      const forums = state.receipts.filter((receipt) => !receipt.received).map((receipt) => receipt.forum);
      return { who: 'forum', forums, since: state.since };
    }
    case 'received':
    case 'merged':
    case 'withdrawn':
      return { who: 'nobody' };
  }
}

/** Whole days between two days or moments, by the calendar. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from.slice(0, 10)).until(Temporal.PlainDate.from(to.slice(0, 10)), { largestUnit: 'days' }).days;

export const askedAt = (question: Question): string => question.history[0]!.at;

/** Days since it was first asked; stands still once it has ended. */
export const ageInDays = (question: Question, now: string): number =>
  daysBetween(askedAt(question), isOpen(question) ? now : question.state.since);

/** The place that has the question or had it last: who answers, or whose answer is on its way back. */
export function heldBy(question: Question): string | undefined {
  const { state } = question;
  if (state.name === 'waiting' || state.name === 'completing') return state.at;
  if (state.name === 'sent-back') return state.from;
  if (state.name === 'answered' || state.name === 'received') return state.answer.from;
  return undefined;
}

/** Who handed the question to the place that has it now: the forum that lifted it last. */
export function liftedBy(question: Question): string {
  const [first, ...later] = question.history;
  if (first?.kind !== 'raised') throw new Error(`question ${question.id} does not begin with being raised`);
  let [from, at] = [first.forum, first.to];
  for (const event of later) if (event.kind === 'lifted') [from, at] = [at, event.to];
  return from;
}
