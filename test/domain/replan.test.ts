import { describe, expect, it } from 'vitest';
import type { Forum } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { type Meeting, planned } from '../../src/domain/meeting.ts';
import { BY_PLAN, retimed, STANDING_TIME } from '../../src/domain/move.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { replan } from '../../src/domain/replan.ts';
import { at, day, every, forum, pause } from './definition.ts';

const now = at('2027-03-10T09:00');
const hub = forum({ rhythm: every(14, '2027-01-19') });
const meetings = (one: Forum, from = '2027-02-20', to = '2027-06-30') => plan(one, day(from), day(to)).meetings;
/** Held on 2 March, planned for 16 and 30 March and 13 April. */
const known: Meeting[] = meetings(hub)
  .map(planned)
  .slice(0, 4)
  .map((one, n) => (n === 0 ? { ...one, stage: { name: 'draft' } } : one));
const said = (one: Forum, all = known) => replan(all, meetings(one), now);
const moves = (one: Forum, all = known) => said(one, all).moved.map(({ meeting, to }) => `${meeting.slot} → ${to.start}`);
const why = ownText('test');

describe('a changed definition', () => {
  it('changes nothing when it says the same', () => {
    expect(said(hub)).toEqual({ moved: [], placed: [], added: [] });
  });

  it('with another weekday moves what lies ahead, each to the nearest, and never what has been', () => {
    expect(moves(forum({ rhythm: every(14, '2027-01-21') }))).toEqual([
      '2027-03-16 → 2027-03-18T13:00',
      '2027-03-30 → 2027-04-01T13:00',
      '2027-04-13 → 2027-04-15T13:00',
    ]);
  });

  it('with another hour or length moves each on its own day', () => {
    expect(moves(forum({ rhythm: every(14, '2027-01-19', '10:00') }))[0]).toBe('2027-03-16 → 2027-03-16T10:00');
    expect(said(forum({ rhythm: every(14, '2027-01-19', '13:00', 90) })).moved[0]!.to.end).toBe('2027-03-16T14:30');
  });

  it('with a new pause lets the meetings follow in order, so that none is lost', () => {
    const resting = forum({ rhythm: every(14, '2027-01-19'), pauses: [pause({ kind: 'weeks', from: 11, to: 11 })] });
    expect(moves(resting)).toEqual([
      '2027-03-16 → 2027-03-30T13:00',
      '2027-03-30 → 2027-04-13T13:00',
      '2027-04-13 → 2027-04-27T13:00',
    ]);
  });

  it('with a pause less adds the meeting that was missing between the others', () => {
    const sparse = known.filter((one) => one.slot !== '2027-03-30');
    const { moved, added } = said(hub, sparse);
    expect([moved, added.map((one) => one.id)]).toEqual([[], ['forum-2027-03-30']]);
  });

  it('leaves what somebody moved by hand, and what a standing time gave', () => {
    const hand = known.map((one, n) =>
      n === 1 ? retimed(one, { start: '2027-03-17T09:00', end: '2027-03-17T10:00' }, why, 'johan', now) : one,
    );
    expect(moves(forum({ rhythm: every(14, '2027-01-19', '10:00') }), hand)).toHaveLength(2);
    const shared = known.map((one, n) =>
      n === 1 ? retimed(one, { start: '2027-03-16T13:05', end: '2027-03-16T14:00' }, why, STANDING_TIME, now) : one,
    );
    expect(moves(hub, shared)).toEqual([]);
  });

  it('is followed once: what has been moved lies where the plan says', () => {
    const thursday = forum({ rhythm: every(14, '2027-01-21', '10:00') });
    const { moved } = said(thursday);
    const after = known.map((one) => {
      const to = moved.find(({ meeting }) => meeting.id === one.id)?.to;
      return to ? retimed(one, to, why, BY_PLAN, now) : one;
    });
    expect(moves(thursday, after)).toEqual([]);
  });
});
