import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpen, restatable } from '../../src/domain/action-status.ts';
import { type ActionEntry, actionRegister, openActions, reminderDays, restateBetween } from '../../src/domain/actions.ts';
import { carriedOver, openAgenda, publish, takeUp } from '../../src/domain/agenda.ts';
import { isWorkingDay } from '../../src/domain/calendar.ts';
import type { Meeting, Restated } from '../../src/domain/meeting.ts';
import { action, begin } from '../../src/domain/minutes.ts';
import { actionSteps } from '../../src/domain/steps.ts';
import { anyDay, hub } from './definition.ts';
import { begunMeeting, draft, must, plannedMeeting, text } from './meetings.ts';

const given = (): Meeting =>
  draft(must(action(begunMeeting(), '2027-03-16-a', 'statistik', { what: text('Boka lokal'), who: 'per', due: '2027-04-09' })));
const next = (before: Meeting): Meeting => openAgenda(plannedMeeting('2027-03-30'), hub, carriedOver(before), 'Åtgärder');
const ID = '2027-03-16-a';
const said = (more: Partial<Restated>): Restated => ({ id: ID, to: 'done', by: 'per', at: '2027-03-20T09:00', ...more });
const restate = (meeting: Meeting, more: Partial<Restated>) => must(restateBetween(meeting, said(more)));
const done = (meeting: Meeting) => restate(meeting, {});

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
    expect({ ...after, restated: undefined }).toEqual({ ...before, restated: undefined });
    expect(carriedOver(after).actions).toEqual([]);
    expect(openActions([after])).toEqual([]);
    expect(done(after)).toBe(after);
  });

  it('done when the next agenda is open already is done there', () => {
    const before = given();
    const after = done(next(before));
    expect(after.earlierActions.map(({ status }) => status)).toEqual(['done']);
    expect(after.items.find(({ id }) => id === 'actions')!.background).toBe('Alla åtgärder är klara eller återtagna.');
    expect(openActions([before, after])).toEqual([]);
  });

  it('that nobody gave cannot be done', () => {
    expect(restateBetween(given(), said({ id: 'another' }))).toEqual({ ok: false, no: 'no-such-item' });
  });

  it('says on the next agenda since when it has been open and when it is due', () => {
    const item = next(given()).items.find(({ id }) => id === 'actions')!;
    expect(item.background).toBe('1. Boka lokal (senast 9\u00A0april 2027, sedan 16\u00A0mars 2027)');
  });
});

describe('what becomes of an action', () => {
  const off = { to: 'postponed', due: '2027-05-04', reason: text('lokalen är uppsagd') } as const;

  it('one that is put off comes back with its new last day and the word for it', () => {
    const after = restate(given(), off);
    expect(openActions([after])[0]!.action).toMatchObject({
      due: '2027-05-04',
      status: 'postponed',
      because: 'lokalen är uppsagd',
    });
    const item = next(after).items.find(({ id }) => id === 'actions')!;
    expect(item.background).toContain('uppskjuten, senast 4\u00A0maj 2027');
  });

  it('one that is begun says so, and then the earlier reason is not its reason', () => {
    const after = restate(restate(given(), off), { to: 'started' });
    const [{ action: found }] = openActions([after]) as [ActionEntry];
    expect(found).toMatchObject({ status: 'started' });
    expect(found).not.toHaveProperty('because');
  });

  it('one that is withdrawn does not come back', () => {
    const after = restate(given(), { to: 'withdrawn', reason: text('behövs inte') });
    expect(carriedOver(after).actions).toEqual([]);
    expect(openActions([after, next(given())])).toEqual([]);
  });

  it('is marked as changed for the next minutes only', () => {
    const first = next(restate(given(), { to: 'started' }));
    expect(first.earlierActions.map(({ changed }) => changed)).toEqual([true]);
    const second = openAgenda(plannedMeeting('2027-04-13'), hub, carriedOver(first), 'Åtgärder');
    expect(second.earlierActions.map(({ changed, status }) => [changed, status])).toEqual([[undefined, 'started']]);
  });

  it.each([
    ['without a reason', { ...off, reason: text('') }, 'needs-reason'],
    ['to an earlier day', { ...off, due: '2027-04-01' }, 'needs-later-day'],
    ['to no day', { to: 'postponed', reason: text('senare') }, 'needs-later-day'],
  ] as const)('is not put off %s', (_how, more, why) => {
    expect(restatable(given().actions[0]!, said(more), '2027-03-20')).toEqual({ ok: false, no: why });
  });

  it('is not withdrawn without a reason, and what has ended has', () => {
    expect(restatable(given().actions[0]!, said({ to: 'withdrawn' }), '2027-03-20')).toEqual({ ok: false, no: 'needs-reason' });
    const ended = { ...given().actions[0]!, status: 'done' as const };
    expect(restatable(ended, said({ to: 'started' }), '2027-03-20')).toEqual({ ok: false, no: 'already-ended' });
  });

  it('said on the next agenda before the meeting before is closed, it stands when that is closed', () => {
    const before = begunMeeting();
    const given = must(action(before, ID, 'statistik', { what: text('Boka lokal'), who: 'per', due: '2027-04-09' }));
    const opened = openAgenda(plannedMeeting('2027-03-30'), hub, carriedOver(given), 'Åtgärder');
    const after = takeUp(restate(opened, { to: 'withdrawn', reason: text('behövs inte') }), draft(given), 'Åtgärder');
    expect(after.earlierActions.map(({ status }) => status)).toEqual(['withdrawn']);
  });

  it('whatever is said in whatever order: an action is one, and it comes back exactly while it is open', () => {
    const anySaying = fc.record({
      to: fc.constantFrom('started', 'postponed', 'done', 'withdrawn'),
      meetingsOn: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(anySaying, { maxLength: 8 }), (sayings) => {
        let meetings = [given()];
        for (const { to, meetingsOn } of sayings) {
          for (let n = 0; n < meetingsOn; n++) {
            const planned = { ...plannedMeeting(), id: `later-${meetings.length}` };
            const opened = openAgenda(planned, hub, carriedOver(meetings.at(-1)!), 'Åtgärder');
            meetings = [...meetings, draft(begin(publish(opened), 1))];
          }
          const [entry] = actionRegister(meetings) as [ActionEntry];
          const due = to === 'postponed' ? { due: Temporal.PlainDate.from(entry.action.due).add({ days: 7 }).toString() } : {};
          const checked = restatable(
            entry.action,
            said({ to, reason: text('ett skäl'), ...due } as Partial<Restated>),
            '2027-03-20',
          );
          if (!checked.ok) continue;
          meetings = meetings.map((one) => (one.id === entry.holder ? must(restateBetween(one, checked.value)) : one));
          expect(actionRegister(meetings)[0]!.action.status).toBe(to);
        }
        expect(actionRegister(meetings)).toHaveLength(1);
        const { action: now } = actionRegister(meetings)[0]!;
        expect(carriedOver(meetings.at(-1)!).actions.some(({ id }) => id === ID)).toBe(isOpen(now));
      }),
    );
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
