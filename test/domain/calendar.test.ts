import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { easterSunday, isoWeek, isWorkingDay, redDay, redDays, workingDaysFrom } from '../../src/domain/calendar.ts';
import { anyDay, day } from './definition.ts';

const swedish = new Holidays('SE', { languages: ['sv'] });
/** The three eves the holidays act equates with Sundays; date-holidays calls them bank holidays. */
const RED = ['public', 'bank'];

describe('red days', () => {
  it('are the same as an independent calendar gives, by date and name, for 1990 to 2099', () => {
    for (let year = 1990; year <= 2099; year += 1) {
      const theirs = swedish
        .getHolidays(year)
        .filter((one) => RED.includes(one.type))
        .map((one) => `${one.date.slice(0, 10)} ${one.name}`)
        // A law from 2005; before it annandag pingst was red instead.
        .filter((one) => year >= 2005 || !/nationaldagen|annandag pingst/.test(one));
      const ours = redDays(year)
        .map((one) => `${one.date} ${one.name}`)
        .filter((one) => year >= 2005 || !one.includes('nationaldagen'));
      expect(ours.toSorted()).toEqual(theirs.toSorted());
    }
  });

  it('follow the table people check against', () => {
    const table = {
      2024: ['03-29', '03-31', '04-01', '05-09', '05-19', '06-21', '06-22', '11-02'],
      2027: ['03-26', '03-28', '03-29', '05-06', '05-16', '06-25', '06-26', '11-06'],
      2035: ['03-23', '03-25', '03-26', '05-03', '05-13', '06-22', '06-23', '11-03'],
    };
    for (const [year, dates] of Object.entries(table)) {
      for (const date of dates) expect(redDay(day(`${year}-${date}`)), `${year}-${date}`).toBeDefined();
    }
  });

  it('say which day it is', () => {
    expect(redDay(day('2027-05-06'))).toBe('Kristi himmelsfärdsdag');
    expect(redDay(day('2027-06-25'))).toBe('midsommarafton');
    expect(redDay(day('2027-05-07'))).toBeUndefined();
  });

  it('do not include days many only believe are red', () => {
    for (const date of ['2027-03-25', '2027-04-30', '2027-05-17', '2027-01-05', '2027-12-23'])
      expect(isWorkingDay(day(date)), date).toBe(true);
  });
});

describe('Easter', () => {
  it('is a Sunday between 22 March and 25 April in every year from 1900 to 2199', () => {
    for (let year = 1900; year < 2200; year += 1) {
      const easter = easterSunday(year);
      expect(easter.dayOfWeek).toBe(7);
      expect(easter.toString() >= `${year}-03-22` && easter.toString() <= `${year}-04-25`).toBe(true);
    }
  });

  it('is right where astronomy and the church disagree', () => {
    const dates = { 2019: '2019-04-21', 2038: '2038-04-25', 2045: '2045-04-09', 2049: '2049-04-18', 2076: '2076-04-19' };
    for (const [year, date] of Object.entries(dates)) expect(easterSunday(Number(year)).toString()).toBe(date);
  });
});

describe('working days', () => {
  it('are counted past weekends and holidays', () => {
    expect(workingDaysFrom(day('2027-03-30'), -1).toString()).toBe('2027-03-25');
    expect(workingDaysFrom(day('2027-03-25'), 1).toString()).toBe('2027-03-30');
    expect(workingDaysFrom(day('2027-03-16'), -5).toString()).toBe('2027-03-09');
    expect(workingDaysFrom(day('2027-01-07'), -3).toString()).toBe('2026-12-30');
    expect(workingDaysFrom(day('2026-12-28'), -3).toString()).toBe('2026-12-21');
  });

  it('counted as none give the day itself, or the next working day', () => {
    expect(workingDaysFrom(day('2027-03-16'), 0).toString()).toBe('2027-03-16');
    expect(workingDaysFrom(day('2027-03-26'), 0).toString()).toBe('2027-03-30');
  });

  it('lead there and back again from any working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (from, count) => {
        const start = workingDaysFrom(from, 0);
        const ahead = workingDaysFrom(start, count);
        expect(isWorkingDay(ahead)).toBe(true);
        expect(workingDaysFrom(ahead, -count).equals(start)).toBe(true);
      }),
    );
  });
});

describe('weeks', () => {
  it('are 53 in 2026, 2032 and 2037, and no other year until then', () => {
    for (let year = 2025; year <= 2037; year += 1) {
      const weeks = isoWeek(day(`${year}-12-28`));
      expect(weeks).toBe(`${year}-W${[2026, 2032, 2037].includes(year) ? 53 : 52}`);
    }
  });

  it('belong to the year their Thursday lies in', () => {
    expect(isoWeek(day('2027-01-01'))).toBe('2026-W53');
    expect(isoWeek(day('2027-01-04'))).toBe('2027-W01');
    expect(isoWeek(day('2024-12-30'))).toBe('2025-W01');
  });
});
