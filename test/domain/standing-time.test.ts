import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Forum, forumOf, type Rhythm } from '../../src/domain/agreement.ts';
import { misfits, shareOut, standingTimeOf } from '../../src/domain/standing-time.ts';
import { stockholm } from '../support/agreement.ts';

describe('a standing time two forums share', () => {
  it('is the two hubs’ two hours, in the order they meet; other forums have theirs to themselves', () => {
    const time = standingTimeOf(stockholm, forumOf(stockholm, 'hub-ec'))!;
    expect([time.minutes, time.forums.map((forum) => forum.id)]).toEqual([120, ['hub-intro', 'hub-ec']]);
    expect(standingTimeOf(stockholm, forumOf(stockholm, 'section'))).toBeUndefined();
  });

  it('is divided as the definition says while both have enough', () => {
    expect(
      shareOut([
        { has: 60, needs: 55 },
        { has: 60, needs: 60 },
      ]),
    ).toEqual([60, 60]);
  });

  it('gives the one whose agenda is longer what the other has over, in steps of five minutes', () => {
    expect(
      shareOut([
        { has: 60, needs: 72 },
        { has: 60, needs: 30 },
      ]),
    ).toEqual([75, 45]);
    expect(
      shareOut([
        { has: 60, needs: 30 },
        { has: 60, needs: 85 },
      ]),
    ).toEqual([35, 85]);
  });

  it('is divided by need when there is too little for both', () => {
    expect(
      shareOut([
        { has: 60, needs: 75 },
        { has: 60, needs: 60 },
      ]),
    ).toEqual([65, 55]);
    expect(
      shareOut([
        { has: 60, needs: 90 },
        { has: 60, needs: 90 },
      ]),
    ).toEqual([60, 60]);
  });

  it('takes minutes that are nobody’s first', () => {
    expect(
      shareOut(
        [
          { has: 45, needs: 60 },
          { has: 60, needs: 60 },
        ],
        15,
      ),
    ).toEqual([60, 60]);
  });
});

describe('whatever the agendas need', () => {
  const share = fc.record({ has: fc.integer({ min: 3, max: 24 }).map((n) => n * 5), needs: fc.integer({ min: 0, max: 240 }) });
  const shares = fc.array(share, { minLength: 1, maxLength: 4 });

  it('no minute appears or is lost, and everybody keeps some', () => {
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 12 }), (all, fives) => {
        const given = shareOut(all, fives * 5);
        const sum = (some: number[]) => some.reduce((a, b) => a + b, 0);
        const before = sum(all.map((one) => one.has));
        expect(sum(given)).toBeGreaterThanOrEqual(before);
        expect(sum(given)).toBeLessThanOrEqual(before + fives * 5);
        expect(Math.min(...given)).toBeGreaterThan(0);
      }),
    );
  });

  it('the one with the least of what it needs never gets less than before, and with enough for all nothing changes', () => {
    fc.assert(
      fc.property(shares, (all) => {
        const given = shareOut(all);
        const least = (has: number[]) => Math.min(1, ...all.map(({ needs }, n) => (needs > 0 ? has[n]! / needs : 1)));
        const before = all.map((one) => one.has);
        expect(least(given)).toBeGreaterThanOrEqual(least(before));
        if (least(before) === 1) expect(given).toEqual(before);
      }),
    );
  });

  it('nobody lacks five minutes that somebody else has over', () => {
    fc.assert(
      fc.property(shares, (all) => {
        const given = shareOut(all);
        const lacks = all.some(({ needs }, n) => needs > given[n]!);
        const over = all.some(({ needs }, n) => given[n]! - Math.max(needs, 5) >= 5);
        expect(lacks && over).toBe(false);
      }),
    );
  });
});

describe('the cadences in a standing time', () => {
  type EveryDays = Extract<Rhythm, { kind: 'every' }>;
  const second = (changed: Partial<EveryDays>) => ({
    ...stockholm,
    forums: stockholm.forums.map(
      (forum): Forum => (forum.id === 'hub-ec' ? { ...forum, rhythm: { ...(forum.rhythm as EveryDays), ...changed } } : forum),
    ),
  });

  it('fit as they ship, and when one meets at every second of the other’s times', () => {
    expect(misfits(stockholm)).toEqual([]);
    expect(misfits(second({ days: 28, anchor: '2027-02-02' }))).toEqual([]);
  });

  it('that lie on each other, run over its minutes or have other days are pointed out', () => {
    const told = { forum: 'hub-ec', beside: 'hub-intro' };
    expect(misfits(second({ start: '13:30' }))).toEqual([{ ...told, how: 'overlaps', free: 14 * 60 }]);
    expect(misfits(second({ minutes: 75 }))).toEqual([
      { ...told, how: 'outside', from: 13 * 60, to: 15 * 60, ends: 15 * 60 + 15 },
    ]);
    expect(misfits(second({ anchor: '2027-01-26' }))).toEqual([{ ...told, how: 'other days', date: '2027-01-19' }]);
    expect(misfits(second({ days: 21 }))).toMatchObject([{ how: 'other days' }]);
  });
});
