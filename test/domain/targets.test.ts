import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../src/domain/indicator.ts';
import {
  type DecidedTarget,
  isCorrected,
  type KeptTarget,
  type SetTarget,
  setTarget,
  takeable,
  takeBack,
  targetHistory,
  targetOn,
  validity,
} from '../../src/domain/targets.ts';
import { day } from './definition.ts';
import { anIndicator, aTarget } from './indicator.ts';

const choice = { choice: 'test' };
const ranOut: Indicator = anIndicator({
  id: 'inskrivning',
  measure: 'share',
  target: aTarget({ value: 0.85, validTo: '2025-12-31' }),
  setBy: { forum: 'unit', when: 'each-january', origin: choice },
});
const revised: Indicator = {
  ...ranOut,
  id: 'vagledning',
  setBy: { forum: 'education', when: 'each-sixth-week', origin: choice },
};
const manager = { person: 'eva', forums: ['unit'] };
const decided = (indicator: Indicator, value: number, on: string): DecidedTarget => {
  const { from, to } = validity(indicator, day(on));
  return { value, direction: 'at-least', validFrom: from, validTo: to, decidedAt: on, reportedAt: undefined };
};
const set = (indicator: Indicator, who: typeof manager, value: number, on: string): SetTarget => {
  const done = setTarget(indicator, who, decided(indicator, value, on), day(on));
  if (!done.ok) throw new Error(done.no);
  return done.value;
};

describe('a target', () => {
  it('holds through its last day, and after that is what held last', () => {
    expect(targetOn(ranOut, [], day('2025-12-31'))).toMatchObject({ target: { value: 0.85 }, expired: false });
    expect(targetOn(ranOut, [], day('2026-01-01'))).toMatchObject({ target: { value: 0.85 }, expired: true });
  });

  it('that was never set is not there', () => {
    expect(targetOn({ ...ranOut, target: undefined }, [], day('2026-01-01'))).toBeUndefined();
  });

  it('set by the body the definition names holds the year out, and the old one stays to be seen', () => {
    const now = set(ranOut, manager, 0.9, '2026-01-20');
    expect(now).toMatchObject({
      by: 'eva',
      forum: 'unit',
      decidedAt: '2026-01-20',
      validFrom: '2026-01-20',
      validTo: '2026-12-31',
    });
    expect(targetOn(ranOut, [now], day('2026-06-01'))).toMatchObject({ target: { value: 0.9 }, expired: false });
    expect(targetHistory(ranOut, [now]).map((one) => one.value)).toEqual([0.85, 0.9]);
    expect(targetOn(ranOut, [now], day('2025-11-01'))!.target.value).toBe(0.85);
    expect(targetOn(ranOut, [now], day('2027-01-01'))).toMatchObject({ target: { value: 0.9 }, expired: true });
  });

  it('of the education forum holds six weeks', () => {
    const now = set(revised, { person: 'ali', forums: ['education'] }, 0.6, '2027-04-01');
    expect([now.validFrom, now.validTo]).toEqual(['2027-04-01', '2027-05-12']);
  });

  it('is set by nobody else, whatever forum they sit in', () => {
    for (const forums of [[], ['section'], ['education', 'hub-intro']])
      expect(setTarget(ranOut, { person: 'per', forums }, decided(ranOut, 0.9, '2026-01-20'), day('2026-01-20'))).toEqual({
        ok: false,
        no: 'not-setter',
      });
    const ours = setTarget({ ...ranOut, setBy: undefined }, manager, decided(ranOut, 0.9, '2026-01-20'), day('2026-01-20'));
    expect(ours).toEqual({ ok: false, no: 'no-setter' });
  });

  it('of a share lies between 0 and 1, and of a count is no less than 0', () => {
    const say = (indicator: Indicator, value: number) =>
      setTarget(indicator, manager, decided(indicator, value, '2026-01-20'), day('2026-01-20'));
    expect(say(ranOut, 85)).toEqual({ ok: false, no: 'not-a-share' });
    expect(say(ranOut, -0.1)).toEqual({ ok: false, no: 'not-a-number' });
    expect(say(ranOut, Number.NaN)).toEqual({ ok: false, no: 'not-a-number' });
    expect(say({ ...ranOut, measure: 'count' }, 85).ok).toBe(true);
  });

  it('holds for days that can be, was decided already, and was reported after that where it is reported', () => {
    const say = (over: Partial<DecidedTarget>, indicator = revised) =>
      setTarget(
        indicator,
        { person: 'ali', forums: ['education', 'unit'] },
        { ...decided(indicator, 0.6, '2027-04-01'), ...over },
        day('2027-04-02'),
      );
    expect(say({ validFrom: '2027-05-01', validTo: '2027-04-30' })).toEqual({ ok: false, no: 'ends-before' });
    expect(say({ validFrom: '2027-01-01', validTo: '2027-04-01' })).toEqual({ ok: false, no: 'over-already' });
    expect(say({ decidedAt: '2027-04-03' })).toEqual({ ok: false, no: 'not-decided' });
    for (const reportedAt of ['2027-03-31', '2027-04-03']) expect(say({ reportedAt })).toEqual({ ok: false, no: 'not-reported' });
    expect(say({ reportedAt: '2027-04-02' })).toMatchObject({ value: { decidedAt: '2027-04-01', reportedAt: '2027-04-02' } });
    expect(say({ reportedAt: '2027-04-02' }, ranOut)).toMatchObject({ value: { reportedAt: undefined } });
  });

  it('that was mistyped is written in again by the same decision; it stays to be seen, and never held', () => {
    const wrong = { ...set(ranOut, manager, 0.9, '2027-01-12'), value: 0.09, validTo: '2029-12-31' };
    const right = set(ranOut, manager, 0.9, '2027-01-12');
    const history = targetHistory(ranOut, [wrong, right]);
    expect(history.map((one) => isCorrected(history, one))).toEqual([false, true, false]);
    expect(targetOn(ranOut, [wrong, right], day('2027-06-01'))).toMatchObject({ target: { value: 0.9 }, expired: false });
    // Not even after the right one has run out.
    expect(targetOn(ranOut, [wrong, right], day('2028-06-01'))).toMatchObject({ target: { value: 0.9 }, expired: true });
  });

  it('is taken back without another: it holds no more from that day, and stays to be seen with who did and when', () => {
    const kept: KeptTarget = { ...set(ranOut, manager, 0.95, '2027-03-09'), id: '7', at: '2027-03-09T08:00:00Z' };
    const done = takeBack(ranOut, manager, '7', [kept], '2027-03-11T09:12');
    expect(done).toEqual({ ok: true, value: { by: 'eva', at: '2027-03-11T09:12' } });
    const back = { ...kept, takenBack: { by: 'eva', at: '2027-03-11T09:12' } };
    expect(targetOn(ranOut, [back], day('2027-03-10'))).toMatchObject({ target: { value: 0.95 }, expired: false });
    // What ran out before it is what people see: no new target is set.
    expect(targetOn(ranOut, [back], day('2027-03-11'))).toMatchObject({ target: { value: 0.85 }, expired: true });
    expect(targetOn({ ...ranOut, target: undefined }, [back], day('2027-03-11'))).toBeUndefined();
    expect(targetHistory(ranOut, [back]).at(-1)).toMatchObject({ value: 0.95, takenBack: { by: 'eva' } });
  });

  it('that is taken back lets the decision before it hold again, and never one that was mistyped', () => {
    const wrong = { ...set(ranOut, manager, 0.09, '2027-03-09'), id: '2', at: '' };
    const right = {
      ...set(ranOut, manager, 0.9, '2027-03-09'),
      id: '3',
      at: '',
      takenBack: { by: 'eva', at: '2027-03-11T09:12' },
    };
    const january = { ...set(ranOut, manager, 0.8, '2027-01-12'), id: '1', at: '' };
    expect(targetOn(ranOut, [january, wrong, right], day('2027-04-01'))).toMatchObject({
      target: { value: 0.8 },
      expired: false,
    });
  });

  it('is taken back by nobody else, once, while it holds or is to hold', () => {
    const kept = (id: string, validFrom: string, validTo: string): KeptTarget => {
      return { ...set(ranOut, manager, 0.9, '2027-01-12'), validFrom, validTo, id, at: '' };
    };
    const all = [
      kept('over', '2027-01-01', '2027-02-28'),
      kept('now', '2027-02-01', '2027-12-31'),
      kept('next', '2028-01-01', '2028-12-31'),
    ];
    expect(takeable(ranOut, all, day('2027-03-11')).map(({ id }) => id)).toEqual(['now', 'next']);
    const say = (id: string, who = manager, indicator = ranOut) => takeBack(indicator, who, id, all, '2027-03-11T09:12');
    expect(say('next').ok).toBe(true);
    for (const id of ['over', 'none', '']) expect(say(id)).toEqual({ ok: false, no: 'target-gone' });
    expect(say('now', { person: 'per', forums: ['section'] })).toEqual({ ok: false, no: 'not-setter' });
    expect(say('now', manager, { ...ranOut, setBy: undefined })).toEqual({ ok: false, no: 'no-setter' });
    // One indicator's target is not taken back through another's.
    expect(say('now', { person: 'ali', forums: ['education'] }, revised)).toEqual({ ok: false, no: 'target-gone' });
  });

  it('that somebody decides later wins, and no decision takes away an earlier one', () => {
    const days = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(days, (offsets) => {
        const sorted = offsets.toSorted((a, b) => a - b);
        const all = sorted.map((n, at) => set(ranOut, manager, at / 10, day('2026-01-01').add({ days: n }).toString()));
        expect(targetHistory(ranOut, all)).toHaveLength(all.length + 1);
        const last = all.at(-1)!;
        expect(targetOn(ranOut, all, day(last.validFrom))!.target.value).toBe(last.value);
      }),
    );
  });
});
