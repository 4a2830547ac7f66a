import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTHING_SHOWN } from '../../src/domain/disclosure.ts';
import { type Figure, latestFigure } from '../../src/domain/indicators.ts';
import type { Observation } from '../../src/domain/observations.ts';
import {
  asOf,
  belongs,
  type Cell,
  correctionsSince,
  type Report,
  type ReportRow,
  readAgain,
  readBack,
  reportAsks,
  reportOf,
  reportPath,
  reportPeriod,
  standsFor,
} from '../../src/domain/report.ts';
import { day, stockholm } from './definition.ts';
import { anIndicator } from './indicator.ts';
import { otherwise, type Told } from './outsider.ts';

const duty = stockholm.duties.find(({ report }) => report?.of === 'half-year')!;

describe('which report it is', () => {
  it('is of every indicator for the managers who report to the styrgrupp, and for the styrgrupp (N 1.8)', () => {
    const kind = reportOf(stockholm, 'unit')!;
    expect(kind).toMatchObject({ from: 'unit', to: 'steering' });
    expect(kind.indicators).toEqual(stockholm.indicators.filter(({ state }) => state === 'live'));
    expect(reportOf(stockholm, 'steering')).toEqual(kind);
  });

  it('is of the education forum’s own goals for that forum (N 4), and there is none for a hub', () => {
    const { from, to, indicators } = reportOf(stockholm, 'education')!;
    expect([from, to]).toEqual(['education', 'steering']);
    expect(indicators.length).toBeGreaterThan(0);
    for (const { setBy } of indicators) expect(setBy?.forum).toBe('education');
    expect(reportOf(stockholm, 'hub-intro')).toBeUndefined();
  });

  it('is of the half-year of the window that began last, however late', () => {
    const on = (date: string) => reportPeriod(duty, day(date));
    expect([on('2027-03-10'), on('2027-05-14'), on('2027-05-15'), on('2027-11-14'), on('2027-11-15')]).toEqual([
      '2026-H2',
      '2026-H2',
      '2027-H1',
      '2027-H1',
      '2027-H2',
    ]);
  });

  it('is reminded of in the window that is open, or comes', () => {
    const next = (date: string) => reportAsks(duty, day(date))[0];
    expect(next('2027-05-20')).toMatchObject({ period: '2027-H1', day: day('2027-05-15'), last: day('2027-06-15') });
    expect(next('2027-06-16')).toMatchObject({ period: '2027-H2', day: day('2027-11-15') });
  });

  it('has the figures that have ended, at most up to its last day', () => {
    expect(asOf('2027-H1', day('2027-06-10'))).toEqual(day('2027-06-10'));
    expect(asOf('2027-H1', day('2027-09-10'))).toEqual(day('2027-07-01'));
    const own = ['2027-01', '2027-06', '2027-W10', '6w/2027-W05', '2027-H1', '2026/2027'];
    expect(own.filter((period) => belongs(period, '2027-H1'))).toEqual(own);
    const others = ['2026-12', '2027-07', '2026-H2', '2027', '2026', '2025/2026', '2026-W52', ''];
    expect(others.filter((period) => belongs(period, '2027-H1'))).toEqual([]);
    // What is counted by the year stands as the last there is, under its own name.
    expect(others.filter((period) => standsFor(period, '2027-H1'))).toEqual(['2026', '2025/2026']);
  });

  it('has all of the half-year’s weeks, and of what is counted over longer the periods a card has', () => {
    const back = (period: 'week' | 'six-weeks' | 'month', on: string) => readBack({ period }, '2027-H1', day(on));
    // The half-year's first week ended on 3 January, its 25th on 27 June.
    expect(back('week', '2027-07-01')).toBe(26);
    expect(back('week', '2027-06-10')).toBe(23);
    expect(back('week', '2027-01-20')).toBe(8);
    expect([back('month', '2027-07-01'), back('six-weeks', '2027-07-01')]).toEqual([8, 8]);
    // A year has all its months and weeks.
    expect(readBack({ period: 'month' }, '2027', day('2028-01-01'))).toBe(12);
    expect(readBack({ period: 'week' }, '2027', day('2028-01-10'))).toBe(8);
    expect(readBack({ period: 'week' }, '2027', day('2028-01-01'))).toBe(52);
    expect(readBack({ period: 'six-weeks' }, '2027', day('2028-01-01'))).toBe(9);
  });

  it('is the follow-up of the whole agreement for a year (U 9), made and read by the same, of every indicator', () => {
    const kind = reportOf(stockholm, 'unit', 'year')!;
    expect(kind).toMatchObject({ from: 'unit', to: 'steering', of: 'year' });
    expect(kind.indicators).toEqual(reportOf(stockholm, 'unit')!.indicators);
    expect(reportOf(stockholm, 'education', 'year')).toBeUndefined();
    const on = (date: string) => reportPeriod(kind.duty, day(date));
    expect([on('2027-09-14'), on('2027-09-15'), on('2028-03-01')]).toEqual(['2026', '2027', '2027']);
    expect(reportAsks(kind.duty, day('2027-10-01'))[0]).toMatchObject({ period: '2027', last: day('2027-11-30') });
    expect(asOf('2027', day('2027-10-01'))).toEqual(day('2027-10-01'));
    expect(asOf('2027', day('2028-02-01'))).toEqual(day('2028-01-01'));
    expect(['2027-01', '2027-12', '2027', '2027-H2'].filter((period) => belongs(period, '2027'))).toHaveLength(4);
    expect(reportPath({ forum: 'unit', period: '2027', edition: 2 })).toBe('unit/2027/unit-2027-arlig-uppfoljning-v2.docx');
  });

  it('lies under a name that says what it is of, each edition under its own', () => {
    const of = { forum: 'unit', period: '2027-H1' };
    expect(reportPath({ ...of, edition: 1 })).toBe('unit/2027/unit-2027-h1-styrgruppsrapport.docx');
    expect(reportPath({ ...of, edition: 2 })).toBe('unit/2027/unit-2027-h1-styrgruppsrapport-v2.docx');
  });
});

describe('what has been corrected since', () => {
  it('is told by the old number and the new, for each that differs', () => {
    const was = row('a', '2027-02', ['71 %', '64 %', '68 %']);
    const now = row('a', '2027-02', ['86 %', '64 %', '75 %']);
    expect(correctionsSince([was], [now])).toMatchObject([
      {
        kind: 'corrected',
        numbers: [
          { sex: 'women', was: '71 %', now: '86 %' },
          { sex: 'total', was: '68 %', now: '75 %' },
        ],
      },
    ]);
  });

  it('is what has come and what has been taken back, besides', () => {
    const missing = { ...row('b', '', ['uppgift saknas', 'uppgift saknas', 'uppgift saknas']) };
    const found = correctionsSince(
      [row('a', '2027-02', ['1', '2', '3']), missing],
      [row('a', '2027-03', ['1', '2', '3']), row('b', '2027-02', ['1', '2', '3'])],
    );
    expect(found.map(({ indicator, period, kind }) => [indicator, period, kind])).toEqual([
      ['a', '2027-02', 'gone'],
      ['a', '2027-03', 'added'],
      ['b', '2027-02', 'added'],
    ]);
  });

  it('is nothing when the same is shown, and no number is told of what is withheld on either side', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cells, cells), { maxLength: 6 }), (pairs) => {
        const was = pairs.map(([before], n) => rowOf(`i${n}`, before));
        const now = pairs.map(([, after], n) => rowOf(`i${n}`, after));
        expect(correctionsSince(was, was)).toEqual([]);
        for (const { indicator, numbers } of correctionsSince(was, now)) {
          const n = Number(indicator.slice(1));
          for (const { sex, was: old, now: later } of numbers) {
            const [before, after] = [was[n]![sex], now[n]![sex]];
            expect(before.hidden && after.hidden).toBe(false);
            if (before.hidden || after.hidden) expect([old, later]).toEqual(['', '']);
            else expect([old, later]).toEqual([before.text, after.text]);
          }
        }
      }),
    );
  });

  it('is looked for in the periods that were frozen, whatever has come since', () => {
    const frozen = { rows: [row('a', '2027-05', []), row('a', '2027-04', []), row('b', '', [])], asOf: '2027-06-10' };
    expect(readAgain(frozen as unknown as Report)).toEqual([
      { indicator: 'a', asOf: day('2027-06-01') },
      { indicator: 'b', asOf: day('2027-06-10') },
    ]);
  });
});

describe('a half-year of weeks', () => {
  it('lets nobody work out the few, beside the cards of its weeks and a correction', () => {
    const weekly = anIndicator({ perUnit: true });
    const limits = { threshold: 5, few: 30 };
    const amount = fc.integer({ min: 0, max: 9 });
    const half = fc.array(fc.tuple(amount, amount, amount, amount), { minLength: 26, maxLength: 26 });
    let small = 0;
    fc.assert(
      fc.property(half, fc.tuple(fc.nat({ max: 25 }), amount), ([...weeks], [wrong, right]) => {
        const people = new People();
        let shown = NOTHING_SHOWN;
        const look = (rows: readonly Observation[], on: string, periods: number) => {
          const looked = latestFigure(weekly, rows, day(on), limits, shown, undefined, periods);
          shown = looked.shown;
          people.hear(looked.figure!, rows);
        };
        look(rowsOf(weeks), '2027-02-15', 8);
        look(rowsOf(weeks), '2027-07-05', 26);
        weeks[wrong] = [right, ...weeks[wrong]!.slice(1)] as (typeof weeks)[number];
        look(rowsOf(weeks), '2027-07-05', 26);
        small += people.few().length;
        for (const { truth, told, target, name } of people.few()) expect(otherwise(truth, told, target), name).toBeDefined();
      }),
      { numRuns: 25 },
    );
    expect(small).toBeGreaterThan(100);
  });
});

const UNITS = ['Järva', 'City'];
const weekName = (n: number) => `2027-W${String(n + 1).padStart(2, '0')}`;

/** Women and men of the first unit, then of the second, week by week. */
const rowsOf = (weeks: readonly (readonly number[])[]): Observation[] =>
  weeks.flatMap((counts, n) =>
    UNITS.map((unit, u) => ({
      ...{ indicator: 'indicator', period: weekName(n), unit },
      women: counts[u * 2]!,
      men: counts[u * 2 + 1]!,
      womenBase: undefined,
      menBase: undefined,
    })),
  );

interface Week {
  names: string[];
  truth: number[];
  told: Told[];
  targets: Map<string, number[]>;
}

/** Everything that was told of each week, of groups that are others once they are counted anew. */
class People {
  readonly #weeks = new Map<string, Week>();

  hear({ period: newest, perUnit, trend }: Figure, rows: readonly Observation[]): void {
    for (const point of trend) {
      const week: Week = this.#weeks.get(point.period) ?? { names: [], truth: [], told: [], targets: new Map() };
      this.#weeks.set(point.period, week);
      const group = (name: string, size: number): number => {
        const at = week.names.indexOf(`${name} ${size}`);
        if (at >= 0) return at;
        week.names.push(`${name} ${size}`);
        return week.truth.push(size) - 1;
      };
      const own = rows.filter(({ period }) => period === point.period);
      const groups = (units: readonly string[]) => {
        const of = (sex: 'women' | 'men') =>
          own.filter(({ unit }) => units.includes(unit)).map((row) => group(`${row.unit} ${sex}`, row[sex]!));
        const [women, men] = [of('women'), of('men')];
        return { women, men, total: [...women, ...men] };
      };
      const shown = [
        { units: UNITS, numbers: point },
        ...(point.period === newest ? perUnit.map((one) => ({ units: [one.unit], numbers: one })) : []),
      ];
      for (const { units, numbers } of shown)
        for (const [sex, counted] of Object.entries(groups(units)) as ['women' | 'men' | 'total', number[]][])
          week.told.push({ groups: counted, ...said(numbers[sex], numbers.hidden[sex]) });
      for (const units of [UNITS, ...UNITS.map((unit) => [unit])])
        for (const counted of Object.values(groups(units))) week.targets.set(counted.join(), counted);
    }
  }

  /** Those that are few, and what was told around them. */
  few() {
    return [...this.#weeks].flatMap(([name, { truth, told, targets }]) =>
      [...targets.values()].flatMap((target) => {
        const size = target.reduce((sum, one) => sum + truth[one]!, 0);
        return size > 0 && size < 5 ? [{ name: `${name} ${target}`, truth, told, target }] : [];
      }),
    );
  }
}

const said = (value: number | null, why: string): Pick<Told, 'least' | 'most'> => {
  if (value !== null) return { least: value, most: value };
  if (why === 'few') return { least: 1, most: 4 };
  return { least: why === 'reveals' ? 5 : 0, most: Number.POSITIVE_INFINITY };
};

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.integer({ min: 0, max: 4 }).map((n) => ({ text: String(n), hidden: false })),
  fc.constantFrom('visas inte (färre än 5)', 'visas inte (få personer)').map((text) => ({ text, hidden: true })),
);
const cells = fc.record({ women: cell, men: cell, total: cell });
const rowOf = (indicator: string, numbers: Pick<ReportRow, 'women' | 'men' | 'total'>): ReportRow => ({
  indicator,
  name: indicator,
  period: '2027-02',
  target: '',
  source: '',
  ...numbers,
});
const row = (indicator: string, period: string, texts: readonly string[]): ReportRow => {
  const [women, men, total] = [0, 1, 2].map((n) => ({ text: texts[n] ?? '', hidden: false })) as [Cell, Cell, Cell];
  return { ...rowOf(indicator, { women, men, total }), period };
};
