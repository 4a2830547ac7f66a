/**
 * The yearly follow-up of the agreement as a whole: how the forms of cooperation have worked, and what came of them (U 9,
 * "Uppföljning ska ske av hur samverkansformerna fungerar"). Of a calendar year, from what the forums left behind (ours).
 */
import { isOpen as isOpenAction } from './action-status.ts';
import { type ActionEntry, actionRegister } from './actions.ts';
import type { Forum } from './agreement.ts';
import { attendanceOf } from './attendance.ts';
import { type Meeting, reachedStage } from './meeting.ts';
import { type Answer, askedAt, askingForums, heldBy, isUnasked, type Question, type State } from './question.ts';

/**
 * What is counted of a forum. `held`: closed with minutes. `moved`: by the convener. `empty`: held without anybody from some
 * unit. `outcomes`: agreed or decided in approved minutes. `drafts`: held, minutes not approved. `lifted` and `answered`:
 * questions it has asked, and those of them that have an answer.
 */
export const FORUM_COUNTS = ['planned', 'held', 'moved', 'empty', 'drafts', 'outcomes', 'open', 'lifted', 'answered'] as const;
export type ForumCount = (typeof FORUM_COUNTS)[number];

export interface ForumYear {
  forum: string;
  name: string;
  counts: Record<ForumCount, number>;
}

export interface YearOutcome {
  forum: string;
  name: string;
  /** Wall clock of the meeting. */
  start: string;
  paragraph: number;
  word: 'agreed' | 'decided';
  text: string;
}

export type YearAction = Pick<ActionEntry, 'forum' | 'action'>;

export interface YearQuestion {
  id: string;
  /** Forums that asked; empty for a decision from above that nobody asked for. */
  from: string[];
  at: string;
  text: string;
  state: State['name'];
  /** The place that has it, or had it last. */
  holder: string | undefined;
  answer: Pick<Answer, 'from' | 'at' | 'text' | 'decided'> | undefined;
}

/**
 * What those who make it write themselves: "avvikelser, de viktigaste framstegen, samt analys och förslag till eventuella
 * åtgärder och insatser" (U 9).
 */
export const FOLLOW_UP_FIELDS = ['deviations', 'progress', 'analysis', 'proposals'] as const;
export type FollowUpField = (typeof FOLLOW_UP_FIELDS)[number];
export type FollowUpWords = Record<FollowUpField, string>;

export const FOLLOW_UP_LONGEST = 1500;

/** Two who wrote at the same time lose nothing: where their texts differ both stand, the earlier saved first. */
export const bothSaid = (saved: FollowUpWords, mine: FollowUpWords): FollowUpWords => {
  const both = (field: FollowUpField) => [...new Set([saved[field], mine[field]])].filter((text) => text !== '').join('\n');
  return { deviations: both('deviations'), progress: both('progress'), analysis: both('analysis'), proposals: both('proposals') };
};

export interface FollowUp {
  words: FollowUpWords;
  forums: ForumYear[];
  outcomes: YearOutcome[];
  /** Open when it was looked at, whenever they were given. */
  actions: YearAction[];
  questions: YearQuestion[];
}

/** Of a year, up to a day that is not part of it. `held` has each forum with all its meetings; those that have none are left out. */
export function followUpOf(
  held: readonly { forum: Forum; meetings: readonly Meeting[] }[],
  questions: readonly Question[],
  words: FollowUpWords,
  year: string,
  until: Temporal.PlainDate,
): FollowUp {
  const inYear = (at: string) => at.startsWith(`${year}-`) && at.slice(0, 10) < until.toString();
  const asked = questions.filter((one) => inYear(askedAt(one)) && one.state.name !== 'withdrawn').map(questionOf);
  const forums = held.map(({ forum, meetings }) => {
    const own = meetings.filter(({ start }) => inYear(start));
    const actions = actionsOf(meetings);
    return { outcomes: own.flatMap((one) => outcomesOf(forum, one)), actions, year: yearOf(forum, own, actions, asked) };
  });
  return {
    words,
    forums: forums.map((one) => one.year).filter(({ counts }) => counts.planned + counts.lifted > 0),
    outcomes: forums.flatMap((one) => one.outcomes),
    actions: forums.flatMap((one) => one.actions),
    questions: asked,
  };
}

function yearOf(
  forum: Forum,
  meetings: readonly Meeting[],
  actions: readonly YearAction[],
  asked: readonly YearQuestion[],
): ForumYear {
  const held = meetings.filter((one) => reachedStage(one, 'draft'));
  const lifted = asked.filter(({ from }) => from.includes(forum.id));
  return {
    forum: forum.id,
    name: forum.name,
    counts: {
      planned: meetings.length,
      held: held.length,
      moved: meetings.filter(({ moves = [] }) => moves.length > 0).length,
      empty: held.filter((one) => forum.units.some((unit) => attendanceOf(one, unit).empty)).length,
      drafts: held.filter((one) => !reachedStage(one, 'approved')).length,
      outcomes: held.flatMap((one) => outcomesOf(forum, one)).length,
      open: actions.length,
      lifted: lifted.length,
      answered: lifted.filter(({ answer }) => answer !== undefined).length,
    },
  };
}

/** What stands in minutes that have been approved: a draft may still change. */
const outcomesOf = (forum: Forum, meeting: Meeting): YearOutcome[] =>
  reachedStage(meeting, 'approved')
    ? meeting.outcomes.map(({ paragraph, word, text }) => ({
        forum: forum.id,
        name: forum.name,
        start: meeting.start,
        paragraph,
        word,
        text,
      }))
    : [];

function actionsOf(meetings: readonly Meeting[]): YearAction[] {
  const approved = new Set(meetings.filter((one) => reachedStage(one, 'approved')).map(({ id }) => id));
  return actionRegister(meetings)
    .filter(({ action, from }) => isOpenAction(action) && approved.has(from.meeting))
    .map(({ action, forum }) => ({ action, forum }));
}

function questionOf(question: Question): YearQuestion {
  const { id, text, state } = question;
  const from = isUnasked(question) ? [] : askingForums(question);
  return { id, from, at: askedAt(question), text, state: state.name, holder: heldBy(question), answer: answerOf(state) };
}

function answerOf(state: State): YearQuestion['answer'] {
  if (state.name !== 'answered' && state.name !== 'received') return undefined;
  const { from, at, text, decided } = state.answer;
  return { from, at, text, decided };
}

/** What has become another since an edition: counts by forum, old and new, and texts that read otherwise or stand no more. */
export type YearChange =
  | { kind: 'count'; name: string; count: ForumCount; was: number; now: number }
  | { kind: 'outcome'; how: 'changed' | 'gone'; name: string; paragraph: number; start: string }
  | { kind: 'question'; id: string }
  | { kind: 'words'; field: FollowUpField };

/** Questions and outcomes that are new are told by their counts. */
export function yearChanges(was: FollowUp, now: FollowUp): YearChange[] {
  const before = new Map(was.forums.map((one) => [one.forum, one]));
  const counts = now.forums.flatMap(({ forum, name, counts: later }) =>
    FORUM_COUNTS.flatMap((count): YearChange[] => {
      const old = before.get(forum)?.counts[count] ?? 0;
      return old === later[count] ? [] : [{ kind: 'count', name, count, was: old, now: later[count] }];
    }),
  );
  const key = ({ forum, start, paragraph }: YearOutcome) => `${forum} ${start.slice(0, 4)} ${paragraph}`;
  const texts = new Map(now.outcomes.map((one) => [key(one), one]));
  const outcomes = was.outcomes.flatMap((one): YearChange[] => {
    const later = texts.get(key(one));
    if (later?.text === one.text && later.word === one.word) return [];
    const { name, paragraph, start } = one;
    return [{ kind: 'outcome', how: later ? 'changed' : 'gone', name, paragraph, start }];
  });
  const asked = new Map(now.questions.map((one) => [one.id, one]));
  const questions = was.questions.flatMap((one): YearChange[] =>
    sameSaid(one, asked.get(one.id)) ? [] : [{ kind: 'question', id: one.id }],
  );
  const words = FOLLOW_UP_FIELDS.filter((field) => was.words[field] !== now.words[field]);
  return [...words.map((field): YearChange => ({ kind: 'words', field })), ...counts, ...outcomes, ...questions];
}

const sameSaid = (was: YearQuestion, now: YearQuestion | undefined): boolean =>
  was.text === now?.text && was.answer?.text === now.answer?.text && was.answer?.at === now.answer?.at;
