import { describe, expect, it } from 'vitest';
import { plan } from '../../src/domain/cadence.ts';
import { planned } from '../../src/domain/meeting.ts';
import { BY_PLAN, retimed, STANDING_TIME } from '../../src/domain/move.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { whyDay } from '../../src/domain/why-day.ts';
import { at, day, every, forum, pause, stockholm } from './definition.ts';

const hub = forum({ rhythm: every(14, '2027-01-19') });
const meetingOn = (slot: string, of = hub) => planned(plan(of, day(slot), day(slot)).meetings[0]!);
const why = (one = meetingOn('2027-03-16'), of = hub) => whyDay(stockholm, of, one);
const now = at('2027-03-10T08:12');
const to = (start: string, end: string) => ({ start, end });
const kinds = (all: { kind: string }[]) => all.map((one) => one.kind);

describe('why a meeting lies where it lies', () => {
  it('is the rhythm and its anchor, when nothing has happened', () => {
    expect(kinds(why().rules)).toEqual(['rhythm', 'anchor']);
    expect(why().steps).toEqual([{ kind: 'slot', day: '2027-03-16', given: 'now' }]);
  });

  it('names the red day or the pause that was in the way, and the rule that moved it', () => {
    const may = forum({ rhythm: every(7, '2027-05-06') });
    const { rules, steps } = why(meetingOn('2027-05-06', may), may);
    expect(kinds(rules)).toEqual(['rhythm', 'anchor', 'never-cancelled', 'moving']);
    expect(steps[1]).toEqual({
      kind: 'hindered',
      day: '2027-05-06',
      to: '2027-05-05',
      because: 'Kristi himmelsfärdsdag',
      outOfOrder: false,
    });
    const moving = forum({
      rhythm: every(14, '2027-01-19'),
      inPause: 'moves',
      pauses: [pause({ kind: 'weeks', from: 11, to: 11 })],
    });
    expect(kinds(why(meetingOn('2027-03-16', moving), moving).rules)).toContain('pause');
  });

  it('tells of the slots right before that rest, and of no others', () => {
    const resting = forum({ rhythm: every(14, '2027-01-19'), pauses: [pause({ kind: 'weeks', from: 7, to: 9 })] });
    expect(why(meetingOn('2027-03-16', resting), resting).steps).toEqual([
      { kind: 'rested', day: '2027-02-16', pause: 'uppehåll' },
      { kind: 'rested', day: '2027-03-02', pause: 'uppehåll' },
      { kind: 'slot', day: '2027-03-16', given: 'now' },
    ]);
    expect(kinds(why(meetingOn('2027-03-30', resting), resting).steps)).toEqual(['slot']);
  });

  it('ends where the whole year before rests', () => {
    const rare = forum({ rhythm: every(14, '2027-01-19'), pauses: [pause({ kind: 'dates', from: '01-01', to: '12-31' })] });
    expect(why(meetingOn('2027-03-16'), rare).steps.length).toBeLessThan(30);
  });

  it('lists every move in order, with who, when and why', () => {
    const byHand = retimed(meetingOn('2027-03-16'), to('2027-03-18T13:00', '2027-03-18T14:00'), ownText('stängt'), 'johan', now);
    const shared = retimed(byHand, to('2027-03-18T13:00', '2027-03-18T14:05'), ownText('delas'), STANDING_TIME, now);
    expect(why(shared).steps.slice(1)).toEqual([
      {
        kind: 'person',
        from: '2027-03-16T13:00',
        to: '2027-03-18T13:00',
        at: '2027-03-10T08:12',
        reason: 'stängt',
        person: 'johan',
      },
      { kind: 'standing-time', from: '2027-03-18T13:00', to: '2027-03-18T13:00', at: '2027-03-10T08:12', reason: 'delas' },
    ]);
    expect(kinds(why(shared).rules)).toContain('never-cancelled');
  });

  it('gives the rule of today only to meetings it has placed', () => {
    const thursdays = forum({ rhythm: every(14, '2027-01-21') });
    const held = meetingOn('2027-03-16');
    expect(why(held, thursdays)).toEqual({ rules: [], steps: [{ kind: 'slot', day: '2027-03-16', given: 'earlier' }] });
    const followed = retimed(held, to('2027-03-18T13:00', '2027-03-18T14:00'), ownText('ändrad'), BY_PLAN, now);
    const told = why(followed, thursdays);
    expect(kinds(told.rules)).toEqual(['rhythm', 'anchor', 'never-cancelled']);
    expect(kinds(told.steps)).toEqual(['slot', 'definition']);
  });

  it('says what hindered a changed definition from placing it on its own day', () => {
    const thursdays = forum({ rhythm: every(14, '2027-01-14') });
    const followed = {
      ...retimed(meetingOn('2027-05-11'), to('2027-05-05T13:00', '2027-05-05T14:00'), ownText('ändrad'), BY_PLAN, now),
      moved: { from: '2027-05-06', because: 'Kristi himmelsfärdsdag' },
    };
    expect(why(followed, thursdays).steps[1]).toMatchObject({ kind: 'definition', hindrance: 'Kristi himmelsfärdsdag' });
  });
});
