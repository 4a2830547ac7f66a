import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_SHOWN, protect, type Reason, type Safe, type Shown } from '../../src/domain/disclosure.ts';
import { type Counted, cellId, type Grouping, type Measure, type Sex, tablesOf } from '../../src/domain/disclosure-tables.ts';
import { otherwise, type Told } from './outsider.ts';

const THRESHOLD = 5;

describe('a table by sex', () => {
  it('is shown whole when nobody is few', () => {
    expect(card([row('jarva', 'v10', 12, 9)])).toEqual({ 'jarva v10 women': 12, 'jarva v10 men': 9, 'jarva v10 total': 21 });
  });

  it('hides the other sex with the few, and keeps the total', () => {
    expect(card([row('jarva', 'v10', 12, 3)])).toEqual({
      'jarva v10 women': 'reveals',
      'jarva v10 men': 'few',
      'jarva v10 total': 15,
    });
  });

  it('shows that nobody came', () => {
    expect(card([row('jarva', 'v10', 0, 9)])).toEqual({ 'jarva v10 women': 0, 'jarva v10 men': 9, 'jarva v10 total': 9 });
  });

  it('follows the threshold of the definition', () => {
    expect(card([row('jarva', 'v10', 12, 3)], { threshold: 3 })).toMatchObject({ 'jarva v10 men': 3 });
  });
});

describe('units and their sum', () => {
  it('does not let a small unit be had back from the sum and its siblings', () => {
    const told = card([row('city', 'v10', 20, 20), row('jarva', 'v10', 15, 2), row('globen', 'v10', 9, 30)], { units: ALL });
    expect(told['jarva v10 men']).toBe('few');
    const besides = ['city v10 men', 'globen v10 men', 'alla v10 men'].map((name) => told[name]);
    expect(besides.some((one) => typeof one !== 'number')).toBe(true);
    expect(told['alla v10 total']).toBe(96);
  });
});

describe('shares', () => {
  it('counts those who did not come as well: all but two is two', () => {
    const one = { ...row('jarva', 'v10', 28, 20), base: { women: 30, men: 40 } };
    const told = protect(tables([one]), { threshold: THRESHOLD }, NOTHING_SHOWN).cells;
    const of = (measure: Measure, sex: Sex) => told.get(cellId({ indicator: 'i', measure, unit: 'jarva', period: 'v10', sex }));
    expect([of('part', 'women'), of('base', 'women')].some((one) => one && 'hidden' in one)).toBe(true);
  });
});

describe('what was shown before', () => {
  const since = [{ whole: 'till-mars', parts: ['till-februari'], partial: true }];

  it('does not let the month be had from two cumulative counts', () => {
    const first = [row('jarva', 'till-februari', 20, 30)];
    const before = protect(tables(first, { periods: since }), { threshold: THRESHOLD }, NOTHING_SHOWN);
    const later = [...first, row('jarva', 'till-mars', 22, 41)];
    const now = protect(tables(later, { periods: since }), { threshold: THRESHOLD }, before.shown).cells;
    const women = cellId({ indicator: 'i', unit: 'jarva', period: 'till-mars', sex: 'women' });
    expect(now.get(women)).toEqual({ hidden: 'reveals' });
    expect(now.get(cellId({ indicator: 'i', unit: 'jarva', period: 'till-februari', sex: 'women' }))).toEqual({ value: 20 });
  });

  it('makes no count of a period that nobody has reported', () => {
    const before = protect(tables([row('jarva', 'till-februari', 20, 30)], { periods: since }), { threshold: 5 }, NOTHING_SHOWN);
    expect([...before.cells.keys()].filter((id) => id.includes('till-mars'))).toEqual([]);
  });

  it('gives the same answer when the same is asked again, and adds nothing to what is remembered', () => {
    const asked = tables([row('city', 'v10', 20, 20), row('jarva', 'v10', 15, 2)], { units: ALL });
    const once = protect(asked, { threshold: THRESHOLD }, NOTHING_SHOWN);
    const twice = protect(asked, { threshold: THRESHOLD }, JSON.parse(JSON.stringify(once.shown)));
    expect(twice).toEqual(once);
  });

  it('hides from now on what a card under a lower threshold showed', () => {
    const asked = tables([row('jarva', 'v10', 12, 3)]);
    const careless = protect(asked, { threshold: 1 }, NOTHING_SHOWN);
    const units = [{ whole: 'alla', parts: ['jarva', 'city'] }];
    const now = protect(
      tables([row('jarva', 'v10', 12, 3), row('city', 'v10', 9, 8)], { units }),
      { threshold: THRESHOLD },
      careless.shown,
    );
    expect(now.cells.get(cellId({ indicator: 'i', unit: 'jarva', period: 'v10', sex: 'men' }))).toEqual({ hidden: 'few' });
  });
});

describe('tables that cannot be', () => {
  it('are refused without telling any value', () => {
    const half = { id: 'i|women', value: 2.5, wanted: true, rank: 0 };
    expect(() => protect({ cells: [half], sums: [] }, { threshold: 5 }, NOTHING_SHOWN)).toThrow(
      'the cell i|women is not a whole number of persons',
    );
    const over = { ...row('jarva', 'v10', 9, 2), base: { women: 8, men: 2 } };
    expect(() => tables([over])).toThrow('i, jarva, v10: the part exceeds its base');
  });
});

describe('an outsider who kept everything', () => {
  const size = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 14 }));
  const sizes = (count: number) => fc.array(size, { minLength: count, maxLength: count });

  it('finds the small ones when only they are hidden', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 14 }), (few, many) => {
        const truth = [many, few];
        const naive = [tell([0], many), { groups: [1], least: 1, most: THRESHOLD - 1 }, tell([0, 1], many + few)];
        expect(otherwise(truth, naive, [1])).toBeUndefined();
      }),
    );
  });

  it('finds them by the siblings, by the months and by the rest of the base too', () => {
    expect(otherwise([20, 2], [tell([0], 20), tell([0, 1], 22)], [1])).toBeUndefined();
    expect(otherwise([20, 2, 9], [tell([0, 1], 22), tell([0, 1, 2], 31), tell([0], 20)], [1])).toBeUndefined();
  });

  it('cannot work out any hidden count of units, sexes and their sums', () => {
    fc.assert(
      fc.property(sizes(6), (truth) => {
        const rows = UNITS.map((unit, at) => row(unit, 'v10', truth[2 * at]!, truth[2 * at + 1]!));
        const groups = new Map<string, number[]>();
        for (const [at, unit] of UNITS.entries()) bySex(groups, unit, 'v10', [2 * at], [2 * at + 1]);
        bySex(groups, 'alla', 'v10', [0, 2, 4], [1, 3, 5]);
        nothingFound(truth, groups, [protect(tables(rows, { units: ALL }), { threshold: THRESHOLD }, NOTHING_SHOWN).cells]);
      }),
      { numRuns: 300 },
    );
  });

  it('cannot work out any from card after card of cumulative counts', () => {
    fc.assert(
      fc.property(sizes(8), (truth) => {
        // Per unit: women and men until the first month, then those who came after it.
        const groups = new Map<string, number[]>();
        for (const [at, unit] of ['city', 'jarva'].entries()) {
          const [w, m, moreW, moreM] = [4 * at, 4 * at + 1, 4 * at + 2, 4 * at + 3];
          bySex(groups, unit, 'one', [w], [m]);
          bySex(groups, unit, 'two', [w, moreW], [m, moreM]);
          bySex(groups, unit, 'between', [moreW], [moreM]);
        }
        for (const period of ['one', 'two', 'between']) {
          const both = (sex: Sex) => ['city', 'jarva'].flatMap((unit) => groups.get(key(unit, period, sex))!);
          bySex(groups, 'alla', period, both('women'), both('men'));
        }
        const at = (unit: string, period: string) => {
          const people = (sex: Sex) => groups.get(key(unit, period, sex))!.reduce((sum, group) => sum + truth[group]!, 0);
          return row(unit, period, people('women'), people('men'));
        };
        const given = {
          units: [{ whole: 'alla', parts: ['city', 'jarva'] }],
          periods: [{ whole: 'two', parts: ['one'], partial: true }],
        };
        const first = [at('city', 'one'), at('jarva', 'one')];
        const cards: ReadonlyMap<string, Safe>[] = [];
        let shown: Shown = NOTHING_SHOWN;
        for (const rows of [first, [...first, at('city', 'two'), at('jarva', 'two')]]) {
          const answer = protect(tables(rows, given), { threshold: THRESHOLD }, shown);
          expect(answer.exposed).toEqual([]);
          cards.push(answer.cells);
          shown = answer.shown;
        }
        nothingFound(truth, groups, cards);
      }),
      { numRuns: 200 },
    );
  });

  it('cannot work out any from shares, their bases and what is left of them', () => {
    fc.assert(
      fc.property(sizes(4), ([w, restW, m, restM]) => {
        const truth = [w!, restW!, m!, restM!];
        const rows = [{ ...row('jarva', 'v10', w!, m!), base: { women: w! + restW!, men: m! + restM! } }];
        const groups = new Map<string, number[]>();
        bySex(groups, 'jarva', 'v10', [0], [2]);
        bySex(groups, 'jarva', 'v10', [0, 1], [2, 3], 'base');
        bySex(groups, 'jarva', 'v10', [1], [3], 'rest');
        nothingFound(truth, groups, [protect(tables(rows), { threshold: THRESHOLD }, NOTHING_SHOWN).cells]);
      }),
      { numRuns: 300 },
    );
  });
});

const UNITS = ['city', 'jarva', 'globen'];
const ALL: Grouping[] = [{ whole: 'alla', parts: UNITS }];

function row(unit: string, period: string, women: number, men: number): Counted {
  return { unit, period, women, men };
}

function tables(rows: readonly Counted[], given: { units?: readonly Grouping[]; periods?: readonly Grouping[] } = {}) {
  return tablesOf({ indicator: 'i', rows, units: given.units ?? [], periods: given.periods ?? [], wanted: () => true });
}

/** What a first card shows, by unit, period and sex. */
function card(rows: readonly Counted[], given: { units?: readonly Grouping[]; threshold?: number } = {}) {
  const { cells } = protect(tables(rows, given), { threshold: given.threshold ?? THRESHOLD }, NOTHING_SHOWN);
  return Object.fromEntries(
    [...cells].map(([id, safe]) => [id.split('|').slice(2).join(' '), 'value' in safe ? safe.value : safe.hidden]),
  );
}

function key(unit: string, period: string, sex: Sex, measure: Measure = 'part'): string {
  return cellId({ indicator: 'i', measure, unit, period, sex });
}

function bySex(to: Map<string, number[]>, unit: string, period: string, women: number[], men: number[], measure?: Measure) {
  to.set(key(unit, period, 'women', measure), women);
  to.set(key(unit, period, 'men', measure), men);
  to.set(key(unit, period, 'total', measure), [...women, ...men]);
}

function tell(groups: number[], value: number): Told {
  return { groups, least: value, most: value };
}

/** What a reason says of the count it hides. */
function told(groups: number[], reason: Reason): Told {
  const most = Number.POSITIVE_INFINITY;
  if (reason === 'few') return { groups, least: 1, most: THRESHOLD - 1 };
  return { groups, least: reason === 'reveals' ? THRESHOLD : 0, most };
}

/** Every count that a card hides, and every small one that no card mentions, could have been another. */
function nothingFound(
  truth: readonly number[],
  groups: ReadonlyMap<string, number[]>,
  cards: readonly ReadonlyMap<string, Safe>[],
) {
  const known: Told[] = [];
  const shown = new Set<string>();
  for (const cells of cards) {
    for (const [id, safe] of cells) {
      const of = groups.get(id);
      if (!of) throw new Error(`the outsider does not know what ${id} is`);
      if ('value' in safe) shown.add(id);
      known.push('value' in safe ? tell(of, safe.value) : told(of, safe.hidden));
    }
  }
  for (const [id, of] of groups) {
    const people = of.reduce((sum, group) => sum + truth[group]!, 0);
    const hidden = cards.some((cells) => cells.has(id)) ? !shown.has(id) : people > 0 && people < THRESHOLD;
    if (people > 0 && people < THRESHOLD) expect(shown.has(id), `${id} is small and shown`).toBe(false);
    if (hidden) expect(otherwise(truth, known, of), `${id} can be worked out`).toBeDefined();
  }
}
