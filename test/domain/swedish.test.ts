import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clock,
  count,
  list,
  longDate,
  meetingTime,
  moment,
  parseDate,
  percent,
  periodName,
  weekday,
} from '../../src/domain/swedish.ts';
import { anyDay, day } from './definition.ts';

const today = day('2027-03-16');
const parsed = (said: string, on = today) => parseDate(said, on)?.toString();

describe('the date somebody writes', () => {
  it('is read as people write it', () => {
    for (const said of [
      '9 april',
      '9 apr',
      '9 apr.',
      '9/4',
      '2027-04-09',
      'den 9 april',
      '9:e april',
      '9 April',
      ' 9 april 2027. ',
    ])
      expect(parsed(said), said).toBe('2027-04-09');
    expect(parsed('9\u00a0april')).toBe('2027-04-09');
    expect(parsed('9/4 2028')).toBe('2028-04-09');
    expect(parsed('9/4-2028')).toBe('2028-04-09');
  });

  it('as a weekday is the next one, never today', () => {
    expect(parsed('fredag')).toBe('2027-03-19');
    expect(parsed('på fredag')).toBe('2027-03-19');
    expect(parsed('tisdag')).toBe('2027-03-23');
    expect(parsed('mån')).toBe('2027-03-22');
  });

  it('that has passed this year is next year, and today is today', () => {
    expect(parsed('9 mars')).toBe('2028-03-09');
    expect(parsed('1/1')).toBe('2028-01-01');
    expect(parsed('16 mars')).toBe('2027-03-16');
  });

  it('on 29 February is found when one of the two years has it', () => {
    expect(parsed('29 februari')).toBe('2028-02-29');
    expect(parsed('29 februari', day('2028-03-01'))).toBeUndefined();
    expect(parsed('29/2 2028')).toBe('2028-02-29');
    expect(parsed('29/2 2027')).toBeUndefined();
  });

  it('is no date when it does not exist or says something else', () => {
    for (const said of [
      '30 februari',
      '31 april',
      '32/1',
      '9/13',
      '0/4',
      '2027-02-30',
      '2027-13-01',
      '9',
      '',
      'snart',
      '9 m',
      '9 aprilsnö',
    ])
      expect(parsed(said), said).toBeUndefined();
  });

  it('written in full is read back, for every day', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(parsed(longDate(date.toString()))).toBe(date.toString());
        expect(parsed(date.toString())).toBe(date.toString());
        expect(parsed(`${date.day}/${date.month} ${date.year}`)).toBe(date.toString());
      }),
    );
  });

  it('without a year is never before today, and within two years', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (date, on) => {
        const found = parseDate(`${date.day}/${date.month}`, on);
        if (!found) return void expect([date.month, date.day]).toEqual([2, 29]);
        expect(Temporal.PlainDate.compare(found, on)).toBeGreaterThanOrEqual(0);
        expect(found.year - on.year).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('what a document says', () => {
  it('keeps day and month, "kl." and the clock, "v." and the week on one line', () => {
    expect(longDate('2027-03-16')).toBe('16\u00a0mars 2027');
    expect(meetingTime('2027-03-16T13:00', '2027-03-16T14:00')).toBe(
      'tisdag 16\u00a0mars 2027 kl.\u00a013.00–14.00 (v.\u00a011)',
    );
    expect(moment('2027-03-24T10:12')).toBe('24\u00a0mars 2027 kl.\u00a010.12');
    expect(clock('2027-03-16T09:05')).toBe('09.05');
    expect(weekday('2027-03-16T13:00')).toBe('tisdag');
  });

  it('writes numbers as Swedish readers expect them', () => {
    expect(percent(0.7)).toBe('70\u00a0%');
    expect(percent(0.005)).toBe('0,5\u00a0%');
    expect(count(1234)).toBe('1\u00a0234');
    expect(list(['Anna', 'Bo', 'Cilla'])).toBe('Anna, Bo och Cilla');
    expect(list(['Anna'])).toBe('Anna');
    expect(list([])).toBe('');
  });

  it('names periods', () => {
    expect(periodName('2027-W10')).toBe('v.\u00a010 2027');
    expect(periodName('2027-W03')).toBe('v.\u00a03 2027');
    expect(periodName('2027-02')).toBe('februari 2027');
  });
});

describe('a period', () => {
  it('of every kind has a name', () => {
    expect(periodName('6w/2027-W10')).toBe('sex veckor t.o.m. v.\u00a010 2027');
    expect(['2027-H1', '2027-H2', '2026', '2026/2027'].map(periodName)).toEqual([
      'första halvåret 2027',
      'andra halvåret 2027',
      '2026',
      'läsåret 2026/2027',
    ]);
  });
});
