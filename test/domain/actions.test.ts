import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionRegister, finishBetween, openActions, reminderDays } from '../../src/domain/actions.ts';
import { carriedOver, openAgenda } from '../../src/domain/agenda.ts';
import { isWorkingDay } from '../../src/domain/calendar.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { action } from '../../src/domain/minutes.ts';
import { actionSteps } from '../../src/domain/steps.ts';
import { anyDay, hub } from './definition.ts';
import { begunMeeting, draft, must, plannedMeeting, text } from './meetings.ts';

const given = (): Meeting =>
  draft(must(action(begunMeeting(), '2027-03-16-a', 'statistik', { what: text('Boka lokal'), who: 'per', due: '2027-04-09' })));
const next = (before: Meeting): Meeting => openAgenda(plannedMeeting('2027-03-30'), hub, carriedOver(before), 'Åtgärder');
const done = (meeting: Meeting) => must(finishBetween(meeting, '2027-03-16-a', 'per', '2027-03-20T09:00'));

describe('an action', () => {
  it('is one, however many agendas it has come back on', () => {
    const before = given();
    expect(actionRegister([before, next(before)])).toHaveLength(1);
    expect(openActions([before, next(before)])[0]).toMatchObject({
      from: { slot: '2027-03-16' },
      holder: next(before).id,
      action: { what: 'Boka lokal', status: 'open' },
    });
  });

  it('done between meetings leaves the closed minutes as they are, and does not come back', () => {
    const before = given();
    const after = done(before);
    expect({ ...after, doneSince: undefined }).toEqual({ ...before, doneSince: undefined });
    expect(carriedOver(after).actions).toEqual([]);
    expect(openActions([after])).toEqual([]);
    expect(done(after)).toBe(after);
  });

  it('done when the next agenda is open already is done there', () => {
    const before = given();
    const after = done(next(before));
    expect(after.earlierActions.map(({ status }) => status)).toEqual(['done']);
    expect(after.items.find(({ id }) => id === 'actions')!.background).toBe('Alla åtgärder är klara.');
    expect(openActions([before, after])).toEqual([]);
  });

  it('that nobody gave cannot be done', () => {
    expect(finishBetween(given(), 'another', 'per', '2027-03-20T09:00')).toEqual({ ok: false, no: 'no-such-item' });
  });

  it('says on the next agenda since when it has been open and when it is due', () => {
    const item = next(given()).items.find(({ id }) => id === 'actions')!;
    expect(item.background).toBe('1. Boka lokal (senast 9\u00A0april 2027, sedan 16\u00A0mars 2027)');
  });
});

describe('a reminder of an action', () => {
  it('comes a week before and on the last day', () => {
    expect(reminderDays('2027-04-09', '2027-03-16')).toEqual(['2027-04-02', '2027-04-09']);
  });

  it('that falls on a day off comes on the next working day, and the last one on the working day before', () => {
    // Saturday 10 April; a week before is Saturday 3 April.
    expect(reminderDays('2027-04-10', '2027-03-16')).toEqual(['2027-04-05', '2027-04-09']);
  });

  it('is never in the past, never on a day off, never after the last day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (today, ahead) => {
        const due = today.add({ days: ahead });
        const days = reminderDays(due.toString(), today.toString());
        expect(new Set(days).size).toBe(days.length);
        for (const day of days) {
          expect(isWorkingDay(Temporal.PlainDate.from(day))).toBe(true);
          expect(day > today.toString() && day <= due.toString()).toBe(true);
        }
      }),
    );
  });

  it('is stored once a day for all actions of a meeting', () => {
    const steps = actionSteps([...given().actions, ...given().actions], '2027-03-16');
    expect(steps.map(({ name }) => name)).toEqual(['remind-actions@2027-04-02', 'remind-actions@2027-04-09']);
    expect(steps[0]!.at.toPlainDateTime().toString()).toBe('2027-04-02T08:00:00');
  });
});
