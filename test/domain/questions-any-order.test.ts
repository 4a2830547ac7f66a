import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAgenda, publish } from '../../src/domain/agenda.ts';
import { forumOf } from '../../src/domain/agreement.ts';
import { plan } from '../../src/domain/cadence.ts';
import { type Meeting, planned, reachedStage } from '../../src/domain/meeting.ts';
import { begin, close } from '../../src/domain/minutes.ts';
import { ageInDays, askersNow, isOpen, type Question, turnOf } from '../../src/domain/question.ts';
import { agendasOf, itemIdOf, type QuestionWords, settleAgendas } from '../../src/domain/question-agenda.ts';
import { act, merge, raise } from '../../src/domain/questions.ts';
import { day, stockholm } from './definition.ts';
import { nothing, text } from './meetings.ts';

/** The forums questions travel between, each with its meetings, and everything that may happen in any order. */
const FORUMS = ['hub-intro', 'hub-ec', 'section', 'unit'] as const;
const PEOPLE = { 'hub-intro': ['sara', 'per'], 'hub-ec': ['nora', 'maja'] } as const;

const words: QuestionWords = {
  asked: (question) => text(`asked ${question.text}`),
  answered: () => text('answered'),
  handled: (_question, event) => text(event.kind),
};

interface World {
  now: string;
  questions: Map<string, Question>;
  meetings: Map<string, Meeting[]>;
  raisedBy: Map<string, string>;
}

type Happening = { what: (typeof KINDS)[number]; question: number; other: number; forum: (typeof FORUMS)[number]; who: number };
const KINDS = [
  'raise',
  'raise',
  'change',
  'want-more',
  'complete',
  'lift',
  'send-back',
  'raise-again',
  'answer',
  'answer-all',
  'receive',
  'receive',
  'unclear',
  'withdraw',
  'merge',
  'merge',
  'open',
  'publish',
  'begin',
  'close',
  'close',
  'day',
] as const;

const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom(...KINDS),
  question: fc.nat(5),
  other: fc.nat(5),
  forum: fc.constantFrom(...FORUMS),
  who: fc.nat(1),
});

function start(): World {
  const meetings = new Map(
    FORUMS.map((id) => {
      const forum = forumOf(stockholm, id);
      return [id, plan(forum, day('2027-03-10'), day('2028-12-31')).meetings.slice(0, 12).map(planned)];
    }),
  );
  return { now: '2027-03-10T08:00', questions: new Map(), meetings, raisedBy: new Map() };
}

const wording = (n: number) => ({
  text: text(`Fråga ${n}`),
  proposal: text(''),
  background: text(''),
  urgency: n % 2 === 0 ? ('normal' as const) : ('urgent' as const),
});

function happen(world: World, { what, question: n, other, forum, who }: Happening, cause: string): unknown {
  const all = [...world.questions.values()];
  const question = all[n % Math.max(1, all.length)];
  const moment = (by: string) => ({ cause, at: world.now, by });
  const keep = (result: { ok: true; value: Question } | { ok: false }) => {
    if (result.ok) world.questions.set(result.value.id, result.value);
  };
  const stage = (work: (meeting: Meeting) => Meeting) => {
    const meetings = world.meetings.get(forum)!;
    const next = meetings.find((meeting) => !reachedStage(meeting, 'draft'));
    if (next)
      world.meetings.set(
        forum,
        meetings.map((one) => (one === next ? work(one) : one)),
      );
  };
  switch (what) {
    case 'day':
      world.now = Temporal.PlainDateTime.from(world.now).add({ days: 3 }).toString({ smallestUnit: 'minute' });
      return undefined;
    case 'open':
      return stage((meeting) => openAgenda(meeting, forumOf(stockholm, forum), nothing, 'Åtgärder'));
    case 'publish':
      return stage(publish);
    case 'begin':
      return stage((meeting) => begin(meeting, 1));
    case 'close':
      return stage((meeting) => {
        const closed = close(meeting, world.now, []);
        return closed.ok ? closed.value : meeting;
      });
    case 'raise': {
      const hub = forum === 'hub-ec' ? 'hub-ec' : 'hub-intro';
      const by = PEOPLE[hub][who]!;
      const id = String(world.questions.size + 1);
      keep(raise(id, { ...wording(n), forum: hub, to: 'section', forDecision: false }, moment(by)));
      world.raisedBy.set(id, by);
      return undefined;
    }
    case 'merge': {
      const second = all[other % Math.max(1, all.length)];
      if (!question || !second) return undefined;
      const merged = merge(question, second, moment('karin'));
      if (!merged.ok) return undefined;
      world.questions.set(question.id, merged.value.kept);
      world.questions.set(second.id, merged.value.other);
      return undefined;
    }
  }
  if (!question) return undefined;
  const by = question.askers[who % question.askers.length]!.person;
  switch (what) {
    case 'change':
    case 'raise-again':
      return keep(act(question, { do: what, ...wording(other) }, moment(by)));
    case 'want-more':
    case 'complete':
      return keep(act(question, { do: what, text: text('mer') }, moment(by)));
    case 'lift':
      return keep(act(question, { do: 'lift', to: 'unit', forDecision: true, note: text('') }, moment('karin')));
    case 'send-back':
      return keep(act(question, { do: 'send-back', reason: text('nej') }, moment('karin')));
    case 'answer':
      return keep(
        act(question, { do: 'answer', text: text('ja'), decided: false, written: who === 1, concerns: [] }, moment('karin')),
      );
    case 'answer-all':
      return keep(
        act(question, { do: 'answer', text: text('ja'), decided: true, written: false, concerns: FORUMS }, moment('karin')),
      );
    case 'receive':
      return keep(act(question, { do: 'receive', forum }, moment(by)));
    case 'unclear':
      return keep(act(question, { do: 'unclear', forum, text: text('vad?') }, moment(by)));
    case 'withdraw':
      return keep(act(question, { do: 'withdraw' }, moment(by)));
  }
}

function settle(world: World): void {
  for (const forum of FORUMS) {
    const settled = settleAgendas(forum, [...world.questions.values()], world.meetings.get(forum)!, world.now, words);
    for (const one of settled.questions) world.questions.set(one.id, one);
    const changed = new Map(settled.meetings.map((meeting) => [meeting.id, meeting]));
    world.meetings.set(
      forum,
      world.meetings.get(forum)!.map((meeting) => changed.get(meeting.id) ?? meeting),
    );
  }
}

/** Where a question stands open on agendas that are not closed, with the item's id. */
function standing(world: World, question: Question): string[] {
  return FORUMS.flatMap((forum) =>
    world.meetings.get(forum)!.flatMap((meeting) =>
      meeting.items
        .filter((item) => 'question' in item.why && item.why.question === question.id)
        .filter((item) => item.handled === undefined && !reachedStage(meeting, 'draft'))
        .map((item) => `${forum} ${meeting.id} ${item.id}`),
    ),
  );
}

/** Where somebody's turn it is, read from what it is: the place that has it, or the forums that have not received. */
function waitsIn(question: Question): string[] {
  const { state } = question;
  if (state.name === 'waiting' || state.name === 'completing') return [state.at];
  if (state.name === 'answered' || state.name === 'sent-back')
    return state.receipts.flatMap((one) => (one.received ? [] : [one.forum])).sort();
  return [];
}

const rootOf = (world: World, question: Question): Question =>
  question.state.name === 'merged' ? rootOf(world, world.questions.get(question.state.into)!) : question;

function sound(world: World, before: Map<string, Question>): void {
  for (const question of world.questions.values()) {
    const { state } = question;
    const told = JSON.stringify(question.history, null, 1);
    // In its place, once, and in no other.
    const stands = standing(world, question);
    expect(stands.map((place) => place.split(' ')[0]).sort(), told).toEqual(waitsIn(question));
    for (const place of stands) expect(place.split(' ')[2]).toBe(itemIdOf(question));
    if (isOpen(question)) expect(turnOf(question).who, told).not.toBe('nobody');
    // It ends only by an answer every forum has received, a merge whose other goes on, or everybody's own withdrawal.
    const kinds = question.history.map((event) => event.kind);
    if (state.name === 'received') {
      const last = question.history.findLastIndex((event) => event.kind === 'answered');
      const by = question.history.slice(last).flatMap((event) => (event.kind === 'received' ? [event.forum] : []));
      for (const asker of askersNow(question)) expect(by, told).toContain(asker.forum);
    }
    if (state.name === 'withdrawn') expect(askersNow(question), told).toEqual([]);
    if (state.name === 'withdrawn') expect(kinds, told).toContain('withdrew');
    if (state.name === 'merged') expect(world.questions.has(state.into), told).toBe(true);
    // Whoever asked is still an asker, wherever the question went.
    const by = world.raisedBy.get(question.id)!;
    expect(
      rootOf(world, question).askers.map((asker) => asker.person),
      told,
    ).toContain(by);
    // Its age is the calendar's while it is open, and stands still after that.
    const asked = Temporal.PlainDate.from(question.history[0]!.at.slice(0, 10));
    const until = isOpen(question) ? world.now : state.since;
    expect(ageInDays(question, world.now)).toBe(asked.until(Temporal.PlainDate.from(until.slice(0, 10))).total('days'));
    // History only grows.
    const earlier = before.get(question.id);
    if (earlier) expect(question.history.slice(0, earlier.history.length), told).toEqual(earlier.history);
    if (earlier && !isOpen(earlier)) expect(question.state, told).toEqual(earlier.state);
  }
  for (const id of before.keys()) expect(world.questions.has(id)).toBe(true);
}

describe('whatever happens to questions, in whatever order', () => {
  it('nothing is lost, nothing is in two places, ages are true, and they end by a receipt or a withdrawal only', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60, size: 'max' }), (happenings) => {
        const world = start();
        for (const [n, one] of happenings.entries()) {
          const before = new Map(world.questions);
          happen(world, one, `c${n}`);
          settle(world);
          sound(world, before);
        }
        for (const question of world.questions.values()) reached.add(question.state.name);
      }),
      { numRuns: 250 },
    );
    // The property has seen every end and every stop on the way.
    expect([...reached].sort()).toEqual(['answered', 'completing', 'merged', 'received', 'sent-back', 'waiting', 'withdrawn']);
  });

  it('the same cause twice is once, and agendas that are in line stay as they are', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40, size: 'max' }), (happenings) => {
        const world = start();
        for (const [n, one] of happenings.entries()) {
          happen(world, one, `c${n}`);
          settle(world);
          const settled = JSON.stringify([...world.meetings]);
          const questions = JSON.stringify([...world.questions]);
          if (!['raise', 'merge', 'open', 'publish', 'begin', 'close', 'day'].includes(one.what)) happen(world, one, `c${n}`);
          settle(world);
          expect(JSON.stringify([...world.meetings])).toBe(settled);
          expect(JSON.stringify([...world.questions])).toBe(questions);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('every agenda that may hold a question is one the question names', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40, size: 'max' }), (happenings) => {
        const world = start();
        for (const [n, one] of happenings.entries()) {
          happen(world, one, `c${n}`);
          settle(world);
        }
        for (const question of world.questions.values())
          for (const place of standing(world, question)) expect(agendasOf(question)).toContain(place.split(' ')[0]);
      }),
      { numRuns: 60 },
    );
  });
});
