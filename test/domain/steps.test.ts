import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forumOf } from '../../src/domain/agreement.ts';
import { immovable, plan } from '../../src/domain/cadence.ts';
import { isWorkingDay, STOCKHOLM } from '../../src/domain/calendar.ts';
import { approvalDue, stepNames, stepsFor, stillWorth } from '../../src/domain/steps.ts';
import { anyDay, anyForum, day, every, forum, hub, stockholm } from './definition.ts';

const stepsOn = (slot: string, of = hub) => {
  const [meeting] = plan(of, day(slot), day(slot)).meetings;
  return Object.fromEntries(
    stepsFor(meeting!, of).map(({ name, at }) => [name, at.toPlainDateTime().toString({ smallestUnit: 'minute' })]),
  );
};

describe('around a meeting', () => {
  it('on 2 March everything happens on the day the table says', () => {
    expect(stepsOn('2027-03-02')).toEqual({
      'ask-figures': '2027-02-22T08:00',
      'open-agenda': '2027-02-23T08:00',
      'remind-figures': '2027-02-24T08:00',
      'publish-agenda': '2027-02-25T08:00',
      'tell-secretary': '2027-02-26T08:00',
      'tell-away': '2027-03-01T08:00',
      'open-minutes': '2027-03-02T13:00',
      'remind-close': '2027-03-03T08:00',
      'remind-first': '2027-03-09T08:00',
      'remind-last': '2027-03-15T08:00',
      'hand-over': '2027-03-17T08:00',
    });
  });

  it('lägesbilder are asked for five working days before, where an item has them', () => {
    const section = forumOf(stockholm, 'section');
    expect(stepsOn('2027-03-30', section)['ask-situations']).toBe('2027-03-19T08:00');
    expect(stepsOn('2027-03-30')['ask-situations']).toBeUndefined();
  });

  it('a meeting that lacks steps can still be given those to come, and the asks that are worth doing late', () => {
    const [meeting] = plan(forumOf(stockholm, 'section'), day('2027-03-30'), day('2027-03-30')).meetings;
    const steps = stepsFor(meeting!, forumOf(stockholm, 'section'));
    const lacking = (at: string) =>
      stillWorth(steps, Temporal.PlainDateTime.from(at).toZonedDateTime(STOCKHOLM)).map(({ name }) => name);
    expect(lacking('2027-03-01T09:00')).toEqual(steps.map(({ name }) => name));
    // Asked for late, while the agenda has not gone out; the reminder's morning has passed.
    expect(lacking('2027-03-22T09:00').slice(0, 4)).toEqual([
      'ask-figures',
      'ask-situations',
      'publish-agenda',
      'tell-secretary',
    ]);
    expect(lacking('2027-03-25T09:00').slice(0, 2)).toEqual(['ask-situations', 'open-minutes']);
    expect(lacking('2027-03-30T16:00')).toEqual(['remind-close', 'remind-first', 'remind-last', 'hand-over']);
  });

  it('after Easter the agenda opens in good time before it', () => {
    const steps = stepsOn('2027-03-30');
    expect(steps['open-agenda']).toBe('2027-03-19T08:00');
    expect(steps['publish-agenda']).toBe('2027-03-23T08:00');
    expect(steps['tell-secretary']).toBe('2027-03-24T08:00');
  });

  it('steps before a moved meeting are counted from the day it is held', () => {
    const thursdays = forum({ rhythm: every(14, '2027-05-06') });
    expect(stepsOn('2027-05-06', thursdays)['open-minutes']).toBe('2027-05-05T13:00');
    expect(stepsOn('2027-05-06', thursdays)['tell-secretary']).toBe('2027-05-03T08:00');
  });

  it('approval is due fourteen days after the meeting, and is handed over the working day after that', () => {
    const [meeting] = plan(hub, day('2027-03-16'), day('2027-03-16')).meetings;
    expect(approvalDue(meeting!, hub).toString()).toBe('2027-03-30');
    expect(stepsOn('2027-03-16')['hand-over']).toBe('2027-03-31T08:00');
  });

  it('the last reminder waits for a working day, but never past the last day to approve', () => {
    expect(stepsOn('2027-03-16')['remind-last']).toBe('2027-03-30T08:00');
    // Due on juldagen: the 24th is red, and the next working day would be too late.
    const fridays = forum({ rhythm: every(14, '2026-12-11') });
    expect(stepsOn('2026-12-11', fridays)['remind-last']).toBe('2026-12-23T08:00');
    expect(stepsOn('2026-12-11', fridays)['hand-over']).toBe('2026-12-28T08:00');
  });

  it('the reminders come in order however the definition lists them', () => {
    const other = forum({ approval: { ...hub.approval, remindDaysBefore: [2, 9] }, rhythm: every(14, '2027-02-02') });
    expect(stepsOn('2027-02-02', other)['remind-first']).toBe('2027-02-08T08:00');
    expect(stepsOn('2027-02-02', other)['remind-last']).toBe('2027-02-15T08:00');
  });
});

describe('whatever the forum', () => {
  const anyMeeting = fc
    .record({ one: anyForum, from: anyDay })
    .filter(({ one, from }) => immovable(one, from, from.add({ days: 400 })).length === 0)
    .map(({ one, from }) => ({ one, meeting: plan(one, from, from.add({ days: 400 })).meetings[0] }))
    .filter(({ meeting }) => meeting !== undefined);

  it('every step comes once, in order, on a working morning or when the meeting begins', () => {
    fc.assert(
      fc.property(anyMeeting, ({ one, meeting }) => {
        const steps = stepsFor(meeting!, one);
        // Nobody is asked for a lägesbild where no item has any.
        const expected = stepNames.filter((name) => name !== 'ask-situations');
        expect(steps.map(({ name }) => name).toSorted()).toEqual(expected.toSorted());
        steps.forEach(({ name, at }, n) => {
          expect(isWorkingDay(at.toPlainDate()), `${name} ${at}`).toBe(true);
          expect(at.timeZoneId).toBe(STOCKHOLM);
          if (name === 'open-minutes') expect(at.equals(meeting!.start)).toBe(true);
          else expect(at.toPlainTime().toString()).toBe('08:00:00');
          if (n > 0) expect(Temporal.ZonedDateTime.compare(steps[n - 1]!.at, at)).toBeLessThanOrEqual(0);
        });
      }),
    );
  });

  it('the agenda is there before the meeting, the reminders before the last day ends, the hand-over after it', () => {
    fc.assert(
      fc.property(anyMeeting, ({ one, meeting }) => {
        const at = Object.fromEntries(stepsFor(meeting!, one).map((step) => [step.name, step.at.toPlainDate()]));
        const held = meeting!.start.toPlainDate();
        const due = approvalDue(meeting!, one);
        const order = ['open-agenda', 'publish-agenda', 'tell-secretary'].map((name) => at[name]!.toString());
        expect(order.toSorted()).toEqual(order);
        expect(Temporal.PlainDate.compare(at['tell-secretary']!, held)).toBe(-1);
        for (const name of ['remind-first', 'remind-last']) {
          expect(Temporal.PlainDate.compare(at[name]!, held), name).toBe(1);
          expect(Temporal.PlainDate.compare(at[name]!, due), name).toBeLessThanOrEqual(0);
        }
        expect(Temporal.PlainDate.compare(at['hand-over']!, due)).toBe(1);
      }),
    );
  });
});
