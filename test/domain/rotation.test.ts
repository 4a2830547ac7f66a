import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balance, type Candidate, fairness, nextSecretary, type Turn, turnEvery } from '../../src/domain/rotation.ts';

type Given = Parameters<typeof nextSecretary>[0];

const from = (person: string, unit: string): Candidate => ({ person, unit, since: undefined });
const wrote = (date: string, person: string, unit: string): Turn => ({ date, person, unit });

/** Four units of two organisations, as in the kommunhubb. */
const units = ['city', 'jarva', 'globen', 'intro'];
const people = [
  from('sara', 'jarva'),
  from('omar', 'city'),
  from('lena', 'globen'),
  from('johan', 'jarva'),
  from('per', 'intro'),
  from('amina', 'intro'),
];
const history = [
  wrote('2027-01-19', 'omar', 'city'),
  wrote('2027-02-02', 'sara', 'jarva'),
  wrote('2027-02-16', 'lena', 'globen'),
  wrote('2027-03-02', 'per', 'intro'),
];

const next = (over: Partial<Given> = {}) =>
  nextSecretary({
    date: '2027-03-16',
    units,
    candidates: people,
    history,
    isAway: () => false,
    declined: [],
    attendedBefore: () => true,
    convener: { person: 'johan', unit: 'jarva' },
    ...over,
  });

const away = (...who: string[]) => ({ isAway: (person: string) => who.includes(person) });

describe('whose turn it is to write', () => {
  it('is the unit that has waited longest, and says when it last wrote', () => {
    expect(next()).toEqual({
      person: 'omar',
      unit: 'city',
      kind: 'longest-waiting',
      due: { person: 'omar', unit: 'city' },
      unitLast: '2027-01-19',
      personLast: '2027-01-19',
      passed: [],
    });
  });

  it('is, when nobody has written yet, the first unit in the order of the definition', () => {
    const chosen = next({ history: [] })!;
    expect([chosen.person, chosen.kind, chosen.unitLast]).toEqual(['omar', 'never-written', undefined]);
  });

  it('is a unit that has never written before every unit that has', () => {
    expect(next({ history: history.slice(0, 3) })!.person).toBe('per');
  });

  it('goes round within the unit too', () => {
    const chosen = next({ history: [...history, wrote('2027-03-16', 'omar', 'city')], date: '2027-03-30' })!;
    expect([chosen.person, chosen.unitLast, chosen.personLast]).toEqual(['johan', '2027-02-02', undefined]);
  });

  it('looks only at meetings before the one asked about', () => {
    expect(
      next({ history: [...history, wrote('2027-03-16', 'omar', 'city'), wrote('2027-03-30', 'omar', 'city')] })!.person,
    ).toBe('omar');
  });

  it('passes to the next unit when somebody is away, and says so', () => {
    const chosen = next(away('omar'))!;
    expect([chosen.person, chosen.kind]).toEqual(['johan', 'longest-waiting']);
    expect(chosen.passed).toEqual([{ person: 'omar', unit: 'city', why: 'away' }]);
  });

  it('stays in the unit when a colleague is there', () => {
    const jarvaFirst = history.filter((turn) => turn.unit !== 'city').concat(wrote('2027-03-09', 'omar', 'city'));
    expect(next({ ...away('johan'), history: jarvaFirst })!.person).toBe('sara');
  });

  it('comes back first to the one who was away', () => {
    const later = [...history, wrote('2027-03-16', 'johan', 'jarva')];
    expect(next({ history: later, date: '2027-03-30' })!.person).toBe('omar');
  });

  it('goes to the next in line after a decline, and says that it does', () => {
    const chosen = next({ declined: ['omar'] })!;
    expect([chosen.person, chosen.kind]).toEqual(['johan', 'after-decline']);
    expect(chosen.passed).toEqual([{ person: 'omar', unit: 'city', why: 'declined' }]);
  });

  it('does not come to a newcomer before the first meeting', () => {
    const turns = history.slice(0, 3);
    const newcomer = { attendedBefore: ({ person }: Candidate) => person !== 'per' };
    const chosen = next({ ...newcomer, history: turns })!;
    expect(chosen.person).toBe('amina');
    expect(chosen.passed).toEqual([{ person: 'per', unit: 'intro', why: 'newcomer' }]);
  });

  it('falls to the convener, named as such, when nobody can', () => {
    const chosen = next(away(...people.map(({ person }) => person)))!;
    expect([chosen.person, chosen.kind]).toEqual(['johan', 'convener-stands-in']);
    expect(chosen.passed).toHaveLength(people.length);
  });

  it('is nobody when there is no convener either', () => {
    expect(next({ candidates: [], convener: undefined })).toBeUndefined();
  });

  it('goes past a unit without anyone, which keeps its place for when there is', () => {
    const withoutCity = people.filter(({ unit }) => unit !== 'city');
    expect(next({ candidates: withoutCity })!.person).toBe('johan');
    expect(next({ history: [...history, wrote('2027-03-16', 'johan', 'jarva')], date: '2027-03-30' })!.unit).toBe('city');
  });
});

describe('in the long run', () => {
  const START = Temporal.PlainDate.from('2027-01-19');
  const dateOf = (n: number) => START.add({ days: 14 * n }).toString();

  /** Units of 1–4 people each. */
  const anyForum = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }).map((sizes) => ({
    units: sizes.map((_, unit) => `u${unit}`),
    candidates: sizes.flatMap((size, unit) => Array.from({ length: size }, (_, n) => from(`u${unit}p${n}`, `u${unit}`))),
  }));
  type Forum = { units: string[]; candidates: Candidate[]; partyOf?: (unit: string) => string };

  /** Who writes `meetings` meetings in a row, when `unable(person, meeting)` says who is away or declines. */
  function played(
    forum: Forum,
    meetings: number,
    unable: (person: string, meeting: number) => 'away' | 'declined' | undefined = () => undefined,
  ): Turn[] {
    const turns: Turn[] = [];
    for (let n = 0; n < meetings; n += 1) {
      const ask = (declined: string[]): Turn => {
        const chosen = nextSecretary({
          ...forum,
          date: dateOf(n),
          history: turns,
          isAway: (person) => unable(person, n) === 'away',
          declined,
          attendedBefore: () => true,
          convener: { person: 'convener', unit: forum.units[0]! },
        })!;
        if (chosen.kind !== 'convener-stands-in' && unable(chosen.person, n) === 'declined')
          return ask([...declined, chosen.person]);
        return { ...wrote(dateOf(n), chosen.person, chosen.unit), due: chosen.due };
      };
      turns.push(ask([]));
    }
    return turns;
  }

  it('the same history gives the same answer, in whatever order it comes', () => {
    const anyHistory = anyForum.chain((forum) =>
      fc
        .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 25 })
        .chain((meetings) =>
          fc
            .tuple(
              ...meetings.map((n) =>
                fc.constantFrom(...forum.candidates).map(({ person, unit }) => wrote(dateOf(n), person, unit)),
              ),
            )
            .chain((turns) =>
              fc.shuffledSubarray(turns, { minLength: turns.length }).map((shuffled) => ({ forum, turns, shuffled })),
            ),
        ),
    );
    fc.assert(
      fc.property(anyHistory, ({ forum, turns, shuffled }) => {
        const ask = (given: Turn[]) => next({ ...forum, date: dateOf(41), history: given });
        expect(ask(shuffled)).toEqual(ask(turns));
        expect(ask(turns)).toEqual(ask(turns));
      }),
    );
  });

  it('everybody who is there writes once in (units × people in the unit) turns, no more and no less', () => {
    fc.assert(
      fc.property(anyForum, fc.integer({ min: 1, max: 60 }), (forum, meetings) => {
        const turns = played(forum, meetings);
        for (const { person, unit } of forum.candidates) {
          const cycle = forum.units.length * forum.candidates.filter((one) => one.unit === unit).length;
          const mine = turns.flatMap((turn, n) => (turn.person === person ? [n] : []));
          if (mine.length === 0) expect(meetings).toBeLessThan(cycle);
          else expect(mine[0]).toBeLessThan(cycle);
          mine.slice(1).forEach((n, k) => void expect(n - mine[k]!).toBe(cycle));
        }
      }),
    );
  });

  it('units of different sizes write equally often', () => {
    fc.assert(
      fc.property(anyForum, fc.integer({ min: 1, max: 60 }), (forum, meetings) => {
        const times = forum.units.map((unit) => played(forum, meetings).filter((turn) => turn.unit === unit).length);
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
      }),
    );
  });

  /** Anybody may be away or decline, at any meeting. */
  const anyTrouble = fc.dictionary(
    fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 39 }))
      .map((at) => at.join()),
    fc.constantFrom('away' as const, 'declined' as const),
    { maxKeys: 40 },
  );
  const troubled = (trouble: Record<string, 'away' | 'declined'>) => (person: string, meeting: number) =>
    trouble[`${person[1]},${person[3]},${meeting}`];

  const dueTo = (turn: Turn): string | undefined => (turn.due === 'nobody' ? undefined : (turn.due ?? turn).person);
  const cycleOf = (forum: Forum, unit: string) => forum.units.length * forum.candidates.filter((one) => one.unit === unit).length;
  const onlyAway = (trouble: Record<string, 'away' | 'declined'>) => (person: string, meeting: number) =>
    troubled(trouble)(person, meeting) && 'away';

  it('an absence keeps the place: of those who are there, in the first unit that can, the longest waiting writes', () => {
    fc.assert(
      fc.property(anyForum, anyTrouble, (forum, trouble) => {
        const unable = onlyAway(trouble);
        const turns = played(forum, 40, unable);
        turns.forEach((turn, n) => {
          const before = turns.slice(0, n);
          const waited = (who: (one: Turn) => boolean) => before.findLastIndex((one) => one.due !== 'nobody' && who(one));
          const able = forum.candidates.filter(({ person }) => unable(person, n) === undefined);
          if (able.length === 0) return void expect(turn.person).toBe('convener');
          const sinceUnit = (unit: string) => waited((one) => one.unit === unit);
          const sincePerson = (person: string) => waited((one) => one.person === person);
          expect(sinceUnit(turn.unit)).toBe(Math.min(...able.map(({ unit }) => sinceUnit(unit))));
          const colleagues = able.filter(({ unit }) => unit === turn.unit);
          expect(sincePerson(turn.person)).toBe(Math.min(...colleagues.map(({ person }) => sincePerson(person))));
        });
      }),
    );
  });

  it('an absence never cancels a turn and never makes two of one: nobody who was away owes anything', () => {
    fc.assert(
      fc.property(anyForum, anyTrouble, (forum, trouble) => {
        const turns = played(forum, 40, onlyAway(trouble));
        for (const { person } of forum.candidates) expect(balance(turns, person)).toBe(0);
      }),
    );
  });

  it('whose turn it is does not change because somebody declines: the round goes on as if nobody had', () => {
    fc.assert(
      fc.property(anyForum, anyTrouble, (forum, trouble) => {
        const declines = (person: string, n: number) => troubled(trouble)(person, n) && ('declined' as const);
        const turns = played(forum, 40, declines).filter((turn) => turn.due !== 'nobody');
        expect(turns.map(dueTo)).toEqual(played(forum, turns.length).map(dueTo));
      }),
    );
  });

  it('nobody falls out for good: once able, the turn comes within (units × people in the unit) meetings', () => {
    fc.assert(
      fc.property(anyForum, anyTrouble, (forum, trouble) => {
        const since = played(forum, 40 + forum.units.length * 4, troubled(trouble)).slice(40);
        for (const { person, unit } of forum.candidates) {
          const soon = since.filter((turn) => turn.due !== 'nobody').slice(0, cycleOf(forum, unit));
          if (soon.length === cycleOf(forum, unit)) expect(soon.map(dueTo)).toContain(person);
        }
      }),
    );
  });

  it('nobody gains by declining: what was put off is taken back, until everybody has written what was theirs', () => {
    fc.assert(
      fc.property(anyForum, anyTrouble, (forum, trouble) => {
        const early = played(forum, 40, troubled(trouble));
        const debts = forum.candidates.reduce((sum, { person }) => sum + Math.max(0, -balance(early, person)), 0);
        const longest = Math.max(...forum.units.map((unit) => cycleOf(forum, unit)));
        const turns = played(forum, 40 + (debts + 1) * longest, troubled(trouble));
        for (const { person } of forum.candidates) expect(balance(turns, person), person).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('parties take turns where the definition says so, however many units each has', () => {
    fc.assert(
      fc.property(anyForum, fc.integer({ min: 1, max: 60 }), (forum, meetings) => {
        const partyOf = (unit: string) => (unit === 'u0' ? 'kommunen' : 'staten');
        const turns = played({ ...forum, partyOf }, meetings);
        const times = [...new Set(forum.units.map(partyOf))].map(
          (party) => turns.filter((turn) => partyOf(turn.unit) === party).length,
        );
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
        for (const { person, unit } of forum.candidates) {
          const every = turnEvery({ ...forum, partyOf }, unit);
          for (let n = 0; n + every <= turns.length; n += 1)
            expect(turns.slice(n, n + every).filter((turn) => turn.person === person)).toHaveLength(1);
        }
      }),
    );
  });

  it('a turn taken over is given back when the one who took it is next in turn', () => {
    const forum = { units: ['u0', 'u1'], candidates: [from('u0p0', 'u0'), from('u1p0', 'u1')] };
    const turns = played(forum, 6, (person, n) => (person === 'u0p0' && n === 2 ? 'declined' : undefined));
    expect(turns.map(({ person }) => person)).toEqual(['u0p0', 'u1p0', 'u1p0', 'u0p0', 'u0p0', 'u1p0']);
    const repaid = next({ ...forum, date: dateOf(3), history: turns.slice(0, 3) })!;
    expect([repaid.person, repaid.kind]).toEqual(['u0p0', 'repays']);
    expect(repaid.passed).toEqual([{ person: 'u1p0', unit: 'u1', why: 'credit' }]);
  });

  it('who has stepped in is not asked again before those who owe', () => {
    const owes: Turn = { ...wrote('2027-03-16', 'per', 'intro'), due: { person: 'omar', unit: 'city' } };
    const chosen = next({ date: '2027-03-30', history: [...history, owes], declined: ['sara', 'johan'] })!;
    expect([chosen.person, chosen.due]).toEqual(['omar', { person: 'johan', unit: 'jarva' }]);
  });

  it('a turn whose helper has left goes back to the round', () => {
    const owes: Turn = { ...wrote('2027-03-16', 'gone', 'elsewhere'), due: { person: 'omar', unit: 'city' } };
    const chosen = next({ date: '2027-03-30', history: [...history, owes] })!;
    expect([chosen.person, chosen.kind, chosen.due]).toEqual(['omar', 'repays', 'nobody']);
    const after = [...history, owes, { ...wrote('2027-03-30', 'omar', 'city'), due: 'nobody' as const }];
    expect(next({ date: '2027-04-13', history: after })!.due).toEqual({ person: 'johan', unit: 'jarva' });
  });

  it('a newcomer has waited since the first day, and does not go before those who have waited longer', () => {
    const late: Candidate = { ...from('ny', 'jarva'), since: '2027-02-20' };
    const earlier = [...history, wrote('2027-03-09', 'omar', 'city')];
    expect(next({ candidates: [...people, late], history: earlier, ...away('johan') })!.person).toBe('sara');
    expect(next({ candidates: [...people, late], history: earlier, ...away('johan', 'sara') })!.person).toBe('ny');
  });

  it('expected stands against actual, for every unit and person', () => {
    const stepped: Turn = { ...wrote('2027-03-16', 'per', 'intro'), due: { person: 'omar', unit: 'city' } };
    const shares = fairness(people, [...history, stepped]);
    expect(shares.units.find(({ unit }) => unit === 'intro')).toEqual({ unit: 'intro', due: 1, written: 2 });
    expect(shares.people.find(({ person }) => person === 'omar')).toEqual({ person: 'omar', unit: 'city', due: 2, written: 1 });
    const sum = (of: (one: { due: number; written: number }) => number) => shares.people.reduce((all, one) => all + of(one), 0);
    expect(sum(({ due }) => due)).toBe(sum(({ written }) => written));
  });
});
