/**
 * Filed minutes that turn out to be wrong are opened again with a reason (ours, domain rule 12). What is filed is never
 * written over: approved again they become a new edition beside the old one, which says what was changed and why.
 */
import type { Forum } from './agreement.ts';
import { type Meeting, type Reopening, zoned } from './meeting.ts';
import type { SafeText } from './privacy.ts';
import { no, type Result, yes } from './result.ts';
import { approvalDue } from './steps.ts';

export type ReopenNo = 'not-filed' | 'being-filed' | 'empty';

/** Which edition the minutes are, or become when they are approved: 1, and one more for each time they were opened again. */
export const editionOf = (meeting: Meeting): number => 1 + (meeting.reopenings ?? []).length;

/** The last day to approve: counted from the meeting, or from when its minutes were opened again. */
export function draftDue(meeting: Meeting, forum: Forum): Temporal.PlainDate {
  const opened = meeting.reopenings?.at(-1)?.at;
  if (opened === undefined) return approvalDue({ end: zoned(meeting.end) }, forum);
  return Temporal.PlainDate.from(opened.slice(0, 10)).add({ days: forum.approval.withinDays });
}

export function reopen(meeting: Meeting, by: string, at: string, reason: SafeText): Result<Meeting, ReopenNo> {
  const { stage, notes, outcomes, actions, comesBack = [] } = meeting;
  if (stage.name === 'approved') return no('being-filed');
  if (stage.name !== 'filed') return no('not-filed');
  if (reason.trim() === '') return no('empty');
  const reopening: Reopening = { by, at, reason, approved: stage, text: { notes, outcomes, actions, comesBack } };
  return yes({
    ...meeting,
    stage: { name: 'draft' },
    version: meeting.version + 1,
    reopenings: [...(meeting.reopenings ?? []), reopening],
  });
}

export type Changed =
  | { kind: 'item'; number: number }
  | { kind: 'outcome'; paragraph: number }
  | { kind: 'action'; number: number };

/** What is written otherwise than in the edition before, in the order of the minutes. */
export function changedSinceFiled(meeting: Meeting): Changed[] {
  const before = meeting.reopenings?.at(-1)?.text;
  if (!before) return [];
  const notesOf = (notes: Meeting['notes'], item: string) =>
    notes
      .filter((note) => note.item === item)
      .map((note) => note.text)
      .join('\n');
  const reasonOf = (said: Meeting['comesBack'], item: string) => said?.find((one) => one.item === item)?.reason;
  const items = meeting.items.flatMap(({ id }, n): Changed[] => {
    const same =
      notesOf(meeting.notes, id) === notesOf(before.notes, id) &&
      reasonOf(meeting.comesBack, id) === reasonOf(before.comesBack, id);
    return same ? [] : [{ kind: 'item', number: n + 1 }];
  });
  const outcomes = meeting.outcomes
    .filter((one) => before.outcomes.find(({ id }) => id === one.id)?.text !== one.text)
    .map(({ paragraph }): Changed => ({ kind: 'outcome', paragraph }));
  const actions = meeting.actions
    .filter((one) => before.actions.find(({ id }) => id === one.id)?.what !== one.what)
    .map(({ number }): Changed => ({ kind: 'action', number }));
  return [...items, ...outcomes, ...actions];
}
