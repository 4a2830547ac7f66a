/** What people have answered the calendar, and which units nobody comes from (N 1.8: every unit sees to it that somebody does). */
import { type Agreement, type Forum, membersOf, type Person } from './agreement.ts';
import type { Meeting } from './meeting.ts';

export type Answer = 'accepted' | 'tentative' | 'declined' | 'none';

/** By person; who is not there has not been asked. */
export type Answers = Readonly<Record<string, Answer>>;

export interface UnitAnswers {
  unit: string;
  asked: number;
  accepted: number;
  tentative: number;
  declined: number;
  /** True when nobody comes: each has declined, or is away and has not said otherwise. */
  empty: boolean;
}

type Occasion = Pick<Meeting, 'start'>;

function seated(agreement: Agreement, forum: Forum, unit: string, { start }: Occasion): Person[] {
  const day = start.slice(0, 10);
  return membersOf(agreement, forum.id).filter((one) => one.unit === unit && (one.since === undefined || one.since <= day));
}

const isAway = (person: Person, { start }: Occasion): boolean =>
  person.away.some(({ from, to }) => from <= start.slice(0, 10) && start.slice(0, 10) <= to);

/** The forum's units in its own order; those where nobody has a seat or an address are as full as ever. */
export function answersByUnit(agreement: Agreement, forum: Forum, meeting: Occasion, answers: Answers): UnitAnswers[] {
  return forum.units.map((unit) => {
    const people = seated(agreement, forum, unit, meeting);
    const said = people.flatMap(({ id }) => answers[id] ?? []);
    const count = (answer: Answer) => said.filter((one) => one === answer).length;
    return {
      unit,
      asked: said.length,
      accepted: count('accepted'),
      tentative: count('tentative'),
      declined: count('declined'),
      empty: people.length > 0 && people.every((person) => staysAway(person, meeting, answers[person.id])),
    };
  });
}

const staysAway = (person: Person, meeting: Occasion, answer: Answer | undefined): boolean =>
  answer === 'declined' || (isAway(person, meeting) && answer !== 'accepted' && answer !== 'tentative');
