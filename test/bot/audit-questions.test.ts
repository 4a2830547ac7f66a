import { describe, expect, it } from 'vitest';
import type { Happening } from '../../bot/local/happenings.ts';
import { auditQuestions } from '../../bot/simulate/audit-questions.ts';

const [HOME, ABOVE] = ['19:hub', '19:section'];
const at = '2027-01-20T10:00:00Z';

const said = (text: string): Happening => ({
  kind: 'said',
  at,
  person: 'sara',
  conversationId: HOME,
  activityId: `sim:${text}`,
  text: `<at>Samverkan</at> lyft ${text}`,
  mentions: [],
  activity: null,
});
const card = (conversationId: string, key: string, activityId: string, body: object, kind: 'posted' | 'updated' = 'posted') =>
  ({ kind, at, conversationId, activityId, replyToId: '', key, text: '', mentions: [], card: body }) as unknown as Happening;
const promise = (number: number, text: string) =>
  card('19:personal', `answer/${number}`, `${number} ${text}`, { text: `Fråga ${number}: ${text}` });
const above = (id: string, ...numbers: string[]) =>
  card(ABOVE, `agenda/${id}`, id, {
    body: numbers.map((question) => ({ data: { dialog: 'question', how: 'handle', question } })),
  });
const home = (id: string, ...numbers: string[]) =>
  card(HOME, `agenda/${id}`, id, { body: numbers.map((question) => ({ verb: 'question_receive', data: { question } })) });
const invoked = (value: object) =>
  ({
    kind: 'invoked',
    at,
    person: 'x',
    conversationId: HOME,
    activityId: 'i',
    name: '',
    activity: { value },
  }) as unknown as Happening;
const answer = (question: string) => invoked({ data: { dialog: 'question', do: 'answer', question } });
const receive = (question: string) => invoked({ action: { verb: 'question_receive', data: { question } } });

const counted = (...happenings: Happening[]) => {
  const { faults: _, ...counts } = auditQuestions(happenings, HOME, ABOVE);
  return counts;
};
const asked = [said('Varför?'), promise(1, 'Varför?')];
const one = { questions: 1, answered: 0, received: 0, questionsTwice: 0, lost: 0 };

describe('the auditor of questions', () => {
  it('follows one from the hub to the answer that was received', () => {
    expect(counted(...asked)).toEqual(one);
    expect(counted(...asked, above('a', '1'))).toEqual(one);
    expect(counted(...asked, above('a', '1'), answer('1'), above('a'), home('h', '1'))).toEqual({ ...one, answered: 1 });
    expect(counted(...asked, above('a', '1'), answer('1'), above('a'), home('h', '1'), receive('1'), home('h'))).toEqual({
      ...one,
      answered: 1,
      received: 1,
    });
  });

  it('counts one that is lost: without a number, off the agenda above, or its answer off the agenda at home', () => {
    expect(counted(said('Varför?'))).toEqual({ ...one, lost: 1 });
    expect(counted(...asked, above('a'))).toEqual({ ...one, lost: 1 });
    expect(counted(...asked, above('a', '1'), answer('1'), above('a'), home('h'))).toEqual({ ...one, answered: 1, lost: 1 });
  });

  it('counts one that is in two places, or two questions, or still waits when it has been received', () => {
    expect(counted(...asked, promise(2, 'Varför?'))).toMatchObject({ questionsTwice: 1 });
    expect(counted(...asked, above('a', '1'), above('b', '1'))).toEqual({ ...one, questionsTwice: 1 });
    expect(counted(...asked, answer('1'), above('a', '1'), home('h', '1'))).toMatchObject({ questionsTwice: 1, lost: 0 });
    expect(counted(...asked, answer('1'), receive('1'), above('a', '1'))).toMatchObject({ questionsTwice: 1 });
  });

  it('counts a number that two questions share', () => {
    expect(counted(...asked, said('Hur?'), promise(1, 'Hur?'), above('a', '1'))).toMatchObject({
      questions: 2,
      questionsTwice: 1,
    });
  });
});
