/**
 * Questions on agendas. Whatever happens, a forum's agendas show exactly the questions that wait there: each once, on a
 * meeting that is not closed. What the question says is the truth; the agenda follows it.
 */
import type { Item, Meeting } from './meeting.ts';
import { reachedStage } from './meeting.ts';
import { ownText, type SafeText } from './privacy.ts';
import { answerGoesTo, askedAt, askingForums, type Question, type QuestionEvent } from './question.ts';
import { act } from './questions.ts';

/** The sentences of an item, given by the flow. */
export interface QuestionWords {
  /** What is said under a question that waits for its answer. */
  asked(question: Question): SafeText;
  /** What is said under an answer that waits for its receipt. */
  answered(question: Question): SafeText;
  /** What became of it: the event that ended its stand here. */
  handled(question: Question, event: QuestionEvent): SafeText;
}

const MINUTES = { lifted: 10, 'handed-down': 5 } as const;

/** One id per question and leg of its way: the same question comes back as another item. */
export const itemIdOf = (question: Question): string => `q-${question.id}-${question.leg}`;

/** Where it stands in this forum: the meeting, '' when it is not on an agenda yet; undefined when it does not wait here. */
export function standsIn(question: Question, forum: string): string | undefined {
  const { state } = question;
  if (state.name === 'waiting' || state.name === 'completing') return state.at === forum ? state.meeting : undefined;
  if (state.name !== 'answered' && state.name !== 'sent-back') return undefined;
  return state.receipts.find((one) => one.forum === forum && !one.received)?.meeting;
}

function itemOf(question: Question, words: QuestionWords): Item {
  const { state } = question;
  const common = { id: itemIdOf(question), title: question.text, kind: 'question' as const, late: false, indicators: [] };
  if (state.name === 'answered' || state.name === 'sent-back') {
    const [from, at] = state.name === 'answered' ? [state.answer.from, state.answer.at] : [state.from, state.since];
    const what = state.name === 'sent-back' ? 'sent-back' : state.answer.decided ? 'decision' : 'answer';
    const why = { kind: 'handed-down' as const, question: question.id, from, at, what: what as 'answer' };
    return { ...common, background: words.answered(question), minutes: MINUTES['handed-down'], why };
  }
  const forDecision = state.name === 'waiting' || state.name === 'completing' ? state.forDecision : false;
  const why = {
    kind: 'lifted' as const,
    question: question.id,
    from: askingForums(question),
    since: askedAt(question),
    forDecision,
  };
  return { ...common, background: words.asked(question), minutes: MINUTES.lifted, why };
}

/** Events after which the question is somebody else's: each begins a new leg. */
const ENDS_LEG = new Set<QuestionEvent['kind']>(['lifted', 'sent-back', 'raised-again', 'answered', 'unclear']);

/** What ended the stand with this item id in the forum; undefined while it goes on. */
function endOf(question: Question, item: string, forum: string): QuestionEvent | undefined {
  let leg = 1;
  for (const event of question.history) {
    const here = item === `q-${question.id}-${leg}`;
    if (here && event.kind === 'received' && event.forum === forum) return event;
    if (here && (event.kind === 'merged' || (event.kind === 'withdrew' && question.state.name === 'withdrawn'))) return event;
    if (!ENDS_LEG.has(event.kind)) continue;
    if (here) return event;
    leg += 1;
  }
  return undefined;
}

/** The meeting a question goes to: urgent ones and those that come back also to an agenda that is published. */
function meetingFor(meetings: readonly Meeting[], soon: boolean): Meeting | undefined {
  const ahead = meetings.filter((meeting) => !reachedStage(meeting, 'in-progress'));
  return soon ? ahead[0] : ahead.find((meeting) => !reachedStage(meeting, 'published'));
}

/** What a question may change of its item; the store does not keep the order of keys. */
const shown = ({ title, background, handled, why }: Item): string =>
  JSON.stringify([title, background, handled ?? null, why.kind === 'lifted' ? [why.from, why.forDecision] : why.kind]);

const same = (a: Item, b: Item): boolean => shown(a) === shown(b);

/** An item as the question wants it now; undefined when it is to be taken off. */
function present(item: Item, meeting: Meeting, forum: string, question: Question | undefined, words: QuestionWords) {
  if (!question) return item;
  if (standsIn(question, forum) === meeting.id && item.id === itemIdOf(question))
    return { ...itemOf(question, words), minutes: item.minutes, late: item.late };
  const end = endOf(question, item.id, forum);
  const begun = reachedStage(meeting, 'in-progress');
  // Before the meeting nothing is lost by leaving it out; what was handled between meetings is told at the next.
  if (!end || ((end.kind === 'withdrew' || end.kind === 'merged') && !begun))
    return begun ? { ...item, handled: ownText('') } : undefined;
  const written = meeting.outcomes.some((one) => one.item === item.id);
  return { ...item, handled: written ? ownText('') : words.handled(question, end) };
}

export interface Settled {
  /** Only what changed. */
  questions: Question[];
  meetings: Meeting[];
}

/**
 * Brings a forum's agendas and the questions that are or were there into line. `meetings`: the forum's, by slot.
 * Doing it again changes nothing; what finds no meeting waits until there is one.
 */
export function settleAgendas(
  forum: string,
  questions: readonly Question[],
  meetings: readonly Meeting[],
  at: string,
  words: QuestionWords,
): Settled {
  const known = new Map(questions.map((question) => [question.id, question]));
  const now = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const changed = new Set<string>();
  for (const question of questions) {
    const stands = standsIn(question, forum);
    const before = stands === undefined ? undefined : now.get(stands);
    if (stands === undefined || (before && !reachedStage(before, 'draft'))) continue;
    const back = stands !== '';
    const asked = question.state.name === 'waiting' || question.state.name === 'completing';
    const meeting = meetingFor([...now.values()], back || (asked && question.urgency === 'urgent'));
    if (!meeting) continue;
    const cause = `place/${itemIdOf(question)}/${forum}/${meeting.id}`;
    const placed = act(question, { do: 'place', forum, meeting: meeting.id }, { cause, at, by: '' });
    if (!placed.ok) throw new Error(`question ${question.id} cannot be placed in ${forum}: ${placed.no}`);
    known.set(question.id, placed.value);
    changed.add(question.id);
    const item = { ...itemOf(placed.value, words), late: reachedStage(meeting, 'published') };
    now.set(meeting.id, { ...meeting, items: [...meeting.items.filter((one) => one.id !== item.id), item] });
  }
  for (const meeting of now.values()) {
    if (reachedStage(meeting, 'draft')) continue;
    const items = meeting.items.flatMap((item): Item[] => {
      if (item.why.kind !== 'lifted' && item.why.kind !== 'handed-down') return [item];
      if (item.handled !== undefined) return [item];
      const next = present(item, meeting, forum, known.get(item.why.question), words);
      return next ? [next] : [];
    });
    if (items.length !== meeting.items.length || items.some((item, n) => !same(item, meeting.items[n]!)))
      now.set(meeting.id, { ...meeting, items });
  }
  return {
    questions: [...changed].map((id) => known.get(id)!),
    meetings: meetings.filter((meeting) => now.get(meeting.id) !== meeting).map((meeting) => now.get(meeting.id)!),
  };
}

/** Every forum whose agendas a question may stand on: where it waits, where it was, where its answer goes. */
export function agendasOf(question: Question): string[] {
  const been = question.history.flatMap((event) =>
    event.kind === 'raised' || event.kind === 'lifted' ? [event.to] : event.kind === 'placed' ? [event.forum] : [],
  );
  return [...new Set([...been, ...answerGoesTo(question)])];
}
