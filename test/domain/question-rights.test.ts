import { describe, expect, it } from 'vitest';
import { type Agreement, convenerOf, type Person } from '../../src/domain/agreement.ts';
import type { Question } from '../../src/domain/question.ts';
import { decidersAbove, type May, may } from '../../src/domain/question-rights.ts';
import { type Act, act, merge, raise } from '../../src/domain/questions.ts';
import { stockholm } from './definition.ts';
import { must, text } from './meetings.ts';

const person = (id: string): Person => stockholm.people.find((one) => one.id === id)!;
const asked = (by: string, forum: string, to = 'section', id = '1'): Question => {
  const wording = { text: text('Fredagar?'), proposal: text(''), background: text(''), urgency: 'normal' as const };
  return must(raise(id, { ...wording, forum, to, forDecision: false }, { cause: `r${id}`, at: '2027-03-16T13:10', by }));
};
const later = (question: Question, what: Act): Question =>
  must(act(question, what, { cause: JSON.stringify(what), at: '2027-03-30T09:30', by: 'karin' }));
const answered = (question: Question) =>
  later(question, { do: 'answer', text: text('Ja.'), decided: false, written: false, concerns: [] });

const rights = (who: string, question: Question, secretary = '', agreement: Agreement = stockholm): string[] => {
  const all = may(agreement, person(who), question, () => secretary);
  return (Object.keys(all) as (keyof May)[]).filter((key) => (key === 'receive' ? all.receive.length > 0 : all[key]));
};

describe('who may do what with a question', () => {
  const waiting = asked('sara', 'hub-intro');
  const wanted = later(waiting, { do: 'want-more', text: text('Hur många?') });
  const back = later(waiting, { do: 'send-back', reason: text('Nej') });
  const table: [string, Question, string, string, string[]][] = [
    ['the asker, while it waits', waiting, 'sara', '', ['see', 'change', 'withdraw']],
    ['a colleague in the hub', waiting, 'per', '', ['see']],
    ['somebody of the other hub', waiting, 'nora', '', []],
    ['somebody of no forum', waiting, 'kim', '', []],
    ['the convener above', waiting, 'karin', '', ['see', 'handle']],
    ['the secretary above', waiting, 'peter', 'peter', ['see', 'handle']],
    ['a member above who is neither', waiting, 'peter', '', ['see']],
    ['the unit managers, before it has come to them', waiting, 'gunilla', '', []],
    ['the asker, when more is wanted', wanted, 'sara', '', ['see', 'change', 'withdraw', 'complete']],
    ['the hub’s convener, when more is wanted', wanted, 'johan', '', ['see', 'complete']],
    ['a colleague, when more is wanted', wanted, 'per', '', ['see']],
    ['the convener above, when more is wanted', wanted, 'karin', '', ['see', 'handle']],
    ['the asker, when it was sent back', back, 'sara', '', ['see', 'withdraw', 'complete']],
    ['the convener above, when it was sent back', back, 'karin', '', ['see']],
    ['the asker, when the answer is there', answered(waiting), 'sara', '', ['see']],
    ['the hub’s secretary, when the answer is there', answered(waiting), 'per', 'per', ['see', 'receive']],
    ['the convener above, when the answer is there', answered(waiting), 'karin', '', ['see']],
  ];
  for (const [who, question, id, secretary, expected] of table)
    it(`${who}: ${expected.join(', ') || 'nothing'}`, () => expect(rights(id, question, secretary)).toEqual(expected));

  it('gives the words to nobody once two have asked', () => {
    const both = must(
      merge(waiting, asked('nora', 'hub-ec', 'section', '2'), { cause: 'm', at: '2027-03-30T09:20', by: 'karin' }),
    ).kept;
    expect(rights('sara', both)).toEqual(['see', 'withdraw']);
    expect(rights('nora', both)).toEqual(['see', 'withdraw']);
    expect(rights('hassan', answered(both))).toEqual(['see', 'receive']);
  });

  it('lets any member speak for a forum that has no convener', () => {
    expect(convenerOf(stockholm, 'unit')).toBeUndefined();
    expect(rights('marcus', asked('karin', 'section', 'unit'))).toEqual(['see', 'handle']);
  });

  it('lets the level that lifted it write in what was answered where the product holds no meetings', () => {
    const outside = asked('karin', 'education', 'bilaga-10-forum');
    expect(rights('bo', outside)).toEqual(['see', 'handle']);
    const top = later(asked('karin', 'section', 'unit'), { do: 'lift', to: 'steering', forDecision: true, note: text('') });
    expect(rights('gunilla', top)).toContain('handle');
    expect(rights('karin', top)).not.toContain('handle');
  });
});

describe('a decision made where there are no meetings here', () => {
  it('is written in by those whose forum lifts there for decision, and by nobody else', () => {
    expect(decidersAbove(stockholm, person('gunilla'))).toEqual([{ forum: 'unit', from: 'steering' }]);
    for (const id of ['sara', 'johan', 'karin']) expect(decidersAbove(stockholm, person(id)), id).toEqual([]);
  });
});
