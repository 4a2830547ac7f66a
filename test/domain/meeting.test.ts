import { describe, expect, it } from 'vitest';
import { authoritiesIn, convenerOf, forumOf, membersOf, unitName } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { planned, reachedStage, type Stage, wallClock, zoned } from '../../src/domain/meeting.ts';
import { at, day, every, forum, hub, stockholm } from './definition.ts';
import { plannedMeeting } from './meetings.ts';

describe('a planned meeting', () => {
  it('keeps the wall clock, before and after a change of the clock', () => {
    expect(plannedMeeting('2027-03-16')).toMatchObject({
      start: '2027-03-16T13:00',
      end: '2027-03-16T14:00',
      stage: { name: 'planned' },
    });
    expect(plannedMeeting('2027-03-30')).toMatchObject({ start: '2027-03-30T13:00', end: '2027-03-30T14:00' });
    for (const local of ['2027-03-28T13:00', '2027-10-31T13:00']) {
      expect(wallClock(zoned(local))).toBe(local);
      expect(zoned(local).equals(at(local))).toBe(true);
    }
  });

  it('remembers why it was moved', () => {
    const moved = plan(forum({ rhythm: every(14, '2027-05-06') }), day('2027-05-06'), day('2027-05-06')).meetings[0]!;
    expect(planned(moved)).toMatchObject({
      slot: '2027-05-06',
      start: '2027-05-05T13:00',
      moved: { from: '2027-05-06', because: 'Kristi himmelsfärdsdag' },
    });
  });

  it('has come as far as its stage and every one before it', () => {
    const names: Stage['name'][] = ['planned', 'open', 'published', 'in-progress', 'draft', 'approved', 'filed'];
    names.forEach((name, n) => {
      const meeting = { ...plannedMeeting(), stage: { name } as Stage };
      expect(names.filter((stage) => reachedStage(meeting, stage))).toEqual(names.slice(0, n + 1));
    });
  });
});

describe('the agreement', () => {
  it('knows its members, its convener and its units by name', () => {
    expect(membersOf(stockholm, 'hub-intro').map((person) => person.id)).toContain('sara');
    expect(membersOf(stockholm, 'hub-intro').map((person) => person.id)).not.toContain('kim');
    expect(convenerOf(stockholm, 'hub-intro')?.id).toBe('johan');
    expect(convenerOf(stockholm, 'other')).toBeUndefined();
    expect([unitName(stockholm, 'af-jarva'), unitName(stockholm, 'gone')]).toEqual(['AF Järva', 'gone']);
  });

  it('names the authorities that sit in a forum, each once', () => {
    expect(authoritiesIn(stockholm, hub).map((authority) => authority.id)).toEqual(['af', 'son']);
  });

  it('without the forum asked for says which one is missing', () => {
    expect(() => forumOf(stockholm, 'nowhere')).toThrow('nowhere');
  });
});
