import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  announce,
  type Case,
  type Consent,
  consentLastDay,
  countCases,
  countsOf,
  giveConsent,
  isAlias,
  mayBeTakenUp,
  purgeCases,
  stillValid,
  takeOff,
  waitsFor,
} from '../../src/domain/cases.ts';
import { retimed } from '../../src/domain/move.ts';
import { at, day, hub } from './definition.ts';
import { begunMeeting, draft, must, openMeeting, text } from './meetings.ts';

const rules = hub.cases!;
const consent = (giver: string, given: string): Consent => ({ giver, given, lastDay: consentLastDay(given, 12) });
const both = [consent('intro', '2027-02-01'), consent('af', '2026-09-01')];
const aCase = (over: Partial<Case> = {}): Case => ({
  id: 'case-1',
  alias: text('A-17'),
  kind: 'fordjupat',
  from: 'intro',
  of: 'af',
  wanted: text('En gemensam planering'),
  consents: both,
  lookedFor: 'not-there',
  by: 'per',
  at: '2027-03-10T09:00',
  ...over,
});
const withCase = (over: Partial<Case> = {}) => must(announce(openMeeting(), hub, aCase(over)));

describe('a consent', () => {
  it('lasts to the day with the same number, twelve months on', () => {
    expect(consentLastDay('2027-03-16', 12)).toBe('2028-03-16');
    expect(consentLastDay('2026-12-31', 12)).toBe('2027-12-31');
  });

  it('lasts to the month’s last day where there is no such number', () => {
    expect(consentLastDay('2028-02-29', 12)).toBe('2029-02-28');
    expect(consentLastDay('2027-02-28', 12)).toBe('2028-02-28');
    expect(consentLastDay('2027-08-31', 6)).toBe('2028-02-29');
    expect(consentLastDay('2027-01-31', 1)).toBe('2027-02-28');
  });

  it('never lasts longer than so many months, nor a day less where the day exists', () => {
    const days = fc.integer({ min: 0, max: 3650 }).map((n) => day('2024-01-01').add({ days: n }));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 24 }), (given, months) => {
        const last = day(consentLastDay(given.toString(), months));
        const first = given.with({ day: 1 }).add({ months });
        expect(last.toPlainYearMonth().equals(first.toPlainYearMonth())).toBe(true);
        expect(last.day).toBe(Math.min(given.day, first.daysInMonth));
      }),
    );
  });

  it('must be valid on the day of the meeting, whatever day it is now', () => {
    const on = (given: string) => announce(openMeeting(), hub, aCase({ consents: [consent('intro', given)] }));
    expect(on('2026-03-16').ok).toBe(true);
    expect(on('2026-03-15')).toEqual({ ok: false, no: 'consent-short' });
    expect(on('2027-03-16').ok).toBe(true);
    expect(on('2027-03-17')).toEqual({ ok: false, no: 'consent-early' });
  });
});

describe('a case', () => {
  it('is announced once, under an alias of its own', () => {
    const once = withCase();
    expect(must(announce(once, hub, aCase())).cases).toHaveLength(1);
    expect(announce(once, hub, aCase({ id: 'case-2', alias: text('a-17') }))).toEqual({ ok: false, no: 'alias-taken' });
    expect(must(announce(once, hub, aCase({ id: 'case-2', alias: text('A-18') }))).cases).toHaveLength(2);
  });

  it('is between two who each give their consent', () => {
    expect(announce(openMeeting(), hub, aCase({ of: 'intro' }))).toEqual({ ok: false, no: 'same-giver' });
    const waiting = withCase({ consents: [both[0]!] });
    expect(waitsFor(waiting.cases![0]!)).toEqual(['af']);
    expect(mayBeTakenUp(waiting)).toEqual([]);
    const given = must(giveConsent(waiting, 'case-1', consent('af', '2027-03-01')));
    expect(mayBeTakenUp(given)).toHaveLength(1);
    expect(giveConsent(waiting, 'case-1', consent('ec', '2027-03-01'))).toEqual({ ok: false, no: 'no-such-case' });
  });

  it('is announced and taken off until the meeting is closed', () => {
    expect(announce(begunMeeting(), hub, aCase()).ok).toBe(true);
    expect(announce(draft(), hub, aCase())).toEqual({ ok: false, no: 'not-open' });
    expect(must(takeOff(withCase(), hub, 'case-1')).cases).toEqual([]);
    expect(takeOff(withCase(), hub, 'case-9')).toEqual({ ok: false, no: 'no-such-case' });
  });

  it('takes its time of the meeting, and gives it back', () => {
    const minutes = (meeting: ReturnType<typeof withCase>) => meeting.items.find(({ id }) => id === rules.item)!.minutes;
    const least = hub.standingItems.find(({ id }) => id === rules.item)!.minutes;
    let meeting = openMeeting();
    for (let n = 1; n <= 6; n += 1) {
      meeting = must(announce(meeting, hub, aCase({ id: `case-${n}`, alias: text(`A-${n}`) })));
      expect(minutes(meeting)).toBe(Math.max(least, n * rules.minutesEach));
    }
    for (let n = 1; n <= 6; n += 1) meeting = must(takeOff(meeting, hub, `case-${n}`));
    expect(minutes(meeting)).toBe(least);
  });

  it('goes when the meeting is moved to a day its consents do not cover, and stays otherwise', () => {
    const short = withCase({ consents: [consent('intro', '2026-03-18'), both[1]!] });
    const moved = (to: string) =>
      retimed(short, { start: `${to}T13:00`, end: `${to}T14:00` }, text('Skäl'), 'johan', at('2027-03-10T08:00'));
    expect(moved('2027-03-18').cases).toHaveLength(1);
    expect(moved('2027-03-19').cases).toEqual([]);
    expect(stillValid(openMeeting()).cases).toBeUndefined();
  });
});

describe('what is left of cases', () => {
  it('is counts by kind, in the definition’s order, of those that could be taken up', () => {
    let meeting = withCase({ kind: 'sfi' });
    meeting = must(announce(meeting, hub, aCase({ id: 'case-2', alias: text('A-18') })));
    meeting = must(announce(meeting, hub, aCase({ id: 'case-3', alias: text('A-19'), consents: [both[0]!] })));
    expect(countsOf(meeting, rules)).toEqual([
      { kind: 'Fördjupat stöd', count: 1 },
      { kind: 'SFI', count: 1 },
    ]);
    const purged = purgeCases(countCases(meeting, rules));
    expect(JSON.stringify(purged)).not.toMatch(/A-1\d|gemensam planering|case-/);
    expect(purged.caseCounts).toEqual(countsOf(meeting, rules));
  });
});

describe('an alias', () => {
  it('is short, with a number, and can hold no name and no personal number', () => {
    for (const said of ['A-17', 'IS-204', '17', 'AF12345', 'å 3', '7b']) expect(isAlias(said), said).toBe(true);
    for (const said of ['', 'Anna', 'Anna-17', 'A17 Anna', '900128-2384', '9001282384', '19900128', '070-174', 'A-', '-17'])
      expect(isAlias(said), said).toBe(false);
  });
});
