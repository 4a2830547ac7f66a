import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byTime,
  endedPeriods,
  lastEnded,
  type PeriodKind,
  periodBefore,
  periodEnd,
  periodOf,
  periodStart,
  readPeriod,
  weeksOf,
} from '../../src/domain/periods.ts';
import { anyDay, day } from './definition.ts';

const KINDS: PeriodKind[] = ['week', 'six-weeks', 'month', 'half-year', 'year', 'school-year'];
const anyKind = fc.constantFrom(...KINDS);

describe('a period', () => {
  it.each([
    ['2027-W10', '2027-03-08', '2027-03-15'],
    ['2026-W53', '2026-12-28', '2027-01-04'],
    ['6w/2027-W10', '2027-02-01', '2027-03-15'],
    ['2027-02', '2027-02-01', '2027-03-01'],
    ['2025-H1', '2025-01-01', '2025-07-01'],
    ['2025-H2', '2025-07-01', '2026-01-01'],
    ['2022', '2022-01-01', '2023-01-01'],
    ['2025/2026', '2025-07-01', '2026-07-01'],
  ])('%s begins on %s and has ended on %s', (name, from, end) => {
    expect([periodStart(name).toString(), periodEnd(name).toString()]).toEqual([from, end]);
  });

  it.each(['2027-W54', '2027-W00', '2025-W53', '2027-13', '2027-00', '2025-H3', '2025/2027', '27', 'vecka 3', '', '2027-1'])(
    'is not %j',
    (name) => {
      expect(readPeriod(name)).toBeUndefined();
    },
  );

  it('holds the day it is asked for, and the one before it ends where it begins', () => {
    fc.assert(
      fc.property(anyKind, anyDay, (kind, on) => {
        const name = periodOf(kind, on);
        expect(readPeriod(name)!.kind).toBe(kind);
        expect(Temporal.PlainDate.compare(periodStart(name), on)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(on, periodEnd(name))).toBeLessThan(0);
        const before = periodBefore(name);
        if (kind === 'six-weeks') expect(periodEnd(before).add({ days: 7 }).toString()).toBe(periodEnd(name).toString());
        else expect(periodEnd(before).toString()).toBe(periodStart(name).toString());
      }),
    );
  });

  it('has ended last when it has ended and the next has not', () => {
    fc.assert(
      fc.property(anyKind, anyDay, (kind, on) => {
        const last = lastEnded(kind, on);
        expect(Temporal.PlainDate.compare(periodEnd(last), on)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(periodEnd(periodOf(kind, on)), on)).toBeGreaterThan(0);
        expect(periodBefore(periodOf(kind, on))).toBe(last);
      }),
    );
  });

  it('stands in the order of the calendar, over New Year too', () => {
    expect(['2027-W01', '2026-W52', '2026-W53'].sort(byTime)).toEqual(['2026-W52', '2026-W53', '2027-W01']);
    expect(endedPeriods('half-year', day('2027-03-16'), 3)).toEqual(['2026-H2', '2026-H1', '2025-H2']);
    expect(endedPeriods('school-year', day('2027-03-16'), 2)).toEqual(['2025/2026', '2024/2025']);
  });

  it('of six weeks names them, oldest first', () => {
    expect(weeksOf('6w/2027-W02')).toEqual(['2026-W50', '2026-W51', '2026-W52', '2026-W53', '2027-W01', '2027-W02']);
  });
});
