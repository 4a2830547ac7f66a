import { describe, expect, it } from 'vitest';
import { stays, times, timesPerPlace, wholeWay } from '../../src/domain/answer-times.ts';
import type { Question } from '../../src/domain/question.ts';
import { type Act, act, raise } from '../../src/domain/questions.ts';
import { must, text } from './meetings.ts';

const asked = (id: string, at: string): Question => {
  const wording = { text: text('Fredagstider?'), proposal: text(''), background: text(''), urgency: 'normal' as const };
  return must(raise(id, { ...wording, forum: 'hub-intro', to: 'section', forDecision: false }, { cause: 'r', at, by: 'sara' }));
};
const later = (question: Question, ...acts: [string, Act][]): Question =>
  acts.reduce((now, [at, what]) => must(act(now, what, { cause: at, at, by: 'karin' })), question);
const answer: Act = { do: 'answer', text: text('Ja.'), decided: true, written: false, concerns: [] };
const decided = later(
  asked('1', '2027-03-16T13:10'),
  ['2027-03-30T09:30', { do: 'lift', to: 'unit', forDecision: true, note: text('') }],
  ['2027-04-15T13:30', answer],
  ['2027-04-27T13:05', { do: 'receive', forum: 'hub-intro' }],
);
const waiting = asked('2', '2027-04-01T10:00');

describe('how long questions wait', () => {
  it('is counted at each level, and what still waits counts as it is now', () => {
    expect(stays(decided, '2027-06-01T08:00')).toEqual([
      { place: 'section', days: 14, over: true },
      { place: 'unit', days: 16, over: true },
    ]);
    expect(stays(waiting, '2027-04-11T08:00')).toEqual([{ place: 'section', days: 10, over: false }]);
  });

  it('goes on at the level whose answer was unclear', () => {
    const unclear = later(
      asked('3', '2027-03-16T13:10'),
      ['2027-03-30T09:30', answer],
      ['2027-04-13T13:05', { do: 'unclear', forum: 'hub-intro', text: text('Vilka kontor?') }],
    );
    expect(stays(unclear, '2027-04-20T08:00')).toEqual([
      { place: 'section', days: 14, over: true },
      { place: 'section', days: 7, over: false },
    ]);
  });

  it('is told as median and worst per level, with what is open beside it', () => {
    expect(timesPerPlace([decided, waiting], '2027-04-11T08:00')).toEqual([
      { place: 'section', answered: { median: 14, worst: 14, count: 1 }, open: 1, oldest: 10 },
      { place: 'unit', answered: { median: 16, worst: 16, count: 1 }, open: 0, oldest: 0 },
    ]);
    expect(wholeWay([decided, waiting])).toEqual({ median: 42, worst: 42, count: 1 });
  });

  it('has no median of nothing, and the lower of two middles', () => {
    expect(times([])).toBeUndefined();
    expect(times([3, 30, 10, 4])).toEqual({ median: 4, worst: 30, count: 4 });
  });
});
