/** How long questions wait: in each forum, and from being asked to the answer being received. Median and worst (ours). */
import { daysBetween, isUnasked, type Question } from './question.ts';

/** Days a question lay somewhere; one that still lies there counts with its age now. */
export interface Stay {
  place: string;
  days: number;
  over: boolean;
}

/** Every stay of a question where its answer was waited for, in order; none of a decision nobody waited for. */
export function stays(question: Question, now: string): Stay[] {
  if (isUnasked(question)) return [];
  const all: Stay[] = [];
  let here: { place: string; since: string } | undefined;
  let last = '';
  const leave = (at: string) => {
    if (here) all.push({ place: here.place, days: daysBetween(here.since, at), over: true });
    here = undefined;
  };
  for (const event of question.history) {
    if (event.kind === 'raised') here = { place: event.to, since: event.at };
    else if (event.kind === 'lifted') {
      leave(event.at);
      here = { place: event.to, since: event.at };
    } else if (event.kind === 'answered' || event.kind === 'sent-back') {
      last = here?.place ?? last;
      leave(event.at);
    } else if (event.kind === 'unclear' || event.kind === 'raised-again') here = { place: last, since: event.at };
    else if (event.kind === 'merged') leave(event.at);
    else if (event.kind === 'withdrew' && question.state.name === 'withdrawn') leave(event.at);
  }
  if (here) all.push({ place: here.place, days: daysBetween(here.since, now), over: false });
  return all;
}

export interface AnswerTimes {
  median: number;
  worst: number;
  count: number;
}

export function times(days: readonly number[]): AnswerTimes | undefined {
  if (days.length === 0) return undefined;
  const sorted = days.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor((sorted.length - 1) / 2)]!, worst: sorted.at(-1)!, count: sorted.length };
}

/** Per place, in the order they first appear: times of stays that are over. Questions still there are counted apart. */
export function timesPerPlace(
  questions: readonly Question[],
  now: string,
): { place: string; answered: AnswerTimes | undefined; open: number; oldest: number }[] {
  const found = new Map<string, Stay[]>();
  for (const stay of questions.flatMap((question) => stays(question, now)))
    found.set(stay.place, [...(found.get(stay.place) ?? []), stay]);
  return [...found].map(([place, all]) => {
    const open = all.filter((stay) => !stay.over);
    const over = all.filter((stay) => stay.over).map((stay) => stay.days);
    return { place, answered: times(over), open: open.length, oldest: Math.max(0, ...open.map((stay) => stay.days)) };
  });
}

/** From being asked to the last receipt, of questions that have come all the way. */
export const wholeWay = (questions: readonly Question[]): AnswerTimes | undefined =>
  times(
    questions
      .filter((question) => question.state.name === 'received' && !isUnasked(question))
      .map((question) => daysBetween(question.history[0]!.at, question.state.since)),
  );
