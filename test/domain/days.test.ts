import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDay, dateOf, dayNumber, dayOf, isoDay, isoWeekOf, weekdayOf } from '../../src/domain/days.ts';

const any = fc.integer({ min: -200_000, max: 200_000 });
const EPOCH = Temporal.PlainDate.from('1970-01-01');

describe('days as numbers', () => {
  it('count from 1 January 1970', () => {
    expect(dayNumber(1970, 1, 1)).toBe(0);
    expect(dayNumber(2027, 1, 19)).toBe(20_837);
    expect(isoDay(20_837)).toBe('2027-01-19');
  });

  it('agree with Temporal about date, weekday and ISO week, from 1422 to 2517', () => {
    fc.assert(
      fc.property(any, (day) => {
        const date = EPOCH.add({ days: day });
        expect(calendarDay(day)).toEqual({ year: date.year, month: date.month, day: date.day });
        expect(dayOf(date)).toBe(day);
        expect(dateOf(day).equals(date)).toBe(true);
        expect(isoDay(day)).toBe(date.toString());
        expect(weekdayOf(day)).toBe(date.dayOfWeek);
        expect(isoWeekOf(day)).toEqual({ year: date.yearOfWeek, week: date.weekOfYear });
      }),
      { numRuns: 2000 },
    );
  });
});
