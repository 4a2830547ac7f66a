import { expect, it } from 'vitest';
import { words } from '../../cards/words.ts';

const { format } = words.sv;

it('writes days and times as one writes them in Swedish, with hard spaces where a line must not break', () => {
  expect(format.meeting('2027-03-16T13:00', '2027-03-16T14:00')).toBe('tisdag 16 mars 2027 kl.\u00a013.00–14.00 (v.\u00a011)');
  expect(format.start('2027-03-16T13:00')).toBe('tisdag 16 mars 2027 kl.\u00a013.00 (v.\u00a011)');
  expect(format.moment('2027-03-24T10:12')).toBe('24 mars 2027 kl.\u00a010.12');
  expect(format.moment('2027-03-24T10:12:33')).toBe('24 mars 2027 kl.\u00a010.12');
  expect(format.day('2027-04-09')).toBe('9 april 2027');
  expect(format.shortDay('2027-03-02')).toBe('2 mars');
});

it('takes the ISO week of the day, over new year too', () => {
  expect(format.start('2027-01-01T09:00')).toContain('(v.\u00a053)');
  expect(format.start('2026-12-31T09:00')).toContain('(v.\u00a053)');
});

it('reads the same wall clock wherever it runs, also in the hour that summer time skips', () => {
  expect(format.moment('2027-03-28T02:30')).toBe('28 mars 2027 kl.\u00a002.30');
});

it('writes periods as weeks and months, and leaves others as they stand', () => {
  expect(format.period('2027-W10')).toBe('v.\u00a010');
  expect(format.period('2027-W02')).toBe('v.\u00a02');
  expect(format.period('2027-02')).toBe('februari 2027');
  expect(format.period('6w/2027-W10')).toBe('sex veckor t.o.m. v.\u00a010');
  expect(format.period('2027-H1')).toBe('första halvåret 2027');
  expect(format.period('2026/2027')).toBe('läsåret 2026/2027');
  expect(format.period('2026')).toBe('2026');
  expect(format.period('2027-13')).toBe('2027-13');
  expect(format.period('läsåret 2026/27')).toBe('läsåret 2026/27');
  expect(format.period('')).toBe('');
});

it('writes numbers with hard spaces, a decimal comma and a real minus', () => {
  expect(format.share(0.85)).toBe('85\u00a0%');
  expect(format.share(0.8461)).toBe('84,6\u00a0%');
  expect(format.share(-0.05)).toBe('\u22125\u00a0%');
  expect(format.count(12345)).toBe('12\u00a0345');
});

it('says until when a target held: the year, or the day', () => {
  expect(format.until('2025-12-31')).toBe('2025');
  expect(format.until('2027-06-30')).toBe('30 juni 2027');
});

it('writes English days for those who read English', () => {
  expect(words.en.format.meeting('2027-03-16T13:00', '2027-03-16T14:00')).toBe(
    'Tuesday 16 March 2027 at\u00a013.00–14.00 (week\u00a011)',
  );
});

it('writes a change of a share in procentenheter, with a sign, and none that cannot be seen', () => {
  expect(format.points(0.0184)).toBe('+1,8 procentenheter');
  expect(format.points(-0.02)).toBe('−2 procentenheter');
  expect(format.points(0.0004)).toBe('±0 procentenheter');
  expect(format.points(-0.0004)).toBe('±0 procentenheter');
  expect(format.difference(12)).toBe('+12');
  expect(format.difference(-3)).toBe('−3');
  expect(format.difference(0)).toBe('±0');
});
