import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, nextSecretary, type Turn } from '../../src/domain/rotation.ts';

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
  type Forum = { units: string[]; candidates: Candidate[] };

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
        return wrote(dateOf(n), chosen.person, chosen.unit);
      };
      turns.push(ask([]));
    }
    return turns;
  }

  const count = (turns: readonly Turn[], person: string) => turns.filter((turn) => turn.person === person).length;

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

  it('an absence or a decline keeps the place: of those who can, in the first unit that can, the longest waiting writes', () => {
    fc.assert(
      fc.property(anyForum, anyTrouble, (forum, trouble) => {
        const unable = troubled(trouble);
        const turns = played(forum, 40, unable);
        turns.forEach((turn, n) => {
          const before = turns.slice(0, n);
          const waited = (who: (one: Turn) => boolean) => before.findLastIndex(who);
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

  it('nobody falls out for good: once able, one writes within (units × people in the unit) turns', () => {
    fc.assert(
      fc.property(anyForum, anyTrouble, (forum, trouble) => {
        const turns = played(forum, 40 + forum.units.length * 4, troubled(trouble));
        const since = turns.slice(40);
        for (const { person, unit } of forum.candidates) {
          const cycle = forum.units.length * forum.candidates.filter((one) => one.unit === unit).length;
          expect(
            since.slice(0, cycle).some((turn) => turn.person === person),
            person,
          ).toBe(true);
        }
      }),
    );
  });

  it('a decline puts a turn off and saves none: it is asked for again at the very next meeting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 0, max: 30 }), (size, when) => {
        const forum = { units: Array.from({ length: size }, (_, n) => `u${n}`), candidates: [] as Candidate[] };
        forum.candidates = forum.units.map((unit) => from(`${unit}p0`, unit));
        const usual = played(forum, when + 1).at(-1)!.person;
        const turns = played(forum, when + 2, (person, n) => (person === usual && n === when ? 'declined' : undefined));
        expect(turns[when]!.person).not.toBe(usual);
        expect(turns[when + 1]!.person).toBe(usual);
      }),
    );
  });

  it('who declines now and then still writes: each decline shifts the coming turns by one meeting and takes none away', () => {
    const anyDeclines = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), anyDeclines, (others, declines) => {
        const units = Array.from({ length: others + 1 }, (_, n) => `u${n}`);
        const forum = { units, candidates: units.map((unit) => from(`${unit}p0`, unit)) };
        const turns = played(forum, 100, (person, n) => (person === 'u0p0' && declines.includes(n) ? 'declined' : undefined));
        expect(count(turns, 'u0p0')).toBeGreaterThanOrEqual(Math.floor((100 - declines.length) / units.length));
      }),
    );
  });
});
