import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Forum, forumOf, type Level } from '../../src/domain/agreement.ts';
import { type PlannedMeeting, plan } from '../../src/domain/cadence.ts';
import { publishedAt } from '../../src/domain/latency.ts';
import { inLevelOrder } from '../../src/domain/level-order.ts';
import { day, every, forum, pause, stockholm } from './definition.ts';

const levels: Level[] = [
  { id: 'low', label: 'Låg', order: 1, parent: 'high' },
  { id: 'high', label: 'Hög', order: 2, parent: undefined },
];
const two = (low: Partial<Forum>, high: Partial<Forum>): [Forum, Forum] => {
  const [a, b] = inLevelOrder(levels, [forum({ id: 'a', level: 'low', ...low }), forum({ id: 'b', level: 'high', ...high })]);
  return [a!, b!];
};
const dates = (one: Forum, from: string, to: string) =>
  plan(one, day(from), day(to)).meetings.map((meeting) => meeting.start.toPlainDate().toString());
const earlier = { prefer: 'earlier', withinDays: 5, origin: { choice: 'test' } } as const;

describe('a move', () => {
  // Kristi himmelsfärdsdag 2027 is Thursday 6 May: the managers' slot. Their agenda goes out on 3 May.
  const managers = { rhythm: every(42, '2027-05-06'), moving: earlier };

  it('goes to the nearest day where the levels meet in order all the same', () => {
    const [, high] = two({ rhythm: every(42, '2027-04-20') }, managers);
    expect(dates(high, '2027-05-06', '2027-05-06')).toEqual(['2027-05-05']);
  });

  it('goes further, or the other way, rather than publish the agenda before the level below has met', () => {
    // The level below meets on Friday 30 April: on 5 May the agenda would have gone out that morning.
    const [, high] = two({ rhythm: every(42, '2027-04-30') }, managers);
    expect(dates(high, '2027-05-06', '2027-05-06')).toEqual(['2027-05-07']);
    const alone = forum({ id: 'b', ...managers });
    expect(dates(alone, '2027-05-06', '2027-05-06')).toEqual(['2027-05-05']);
  });

  it('never lets the level below miss the agenda above it would have reached', () => {
    // The level above meets on 12 May and publishes on Friday 7 May: held that day, the lower one would come too late.
    const low = { rhythm: every(42, '2027-05-06'), moving: { ...earlier, prefer: 'later' as const } };
    const [meeting] = two(low, { rhythm: every(42, '2027-05-12') });
    expect(dates(meeting, '2027-05-06', '2027-05-06')).toEqual(['2027-05-05']);
  });

  it('is made all the same when no day keeps the order, and says so', () => {
    const closed = [pause({ kind: 'dates', from: '05-07', to: '05-20' })];
    const [, high] = two({ rhythm: every(42, '2027-04-30') }, { ...managers, pauses: closed, inPause: 'moves' });
    const [moved] = plan(high, day('2027-05-06'), day('2027-05-06')).meetings;
    expect(moved!.start.toPlainDate().toString()).toBe('2027-05-05');
    expect(moved!.moved).toMatchObject({ because: 'Kristi himmelsfärdsdag', outOfOrder: true });
  });

  it('moves only its own meeting: every other forum keeps every date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 41 }), fc.integer({ min: 1, max: 52 }), (shift, week) => {
        const section = forumOf(stockholm, 'section');
        if (section.rhythm.kind !== 'every') throw new Error('the section managers meet every six weeks');
        const anchor = day(section.rhythm.anchor).add({ days: shift }).toString();
        const resting: Forum = { ...section, inPause: 'moves', pauses: [pause({ kind: 'weeks', from: week, to: week })] };
        const given = (one: Forum) =>
          inLevelOrder(
            stockholm.levels,
            stockholm.forums.map((old) =>
              old.id === 'section' ? { ...one, rhythm: { ...section.rhythm, anchor } as Forum['rhythm'] } : old,
            ),
          );
        const said = (forums: Forum[], id: string) =>
          plan(forums.find((one) => one.id === id)!, day('2027-01-01'), day('2029-12-31')).meetings;
        const [before, after] = [given(section), given(resting)];
        const unmoved = (all: PlannedMeeting[]) => all.filter((one) => !one.moved).map((one) => `${one.id} ${one.start}`);
        for (const { id } of stockholm.forums) {
          if (id === 'section') continue;
          // Another meeting that lies on its own slot never leaves it because this one moved.
          expect(unmoved(said(after, id))).toEqual(unmoved(said(before, id)));
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keeps, for ten years of the shipped agreement, what the slot itself would have heard from below', () => {
    const section = forumOf(stockholm, 'section');
    const hubs = plan(forumOf(stockholm, 'hub-intro'), day('2026-11-01'), day('2037-12-31')).meetings;
    const moved = plan(section, day('2027-01-01'), day('2036-12-31')).meetings.filter((one) => one.moved);
    expect(moved.length).toBeGreaterThan(0);
    const heard = (one: PlannedMeeting) =>
      hubs.findLast((hub) => Temporal.ZonedDateTime.compare(hub.end, publishedAt(one)) < 0)?.id;
    for (const one of moved) {
      const onSlot = { ...one, start: one.start.with({ year: one.slot.year, month: one.slot.month, day: one.slot.day }) };
      expect(heard(one)).toBe(heard(onSlot));
    }
  });
});

describe('the order of the levels', () => {
  it('follows the parents, passes over a level without dates, and leaves forums beside it alone', () => {
    const order = (id: string) => forumOf(stockholm, id).order;
    expect(order('section')!.below.map((one) => one.id)).toEqual(['hub-intro', 'hub-ec']);
    expect(order('section')!.above.map((one) => one.id)).toEqual(['unit']);
    expect(order('hub-intro')!.above.map((one) => one.id)).toEqual(['section']);
    expect(order('unit')!.above).toEqual([]);
    expect([order('education'), order('um'), order('steering')]).toEqual([undefined, undefined, undefined]);
  });
});
