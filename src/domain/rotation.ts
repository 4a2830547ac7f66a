/**
 * "Sekreteraruppgiften ska ambulera" (N 1.8). How is ours: units take turns, then people within a unit, longest waiting
 * first. Someone away or declining keeps their place, so nobody gains by it and nobody falls out of turn for good.
 * The same history always gives the same answer.
 */

export interface Candidate {
  person: string;
  unit: string;
  /** First day as a member; the role comes after the first meeting attended. */
  since: string | undefined;
}

/** One meeting written, by whom. Dates are slot dates, `2027-03-16`. */
export interface Turn {
  date: string;
  person: string;
  unit: string;
}

export type Passed = { person: string; unit: string; why: 'away' | 'declined' | 'newcomer' };

export interface NextSecretary {
  person: string;
  unit: string;
  kind: 'longest-waiting' | 'never-written' | 'after-decline' | 'convener-stands-in';
  unitLast: string | undefined;
  personLast: string | undefined;
  passed: Passed[];
}

const last = (turns: readonly Turn[], who: (turn: Turn) => boolean): string | undefined =>
  turns.reduce<string | undefined>((found, turn) => (who(turn) && (!found || turn.date > found) ? turn.date : found), undefined);

/** Waiting longest first: never written before everybody, then the oldest date, then the given order. */
function longestWaiting<T>(all: readonly T[], lastOf: (one: T) => string | undefined): T[] {
  return all
    .map((one, order) => ({ one, order, last: lastOf(one) ?? '' }))
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : a.order - b.order))
    .map(({ one }) => one);
}

/**
 * Who writes the meeting on `date`.
 * `units` and `candidates` come in the definition's order; `convener` stands in, named as such, when nobody can.
 * `firstMeeting(since)` is the first meeting on or after a member's first day; that one is for getting to know the forum.
 */
export function nextSecretary(given: {
  date: string;
  units: readonly string[];
  candidates: readonly Candidate[];
  history: readonly Turn[];
  isAway: (person: string) => boolean;
  declined: readonly string[];
  attendedBefore: (candidate: Candidate) => boolean;
  convener: { person: string; unit: string } | undefined;
}): NextSecretary | undefined {
  const history = given.history.filter((turn) => turn.date < given.date);
  const unitLast = (unit: string) => last(history, (turn) => turn.unit === unit);
  const personLast = (person: string) => last(history, (turn) => turn.person === person);
  const passed: Passed[] = [];
  for (const unit of longestWaiting(given.units, unitLast)) {
    const people = given.candidates.filter((candidate) => candidate.unit === unit);
    for (const candidate of longestWaiting(people, (one) => personLast(one.person))) {
      const { person } = candidate;
      if (given.declined.includes(person)) passed.push({ person, unit, why: 'declined' });
      else if (given.isAway(person)) passed.push({ person, unit, why: 'away' });
      else if (!given.attendedBefore(candidate)) passed.push({ person, unit, why: 'newcomer' });
      else {
        const facts = { unitLast: unitLast(unit), personLast: personLast(person) };
        const kind = given.declined.length > 0 ? 'after-decline' : facts.unitLast ? 'longest-waiting' : 'never-written';
        return { person, unit, kind, ...facts, passed };
      }
    }
  }
  if (!given.convener) return undefined;
  const { person, unit } = given.convener;
  return { person, unit, kind: 'convener-stands-in', unitLast: unitLast(unit), personLast: personLast(person), passed };
}
