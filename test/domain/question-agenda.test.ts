import { describe, expect, it } from 'vitest';
import { carriedOver, publish, returns } from '../../src/domain/agenda.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { begin, outcome } from '../../src/domain/minutes.ts';
import type { Question } from '../../src/domain/question.ts';
import { type QuestionWords, settleAgendas } from '../../src/domain/question-agenda.ts';
import { type Act, act, raise } from '../../src/domain/questions.ts';
import { hub } from './definition.ts';
import { draft, must, openMeeting, plannedMeeting, text } from './meetings.ts';

const words: QuestionWords = {
  asked: (question) => text(question.proposal ? `Förslag: ${question.proposal}` : ''),
  answered: (question) => text(question.state.name === 'answered' ? `Svar: ${question.state.answer.text}` : ''),
  handled: (_question, event) => text(`Nu: ${event.kind}`),
};
const AT = '2027-03-10T08:00';
const asked = (urgency: Question['urgency'] = 'normal'): Question => {
  const wording = { text: text('Kan tolken bokas tidigare?'), proposal: text('Ja'), background: text(''), urgency };
  return must(
    raise('1', { ...wording, forum: 'below', to: 'hub-intro', forDecision: false }, { cause: 'r', at: AT, by: 'nora' }),
  );
};
const later = (question: Question, what: Act): Question =>
  must(act(question, what, { cause: JSON.stringify(what), at: AT, by: 'johan' }));
const settle = (questions: Question[], meetings: Meeting[]) => {
  const settled = settleAgendas('hub-intro', questions, meetings, AT, words);
  const changed = new Map(settled.meetings.map((meeting) => [meeting.id, meeting]));
  const asks = new Map(settled.questions.map((question) => [question.id, question]));
  return {
    meetings: meetings.map((meeting) => changed.get(meeting.id) ?? meeting),
    questions: questions.map((question) => asks.get(question.id) ?? question),
  };
};
const found = (meeting: Meeting | undefined) => meeting?.items.filter((item) => item.id.startsWith('q-'));
const meetings = () => [openMeeting(), plannedMeeting('2027-03-30')];

describe('a question on an agenda', () => {
  it('stands on the next one, with where it comes from, its age and what is proposed', () => {
    const { meetings: now, questions } = settle([asked()], meetings());
    expect(found(now[0])).toMatchObject([
      {
        id: 'q-1-1',
        title: 'Kan tolken bokas tidigare?',
        background: 'Förslag: Ja',
        late: false,
        why: { kind: 'lifted', from: ['below'], since: AT, forDecision: false },
      },
    ]);
    expect(questions[0]!.state).toMatchObject({ name: 'waiting', meeting: 'hub-intro-2027-03-16' });
  });

  it('waits for the one after when the agenda is published, unless it is urgent', () => {
    const published = [publish(openMeeting()), plannedMeeting('2027-03-30')];
    expect(settle([asked()], published).questions[0]!.state).toMatchObject({ meeting: 'hub-intro-2027-03-30' });
    const urgent = settle([asked('urgent')], published);
    expect(found(urgent.meetings[0])).toMatchObject([{ late: true }]);
  });

  it('is never put on a meeting that has begun', () => {
    const begun = [begin(publish(openMeeting()), 1), plannedMeeting('2027-03-30')];
    expect(settle([asked('urgent')], begun).questions[0]!.state).toMatchObject({ meeting: 'hub-intro-2027-03-30' });
  });

  it('waits until there is a meeting when there is none', () => {
    const { questions } = settle([asked()], [draft()]);
    expect(questions[0]!.state).toMatchObject({ name: 'waiting', meeting: '' });
    expect(found(settle(questions, [draft(), plannedMeeting('2027-03-30')]).meetings[1])).toHaveLength(1);
  });

  it('that is not answered stands on the next agenda, also a published one, and is told before the meeting closes', () => {
    const first = settle([asked()], meetings());
    const begun = begin(publish(first.meetings[0]!), 1);
    expect(returns(begun).again).toContainEqual({ title: 'Kan tolken bokas tidigare?', because: 'open-question' });
    const closed = draft(begun);
    expect(carriedOver(closed).items).toEqual([]);
    const next = settle(first.questions, [closed, publish(openMeeting(undefined, '2027-03-30'))]);
    expect(found(next.meetings[1])).toMatchObject([{ id: 'q-1-1', late: true }]);
    expect(found(next.meetings[0])).toEqual(found(closed));
  });

  it('that is answered during the meeting says so in its minutes; what is written as § is not said twice', () => {
    const first = settle([asked()], meetings());
    const begun = begin(publish(first.meetings[0]!), 1);
    const answered = later(first.questions[0]!, {
      do: 'answer',
      text: text('Ja.'),
      decided: false,
      written: false,
      concerns: [],
    });
    expect(found(settle([answered], [begun]).meetings[0])).toMatchObject([{ handled: 'Nu: answered' }]);
    const noted = must(outcome(begun, hub, 'o', 'q-1-1', text('Ja.')));
    expect(found(settle([answered], [noted]).meetings[0])).toMatchObject([{ handled: '' }]);
  });

  it('that is answered in writing before the meeting stays there with what was answered', () => {
    const first = settle([asked()], meetings());
    const answered = later(first.questions[0]!, { do: 'answer', text: text('Ja.'), decided: false, written: true, concerns: [] });
    const next = settle([answered], first.meetings);
    expect(found(next.meetings[0])).toMatchObject([{ handled: 'Nu: answered' }]);
    expect(returns(next.meetings[0]!).ends).toContain('Kan tolken bokas tidigare?');
  });

  it('that is withdrawn before the meeting is taken off', () => {
    const first = settle([asked()], meetings());
    const gone = must(act(first.questions[0]!, { do: 'withdraw' }, { cause: 'w', at: AT, by: 'nora' }));
    expect(found(settle([gone], first.meetings).meetings[0])).toEqual([]);
  });

  it('shows its present words', () => {
    const first = settle([asked()], meetings());
    const { text: _, ...kept } = first.questions[0]!;
    const { proposal, background, urgency } = kept;
    const changed = later(first.questions[0]!, { do: 'change', text: text('Tolk?'), proposal, background, urgency });
    expect(found(settle([changed], first.meetings).meetings[0])).toMatchObject([{ title: 'Tolk?' }]);
  });
});

describe('an answer on an agenda', () => {
  it('stands there until it is received, says from where, and then says that', () => {
    const wording = { text: text('Fredagar?'), proposal: text(''), background: text(''), urgency: 'normal' as const };
    const moment = { cause: 'r', at: AT, by: 'sara' };
    const up = must(raise('1', { ...wording, forum: 'hub-intro', to: 'section', forDecision: false }, moment));
    const answered = later(up, { do: 'answer', text: text('Ja.'), decided: false, written: false, concerns: [] });
    const first = settle([answered], meetings());
    expect(found(first.meetings[0])).toMatchObject([
      { id: 'q-1-2', background: 'Svar: Ja.', why: { kind: 'handed-down', from: 'section', what: 'answer' } },
    ]);
    const received = later(first.questions[0]!, { do: 'receive', forum: 'hub-intro' });
    expect(received.state.name).toBe('received');
    expect(found(settle([received], first.meetings).meetings[0])).toMatchObject([{ handled: 'Nu: received' }]);
  });
});
