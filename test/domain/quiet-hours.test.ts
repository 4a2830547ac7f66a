import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pause } from '../../src/domain/agreement.ts';
import { pauseOn } from '../../src/domain/cadence.ts';
import { isWorkingDay } from '../../src/domain/calendar.ts';
import { nextAudible } from '../../src/domain/quiet-hours.ts';
import { hub } from '../support/agreement.ts';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Stockholm');
const goes = (local: string, pauses = hub.pauses) =>
  nextAudible(at(local), pauses).toPlainDateTime().toString({ smallestUnit: 'minute' });

describe('a nudge reaches people in working hours', () => {
  it.each([
    ['at once on a working day', '2027-03-16T13:05', '2027-03-16T13:05'],
    ['when the day begins', '2027-03-16T06:30', '2027-03-16T08:00'],
    ['the next morning', '2027-03-16T17:00', '2027-03-17T08:00'],
    ['after the weekend', '2027-03-19T18:00', '2027-03-22T08:00'],
    ['after the holidays and the uppehåll', '2026-12-23T17:30', '2027-01-07T08:00'],
    ['across the change to summer time', '2027-03-27T23:00', '2027-03-30T08:00'],
  ])('%s', (_what, now, then) => expect(goes(now)).toBe(then));

  it('where no uppehåll is kept only holidays count', () => {
    expect(goes('2026-12-23T17:30', [])).toBe('2026-12-28T08:00');
  });

  it('goes at once when it would never come', () => {
    const always: Pause[] = [{ ...hub.pauses[0]!, kind: 'dates', from: '01-01', to: '12-31' }];
    expect(goes('2027-03-16T20:00', always)).toBe('2027-03-16T20:00');
  });

  it('is never early, never on a day off, and asked again gives the same', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 * 366 * 24 * 60 }), (minutes) => {
        const now = at('2026-01-01T00:00').add({ minutes });
        const then = nextAudible(now, hub.pauses);
        const day = then.toPlainDate();
        expect(Temporal.ZonedDateTime.compare(then, now)).toBeGreaterThanOrEqual(0);
        expect(isWorkingDay(day) && pauseOn(day, hub.pauses) === undefined).toBe(true);
        expect(then.hour >= 8 && then.hour < 17).toBe(true);
        expect(nextAudible(then, hub.pauses).equals(then)).toBe(true);
      }),
    );
  });
});
