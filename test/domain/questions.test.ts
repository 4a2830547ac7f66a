import { describe, expect, it } from 'vitest';
import { stays, timesPerPlace } from '../../src/domain/answer-times.ts';
import {
  ageInDays,
  askingForums,
  heldBy,
  isOpen,
  isUnasked,
  liftedBy,
  liftedFrom,
  placesOf,
  type Question,
  turnOf,
} from '../../src/domain/question.ts';
import { type Act, act, decidedAbove, merge, raise } from '../../src/domain/questions.ts';
import { must, text } from './meetings.ts';

let causes = 0;
const when = (at: string, by = '') => {
  causes += 1;
  return { cause: `c${causes}`, at, by };
};
const wording = (said = 'Kan AF avsätta inskrivningstider på fredagar?') => ({
  text: text(said),
  proposal: text(''),
  background: text(''),
  urgency: 'normal' as const,
});
const asked = (by = 'sara', forum = 'hub-intro', id = '1'): Question =>
  must(raise(id, { ...wording(), forum, to: 'section', forDecision: false }, when('2027-03-16T13:10', by)));
const later = (question: Question, ...acts: [Act, string?, string?][]): Question =>
  acts.reduce((now, [what, at = '2027-03-30T09:30', by = 'karin']) => must(act(now, what, when(at, by))), question);
const answer = (over: Partial<Extract<Act, { do: 'answer' }>> = {}): Act => ({
  do: 'answer',
  text: text('Ja, varannan fredag från 14 maj.'),
  decided: false,
  written: false,
  concerns: [],
  ...over,
});

describe('a question that is asked', () => {
  it('has one identity, waits where it was lifted to, and is never asked without words', () => {
    const question = asked();
    expect(question).toMatchObject({ id: '1', state: { name: 'waiting', at: 'section', meeting: '' } });
    expect(turnOf(question)).toEqual({ who: 'forum', forums: ['section'], since: '2027-03-16T13:10' });
    const nothing = { ...wording(' '), forum: 'hub-intro', to: 'section', forDecision: false };
    expect(raise('2', nothing, when('2027-03-16T13:10', 'sara'))).toEqual({ ok: false, no: 'empty' });
  });

  it('grows older by the calendar until it has ended', () => {
    const question = asked();
    expect(ageInDays(question, '2027-03-30T09:00')).toBe(14);
    const ended = later(question, [{ do: 'withdraw' }, '2027-03-20T08:00', 'sara']);
    expect(ageInDays(ended, '2027-06-01T09:00')).toBe(4);
  });

  it('is acted on once for one cause', () => {
    const once = { cause: 'press', at: '2027-03-30T09:00', by: 'karin' };
    const first = must(act(asked(), answer(), once));
    expect(must(act(first, answer({ text: text('Nej.') }), once))).toBe(first);
  });

  it('may be put in other words while it waits, and not after that', () => {
    expect(later(asked(), [{ do: 'change', ...wording('Kan vi få fredagstider?') }]).text).toBe('Kan vi få fredagstider?');
    const answered = later(asked(), [answer()]);
    expect(act(answered, { do: 'change', ...wording('Annat') }, when('2027-04-01T08:00', 'sara'))).toEqual({
      ok: false,
      no: 'not-now',
    });
  });
});

describe('the level that receives it', () => {
  it('asks for more, and the clock is with the asker until it has come', () => {
    const wanted = later(asked(), [{ do: 'want-more', text: text('Hur många gäller det?') }]);
    expect(turnOf(wanted)).toEqual({ who: 'asker', people: ['sara'], since: '2027-03-30T09:30' });
    expect(heldBy(wanted)).toBe('section');
    const more = later(wanted, [{ do: 'complete', text: text('Fyra i veckan.') }, '2027-04-02T10:00', 'sara']);
    expect(turnOf(more)).toEqual({ who: 'forum', forums: ['section'], since: '2027-04-02T10:00' });
  });

  it('sends it back with a reason, and it is open until it is asked again or withdrawn', () => {
    expect(act(asked(), { do: 'send-back', reason: text('') }, when('2027-03-30T09:00'))).toEqual({ ok: false, no: 'empty' });
    const back = later(asked(), [{ do: 'send-back', reason: text('Det bestämmer ni själva.') }]);
    expect(isOpen(back)).toBe(true);
    expect(turnOf(back)).toMatchObject({ who: 'asker', people: ['sara'] });
    const again = later(back, [{ do: 'raise-again', ...wording('Gäller alla kontor') }, '2027-04-02T10:00', 'sara']);
    expect(again).toMatchObject({ id: '1', text: 'Gäller alla kontor', state: { name: 'waiting', at: 'section' } });
  });

  it('lifts it further for decision, and whoever lifted it last is known', () => {
    const further = later(asked(), [{ do: 'lift', to: 'unit', forDecision: true, note: text('Kräver beslut.') }]);
    expect(further.state).toMatchObject({ name: 'waiting', at: 'unit', forDecision: true, meeting: '' });
    expect(liftedBy(further)).toBe('section');
    expect(placesOf(further)).toEqual(['hub-intro', 'section', 'unit']);
  });

  it('merges equal questions: everybody who asked stays asked, and each forum gets the answer', () => {
    const both = must(merge(asked(), asked('nora', 'hub-ec', '2'), when('2027-03-30T09:20', 'karin')));
    expect(askingForums(both.kept)).toEqual(['hub-intro', 'hub-ec']);
    expect(both.other.state).toMatchObject({ name: 'merged', into: '1' });
    const answered = later(both.kept, [answer()]);
    expect(turnOf(answered)).toMatchObject({ who: 'forum', forums: ['hub-intro', 'hub-ec'] });
  });

  it('does not lose somebody who withdrew the one question and still asks the other', () => {
    const two = must(merge(asked(), asked('nora', 'hub-ec', '2'), when('2027-03-20T09:00'))).kept;
    const left = later(two, [{ do: 'withdraw' }, '2027-03-21T09:00', 'nora']);
    const again = must(merge(left, asked('nora', 'hub-ec', '3'), when('2027-03-22T09:00'))).kept;
    expect(askingForums(again)).toEqual(['hub-intro', 'hub-ec']);
  });

  it('merges neither a question with itself nor two that wait in different places', () => {
    const here = asked();
    const moment = when('2027-03-30T09:20', 'karin');
    expect(merge(here, here, moment)).toEqual({ ok: false, no: 'same-question' });
    const above = later(asked('nora', 'hub-ec', '2'), [{ do: 'lift', to: 'unit', forDecision: true, note: text('') }]);
    expect(merge(here, above, moment)).toEqual({ ok: false, no: 'other-place' });
    expect(merge(here, later(above, [answer()]), moment)).toEqual({ ok: false, no: 'not-now' });
  });
});

describe('an answer', () => {
  it('ends the question when every forum has received it, and not before', () => {
    const both = must(merge(asked(), asked('nora', 'hub-ec', '2'), when('2027-03-30T09:20', 'karin'))).kept;
    const answered = later(both, [answer({ concerns: ['um', 'section'] })]);
    expect(turnOf(answered)).toMatchObject({ forums: ['hub-intro', 'hub-ec', 'um'] });
    const most = later(answered, [{ do: 'receive', forum: 'hub-intro' }], [{ do: 'receive', forum: 'um' }]);
    expect(most.state.name).toBe('answered');
    const all = later(most, [{ do: 'receive', forum: 'hub-ec' }, '2027-04-13T14:00']);
    expect(all.state).toMatchObject({ name: 'received', since: '2027-04-13T14:00' });
    expect(turnOf(all)).toEqual({ who: 'nobody' });
  });

  it('that is unclear goes back to the one who gave it', () => {
    const unclear = later(asked(), [answer()], [{ do: 'unclear', forum: 'hub-intro', text: text('Gäller det Järva?') }]);
    expect(unclear.state).toMatchObject({ name: 'waiting', at: 'section', meeting: '' });
    expect(act(unclear, { do: 'receive', forum: 'hub-intro' }, when('2027-04-13T14:00'))).toEqual({ ok: false, no: 'not-now' });
  });

  it('is received by those it went to only', () => {
    const answered = later(asked(), [answer()]);
    expect(act(answered, { do: 'receive', forum: 'hub-ec' }, when('2027-04-13T14:00'))).toEqual({ ok: false, no: 'not-here' });
  });

  it('that is there cannot be withdrawn: it is received', () => {
    const answered = later(asked(), [answer()]);
    expect(act(answered, { do: 'withdraw' }, when('2027-04-13T14:00', 'sara'))).toEqual({ ok: false, no: 'not-now' });
  });
});

describe('a withdrawal', () => {
  it('is the asker’s own, and ends the question when nobody asks any more', () => {
    const both = must(merge(asked(), asked('nora', 'hub-ec', '2'), when('2027-03-20T09:00', 'karin'))).kept;
    expect(act(both, { do: 'withdraw' }, when('2027-03-21T09:00', 'karin'))).toEqual({ ok: false, no: 'not-asker' });
    const one = later(both, [{ do: 'withdraw' }, '2027-03-21T09:00', 'sara']);
    expect(isOpen(one)).toBe(true);
    expect(askingForums(one)).toEqual(['hub-ec']);
    expect(later(one, [{ do: 'withdraw' }, '2027-03-22T09:00', 'nora']).state.name).toBe('withdrawn');
  });
});

describe('a decision from above that nobody asked for', () => {
  const decision = () =>
    must(
      decidedAbove(
        '7',
        {
          forum: 'unit',
          from: 'steering',
          title: text('Fredagstider'),
          text: text('Görs permanent.'),
          on: '2027-04-20',
          concerns: ['hub-intro'],
        },
        { cause: 'd1', by: 'gunilla' },
      ),
    );

  it('waits for the receipt of the forum that wrote it in and of those it concerns, and ends with the last', () => {
    expect(turnOf(decision())).toEqual({ who: 'forum', forums: ['unit', 'hub-intro'], since: '2027-04-20T00:00' });
    const one = later(decision(), [{ do: 'receive', forum: 'hub-intro' }]);
    expect(isOpen(one)).toBe(true);
    expect(isOpen(later(one, [{ do: 'receive', forum: 'unit' }]))).toBe(false);
  });

  it('is no question that a forum has lifted, and nobody has waited for it', () => {
    expect(isUnasked(decision())).toBe(true);
    expect(liftedFrom([decision()], 'unit', '2027-01-01T00:00')).toEqual([]);
    expect(stays(decision(), '2027-06-01T08:00')).toEqual([]);
    expect(timesPerPlace([decision()], '2027-06-01T08:00')).toEqual([]);
  });

  it('says something', () => {
    const what = { forum: 'unit', from: 'steering', title: text('Tomt'), text: text(' '), on: '2027-04-20', concerns: [] };
    expect(decidedAbove('7', what, { cause: 'd1', by: 'gunilla' })).toEqual({ ok: false, no: 'empty' });
  });
});
