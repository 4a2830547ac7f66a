import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Forum } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { type Meeting, planned, wallClock } from '../../src/domain/meeting.ts';
import { BY_PLAN, retimed } from '../../src/domain/move.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { foreseen } from '../../src/flows/foresee-definition.ts';
import { anyDay, anyPause, at, day, every, forum } from '../domain/definition.ts';

const now = at('2027-03-10T09:00');
const why = ownText('test');
const invented = { choice: 'invented for a test' };

describe('whatever the definition was and becomes', () => {
  const anyRhythm = fc.record({
    days: fc.constantFrom(7, 14, 42),
    anchor: anyDay,
    start: fc.constantFrom('09:00', '13:00'),
    pauses: fc.array(anyPause, { maxLength: 2 }),
    rests: fc.boolean(),
  });
  type Given = typeof anyRhythm extends fc.Arbitrary<infer T> ? T : never;
  const made = ({ days, anchor, start, pauses, rests }: Given) =>
    forum({ rhythm: every(days, anchor.toString(), start), pauses, inPause: rests ? 'rests' : 'moves' });
  /** Some, or all of a year; how many are ahead must not matter. */
  const anyAhead = fc.constantFrom(3, 8, 26);
  /** Two that have been held, one that was held but not yet closed, and those ahead. */
  const storedOf = (one: Forum, ahead = 3): Meeting[] => {
    const all = plan(one, day('2026-06-01'), day('2028-12-31')).meetings.map(planned);
    const first = all.findIndex((each) => each.start > wallClock(now));
    return all
      .slice(Math.max(0, first - 3), first + ahead)
      .map((each): Meeting => (each.start > wallClock(now) ? each : { ...each, stage: { name: 'draft' } }));
  };
  const told = (one: Forum, all: readonly Meeting[]) => foreseen(one, all, now);
  const followed = (one: Forum, all: readonly Meeting[]): Meeting[] => {
    const { moved, placed, added } = told(one, all);
    const to = new Map(moved.map((each) => [each.meeting.id, each]));
    const on = new Map([...moved, ...placed].map(({ meeting, plan: { slot } }) => [meeting.id, slot.toString()]));
    const after = all.map((each): Meeting => {
      const [move, follows] = [to.get(each.id), on.get(each.id)];
      return { ...(move ? retimed(each, move.to, why, BY_PLAN, now) : each), ...(follows ? { follows } : {}) };
    });
    return [...after, ...added.map(planned)].sort((a, b) => (a.slot < b.slot ? -1 : 1));
  };

  it('history stays as it was, no meeting is lost, and each has its own day in the order they had', () => {
    fc.assert(
      fc.property(anyRhythm, anyRhythm, anyAhead, (was, becomes, ahead) => {
        const [before, next] = [storedOf(made(was), ahead), made(becomes)];
        const after = followed(next, before);
        const known = after.filter((one) => before.some((other) => other.id === one.id));
        expect(known.map((one) => one.id)).toEqual(before.map((one) => one.id));
        for (const one of before)
          if (one.start <= wallClock(now)) expect(after.find((other) => other.id === one.id)).toEqual(one);
        const starts = after.map((one) => one.start);
        expect(starts).toEqual([...starts].sort());
        expect(new Set(starts.map((one) => one.slice(0, 10))).size).toBe(starts.length);
      }),
    );
  });

  it('a pause of all the year but one day moves nothing, today or when fewer are left', () => {
    const pause = { name: 'uppehåll', origin: invented, kind: 'dates' as const, from: '10-17', to: '10-15' };
    const rhythm = { days: 7, start: '09:00', rests: true } as const;
    const before = storedOf(made({ ...rhythm, anchor: day('2020-01-08'), pauses: [] }));
    const next = made({ ...rhythm, anchor: day('2020-01-08'), start: '13:00', pauses: [pause] });
    for (const days of [0, 7, 14, 21]) {
      const then = now.add({ days });
      const held = before.map((one): Meeting => (one.end <= wallClock(then) ? { ...one, stage: { name: 'draft' } } : one));
      expect(foreseen(next, held, then)).toEqual({ moved: [], placed: [], added: [] });
    }
  });

  it('a whole year of meetings finds places in a rhythm a third as dense, in their order', () => {
    const plain = { start: '13:00' as const, rests: true, pauses: [], anchor: day('2027-01-19') } satisfies Partial<Given>;
    const before = storedOf(made({ ...plain, days: 14 }), 26);
    const after = followed(made({ ...plain, days: 42 }), before);
    expect(
      after.filter((one) => one.start > wallClock(now)).every((one, n, all) => n === 0 || one.start > all[n - 1]!.start),
    ).toBe(true);
    expect(after.at(-1)!.start.slice(0, 4)).toBe('2030');
  });

  it('a meeting that lies later than its place, which has passed, gets no new one before it or on its day', () => {
    const rests = { rests: false, pauses: [] };
    const pause = { name: 'uppehåll', origin: invented, kind: 'dates' as const, from: '01-01', to: '03-10' };
    const before = storedOf(made({ ...rests, days: 42, anchor: day('2020-01-08'), start: '09:00', pauses: [pause] }));
    const after = followed(made({ ...rests, days: 7, anchor: day('2020-01-01'), start: '13:00' }), before);
    const starts = after.map((one) => one.start);
    expect(starts).toEqual([...starts].sort());
    expect(starts).toContain('2027-03-11T09:00');
    expect(starts).not.toContain('2027-03-10T13:00');
  });

  it('what somebody has moved by hand is never moved, and asked again on any later day nothing moves', () => {
    fc.assert(
      fc.property(anyRhythm, anyRhythm, anyAhead, fc.nat(3), fc.nat(200), (was, becomes, ahead, which, later) => {
        const stored = storedOf(made(was), ahead);
        const hand = stored.filter((one) => one.start > wallClock(now))[which];
        const before = stored.map((one) =>
          one.id === hand?.id ? retimed(one, { start: one.start, end: `${one.end.slice(0, 11)}20:00` }, why, 'johan', now) : one,
        );
        const next = made(becomes);
        const after = followed(next, before);
        const [earlier, is] = [before, after].map((all) => all.find((one) => one.id === hand?.id));
        expect(is && [is.start, is.end, is.moves]).toEqual(earlier && [earlier.start, earlier.end, earlier.moves]);
        const then = now.add({ days: later, hours: 4 });
        const held = after.map((one): Meeting => (one.end <= wallClock(then) ? { ...one, stage: { name: 'draft' } } : one));
        expect(foreseen(next, held, then)).toEqual({ moved: [], placed: [], added: [] });
      }),
      { numRuns: 300 },
    );
  });
});
