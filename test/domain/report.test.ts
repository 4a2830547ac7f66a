import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asOf,
  belongs,
  type Cell,
  correctionsSince,
  type Report,
  type ReportRow,
  readAgain,
  reportAsks,
  reportOf,
  reportPath,
  reportPeriod,
  standsFor,
} from '../../src/domain/report.ts';
import { day, stockholm } from './definition.ts';

const duty = stockholm.duties.find(({ report }) => report)!;

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
