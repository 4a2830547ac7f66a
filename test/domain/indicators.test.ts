import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/domain/agreement.ts';
import { latestFigure, type Observation, periodEnd, shownCounts } from '../../src/domain/indicators.ts';
import { day } from './definition.ts';

const limits = { threshold: 5, few: 30 };
const today = day('2027-03-16');

const talks: Indicator = {
  id: 'talks',
  name: 'Samtal',
  measure: 'count',
  period: 'week',
  target: undefined,
  perUnit: true,
  owner: 'AF',
  file: 'f.xlsx',
  activity: '',
  effect: '',
  origin: { choice: 'test' },
};
const share: Indicator = { ...talks, id: 'share', measure: 'share', period: 'month', perUnit: false };
const atLeast = (value: number, validTo?: string) => ({ value, direction: 'at-least' as const, validTo });

const counted = (period: string, unit: string, women?: number, men?: number): Observation => ({
  indicator: 'talks',
  period,
  unit,
  women,
  men,
  womenBase: undefined,
  menBase: undefined,
});
const shared = (period: string, [women, womenBase]: [number, number], [men, menBase]: [number, number]): Observation => ({
  indicator: 'share',
  period,
  unit: 'EC',
  women,
  men,
  womenBase,
  menBase,
});
const figure = (indicator: Indicator, rows: Observation[], on = today) => latestFigure(indicator, rows, on, limits);

describe('a count', () => {
  it('is summed over the units, women and men each and together', () => {
    const found = figure(talks, [counted('2027-W10', 'Järva', 17, 15), counted('2027-W10', 'City', 9, 12)])!;
    expect(found).toMatchObject({ women: 26, men: 27, total: 53, hidden: false, period: '2027-W10', status: 'follow' });
    expect(found.perUnit.map((row) => [row.unit, row.women, row.men, row.total])).toEqual([
      ['Järva', 17, 15, 32],
      ['City', 9, 12, 21],
    ]);
  });

  it('with a unit that left a cell empty is unknown, not too low', () => {
    const found = figure(talks, [counted('2027-W10', 'Järva', 17, 15), counted('2027-W10', 'City', 9, undefined)])!;
    expect(found).toMatchObject({ women: 26, men: null, total: null, hidden: false });
  });

  it('with a unit that has reported before and is silent now is unknown, and the unit is named', () => {
    const rows = [counted('2027-W09', 'Järva', 20, 20), counted('2027-W09', 'City', 9, 12), counted('2027-W10', 'Järva', 17, 15)];
    const found = figure(talks, rows)!;
    expect(found).toMatchObject({ period: '2027-W10', women: null, men: null, total: null, hidden: false });
    expect(found.perUnit).toContainEqual({ unit: 'City', women: null, men: null, total: null, hidden: false });
  });

  it('zero is zero', () => {
    expect(figure(talks, [counted('2027-W10', 'Järva', 0, 12)])).toMatchObject({ women: 0, men: 12, total: 12, hidden: false });
  });
});

describe('few persons', () => {
  it('one to four women or men hide both, and the total stands when it may', () => {
    for (let few = 1; few <= 4; few += 1) {
      expect(shownCounts(few, 20, 5)).toEqual({ women: null, men: null, total: 20 + few, hidden: true });
      expect(shownCounts(20, few, 5)).toEqual({ women: null, men: null, total: 20 + few, hidden: true });
    }
    expect(shownCounts(5, 20, 5)).toMatchObject({ women: 5, men: 20, total: 25, hidden: false });
  });

  it('a small total is hidden too, also when one of the sexes is none', () => {
    expect(shownCounts(1, 2, 5)).toEqual({ women: null, men: null, total: null, hidden: true });
    expect(shownCounts(4, 0, 5)).toEqual({ women: null, men: null, total: null, hidden: true });
    expect(shownCounts(0, 0, 5)).toEqual({ women: 0, men: 0, total: 0, hidden: false });
  });

  it('in one unit hide the sums as well, which would give them back by subtraction', () => {
    const found = figure(talks, [counted('2027-W10', 'Järva', 17, 15), counted('2027-W10', 'City', 3, 12)])!;
    expect(found).toMatchObject({ women: null, men: null, total: null, hidden: true, status: 'follow' });
    expect(found.perUnit.map((row) => [row.women, row.men, row.total])).toEqual([
      [17, 15, 32],
      [null, null, 15],
    ]);
  });

  it('never let a count be worked out: from 1 to 4 persons can be told neither directly nor by difference', () => {
    const some = fc.integer({ min: 0, max: 30 });
    const rows = fc.array(fc.tuple(some, some), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (counts) => {
        const found = figure(
          talks,
          counts.map(([women, men], n) => counted('2027-W10', `u${n}`, women, men)),
        )!;
        const few = (n: number | null) => n !== null && n > 0 && n < 5;
        for (const shown of [found, ...found.perUnit]) {
          expect([shown.women, shown.men, shown.total].some(few)).toBe(false);
          // One of the three can never be had from the other two.
          if (shown.hidden) expect([shown.women, shown.men]).toEqual([null, null]);
        }
        if (found.perUnit.some((row) => row.hidden)) expect([found.women, found.men, found.total]).toEqual([null, null, null]);
      }),
    );
  });

  it('a share gives its count away, so it is hidden when those who took part, those who did not, or all of them are few', () => {
    const hidden = (w: [number, number], m: [number, number]) => figure(share, [shared('2027-02', w, m)])!.hidden;
    expect(hidden([4, 40], [20, 40])).toBe(true);
    expect(hidden([37, 40], [20, 40])).toBe(true);
    expect(hidden([3, 4], [20, 40])).toBe(true);
    expect(hidden([20, 40], [38, 40])).toBe(true);
    expect(hidden([20, 40], [20, 40])).toBe(false);
    expect(hidden([40, 40], [0, 40])).toBe(false);
  });

  it('hide the bases of both sexes, and of all when they are few; the share of all stands when it may', () => {
    const one = figure(share, [shared('2027-02', [4, 40], [20, 40])])!;
    expect(one).toMatchObject({ women: null, men: null, total: 0.3, womenBase: null, menBase: null, totalBase: 80 });
    const all = figure(share, [shared('2027-02', [1, 2], [1, 2])])!;
    expect(all).toMatchObject({ women: null, men: null, total: null, womenBase: null, menBase: null, totalBase: null });
    const nearly = figure(share, [shared('2027-02', [38, 40], [39, 40])])!;
    expect(nearly).toMatchObject({ total: null, totalBase: 80 });
  });
});

describe('a share', () => {
  it('is of each sex its own base, and of all the whole base, unrounded', () => {
    const found = figure(share, [shared('2027-02', [35, 49], [27, 42])])!;
    expect(found).toMatchObject({ women: 35 / 49, men: 27 / 42, total: 62 / 91, womenBase: 49, menBase: 42, totalBase: 91 });
    expect(found.few).toBe(false);
  });

  it('on few observations says so', () => {
    expect(figure(share, [shared('2027-02', [15, 29], [27, 42])])!.few).toBe(true);
    expect(figure(share, [shared('2027-02', [15, 30], [27, 42])])!.few).toBe(false);
  });

  it('of nobody is unknown, not zero', () => {
    expect(figure(share, [shared('2027-02', [0, 0], [27, 42])])).toMatchObject({ women: null, men: 27 / 42, total: 27 / 42 });
  });
});

describe('a target', () => {
  const met = (women: [number, number], men: [number, number], target: Indicator['target']) =>
    figure({ ...share, target }, [shared('2027-02', women, men)])!.status;

  it('of women and of men is reached when both reach it', () => {
    expect(met([35, 50], [35, 50], atLeast(0.7))).toBe('reached');
    expect(met([40, 50], [34, 50], atLeast(0.7))).toBe('missed');
    expect(met([10, 50], [40, 50], { value: 0.5, direction: 'at-most', validTo: undefined })).toBe('missed');
    expect(met([10, 50], [20, 50], { value: 0.5, direction: 'at-most', validTo: undefined })).toBe('reached');
  });

  it('is judged by the total where the sexes are hidden, and not at all where nothing is shown', () => {
    expect(met([4, 40], [39, 40], atLeast(0.5))).toBe('reached');
    expect(met([4, 40], [30, 40], atLeast(0.5))).toBe('missed');
    expect(met([1, 2], [2, 2], atLeast(0.5))).toBe('unknown');
  });

  it('that is followed, or to increase, is neither reached nor missed', () => {
    for (const direction of ['follow', 'increase'] as const)
      expect(met([35, 50], [35, 50], { value: 0, direction, validTo: undefined })).toBe('follow');
  });

  it('that has run out judges nothing more; on its last day it still does', () => {
    expect(met([20, 50], [20, 50], atLeast(0.85, '2025-12-31'))).toBe('follow');
    expect(met([20, 50], [20, 50], atLeast(0.85, '2027-03-16'))).toBe('missed');
    expect(met([20, 50], [20, 50], atLeast(0.85, '2027-03-15'))).toBe('follow');
  });
});

describe('the period shown', () => {
  it('is the newest that has ended', () => {
    const rows = ['2027-W08', '2027-W10', '2027-W09'].map((period, n) => counted(period, 'Järva', 10 + n, 10));
    expect(figure(talks, rows)!.period).toBe('2027-W10');
  });

  it('is never one that is going on or to come', () => {
    const rows = ['2027-W10', '2027-W11', '2027-W20'].map((period) => counted(period, 'Järva', 10, 10));
    expect(figure(talks, rows)!.period).toBe('2027-W10');
    expect(figure(talks, rows, day('2027-03-21'))!.period).toBe('2027-W10');
    expect(figure(talks, rows, day('2027-03-22'))!.period).toBe('2027-W11');
    expect(figure(talks, rows.slice(1))).toBeUndefined();
  });

  it('is the one of its own indicator', () => {
    expect(figure(share, [counted('2027-W10', 'Järva', 10, 10)])).toBeUndefined();
    expect(figure(talks, [])).toBeUndefined();
  });

  it('goes over New Year and week 53 in the order of the calendar', () => {
    const rows = ['2026-W53', '2026-W52', '2026-W09'].map((period, n) => counted(period, 'Järva', 10 + n, 10));
    expect(figure(talks, rows, day('2027-01-05'))!.period).toBe('2026-W53');
    expect(periodEnd('2026-W53').toString()).toBe('2027-01-04');
    expect(periodEnd('2027-W01').toString()).toBe('2027-01-11');
    expect(periodEnd('2027-W10').toString()).toBe('2027-03-15');
    expect(periodEnd('2027-02').toString()).toBe('2027-03-01');
    expect(periodEnd('2026-12').toString()).toBe('2027-01-01');
  });

  it('ends a week after the day before it, for every week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), (weeks) => {
        const monday = day('2019-12-30').add({ days: 7 * weeks });
        const name = `${monday.yearOfWeek}-W${String(monday.weekOfYear).padStart(2, '0')}`;
        expect(periodEnd(name).toString()).toBe(monday.add({ days: 7 }).toString());
      }),
    );
  });
});
