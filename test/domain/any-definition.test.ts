import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Forum, Level } from '../../src/domain/agreement.ts';
import { immovable, pauseOn, plan } from '../../src/domain/cadence.ts';
import { isWorkingDay, STOCKHOLM } from '../../src/domain/calendar.ts';
import { inLevelOrder } from '../../src/domain/level-order.ts';
import { anyDay, anyPause, day, type EveryDays, every, forum, pause } from './definition.ts';

/** Up to five levels, each under the next, and a few forums on each: hubs that rest, managers that move. */
const anyDefinition = fc
  .record({
    levels: fc.integer({ min: 1, max: 5 }),
    forums: fc.array(
      fc.record({
        level: fc.nat(4),
        anchor: anyDay,
        hub: fc.boolean(),
        pauses: fc.array(anyPause, { maxLength: 3 }),
        prefer: fc.constantFrom('earlier' as const, 'later' as const),
        withinDays: fc.integer({ min: 3, max: 20 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ levels, forums }) => {
    const all = Array.from({ length: levels }, (_, n): Level => {
      return { id: `level-${n}`, label: '', order: n + 1, parent: n + 1 < levels ? `level-${n + 1}` : undefined };
    });
    const made = forums.map(({ level, anchor, hub, pauses, prefer, withinDays }, n) =>
      forum({
        id: `forum-${n}`,
        level: `level-${level % levels}`,
        rhythm: every(hub ? 14 : 42, anchor.toString()),
        pauses,
        inPause: hub ? 'rests' : 'moves',
        moving: { prefer, withinDays, origin: { choice: 'test' } },
      }),
    );
    return { levels: all, forums: inLevelOrder(all, made) };
  });

const anyHour = fc.integer({ min: 7, max: 16 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);

const [from, to] = [day('2027-01-01'), day('2030-12-31')];
const hub = (one: Forum): boolean => one.inPause === 'rests';

describe('any definition', () => {
  it('gives no meeting on a red day, on a weekend or in an uppehåll', () => {
    fc.assert(
      fc.property(anyDefinition, ({ forums }) => {
        for (const one of forums)
          for (const { start } of plan(one, from, to).meetings) {
            expect(isWorkingDay(start.toPlainDate()), start.toString()).toBe(true);
            expect(pauseOn(start.toPlainDate(), one.pauses), start.toString()).toBeUndefined();
          }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps hubs multiples of fourteen days apart, whatever rests', () => {
    fc.assert(
      fc.property(anyDefinition, ({ forums }) => {
        for (const one of forums.filter(hub)) {
          const { meetings } = plan(one, from, to);
          meetings.forEach(({ slot }, n) => {
            if (n > 0) expect(meetings[n - 1]!.slot.until(slot, { largestUnit: 'days' }).days % 14).toBe(0);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("keeps the managers' own slots exactly 42 days apart, and loses none: what no day can hold is named", () => {
    fc.assert(
      fc.property(anyDefinition, ({ forums }) => {
        for (const one of forums.filter((each) => !hub(each))) {
          const { meetings, rests, unplanned } = plan(one, from, to);
          expect(rests).toEqual([]);
          const slots = [...meetings.map(({ slot }) => slot), ...unplanned].sort(Temporal.PlainDate.compare);
          slots.forEach((slot, n) => {
            if (n > 0) expect(slots[n - 1]!.until(slot, { largestUnit: 'days' }).days).toBe(42);
          });
          const days = from.until(to, { largestUnit: 'days' }).days;
          expect(slots.length).toBeGreaterThanOrEqual(Math.floor(days / 42));
          expect(immovable(one, from, to)).toEqual(unplanned);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every hour on the wall in Stockholm, and every length, whatever is done to the clock', () => {
    fc.assert(
      fc.property(anyDefinition, anyHour, fc.integer({ min: 15, max: 180 }), ({ forums }, start, minutes) => {
        for (const one of forums) {
          const { meetings } = plan({ ...one, rhythm: { ...(one.rhythm as EveryDays), start, minutes } }, from, to);
          for (const meeting of meetings) {
            expect(meeting.start.toPlainTime().toString({ smallestUnit: 'minute' })).toBe(start);
            expect(meeting.start.timeZoneId).toBe(STOCKHOLM);
            expect(meeting.start.until(meeting.end).total('minutes')).toBe(minutes);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('moving one meeting never moves another that lies in its own place, in its forum or any other', () => {
    fc.assert(
      fc.property(anyDefinition, fc.nat(), fc.nat(), ({ levels, forums }, which, nth) => {
        const moved = forums[which % forums.length]!;
        const own = plan(moved, from, to).meetings.filter((one) => !one.moved);
        const slot = own[nth % own.length]?.slot.toString().slice(5);
        fc.pre(slot !== undefined);
        const closed: Forum = {
          ...moved,
          inPause: 'moves',
          pauses: [...moved.pauses.filter(() => !hub(moved)), pause({ kind: 'dates', from: slot!, to: slot! })],
        };
        const open: Forum = { ...closed, pauses: closed.pauses.slice(0, -1) };
        const inPlace = (one: Forum) =>
          inLevelOrder(
            levels,
            forums.map((each) => (each.id === moved.id ? one : each)),
          ).map((each) => new Set(plan(each, from, to).meetings.flatMap((m) => (m.moved ? [] : [m.id]))));
        const [before, after] = [inPlace(open), inPlace(closed)];
        for (const [n, ids] of before.entries())
          for (const id of ids) if (!after[n]!.has(id)) expect(id.endsWith(slot!), id).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
