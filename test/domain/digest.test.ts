import { describe, expect, it } from 'vitest';
import { digestOf, mondayAfter, saysNothing, weekEnd } from '../../src/domain/digest.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { digestStep } from '../../src/domain/steps.ts';
import { at } from '../support/clock.ts';
import { hub } from './definition.ts';
import { draft, plannedMeeting, text } from './meetings.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const writes = (meeting: Meeting, person: string): Meeting => ({ ...meeting, secretary: { person } as Meeting['secretary'] });
const action = (due: string) => ({
  action: { id: due, item: 'x', number: 1, what: text('Boka lokal'), who: 'per', due, status: 'open' as const },
});

describe('the weekly letter', () => {
  it('is of the week from today to its Sunday', () => {
    const meetings = [draft(), plannedMeeting('2027-03-30'), plannedMeeting('2027-04-13')];
    const letter = digestOf(
      'sara',
      at('2027-03-29T08:00'),
      [{ forum: hub, meetings: meetings.map((one) => writes(one, 'sara')) }],
      [],
    );
    expect(letter.meetings.map(({ start }) => start.slice(0, 10))).toEqual(['2027-03-30']);
    expect(letter.meetings[0]!.writes).toBe(true);
    expect(letter.drafts).toEqual([{ forum: hub.id, start: '2027-03-16T13:00', due: '2027-03-30' }]);
  });

  it('says how many actions are open, how many late, and the next', () => {
    const { actions } = digestOf('per', at('2027-03-29T08:00'), [], [action('2027-03-24'), action('2027-04-09')]);
    expect(actions).toMatchObject({ open: 2, late: 1, next: { due: '2027-03-24' } });
  });

  it('has nothing to say to somebody with nothing ahead', () => {
    const of = (person: string) =>
      digestOf(person, at('2027-04-05T08:00'), [{ forum: hub, meetings: [writes(draft(), 'sara')] }], []);
    expect(saysNothing(of('per'))).toBe(true);
    expect(saysNothing(of('sara'))).toBe(false);
  });

  it('is written on Mondays, and on the first working day where Monday is a day off', () => {
    expect(mondayAfter(day('2027-03-15')).toString()).toBe('2027-03-22');
    expect(mondayAfter(day('2027-03-21')).toString()).toBe('2027-03-22');
    expect(weekEnd(day('2027-03-22')).toString()).toBe('2027-03-28');
    expect(digestStep(day('2027-03-29')).at.toPlainDateTime().toString()).toBe('2027-03-30T08:00:00');
  });
});
