import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_SHOWN } from '../../src/domain/disclosure.ts';
import type { Indicator, Target } from '../../src/domain/indicator.ts';
import { lateFrom, latestFigure, neededFrom } from '../../src/domain/indicators.ts';
import type { Observation } from '../../src/domain/observations.ts';
import { periodEnd } from '../../src/domain/periods.ts';
import { crossing } from '../../src/domain/thresholds.ts';
import { day } from './definition.ts';
import { anIndicator, aTarget } from './indicator.ts';

const limits = { threshold: 5, few: 30 };
const today = day('2027-03-16');

const talks: Indicator = anIndicator({ id: 'talks', perUnit: true, reportedPer: 'week' });
const share: Indicator = anIndicator({ id: 'share', measure: 'share', period: 'month', reportedPer: 'month' });
const atLeast = (value: number, validTo?: string): Target => aTarget({ value, validTo });

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
const figure = (indicator: Indicator, rows: Observation[], on = today) =>
  latestFigure(indicator, rows, on, limits, NOTHING_SHOWN).figure;
const open = { women: '', men: '', total: '', unsplit: '' };

describe('a count', () => {
  it('is summed over the units, women and men each and together', () => {
    const found = figure(talks, [counted('2027-W10', 'Järva', 17, 15), counted('2027-W10', 'City', 9, 12)])!;
    expect(found).toMatchObject({ women: 26, men: 27, total: 53, hidden: open, period: '2027-W10', status: 'follow' });
    expect(found.perUnit.map((row) => [row.unit, row.women, row.men, row.total])).toEqual([
      ['Järva', 17, 15, 32],
      ['City', 9, 12, 21],
    ]);
  });

  it('with a unit that left a cell empty is unknown, not too low', () => {
    const found = figure(talks, [counted('2027-W10', 'Järva', 17, 15), counted('2027-W10', 'City', 9, undefined)])!;
    expect(found).toMatchObject({ women: 26, men: null, total: null, hidden: open });
  });

  it('with a unit that has reported before and is silent now is unknown, and the unit is named', () => {
    const rows = [counted('2027-W09', 'Järva', 20, 20), counted('2027-W09', 'City', 9, 12), counted('2027-W10', 'Järva', 17, 15)];
    const found = figure(talks, rows)!;
    expect(found).toMatchObject({ period: '2027-W10', women: null, men: null, total: null, hidden: open });
    expect(found.perUnit).toContainEqual({ unit: 'City', women: null, men: null, unsplit: null, total: null, hidden: open });
  });

  it('zero is zero', () => {
    expect(figure(talks, [counted('2027-W10', 'Järva', 0, 12)])).toMatchObject({ women: 0, men: 12, total: 12, hidden: open });
  });
});

const shown = (women: number, men: number) => {
  const { hidden, ...found } = figure({ ...talks, perUnit: false }, [counted('2027-W10', 'Järva', women, men)])!;
  return [hidden.women || found.women, hidden.men || found.men, hidden.total || found.total];
};

describe('few persons', () => {
  it('one to four women or men hide both, and the total stands when it may', () => {
    for (let few = 1; few <= 4; few += 1) {
      expect(shown(few, 20)).toEqual(['few', 'reveals', 20 + few]);
      expect(shown(20, few)).toEqual(['reveals', 'few', 20 + few]);
    }
    expect(shown(5, 20)).toEqual([5, 20, 25]);
  });

  it('a small total is hidden too, also when one of the sexes is none', () => {
    for (const one of shown(1, 2)) expect(one).toBeTypeOf('string');
    for (const one of [shown(4, 0)[0], shown(4, 0)[2]]) expect(one).toBeTypeOf('string');
    expect(shown(0, 0)).toEqual([0, 0, 0]);
  });

  it('in one unit do not hide the sum of all where the units left keep them secret', () => {
    const rows = [
      counted('2027-W10', 'Järva', 17, 15),
      counted('2027-W10', 'City', 3, 12),
      counted('2027-W10', 'Globen', 20, 21),
    ];
    const found = figure(talks, rows)!;
    expect(found).toMatchObject({ women: 40, total: 88 });
    expect(found.perUnit.find(({ unit }) => unit === 'City')).toMatchObject({ women: null, hidden: { women: 'few' } });
    const hiddenWomen = found.perUnit.filter(({ women }) => women === null);
    expect(hiddenWomen.length).toBeGreaterThan(1);
  });

  it('never are shown, by sex, unit or together', () => {
    const some = fc.integer({ min: 0, max: 30 });
    const rows = fc.array(fc.tuple(some, some), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (counts) => {
        const found = figure(
          talks,
          counts.map(([women, men], n) => counted('2027-W10', `u${n}`, women, men)),
        )!;
        for (const { women, men, total } of [found, ...found.perUnit])
          for (const one of [women, men, total]) expect(one === null || one === 0 || one >= 5).toBe(true);
      }),
    );
  });

  it('are protected by a count left out as by one that is shown: a cell left empty tells nothing of the others', () => {
    const rows = [counted('2027-W10', 'Järva', 17), counted('2027-W10', 'City', 3, 12)];
    const found = figure(talks, rows)!;
    expect(found).toMatchObject({ men: null, total: null, hidden: { men: '', total: '' } });
    expect(found.perUnit.map(({ women, hidden }) => women ?? hidden.women)).not.toContain(3);
    expect(found.women === null || found.perUnit.every(({ women }) => women === null)).toBe(true);
  });

  it('a share gives its count away, so it is hidden when those who took part, those who did not, or all of them are few', () => {
    const hidden = (w: [number, number], m: [number, number]) => figure(share, [shared('2027-02', w, m)])!.hidden;
    expect(hidden([4, 40], [20, 40])).toMatchObject({ women: 'few', men: 'reveals' });
    expect(hidden([37, 40], [20, 40])).toMatchObject({ women: 'reveals', men: 'reveals' });
    expect(hidden([3, 4], [20, 40])).toMatchObject({ women: 'few', men: 'reveals' });
    expect(hidden([20, 40], [38, 40])).toMatchObject({ women: 'reveals', men: 'reveals' });
    expect(hidden([20, 40], [20, 40])).toEqual(open);
    expect(hidden([40, 40], [0, 40])).toEqual(open);
  });

  it('hide the base of a share that is not shown; the share of all stands when it may', () => {
    const one = figure(share, [shared('2027-02', [4, 40], [20, 40])])!;
    expect(one).toMatchObject({ women: null, men: null, total: 0.3, womenBase: null, menBase: null, totalBase: 80 });
    const all = figure(share, [shared('2027-02', [1, 2], [1, 2])])!;
    expect(all).toMatchObject({ women: null, men: null, total: null, womenBase: null, menBase: null, totalBase: null });
    const nearly = figure(share, [shared('2027-02', [38, 40], [39, 40])])!;
    expect(nearly).toMatchObject({ women: null, men: null, total: null, totalBase: null });
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
    expect(met([10, 50], [40, 50], aTarget({ value: 0.5, direction: 'at-most' }))).toBe('missed');
    expect(met([10, 50], [20, 50], aTarget({ value: 0.5, direction: 'at-most' }))).toBe('reached');
  });

  it('is judged by the total where the sexes are hidden, and not at all where nothing is shown', () => {
    expect(met([4, 40], [39, 40], atLeast(0.5))).toBe('reached');
    expect(met([4, 40], [30, 40], atLeast(0.5))).toBe('missed');
    expect(met([1, 2], [2, 2], atLeast(0.5))).toBe('unknown');
  });

  it('that is followed, or to increase from a period that is not known, is neither reached nor missed', () => {
    for (const direction of ['follow', 'increase'] as const)
      expect(met([35, 50], [35, 50], aTarget({ value: undefined, direction }))).toBe('follow');
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

describe('persons whose sex is not known', () => {
  const withSome = (unsplit: number): Observation => ({ ...counted('2027-W10', 'Järva', 20, 25), unsplit });

  it('count in the total, so that women and men and they make it up', () => {
    const found = figure(talks, [withSome(6)])!;
    expect(found).toMatchObject({ women: 20, men: 25, unsplit: 6, total: 51 });
  });

  it('are protected as women and men are, or the total would give them away', () => {
    expect(figure({ ...talks, perUnit: false }, [withSome(2)])).toMatchObject({
      unsplit: null,
      total: 47,
      hidden: { unsplit: 'few' },
    });
  });
});

describe('the change', () => {
  const months = (...women: number[]) => women.map((n, at) => shared(`2026-${11 + at}`, [n, 100], [50, 100]));

  it('is against the period before, in unrounded parts: 72,4 − 70,6 is 1,8 procentenheter', () => {
    const rows = [shared('2027-01', [706, 1000], [500, 1000]), shared('2027-02', [724, 1000], [480, 1000])];
    const { change } = figure(share, rows)!;
    expect(change!.since).toBe('2027-01');
    expect(change!.women).toBeCloseTo(0.018, 12);
    expect(change!.men).toBeCloseTo(-0.02, 12);
    expect(change!.total).toBeCloseTo(-0.001, 12);
  });

  it('is not there when the period just before is missing: never against an older one', () => {
    const gap = [shared('2026-11', [40, 100], [50, 100]), shared('2027-01', [60, 100], [50, 100])];
    expect(figure(share, gap, day('2027-02-02'))!.change).toBeUndefined();
  });

  it('to a hidden period is not there, since it would tell what is hidden', () => {
    const rows = [shared('2027-01', [3, 100], [50, 100]), shared('2027-02', [60, 100], [50, 100])];
    expect(figure(share, rows)!.change).toMatchObject({ women: null, men: null });
  });

  it('decides a target that asks for more than the period before, and says nothing without one', () => {
    const increase: Indicator = { ...share, target: aTarget({ value: undefined, direction: 'increase' }) };
    const on = day('2027-01-02');
    expect(figure(increase, months(60, 70), on)!.status).toBe('reached');
    expect(figure(increase, months(70, 60), on)!.status).toBe('missed');
    expect(figure(increase, months(60, 60), on)!.status).toBe('missed');
    expect(figure(increase, months(60), day('2026-12-02'))!.status).toBe('follow');
  });
});

describe('a baseline', () => {
  const since: Indicator = { ...share, target: aTarget({ value: undefined, direction: 'increase', against: 'baseline' }) };
  const rows = [shared('2027-02', [60, 100], [50, 100])];
  const with2022 = (value: number | undefined): Indicator => ({
    ...since,
    baseline: { period: '2022', value, origin: { choice: 'test' } },
  });

  it('that is not yet set judges nothing, and is never taken for 0', () => {
    expect(figure(with2022(undefined), rows)!.status).toBe('unknown');
    expect(figure(since, rows)!.status).toBe('unknown');
  });

  it('that is set is what the figure is held against', () => {
    expect(figure(with2022(0.5), rows)!.status).toBe('reached');
    expect(figure(with2022(0.6), rows)!.status).toBe('missed');
  });
});

describe('the last six weeks', () => {
  const rolling = anIndicator({ id: 'talks', period: 'six-weeks', reportedPer: 'week' });
  const weeks = (...women: (number | undefined)[]) =>
    women.map((n, at) => counted(`2027-W${String(at + 5).padStart(2, '0')}`, 'CSO', n, 10));

  it('are summed', () => {
    expect(figure(rolling, weeks(1, 2, 3, 4, 5, 6))!).toMatchObject({ period: '6w/2027-W10', women: 21, men: 60, total: 81 });
    expect(figure(rolling, weeks(1, 2, 3, 4, 5, 6, 7), day('2027-03-23'))).toMatchObject({ period: '6w/2027-W11', women: 27 });
  });

  it('once shown stand until six new ones have ended: two that overlap would tell what the weeks they do not share differ by', () => {
    const all = weeks(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    const first = latestFigure(rolling, all, day('2027-03-16'), limits, NOTHING_SHOWN);
    expect(first.figure).toMatchObject({ period: '6w/2027-W10', women: 21 });
    const next = (on: string) => latestFigure(rolling, all, day(on), limits, first.shown).figure;
    for (const on of ['2027-03-23', '2027-04-20']) expect(next(on)).toMatchObject({ period: '6w/2027-W10', women: 21 });
    expect(next('2027-04-26')).toMatchObject({ period: '6w/2027-W16', women: 57, change: { since: '6w/2027-W10', women: 36 } });
    expect(next('2027-05-04')).toMatchObject({ period: '6w/2027-W16' });
  });

  it('with a week missing are unknown, not five weeks dressed as six', () => {
    expect(figure(rolling, weeks(1, 2, undefined, 4, 5, 6))).toMatchObject({ women: null, total: null });
    expect(
      figure(
        rolling,
        weeks(1, 2, 3, 4, 5, 6).filter((_, n) => n !== 2),
      ),
    ).toMatchObject({ women: null, total: null });
  });
});

describe('what is not about persons', () => {
  const groups = anIndicator({
    id: 'talks',
    bySex: false,
    perUnit: true,
    parts: ['SFI mot jobb', 'SFY'],
    targetPerPart: true,
    target: aTarget({ value: 1, holdsFor: 'all' }),
  });
  const of = (unit: string, unsplit: number): Observation => ({ ...counted('2027-W10', unit), unsplit });

  it('has a total only, and nobody to protect', () => {
    expect(figure(groups, [of('SFI mot jobb', 1), of('SFY', 2)])).toMatchObject({ women: null, total: 3, hidden: open });
  });

  it('is judged part by part: one package without a group is enough to miss', () => {
    expect(figure(groups, [of('SFI mot jobb', 1), of('SFY', 2)])!.status).toBe('reached');
    expect(figure(groups, [of('SFI mot jobb', 0), of('SFY', 3)])!.status).toBe('missed');
    expect(figure(groups, [of('SFY', 3)])!.status).toBe('unknown');
  });
});

describe('a line that proposes an agenda item', () => {
  const watched: Indicator = { ...share, threshold: { below: 0.5, above: undefined, origin: { choice: 'test' } } };
  const crossed = (...given: Parameters<typeof shared>) => crossing(watched, figure(watched, [shared(...given)])!);

  it('is crossed by either sex or the total', () => {
    expect(crossed('2027-02', [40, 100], [90, 100])).toEqual({ side: 'below', line: 0.5, of: ['women'] });
    expect(crossed('2027-02', [50, 100], [90, 100])).toBeUndefined();
  });

  it('is never crossed by what is hidden: the item would tell', () => {
    expect(crossed('2027-02', [3, 100], [95, 100])?.of).toEqual(['total']);
    expect(crossed('2027-02', [3, 100], [100, 100])).toBeUndefined();
  });
});

describe('the trend', () => {
  it('goes back eight periods, a gap in its place, none before the first that is known', () => {
    const rows = [10, 11, 12, 14].map((n, at) => counted(`2027-W${['06', '07', '08', '10'][at]}`, 'Järva', n, 20));
    const { trend } = figure(talks, rows)!;
    expect(trend.map((point) => [point.period, point.women])).toEqual([
      ['2027-W06', 10],
      ['2027-W07', 11],
      ['2027-W08', 12],
      ['2027-W09', null],
      ['2027-W10', 14],
    ]);
  });
});

describe('who is late', () => {
  const rows = [counted('2027-W09', 'Järva', 20, 20), counted('2027-W09', 'City', 9, 12)];

  it('is each unit that has not reported the newest period whose time is up', () => {
    const on = day('2027-03-22');
    expect(lateFrom(talks, [...rows, counted('2027-W10', 'Järva', 17, 15)], on)).toEqual({ period: '2027-W10', from: ['City'] });
    expect(
      lateFrom(talks, [...rows, counted('2027-W10', 'Järva', 17, 15), counted('2027-W10', 'City', 1, 5)], on),
    ).toBeUndefined();
  });

  it('is nobody before the owner has had the days the definition gives', () => {
    expect(lateFrom(talks, rows, day('2027-03-21'))).toBeUndefined();
    expect(lateFrom(talks, rows, day('2027-03-22'))).toMatchObject({ period: '2027-W10' });
  });

  it('is the owner where nobody has ever reported, and where a row came without a number', () => {
    expect(lateFrom(talks, [], day('2027-03-22'))).toEqual({ period: '2027-W10', from: ['AF'] });
    expect(lateFrom(talks, [counted('2027-W10', 'Järva')], day('2027-03-22'))).toEqual({ period: '2027-W10', from: ['Järva'] });
  });

  it('is nobody for what the agreement only says will come, and for history', () => {
    for (const state of ['developed', 'history'] as const)
      expect(lateFrom({ ...talks, state }, [], day('2027-03-22'))).toBeUndefined();
  });
});

describe('the rows a figure needs', () => {
  it('reach back far enough for its trend, whatever was reported before that', () => {
    const monday = (n: number) => day('2024-01-01').add({ weeks: n });
    const name = (at: Temporal.PlainDate) => `${at.yearOfWeek}-W${String(at.weekOfYear).padStart(2, '0')}`;
    const all = Array.from({ length: 160 }, (_, n) => counted(name(monday(n)), 'CSO', 10 + (n % 7), 20 + (n % 5)));
    for (const indicator of [talks, anIndicator({ id: 'talks', period: 'six-weeks', reportedPer: 'week' })]) {
      const from = neededFrom(indicator, today);
      const needed = all.filter((one) => Temporal.PlainDate.compare(periodEnd(one.period), from) > 0);
      expect(needed.length).toBeLessThan(indicator.period === 'six-weeks' ? 65 : 25);
      const on = day('2027-01-20');
      const recent = all.filter((one) => Temporal.PlainDate.compare(periodEnd(one.period), neededFrom(indicator, on)) > 0);
      expect(figure(indicator, recent, on)).toEqual(figure(indicator, all, on));
    }
  });
});
