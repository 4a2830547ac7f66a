import { describe, expect, it } from 'vitest';
import { forumOf } from '../../src/domain/agreement.ts';
import { type Meeting, planned } from '../../src/domain/meeting.ts';
import { firstAfter, promised, timetable } from '../../src/domain/promise.ts';
import { at, day, hub, stockholm } from './definition.ts';

const section = forumOf(stockholm, 'section');
const from = day('2027-03-01');
const to = day('2027-12-31');
const days = (meetings: ReturnType<typeof promised>) => [
  meetings.answers?.start.toPlainDate().toString(),
  meetings.back?.start.toPlainDate().toString(),
];

const promise = (asked: string, stored: Meeting[] = []) =>
  promised(firstAfter(timetable(section, stored, from, to), at(asked)), timetable(hub, stored, from, to));

describe('the promise to the one who asks', () => {
  it('names the meeting that takes the question up, and the day its answer is back', () => {
    expect(days(promise('2027-03-16T13:10'))).toEqual(['2027-03-30', '2027-04-13']);
  });

  it('is the next meeting’s when the agenda is already published', () => {
    expect(days(promise('2027-03-24T13:10'))).toEqual(['2027-05-11', '2027-05-25']);
  });

  it('follows a meeting that is moved', () => {
    const [row] = timetable(section, [], from, to).map(planned);
    const moved: Meeting = { ...row!, start: '2027-04-07T09:00', end: '2027-04-07T10:30' };
    expect(days(promise('2027-03-16T13:10', [moved]))).toEqual(['2027-04-07', '2027-04-13']);
    const later: Meeting = { ...row!, start: '2027-04-09T09:00', end: '2027-04-09T10:30' };
    expect(days(promise('2027-03-16T13:10', [later]))).toEqual(['2027-04-09', '2027-04-27']);
  });

  it('promises no day where the place has no meetings of its own', () => {
    expect(promised(undefined, timetable(hub, [], from, to))).toEqual({ answers: undefined, back: undefined });
  });
});
