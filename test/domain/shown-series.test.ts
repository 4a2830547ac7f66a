import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_SHOWN, type Shown } from '../../src/domain/disclosure.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import { type Figure, latestFigure } from '../../src/domain/indicators.ts';
import type { Observation } from '../../src/domain/observations.ts';
import { day } from './definition.ts';
import { anIndicator } from './indicator.ts';
import { otherwise, type Told } from './outsider.ts';

const THRESHOLD = 5;
const limits = { threshold: THRESHOLD, few: 30 };
const UNITS = ['City', 'Järva'];

/** Somebody who keeps every figure, month after month, and after every correction. */
describe('figures that follow on one another', () => {
  it('by unit and sex, with months that are put right, let no small count be worked out', () => {
    const byUnit = anIndicator({ id: 'i', period: 'month', reportedPer: 'month', perUnit: true });
    fc.assert(
      fc.property(fc.array(someMonth, { minLength: 1, maxLength: 3 }), corrections, (counts, corrected) => {
        const versions = [
          counts,
          ...corrected.map(({ month, unit, sex, by }) => putRight(counts, month % counts.length, unit, sex, by)),
        ];
        const looks = versions.flatMap((rows) => [{ rows: monthsOf(rows), on: day('2027-06-15') }]);
        nothingFound(byUnit, [{ rows: monthsOf(counts.slice(0, 1)), on: day('2027-02-15') }, ...looks]);
      }),
      {
        numRuns: 150,
        examples: [
          // The sum of all comes to the same although two of its parts have changed.
          [[[5, 5, 0, 5]], [right(0, 0, 2), right(1, 0, 2)]],
          // Only the sum of all, before and after, tells who was added.
          [[[5, 1, 1, 0]], [right(1, 1, 4)]],
        ],
      },
    );
  });

  it('as shares, with counts and bases that are put right, let neither those who came nor those who did not be worked out', () => {
    const share = anIndicator({ id: 'i', measure: 'share', period: 'month', reportedPer: 'month' });
    const counts = fc.array(someMonth, { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(counts, corrections, (months, corrected) => {
        const versions = [
          months,
          ...corrected.map(({ month, unit, sex, by }) => putRight(months, month % months.length, unit, sex, by)),
        ];
        const looks = versions.map((of) => ({ rows: sharesOf(of), on: day('2027-06-15') }));
        nothingFound(share, [{ rows: sharesOf(months.slice(0, 1)), on: day('2027-02-15') }, ...looks]);
      }),
      {
        numRuns: 150,
        // Five came, first of five and then of seven; in between seven of seven had.
        examples: [[[[5, 0, 0, 5]], [right(0, 0, 2), right(0, 1, 2)]]],
      },
    );
  });

  it('over six weeks, week after week, let no week be worked out', () => {
    const rolling = anIndicator({ id: 'i', period: 'six-weeks', reportedPer: 'week' });
    const week = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
    fc.assert(
      fc.property(fc.array(week, { minLength: 14, maxLength: 14 }), (counts) => {
        const rows = counts.map(([women, men], n) => row(`2027-W${String(n + 1).padStart(2, '0')}`, 'City', women, men));
        const looks = Array.from({ length: 9 }, (_, n) => ({ rows: rows.slice(0, 6 + n), on: day('2027-05-31') }));
        nothingFound(rolling, looks);
      }),
      { numRuns: 60 },
    );
  });

  it('are told week after week by six weeks that overlap: so they do not', () => {
    // Nobody in the first week of each two that overlap: what they differ by is the last week.
    const [first, second] = [
      [0, 2, 3, 1, 0, 2],
      [2, 3, 1, 0, 2, 3],
    ];
    const weeks = [0, 1, 2, 3, 4, 5, 6];
    const all = (of: number[]) => of.reduce((sum, n) => sum + n, 0);
    const told: Told[] = [
      { groups: weeks.slice(0, 6), least: all(first), most: all(first) },
      { groups: weeks.slice(1), least: all(second), most: all(second) },
      { groups: [0], least: 0, most: 0 },
    ];
    expect(otherwise([...first, 3], told, [6])).toBeUndefined();
  });
});

const size = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 12 }));
/** Women and men in each unit. */
const someMonth = fc.array(size, { minLength: 4, maxLength: 4 });
const corrections = fc.array(
  fc.record({ month: fc.nat(2), unit: fc.nat(1), sex: fc.nat(1), by: fc.integer({ min: 1, max: 4 }) }),
  { maxLength: 2 },
);

const right = (unit: number, sex: number, by: number) => ({ month: 0, unit, sex, by });

function row(period: string, unit: string, women: number, men: number): Observation {
  return { indicator: 'i', period, unit, women, men, womenBase: undefined, menBase: undefined };
}

const monthsOf = (months: readonly number[][]): Observation[] =>
  months.flatMap((of, n) => UNITS.map((unit, u) => row(`2027-0${n + 1}`, unit, of[2 * u]!, of[2 * u + 1]!)));

/** Of each month: women who came and who did not, men who came and who did not. */
const sharesOf = (months: readonly number[][]): Observation[] =>
  months.map(([women, noWomen, men, noMen], n) => ({
    ...row(`2027-0${n + 1}`, 'City', women!, men!),
    ...{ womenBase: women! + noWomen!, menBase: men! + noMen! },
  }));

const putRight = (months: readonly number[][], month: number, unit: number, sex: number, by: number): number[][] =>
  months.map((of, n) => of.map((count, at) => (n === month && at === 2 * unit + sex ? count + by : count)));

type Sex = 'women' | 'men' | 'total';
type Measure = 'part' | 'base' | 'rest';
const SEXES: readonly Sex[] = ['women', 'men', 'total'];

/** Looks one after the other, each with what the one before remembered; then reads all that was shown. */
function nothingFound(indicator: Indicator, looks: readonly { rows: readonly Observation[]; on: Temporal.PlainDate }[]) {
  const truth: number[] = [];
  const standing = new Map<string, { count: number; at: number }>();
  /** While a count stands it is taken to be the same; one that was another meanwhile is another. */
  const group = (name: string, count: number): number => {
    const known = standing.get(name);
    if (known?.count === count) return known.at;
    const at = truth.push(count) - 1;
    standing.set(name, { count, at });
    return at;
  };
  const told: Told[] = [];
  const targets = new Map<string, number[]>();
  let before: Shown = NOTHING_SHOWN;
  for (const { rows, on } of looks) {
    const { figure, shown } = latestFigure(indicator, rows, on, limits, before);
    before = JSON.parse(JSON.stringify(shown));
    if (!figure) continue;
    const groupsOf = (period: string, unit: string, sex: Sex, measure: Measure = 'part') =>
      rows
        .filter((one) => (unit === '' || one.unit === unit) && covers(period, one.period))
        .flatMap((one) =>
          (['women', 'men'] as const)
            .filter((each) => sex === 'total' || sex === each)
            .flatMap((each) => {
              const [part, base] = [one[each]!, one[`${each}Base`]];
              const counted = group(`${one.period} ${one.unit} ${each}`, part);
              if (measure === 'part') return [counted];
              const rest = group(`${one.period} ${one.unit} ${each} not`, base! - part);
              return measure === 'rest' ? [rest] : [counted, rest];
            }),
        );
    const sizeOf = (groups: readonly number[]) => groups.reduce((sum, one) => sum + truth[one]!, 0);
    for (const { unit, period, values, hidden } of said(figure)) {
      for (const sex of SEXES) {
        const groups = groupsOf(period, unit, sex);
        const people = sizeOf(groups);
        const value = values[sex];
        if (indicator.measure === 'share') {
          // Stronger than people: the bases are known to it also where only a chart shows the share.
          const base = groupsOf(period, unit, sex, 'base');
          if (value === null) continue;
          expect(value).toBeCloseTo(people / sizeOf(base), 9);
          told.push({ groups, least: people, most: people }, { groups: base, least: sizeOf(base), most: sizeOf(base) });
          continue;
        }
        if (value !== null) expect([value, value > 0 && value < THRESHOLD]).toEqual([people, false]);
        if (value !== null) told.push({ groups, least: value, most: value });
        else if (hidden[sex] === 'few') told.push({ groups, least: 1, most: THRESHOLD - 1 });
        else if (hidden[sex] === 'reveals') told.push({ groups, least: THRESHOLD, most: Number.POSITIVE_INFINITY });
        if (value === null && hidden[sex] !== '') targets.set(groups.join('+'), groups);
      }
    }
    const measures = indicator.measure === 'share' ? (['part', 'base', 'rest'] as const) : (['part'] as const);
    for (const one of rows)
      for (const sex of SEXES)
        for (const measure of measures) {
          const groups = groupsOf(one.period, one.unit, sex, measure);
          if (sizeOf(groups) > 0 && sizeOf(groups) < THRESHOLD) targets.set(groups.join('+'), groups);
        }
  }
  const shownOutright = new Set(told.filter(({ least, most }) => least === most).map(({ groups }) => groups.join('+')));
  for (const [name, groups] of targets) {
    if (shownOutright.has(name)) continue;
    const near = around(truth, told, groups);
    expect(otherwise(near.truth, near.told, near.target), `${name} can be worked out`).toBeDefined();
  }
}

const covers = (period: string, one: string): boolean => {
  const last = /^6w\/2027-W(\d+)$/.exec(period)?.[1];
  if (last === undefined) return period === one;
  const week = Number(one.slice(-2));
  return week <= Number(last) && week > Number(last) - 6;
};

function said({ period, women, men, total, hidden, perUnit, trend }: Figure) {
  return [
    { unit: '', period, values: { women, men, total }, hidden },
    ...perUnit.map(({ unit, hidden: why, ...values }) => ({ unit, period, values, hidden: why })),
    ...trend.map(({ period: then, hidden: why, ...values }) => ({ unit: '', period: then, values, hidden: why })),
  ];
}

/** What hangs together with a count, and nothing else: the outsider's time is short. */
function around(truth: readonly number[], told: readonly Told[], target: readonly number[]) {
  const near = new Set(target);
  for (let size = 0; size !== near.size; ) {
    size = near.size;
    for (const { groups } of told) if (groups.some((one) => near.has(one))) for (const one of groups) near.add(one);
  }
  const order = [...near];
  const at = (groups: readonly number[]) => groups.map((one) => order.indexOf(one));
  const related = told.filter(({ groups }) => near.has(groups[0]!));
  const once = new Map(related.map((one) => [JSON.stringify(one), { ...one, groups: at(one.groups) }]));
  return { truth: order.map((one) => truth[one]!), told: [...once.values()], target: at(target) };
}
