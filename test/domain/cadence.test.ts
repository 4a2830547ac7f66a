import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Forum } from '../../src/domain/agreement.ts';
import { immovable, pauseOn, plan, upcoming } from '../../src/domain/cadence.ts';
import { isWorkingDay, STOCKHOLM } from '../../src/domain/calendar.ts';
import { anyDay, anyForum, at, day, every, forum, hub, pause } from './definition.ts';

const dates = (planned: ReturnType<typeof plan>) => planned.meetings.map((one) => one.start.toPlainDate().toString());
const between = (one: Forum, from: string, to: string) => plan(one, day(from), day(to));

describe('the kommunhubb that ships', () => {
  it('meets every second Tuesday from 19 January to 13 April 2027', () => {
    expect(dates(between(hub, '2027-01-11', '2027-04-19'))).toEqual([
      '2027-01-19',
      '2027-02-02',
      '2027-02-16',
      '2027-03-02',
      '2027-03-16',
      '2027-03-30',
      '2027-04-13',
    ]);
  });

  it('begins at 13.00 on the wall, before and after both changes of the clock', () => {
    for (const one of between(hub, '2027-01-01', '2027-12-31').meetings) {
      expect(one.start.toPlainTime().toString()).toBe('13:00:00');
      expect(one.end.toPlainTime().toString()).toBe('14:00:00');
      expect(one.start.timeZoneId).toBe(STOCKHOLM);
    }
    const [before, after] = between(hub, '2027-03-16', '2027-03-30').meetings;
    expect([before!.start.offset, after!.start.offset]).toEqual(['+01:00', '+02:00']);
    const [summer, winter] = between(hub, '2027-10-26', '2027-11-09').meetings;
    expect([summer!.start.offset, winter!.start.offset]).toEqual(['+02:00', '+01:00']);
  });

  it('rests over Easter, in the holiday weeks and over Christmas, and says in which', () => {
    const rests = between(hub, '2027-01-11', '2029-12-31').rests.map((one) => `${one.slot} ${one.pause}`);
    expect(rests).toContain('2027-07-20 Semesterperiod');
    expect(rests).toContain('2027-08-03 Semesterperiod');
    expect(rests).toContain('2028-01-04 Jul och nyår');
    expect(rests).toContain('2028-07-18 Semesterperiod');
  });

  it('keeps every second Tuesday past a year with 53 weeks', () => {
    expect(dates(between(hub, '2026-12-01', '2027-02-02'))).toEqual(['2026-12-08', '2026-12-22', '2027-01-19', '2027-02-02']);
  });
});

describe('pauses', () => {
  const on = (date: string, given: Parameters<typeof pause>[0]) => pauseOn(day(date), [pause(given)]) !== undefined;

  it('given as days may run over New Year', () => {
    const christmas = { kind: 'dates', from: '12-24', to: '01-06' } as const;
    expect(['2026-12-24', '2026-12-31', '2027-01-06'].every((date) => on(date, christmas))).toBe(true);
    expect(['2026-12-23', '2027-01-07', '2027-07-01'].some((date) => on(date, christmas))).toBe(false);
  });

  it('given as weeks may run over New Year, week 53 included', () => {
    const weeks = { kind: 'weeks', from: 52, to: 1 } as const;
    expect(['2026-12-21', '2026-12-31', '2027-01-03', '2027-01-10'].every((date) => on(date, weeks))).toBe(true);
    expect(['2026-12-20', '2027-01-11', '2027-07-01'].some((date) => on(date, weeks))).toBe(false);
  });

  it('given from Easter follow it', () => {
    const easter = { kind: 'easter', from: -3, to: 1 } as const;
    expect(['2027-03-25', '2027-03-29', '2028-04-13', '2028-04-17'].every((date) => on(date, easter))).toBe(true);
    expect(['2027-03-24', '2027-03-30', '2028-03-28'].some((date) => on(date, easter))).toBe(false);
  });

  it('at midsummer are the eve and the day', () => {
    expect(['2027-06-25', '2027-06-26', '2028-06-23'].every((date) => on(date, { kind: 'midsummer' }))).toBe(true);
    expect(['2027-06-24', '2027-06-27'].some((date) => on(date, { kind: 'midsummer' }))).toBe(false);
  });
});

describe('a slot on a red day', () => {
  it('on Kristi himmelsfärdsdag is moved to the day before, and the next keeps its place', () => {
    const thursdays = forum({ rhythm: every(14, '2027-04-22') });
    const [, moved, next] = between(thursdays, '2027-04-22', '2027-05-20').meetings;
    expect(moved!.start.toPlainDate().toString()).toBe('2027-05-05');
    expect(moved!.moved).toEqual({ from: day('2027-05-06'), because: 'Kristi himmelsfärdsdag' });
    expect(next!.start.toPlainDate().toString()).toBe('2027-05-20');
    expect(next!.moved).toBeUndefined();
  });

  it('goes after when the days before are red too', () => {
    const fridays = forum({ rhythm: every(14, '2026-12-11') });
    const [, moved] = between(fridays, '2026-12-11', '2026-12-25').meetings;
    expect(moved!.start.toPlainDate().toString()).toBe('2026-12-23');
    const mondays = forum({ rhythm: every(14, '2027-03-29') });
    expect(dates(between(mondays, '2027-03-29', '2027-03-29'))).toEqual(['2027-03-30']);
  });

  it('is not moved into a pause', () => {
    const may = forum({ rhythm: every(14, '2027-05-06'), pauses: [pause({ kind: 'dates', from: '05-03', to: '05-05' })] });
    expect(dates(between(may, '2027-05-06', '2027-05-06'))).toEqual(['2027-05-07']);
  });

  it('keeps the name of its slot wherever it is moved', () => {
    const thursdays = forum({ id: 'sektion', rhythm: every(42, '2027-05-06') });
    expect(between(thursdays, '2027-05-01', '2027-05-31').meetings[0]!.id).toBe('sektion-2027-05-06');
  });

  it('goes past half-way when the definition allows it and the neighbour stays where it is, never on top of it', () => {
    // From 24 April to 20 May nothing can be held, so the slot of 6 May has 23 April left, the day after its neighbour.
    const pauses = [pause({ kind: 'dates', from: '04-24', to: '05-20' })];
    const moving = { prefer: 'earlier', withinDays: 13, origin: { choice: 'test' } } as const;
    const late = forum({ rhythm: every(14, '2027-05-06'), inPause: 'moves', pauses, moving });
    const { meetings, unplanned } = between(late, '2027-04-22', '2027-05-06');
    expect(meetings.map((one) => one.start.toPlainDate().toString())).toEqual(['2027-04-22', '2027-04-23']);
    expect(unplanned).toEqual([]);
    const near = forum({ ...late, moving: { ...moving, withinDays: 12 } });
    expect(between(near, '2027-05-06', '2027-05-06').unplanned.map(String)).toEqual(['2027-05-06']);
  });

  it('on a weekend is moved too, and says so', () => {
    const sundays = forum({ rhythm: every(14, '2027-02-07') });
    const [one] = between(sundays, '2027-02-07', '2027-02-07').meetings;
    expect(one!.moved?.because).toBe('helg');
    expect(one!.start.toPlainDate().toString()).toBe('2027-02-08');
  });

  it('with nowhere to go is pointed out, never passed over in silence', () => {
    const island = forum({
      rhythm: every(14, '2027-05-06'),
      pauses: [pause({ kind: 'dates', from: '04-23', to: '05-05' }), pause({ kind: 'dates', from: '05-07', to: '05-19' })],
    });
    expect(immovable(island, day('2027-05-01'), day('2027-05-31')).map(String)).toEqual(['2027-05-06']);
    expect(plan(island, day('2027-05-01'), day('2027-05-31')).unplanned.map(String)).toEqual(['2027-05-06']);
    expect(immovable(hub, day('2020-01-01'), day('2060-01-01'))).toEqual([]);
  });
});

describe('whatever the rhythm, anchor and pauses', () => {
  const years = { days: 366 * 3 };
  /** Any forum and a day to plan three years from, where every slot can be held or moved. */
  const anyCase = fc
    .record({ one: anyForum, from: anyDay })
    .filter(({ one, from }) => immovable(one, from, from.add(years)).length === 0);
  const planned = ({ one, from }: { one: Forum; from: Temporal.PlainDate }) => plan(one, from, from.add(years));

  it('no meeting lies on a red day, a weekend or in a pause', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        for (const { start } of planned(given).meetings) {
          expect(isWorkingDay(start.toPlainDate()), start.toString()).toBe(true);
          expect(pauseOn(start.toPlainDate(), given.one.pauses), start.toString()).toBeUndefined();
        }
      }),
    );
  });

  it('every slot gives one meeting or rests, and each lies a rhythm apart', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        const { rhythm } = given.one;
        const { meetings, rests } = planned(given);
        const slots = [...meetings, ...rests].map(({ slot }) => slot).sort(Temporal.PlainDate.compare);
        slots.forEach((slot, n) => {
          if (n > 0) expect(slots[n - 1]!.until(slot).days).toBe(rhythm.days);
          expect(Math.abs(day(rhythm.anchor).until(slot).days) % rhythm.days).toBe(0);
        });
        expect(slots.length).toBeGreaterThanOrEqual(Math.floor(years.days / rhythm.days));
        expect(new Set(meetings.map(({ id }) => id)).size).toBe(meetings.length);
      }),
    );
  });

  it('dates go forward, and a moved meeting never reaches the slot beside it, nor goes further than the forum allows', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 1, max: 20 }), (given, withinDays) => {
        const { rhythm } = given.one;
        const one = { ...given.one, moving: { ...given.one.moving, withinDays } };
        plan(one, given.from, given.from.add(years)).meetings.forEach(({ slot, start, end }, n, meetings) => {
          const days = Math.abs(slot.until(start.toPlainDate()).days);
          expect(days).toBeLessThan(rhythm.days);
          expect(days).toBeLessThanOrEqual(withinDays);
          expect(end.epochMilliseconds - start.epochMilliseconds).toBe(rhythm.minutes * 60_000);
          if (n > 0) expect(Temporal.ZonedDateTime.compare(meetings[n - 1]!.start, start)).toBe(-1);
        });
      }),
    );
  });

  it('a meeting says that it is moved when, and only when, it does not lie on its slot', () => {
    fc.assert(
      fc.property(anyCase, (given) => {
        for (const { slot, start, moved } of planned(given).meetings) {
          expect(moved !== undefined).toBe(!start.toPlainDate().equals(slot));
          if (moved) expect(moved.from.equals(slot)).toBe(true);
        }
      }),
    );
  });

  it('planning in two halves gives what planning it whole gives, with the same ids', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: years.days }), (given, after) => {
        const { one, from } = given;
        const cut = from.add({ days: after });
        const [first, second] = [plan(one, from, cut), plan(one, cut.add({ days: 1 }), from.add(years))];
        const whole = planned(given);
        expect([...first.meetings, ...second.meetings].map(said)).toEqual(whole.meetings.map(said));
        expect([...first.rests, ...second.rests].map(({ slot }) => slot.toString())).toEqual(
          whole.rests.map(({ slot }) => slot.toString()),
        );
      }),
    );
  });

  it('the coming meetings are the ones the plan gives', () => {
    fc.assert(
      fc.property(anyCase, fc.integer({ min: 0, max: 8 }), (given, count) => {
        const { one, from } = given;
        fc.pre(immovable(one, from, from.add({ days: 6000 })).length === 0);
        const now = from.add({ days: one.rhythm.days }).toZonedDateTime({ timeZone: STOCKHOLM, plainTime: '13:20' });
        const coming = planned(given).meetings.filter(({ end }) => Temporal.ZonedDateTime.compare(end, now) > 0);
        const next = upcoming(one, now, count).map(said);
        expect(next.slice(0, coming.length)).toEqual(coming.slice(0, count).map(said));
        expect(next.length).toBeLessThanOrEqual(count);
      }),
    );
  });
});

describe('the coming meetings', () => {
  it('include one that is being held, until it ends', () => {
    expect(upcoming(hub, at('2027-03-16T13:59'), 1)[0]!.id).toBe('hub-intro-2027-03-16');
    expect(upcoming(hub, at('2027-03-16T14:00'), 1)[0]!.id).toBe('hub-intro-2027-03-30');
  });

  it('are as many as asked for, however many', () => {
    const managers = forum({ rhythm: every(42, '2027-01-20') });
    expect(upcoming(managers, at('2027-01-11T08:00'), 120)).toHaveLength(120);
  });

  it('are none, at once, where the cadence always rests or has no dates of its own', () => {
    const resting = forum({ rhythm: every(14, '2027-01-19'), pauses: [pause({ kind: 'dates', from: '01-01', to: '12-31' })] });
    expect(upcoming(resting, at('2027-01-11T08:00'), 3)).toEqual([]);
    const none = forum({ rhythm: { kind: 'none', origin: { choice: 'styrgruppen' } } });
    expect(upcoming(none, at('2027-01-11T08:00'), 3)).toEqual([]);
    expect(plan(none, day('2027-01-01'), day('2027-12-31'))).toEqual({ meetings: [], rests: [], unplanned: [] });
  });
});

const said = (one: { id: string; start: Temporal.ZonedDateTime; end: Temporal.ZonedDateTime }) =>
  `${one.id} ${one.start} ${one.end}`;
