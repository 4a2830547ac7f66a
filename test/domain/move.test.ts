import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pauseOn, plan } from '../../src/domain/cadence.ts';
import { isWorkingDay } from '../../src/domain/calendar.ts';
import { type Meeting, planned } from '../../src/domain/meeting.ts';
import { freeTimes, move, possibleTimes, type Surroundings } from '../../src/domain/move.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { hub } from '../support/agreement.ts';
import { at } from '../support/clock.ts';

const meetings = plan(hub, Temporal.PlainDate.from('2027-01-01'), Temporal.PlainDate.from('2027-12-31')).meetings.map(planned);
const on = (slot: string): Meeting => meetings.find((meeting) => meeting.slot === slot)!;
const around = (meeting: Meeting, more: Partial<Surroundings> = {}): Surroundings => ({
  now: at('2027-03-10T09:00'),
  before: meetings.filter((one) => one.slot < meeting.slot).at(-1),
  after: meetings.find((one) => one.slot > meeting.slot),
  busy: [],
  ...more,
});
const why = ownText('Lokalen är stängd');

describe('moving a meeting', () => {
  const meeting = on('2027-04-27');

  it('proposes three free times on different days, nearest first, in the forum’s own hour where it can', () => {
    const times = freeTimes(meeting, hub, around(meeting));
    expect(times.map((time) => time.start)).toEqual(['2027-04-26T13:00', '2027-04-27T09:00', '2027-04-28T13:00']);
  });

  it('never proposes a time somebody is taken, that has passed, or beyond a neighbouring meeting', () => {
    const busy = [{ start: '2027-04-28T08:00', end: '2027-04-28T17:00' }];
    const times = freeTimes(meeting, hub, around(meeting, { busy, now: at('2027-04-27T10:00') }), [], 50);
    expect(times.every((time) => time.start > '2027-04-27T10:00' && time.end < '2027-05-11T13:00')).toBe(true);
    expect(times.some((time) => time.start.startsWith('2027-04-28'))).toBe(false);
  });

  it('keeps the meeting’s identity and remembers from where, why and by whom', () => {
    const moved = move(meeting, hub, around(meeting), '2027-04-28T13:00', why, 'johan');
    if (!moved.ok) throw new Error(moved.no);
    expect(moved.value).toMatchObject({ id: meeting.id, slot: meeting.slot, start: '2027-04-28T13:00', end: '2027-04-28T14:00' });
    expect(moved.value.moves).toEqual([
      { from: '2027-04-27T13:00', to: '2027-04-28T13:00', reason: why, by: 'johan', at: '2027-03-10T09:00' },
    ]);
  });

  it('needs a reason, a time that is free, and a meeting that has not begun', () => {
    expect(move(meeting, hub, around(meeting), '2027-04-28T13:00', ownText(' '), 'johan')).toEqual({ ok: false, no: 'empty' });
    expect(move(meeting, hub, around(meeting), '2027-05-01T13:00', why, 'johan')).toEqual({ ok: false, no: 'not-free' });
    expect(move({ ...meeting, stage: { name: 'in-progress' } }, hub, around(meeting), '2027-04-28T13:00', why, 'johan')).toEqual({
      ok: false,
      no: 'begun',
    });
  });

  it('never lands on a red day or in a pause, and never moves another meeting', () => {
    fc.assert(
      fc.property(fc.constantFrom(...meetings), (one) => {
        const times = freeTimes(one, hub, around(one, { now: at('2027-01-01T08:00') }), [], 20);
        for (const time of times) {
          const day = Temporal.PlainDate.from(time.start.slice(0, 10));
          expect(isWorkingDay(day)).toBe(true);
          expect(pauseOn(day, hub.pauses)).toBeUndefined();
          const [before, after] = [
            meetings.filter((other) => other.slot < one.slot).at(-1),
            meetings.find((other) => other.slot > one.slot),
          ];
          if (before) expect(time.start > before.end).toBe(true);
          if (after) expect(time.end < after.start).toBe(true);
        }
      }),
    );
  });
});

describe('with people’s calendars', () => {
  const meeting = on('2027-04-27');
  const all = (busy: { start: string; end: string }[]) => [
    { unit: 'a', busy },
    { unit: 'a', busy },
    { unit: 'b', busy },
  ];
  const day = (date: string) => ({ start: `${date}T08:00`, end: `${date}T17:00` });

  it('times when nobody is taken come first, and the nearest of those', () => {
    const people = all([day('2027-04-26'), day('2027-04-27'), { start: '2027-04-28T12:30', end: '2027-04-28T13:30' }]);
    expect(freeTimes(meeting, hub, around(meeting), people)).toMatchObject([
      { start: '2027-04-28T09:00', lacking: [], taken: 0 },
      { start: '2027-04-29T13:00', lacking: [], taken: 0 },
      { start: '2027-04-30T13:00', lacking: [], taken: 0 },
    ]);
  });

  it('who cannot be seen holds nobody back, and neither does the meeting itself', () => {
    const itself = [{ start: meeting.start, end: meeting.end }];
    const unseen = [{ unit: 'a', busy: 'unknown' as const }, ...all(itself)];
    const plain = freeTimes(meeting, hub, around(meeting));
    expect(freeTimes(meeting, hub, around(meeting), unseen).map(({ start }) => start)).toEqual(plain.map(({ start }) => start));
    expect(plain.every(({ lacking, taken }) => lacking.length === 0 && taken === 0)).toBe(true);
    // Two hours can be moved one hour on, although they stand where they stand.
    const long = { ...meeting, end: '2027-04-27T15:00' };
    const busy = all([
      { start: long.start, end: long.end },
      { start: '2027-04-27T08:00', end: '2027-04-27T12:00' },
    ]);
    expect(freeTimes(long, hub, around(long), busy)).toContainEqual(
      expect.objectContaining({ start: '2027-04-27T14:00', taken: 0 }),
    );
  });

  it('where no time is free for all it says which units nobody is free from, those with the fewest first', () => {
    const always = { start: '2027-01-01T00:00', end: '2027-12-31T00:00' };
    const people = [
      { unit: 'a', busy: [always] },
      { unit: 'b', busy: [always] },
      { unit: 'b', busy: [day('2027-04-28')] },
      { unit: 'c', busy: 'unknown' as const },
      { unit: 'c', busy: [always] },
    ];
    const times = freeTimes(meeting, hub, around(meeting), people);
    expect(times.map(({ lacking, taken }) => [lacking, taken])).toEqual(times.map(() => [['a'], 3]));
    expect(times.some(({ start }) => start.startsWith('2027-04-28'))).toBe(false);
  });

  it('never offers what the plan’s rules do not allow, whatever the calendars say', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 10 }))
      .map(([days, hour, hours]) => {
        const start = Temporal.PlainDateTime.from('2027-04-10T00:00').add({ days, hours: hour });
        return {
          start: start.toString({ smallestUnit: 'minute' }),
          end: start.add({ hours }).toString({ smallestUnit: 'minute' }),
        };
      });
    const busy = fc.oneof(fc.constant('unknown' as const), fc.array(span, { maxLength: 30 }));
    const people = fc.array(fc.record({ unit: fc.constantFrom('a', 'b', 'c'), busy }), { maxLength: 8 });
    const allowed = new Set(possibleTimes(meeting, hub, around(meeting)).map(({ start }) => start));
    fc.assert(
      fc.property(people, (these) => {
        const times = freeTimes(meeting, hub, around(meeting), these);
        expect(times).toHaveLength(3);
        for (const time of times) {
          expect(allowed.has(time.start)).toBe(true);
          expect(time.taken).toBeLessThanOrEqual(these.length);
          if (time.taken === 0) expect(time.lacking).toEqual([]);
        }
        expect(times.map(({ start }) => start)).toEqual(times.map(({ start }) => start).toSorted());
      }),
    );
  });
});
