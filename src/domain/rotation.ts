/**
 * "Sekreteraruppgiften ska ambulera" (N 1.8). How is ours: units take turns (or first the parties, where the definition
 * says so), then people within a unit, longest waiting first. Who is due is one thing and who writes another: someone away keeps their place, someone who declines or swaps
 * still had the turn and takes one back later from whoever stepped in. So nobody gains by declining, and nobody falls out
 * of turn for good. The same history always gives the same answer.
 */

export interface Candidate {
  person: string;
  unit: string;
  /** First day as a member; the role comes after the first meeting attended, and waiting is counted from here. */
  since: string | undefined;
}

export interface Due {
  person: string;
  unit: string;
}

/** One meeting written, by whom, and whose turn it was. Dates are slot dates, `2027-03-16`. */
export interface Turn {
  date: string;
  person: string;
  unit: string;
  /** 'nobody' when the turn was outside the round; absent in turns stored before this was kept: the writer's own. */
  due?: Due | 'nobody' | undefined;
}

export type Passed = { person: string; unit: string; why: 'away' | 'declined' | 'newcomer' | 'credit' };

export interface NextSecretary {
  person: string;
  unit: string;
  /** `repays`: takes back a turn somebody stepped in for. `swapped`: took it over by agreement. */
  kind: 'longest-waiting' | 'never-written' | 'after-decline' | 'repays' | 'swapped' | 'convener-stands-in';
  /** Whose turn in the round this meeting is. */
  due?: Due | 'nobody';
  /** When the unit last had the turn, and when the person last wrote. */
  unitLast: string | undefined;
  personLast: string | undefined;
  passed: Passed[];
}

export interface Round {
  date: string;
  /** Units and candidates in the definition's order. */
  units: readonly string[];
  candidates: readonly Candidate[];
  /** Given where the parties take turns before their units: the party of a unit. */
  partyOf?: ((unit: string) => string) | undefined;
  history: readonly Turn[];
  isAway: (person: string) => boolean;
  declined: readonly string[];
  attendedBefore: (candidate: Candidate) => boolean;
  convener: Due | undefined;
}

const last = (turns: readonly Turn[], who: (turn: Turn) => boolean): string | undefined =>
  turns.reduce<string | undefined>((found, turn) => (who(turn) && (!found || turn.date > found) ? turn.date : found), undefined);

const dueOf = (turn: Turn): Due | undefined => (turn.due === 'nobody' ? undefined : (turn.due ?? turn));

/** Waiting longest first: never before everybody, then the oldest date, then the given order. */
function longestWaiting<T>(all: readonly T[], lastOf: (one: T) => string | undefined): T[] {
  return all
    .map((one, order) => ({ one, order, last: lastOf(one) ?? '' }))
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : a.order - b.order))
    .map(({ one }) => one);
}

/** Turns written minus turns that were one's own: above zero has stepped in for others, below has turns to take back. */
export function balance(history: readonly Turn[], person: string): number {
  const written = history.filter((turn) => turn.person === person).length;
  return written - history.filter((turn) => dueOf(turn)?.person === person).length;
}

/** Those with turns to take back, the oldest debt first: the order in which they are asked. */
function debtors(candidates: readonly Candidate[], history: readonly Turn[]): Candidate[] {
  const owing = candidates.filter(({ person }) => balance(history, person) < 0);
  const since = ({ person }: Candidate) => {
    const passed = history.filter((turn) => dueOf(turn)?.person === person && turn.person !== person).map(({ date }) => date);
    return passed.sort().at(balance(history, person));
  };
  return longestWaiting(owing, since);
}

/** Everybody in the order of the round: the party, the unit and then the person in it that has waited longest for its turn. */
function line(round: Round, history: readonly Turn[]): Candidate[] {
  const unitDue = (unit: string) => last(history, (turn) => dueOf(turn)?.unit === unit);
  const personDue = ({ person, since }: Candidate) => {
    const had = last(history, (turn) => dueOf(turn)?.person === person);
    return had && since ? (had > since ? had : since) : (had ?? since);
  };
  const partyOf = round.partyOf ?? ((unit: string) => unit);
  const partyDue = (party: string) => last(history, (turn) => partyOf(dueOf(turn)?.unit ?? '') === party);
  const units = longestWaiting([...new Set(round.units.map(partyOf))], partyDue).flatMap((party) =>
    longestWaiting(
      round.units.filter((unit) => partyOf(unit) === party),
      unitDue,
    ),
  );
  return units.flatMap((unit) =>
    longestWaiting(
      round.candidates.filter((candidate) => candidate.unit === unit),
      personDue,
    ),
  );
}

/**
 * Who writes the meeting on `date`. The convener stands in, named as such, when nobody can: where nobody was there the turn
 * is nobody's and the round waits; where all who were there declined, it was the first one's and is owed. Undefined when
 * there is no convener either.
 */
export function nextSecretary(round: Round): NextSecretary | undefined {
  const history = round.history.filter((turn) => turn.date < round.date);
  const declined = (person: string) => round.declined.includes(person);
  const passed: Passed[] = [];
  const there = line(round, history).filter((candidate) => {
    const { person, unit } = candidate;
    const why = round.isAway(person) ? 'away' : round.attendedBefore(candidate) ? undefined : 'newcomer';
    if (why) passed.push({ person, unit, why });
    return why === undefined;
  });
  const [due] = there;
  const chosen = (who: Due, kind: NextSecretary['kind'], turn: Due | 'nobody', over: Passed[]): NextSecretary => ({
    person: who.person,
    unit: who.unit,
    kind,
    due: turn === 'nobody' ? turn : { person: turn.person, unit: turn.unit },
    unitLast: last(history, (one) => dueOf(one)?.unit === who.unit),
    personLast: last(history, (one) => one.person === who.person),
    passed: over,
  });
  const standIn = (turn: Due | 'nobody') =>
    round.convener && chosen(round.convener, 'convener-stands-in', turn, [...passed, ...refused()]);
  const refused = (): Passed[] =>
    there.filter(({ person }) => declined(person)).map(({ person, unit }) => ({ person, unit, why: 'declined' }));
  if (!due) return standIn('nobody');
  const willing = there.filter(({ person }) => !declined(person));
  const owing = debtors(willing, history);
  const [debtor] = owing;
  // Who was stepped in for has left, or a convener outside the round did it: the turn goes back to the round itself.
  const toTheRound = round.candidates.reduce((sum, { person }) => sum + balance(history, person), 0) < 0;
  if (debtor && toTheRound) return chosen(debtor, 'repays', 'nobody', upTo(debtor));
  if (debtor && debtor !== due && balance(history, due.person) > 0) {
    const relieved: Passed = { person: due.person, unit: due.unit, why: 'credit' };
    return chosen(debtor, 'repays', due, [...upTo(due), ...(declined(due.person) ? [] : [relieved])]);
  }
  if (!declined(due.person)) {
    const never = last(history, (turn) => dueOf(turn)?.unit === due.unit) === undefined;
    return chosen(due, round.declined.length > 0 ? 'after-decline' : never ? 'never-written' : 'longest-waiting', due, upTo(due));
  }
  const [next] = [...owing, ...willing];
  return next ? chosen(next, 'after-decline', due, upTo(next)) : standIn(due);

  /** Who was passed on the way to `to`: those who declined, and those before it in the line who could not. */
  function upTo(to: Candidate): Passed[] {
    const order = line(round, history);
    const place = order.indexOf(to);
    const before = passed.filter(({ person }) => order.findIndex((one) => one.person === person) < place);
    return [...before, ...refused()];
  }
}

/** What the rule promises: the turn comes once in this many meetings (units with people × people in the unit). */
export function turnEvery(round: Pick<Round, 'units' | 'candidates' | 'partyOf'>, unit: string): number {
  const partyOf = round.partyOf ?? ((one: string) => one);
  const manned = round.units.filter((one) => round.candidates.some((candidate) => candidate.unit === one));
  const parties = new Set(manned.map(partyOf)).size;
  const siblings = manned.filter((one) => partyOf(one) === partyOf(unit)).length;
  return parties * siblings * round.candidates.filter((candidate) => candidate.unit === unit).length;
}

export interface Share {
  /** Turns that were theirs, and turns they wrote. */
  due: number;
  written: number;
}

/** Expected against actual, per unit and person: what anybody may open. */
export function fairness(
  candidates: readonly Candidate[],
  history: readonly Turn[],
): { units: ({ unit: string } & Share)[]; people: ({ person: string; unit: string } & Share)[] } {
  const count = (due: (turn: Due) => boolean): Share => ({
    due: history.filter((turn) => {
      const whose = dueOf(turn);
      return whose !== undefined && due(whose);
    }).length,
    written: history.filter(due).length,
  });
  const units = [...new Set(candidates.map(({ unit }) => unit))];
  return {
    units: units.map((unit) => ({ unit, ...count((turn) => turn.unit === unit) })),
    people: candidates.map(({ person, unit }) => ({ person, unit, ...count((turn) => turn.person === person) })),
  };
}
