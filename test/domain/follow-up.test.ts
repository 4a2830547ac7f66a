import { describe, expect, it } from 'vitest';
import { plan } from '../../src/domain/cadence.ts';
import { bothSaid, type FollowUp, followUpOf, yearChanges } from '../../src/domain/follow-up.ts';
import { type Meeting, planned, type Stage } from '../../src/domain/meeting.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { raise } from '../../src/domain/questions.ts';
import { day, hub } from './definition.ts';

const approved: Stage = { name: 'approved', by: 'sara', at: '2027-03-17T09:00', version: 1, hash: 'h' };
const [first, second, third] = plan(hub, day('2027-01-19'), day('2027-03-31')).meetings.map(planned) as [
  Meeting,
  Meeting,
  Meeting,
];
const outcome = (paragraph: number, text: string) => ({
  id: `o${paragraph}`,
  item: 'a',
  text: ownText(text),
  paragraph,
  word: 'agreed' as const,
});
const action = (id: string, status: 'open' | 'done') => ({
  id,
  item: 'a',
  number: 1,
  what: ownText('Ring skolan'),
  who: 'sara',
  due: '2027-05-01',
  status,
});
const everybody = Object.fromEntries(hub.units.map((unit) => [unit, ['sara']]));
const held: Meeting = {
  ...first,
  stage: approved,
  attendance: everybody,
  outcomes: [outcome(1, 'Vi prövar fredagar.')],
  actions: [action('open', 'open'), action('done', 'done')],
};
const asked = (forum: string, at: string, id = '7') => {
  const wording = { text: ownText('Får vi pröva?'), proposal: ownText(''), background: ownText(''), urgency: 'normal' as const };
  const raised = raise(id, { ...wording, forum, to: 'section', forDecision: false }, { cause: id, at, by: 'sara' });
  if (!raised.ok) throw new Error(raised.no);
  return raised.value;
};
const words = { deviations: '', progress: '', analysis: 'Bra år.', proposals: '' };
const of = (meetings: Meeting[], questions = [asked('hub-intro', '2027-02-01T10:00')], until = day('2027-10-01')): FollowUp =>
  followUpOf(
    [
      { forum: hub, meetings },
      { forum: { ...hub, id: 'section' }, meetings: [] },
    ],
    questions,
    words,
    '2027',
    until,
  );

describe('the follow-up of a year', () => {
  it('counts what each forum has planned, held, moved, agreed and asked', () => {
    const empty: Meeting = {
      ...second,
      stage: { name: 'draft' },
      attendance: { ...everybody, [hub.units[0]!]: [] },
      moves: [{ from: '', to: '', reason: ownText('Lokalen är stängd'), by: 'johan', at: '' }],
      outcomes: [outcome(2, 'Ett utkast kan ändras.')],
    };
    const { forums, outcomes, actions } = of([held, empty, third]);
    expect(forums).toEqual([
      {
        forum: hub.id,
        name: hub.name,
        counts: { planned: 3, held: 2, moved: 1, empty: 1, drafts: 1, outcomes: 1, open: 1, lifted: 1, answered: 0 },
      },
    ]);
    expect(outcomes.map(({ paragraph, text }) => [paragraph, text])).toEqual([[1, 'Vi prövar fredagar.']]);
    expect(actions.map((one) => one.action.id)).toEqual(['open']);
  });

  it('is of that year only, and of what has been when it is made', () => {
    const before = { ...held, start: '2026-12-30T13:00' };
    expect(of([before], []).forums).toEqual([]);
    expect(of([held, second, third], [], day(second.start.slice(0, 10))).forums[0]!.counts).toMatchObject({
      planned: 1,
      held: 1,
    });
    expect(of([], [asked('hub-intro', '2026-12-30T10:00')]).questions).toEqual([]);
    expect(of([], [asked('hub-intro', '2027-10-01T10:00')]).questions).toEqual([]);
  });

  it('says what has become another: old and new counts, and texts that read otherwise or stand no more', () => {
    const was = of([held, second]);
    expect(yearChanges(was, was)).toEqual([]);
    expect(yearChanges(reordered(was) as FollowUp, was)).toEqual([]);
    const now = of([
      { ...held, outcomes: [outcome(1, 'Vi prövar torsdagar.')] },
      { ...second, stage: { name: 'draft' } },
    ]);
    expect(yearChanges(was, now)).toEqual([
      { kind: 'count', name: hub.name, count: 'held', was: 1, now: 2 },
      { kind: 'count', name: hub.name, count: 'drafts', was: 0, now: 1 },
      { kind: 'outcome', how: 'changed', name: hub.name, paragraph: 1, start: held.start },
    ]);
    expect(yearChanges(was, of([{ ...held, outcomes: [] }, second]))).toContainEqual(
      expect.objectContaining({ kind: 'outcome', how: 'gone' }),
    );
    const answered: FollowUp = {
      ...was,
      questions: was.questions.map((one) => ({
        ...one,
        answer: { from: 'section', at: '2027-03-01T10:00', text: ownText('Ja.'), decided: false },
      })),
    };
    expect(yearChanges(was, answered)).toEqual([{ kind: 'question', id: '7' }]);
    expect(yearChanges(was, { ...was, words: { ...words, progress: 'Fem språk.' } })).toEqual([
      { kind: 'words', field: 'progress' },
    ]);
  });

  it('loses nothing of what two wrote at the same time, and doubles nothing both wrote', () => {
    const mine = { ...words, analysis: 'Ett tungt år.', proposals: 'Fler språk.' };
    expect(bothSaid(words, mine)).toEqual({ ...mine, analysis: 'Bra år.\nEtt tungt år.' });
    expect(bothSaid(words, words)).toEqual(words);
  });
});

/** The same with its fields in another order, as a database may give it back. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inside]) => [name, reordered(inside)]);
  return Object.fromEntries(entries.toReversed());
}
