import { describe, expect, it } from 'vitest';
import { forumOf } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { type Meeting, planned } from '../../src/domain/meeting.ts';
import { act, raise } from '../../src/domain/questions.ts';
import type { Product } from '../../src/flows/product.ts';
import { warnMoved } from '../../src/flows/warn-unanswered.ts';
import type { Change, Effect } from '../../src/ports.ts';
import { day, stockholm } from '../domain/definition.ts';
import { must, text } from '../domain/meetings.ts';
import { clockAt } from '../support/clock.ts';

const was = planned(plan(forumOf(stockholm, 'section'), day('2027-03-20'), day('2027-04-02')).meetings[0]!);
const movedTo = (date: string): Meeting => ({
  ...was,
  start: `${date}T09:00`,
  end: `${date}T10:30`,
  moves: [{ from: was.start, to: `${date}T09:00`, reason: text('Lokalen är stängd'), by: 'karin', at: '2027-03-20T09:00' }],
});

/** A question that stands on the meeting, and what is posted when the meeting is moved. */
async function posted(meeting: Meeting): Promise<Effect[]> {
  const words = { text: text('Fredagstider?'), proposal: text(''), background: text(''), urgency: 'normal' as const };
  const asked = { ...words, forum: 'hub-intro', to: 'section', forDecision: false };
  const question = must(raise('1', asked, { cause: 'r', at: '2027-03-16T13:00', by: 'sara' }));
  const place = { do: 'place' as const, forum: 'section', meeting: was.id };
  const stands = must(act(question, place, { cause: 'p', at: '2027-03-16T13:00', by: '' }));
  const effects: Effect[] = [];
  const change = {
    questions: async () => [stands],
    meetings: async () => [],
    enqueue: async (effect: Effect) => {
      effects.push(effect);
    },
  } as unknown as Change;
  await warnMoved({ agreement: stockholm, clock: clockAt('2027-03-20T09:00') } as unknown as Product, change, was, meeting);
  return effects;
}

describe('a meeting that is moved', () => {
  it('warns its convener when an answer comes back later than promised, with the written way', async () => {
    const [effect, ...more] = await posted(movedTo('2027-04-09'));
    expect(more).toEqual([]);
    expect(effect!.payload).toMatchObject({ to: { person: 'karin' } });
    const said = JSON.stringify(effect!.payload).replaceAll('\u00a0', ' ');
    expect(said).toContain('når kommunhubb Intro först 27 april 2027 i stället för 13 april 2027');
    expect(said).toContain('Ni kan svara skriftligt nu');
  });

  it('says nothing when the answer comes back when it was promised', async () => {
    expect(await posted(movedTo('2027-04-01'))).toEqual([]);
  });
});
