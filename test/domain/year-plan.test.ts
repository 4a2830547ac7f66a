import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advise } from '../../src/domain/advise.ts';
import type { Forum } from '../../src/domain/agreement.ts';
import { forumOf } from '../../src/domain/agreement.ts';
import { pauseOn, plan } from '../../src/domain/cadence.ts';
import { isSqueezeDay, isWorkingDay } from '../../src/domain/calendar.ts';
import { chainAbove, latency, lowest, outOfOrder, publishedAt, stops, ways } from '../../src/domain/latency.ts';
import { collisions, yearPlan } from '../../src/domain/year-plan.ts';
import { hub, stockholm } from '../support/agreement.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const [from, to] = [day('2027-01-01'), day('2027-12-31')];
const section = forumOf(stockholm, 'section');
const unit = forumOf(stockholm, 'unit');
const managers = stockholm.forums.filter((forum) => forum.rhythm.kind === 'every' && forum.rhythm.days === 42);

describe("the agreement's year", () => {
  it('has every forum that gives dates, in time order, with its tier', () => {
    const { meetings, unplanned } = yearPlan(stockholm, from, to);
    expect(new Set(meetings.map((meeting) => meeting.forum))).toEqual(
      new Set(['hub-intro', 'hub-ec', 'section', 'unit', 'education', 'um']),
    );
    expect(
      meetings.every((meeting, n) => n === 0 || Temporal.ZonedDateTime.compare(meetings[n - 1]!.start, meeting.start) <= 0),
    ).toBe(true);
    expect(meetings.find((meeting) => meeting.forum === 'section')!.tier).toBe(2);
    expect(meetings.find((meeting) => meeting.forum === 'unit')!.tier).toBe(3);
    expect(unplanned).toEqual([]);
  });

  it('lets the two hubs share one standing time of two hours', () => {
    const starts = (id: string) => plan(forumOf(stockholm, id), from, to).meetings;
    const [intro, ec] = [starts('hub-intro'), starts('hub-ec')];
    expect(ec.map((meeting) => meeting.slot.toString())).toEqual(intro.map((meeting) => meeting.slot.toString()));
    for (const [n, meeting] of intro.entries()) {
      expect(meeting.end.equals(ec[n]!.start)).toBe(true);
      expect(meeting.start.until(ec[n]!.end).total('hours')).toBe(2);
    }
  });

  it("keeps the managers' own places exactly 42 days apart, and loses none, for ten years", () => {
    for (const forum of managers) {
      const { meetings, rests, unplanned } = plan(forum, from, from.add({ years: 10 }));
      expect([rests, unplanned]).toEqual([[], []]);
      for (const [n, meeting] of meetings.entries()) {
        if (n > 0) expect(meetings[n - 1]!.slot.until(meeting.slot, { largestUnit: 'days' }).days).toBe(42);
        expect(isWorkingDay(meeting.start.toPlainDate())).toBe(true);
      }
    }
  });

  it('moves a slot out of a pause where the forum’s pauses move, and rests where they rest', () => {
    const pause = { name: 'Påsk', kind: 'easter', from: -3, to: 3, origin: { choice: 'test' } } as const;
    const resting: Forum = { ...section, pauses: [pause], inPause: 'rests' };
    const moving: Forum = { ...section, pauses: [pause], inPause: 'moves' };
    expect(plan(resting, from, to).rests.map((rest) => rest.slot.toString())).toEqual(['2027-03-30']);
    const moved = plan(moving, from, to).meetings.find((meeting) => meeting.slot.equals(day('2027-03-30')))!;
    expect(moved.moved?.because).toContain('Påsk');
    expect(pauseOn(moved.start.toPlainDate(), [pause])).toBeUndefined();
  });

  it('goes the way the definition prefers when it moves, and no further than it allows', () => {
    // 6 May 2027 is Kristi himmelsfärdsdag, a Thursday.
    const on = (moving: Forum['moving']) =>
      plan(
        { ...unit, rhythm: { ...(unit.rhythm as Extract<Forum['rhythm'], { kind: 'every' }>), anchor: '2027-05-06' }, moving },
        day('2027-05-06'),
        day('2027-05-06'),
      );
    const origin = { choice: 'test' };
    expect(on({ prefer: 'earlier', withinDays: 5, origin }).meetings[0]!.start.toPlainDate().toString()).toBe('2027-05-05');
    expect(on({ prefer: 'later', withinDays: 5, origin }).meetings[0]!.start.toPlainDate().toString()).toBe('2027-05-07');
  });

  it('says which slots cannot be held when a rule leaves no room, and plans the rest', () => {
    const always = { name: 'Allt', kind: 'weeks', from: 10, to: 49, origin: { choice: 'test' } } as const;
    const stuck: Forum = { ...section, pauses: [always], inPause: 'moves' };
    const { meetings, unplanned } = plan(stuck, from, to);
    expect(unplanned.length).toBeGreaterThan(0);
    expect(meetings.length).toBeGreaterThan(0);
    expect(meetings.length + unplanned.length).toBe(plan(section, from, to).meetings.length);
  });

  it('flags klämdagar and school holidays, and blocks nothing for them', () => {
    expect(isSqueezeDay(day('2027-05-07'))).toBe(true);
    expect(isSqueezeDay(day('2027-05-10'))).toBe(false);
    const flagged = yearPlan(stockholm, from, to).meetings.filter((meeting) => meeting.flags.includes('sportlov'));
    expect(flagged.map((meeting) => meeting.start.toPlainDate().weekOfYear)).toEqual(flagged.map(() => 9));
    expect(flagged.length).toBeGreaterThan(0);
  });
});

describe('the way of a question', () => {
  const meetings = (forum: Forum) => stops(plan(forum, from, to.add({ months: 6 })).meetings);

  it('raised on 16 March is answered on 30 March and back on 13 April', () => {
    const way = ways(meetings(hub), [meetings(section)]).find((one) => one.raised.slot.toString() === '2027-03-16')!;
    expect(way.through.map((meeting) => meeting.slot.toString())).toEqual(['2027-03-30']);
    expect(way.back?.slot.toString()).toBe('2027-04-13');
    expect(way.days).toBe(28);
  });

  it('goes up the levels of the definition, as far as they have dates', () => {
    expect(chainAbove(stockholm, hub).map((forum) => forum.id)).toEqual(['section', 'unit']);
    expect(lowest(stockholm, hub)).toBe(true);
    expect(lowest(stockholm, section)).toBe(false);
  });

  it('never misses an agenda: every stop is published after the one before has ended', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 41 }), fc.integer({ min: 0, max: 41 }), (a, b) => {
        const shifted = (forum: Forum, days: number): Forum => {
          const rhythm = forum.rhythm as Extract<Forum['rhythm'], { kind: 'every' }>;
          return { ...forum, rhythm: { ...rhythm, anchor: day(rhythm.anchor).add({ days }).toString() } };
        };
        const chain = [shifted(section, a), shifted(unit, b)].map(meetings);
        for (const way of ways(meetings(hub), chain)) {
          const stopsOnTheWay = [way.raised, ...way.through, ...(way.back ? [way.back] : [])];
          for (const [n, stop] of stopsOnTheWay.entries()) {
            if (n > 0) expect(Temporal.ZonedDateTime.compare(publishedAt(stop), stopsOnTheWay[n - 1]!.end)).toBe(1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('is in order with the shipped anchors, for ten years', () => {
    expect(outOfOrder(stockholm, from, from.add({ years: 10 }))).toEqual([]);
  });

  it('warns when a level’s agenda goes out before the level below has met', () => {
    // The unit managers' agenda is published on the day the section managers meet.
    const early = stockholm.forums.map((forum): Forum => {
      if (forum.id !== 'hub-intro' && forum.id !== 'hub-ec') return forum;
      const rhythm = forum.rhythm as Extract<Forum['rhythm'], { kind: 'every' }>;
      return { ...forum, rhythm: { ...rhythm, days: 126 } };
    });
    expect(outOfOrder({ ...stockholm, forums: early }, from, to).some((warning) => warning.forum === 'section')).toBe(true);
  });

  it('gives the median and the worst of a year', () => {
    const days = latency(ways(meetings(hub), [meetings(section)]))!;
    expect(days.median).toBeGreaterThanOrEqual(14);
    expect(days.worst).toBeGreaterThanOrEqual(days.median);
  });

  it('proposes anchors that are no worse than today’s, with the figures', () => {
    const [now, best] = advise(stockholm, hub, from);
    expect(now!.now).toBe(true);
    expect(best!.now).toBe(false);
    expect(best!.oneLevel.median).toBeLessThanOrEqual(now!.oneLevel.median);
    for (const anchor of Object.values(best!.anchors)) expect(day(anchor).dayOfWeek).toBeLessThanOrEqual(5);
  });
});

describe('forums with members in common', () => {
  it('do not meet on top of each other with the shipped anchors', () => {
    expect(collisions(stockholm, from, from.add({ years: 3 }))).toEqual([]);
  });

  it('are pointed out when they do: which, how often, from when', () => {
    const clash = stockholm.forums.map((forum): Forum => {
      if (forum.id !== 'education') return forum;
      const rhythm = forum.rhythm as Extract<Forum['rhythm'], { kind: 'every' }>;
      return { ...forum, rhythm: { ...rhythm, anchor: '2027-03-30', start: '10:00' } };
    });
    const [found, ...more] = collisions({ ...stockholm, forums: clash }, from, to);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ forums: ['education', 'section'] });
    expect(found!.times).toBeGreaterThan(5);
  });
});
