import { describe, expect, it } from 'vitest';
import type { YearlyDuty } from '../../src/domain/agreement.ts';
import { windowsBetween } from '../../src/domain/duties.ts';
import { day, stockholm } from './definition.ts';

const duty = (...windows: { from: string; to: string }[]): YearlyDuty => ({
  id: 'duty',
  name: 'Duty',
  who: 'Parterna',
  report: undefined,
  windows,
  origin: { choice: 'invented' },
});
const between = (one: YearlyDuty, from: string, to: string) =>
  windowsBetween(one, day(from), day(to)).map((window) => `${window.from} ${window.to}`);

describe('when the duties of the årshjul fall', () => {
  it('is every year, in order, whatever part of it is asked for', () => {
    const reports = duty({ from: '05-15', to: '06-15' }, { from: '11-15', to: '12-15' });
    expect(between(reports, '2027-06-15', '2028-05-15')).toEqual([
      '2027-05-15 2027-06-15',
      '2027-11-15 2027-12-15',
      '2028-05-15 2028-06-15',
    ]);
  });

  it('runs over New Year when its last day comes first, and is seen from both years', () => {
    const winter = duty({ from: '12-01', to: '01-31' });
    expect(between(winter, '2027-01-01', '2027-12-31')).toEqual(['2026-12-01 2027-01-31', '2027-12-01 2028-01-31']);
  });

  it('comes once when it is dated (N 2, "Utveckling under 2025")', () => {
    const sfi = stockholm.duties.find((one) => one.id === 'sfi-franvaro')!;
    expect(sfi.origin).toEqual({ source: 'N 2, "Utveckling under 2025"' });
    expect(between(sfi, '2025-03-01', '2025-03-31')).toEqual(['2025-01-01 2025-12-31']);
    expect(between(sfi, '2024-01-01', '2024-12-31')).toEqual([]);
    expect(between(sfi, '2027-01-01', '2027-12-31')).toEqual([]);
  });
});
