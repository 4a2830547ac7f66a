/**
 * Minutes: the secretary writes, edits and approves; only then are they filed (ours, domain rule 12).
 * An approval binds to exactly the text that was shown.
 */

import { carriedOver } from './agenda.ts';
import type { Forum } from './agreement.ts';
import { withFolder } from './filing.ts';
import { adjustedNow } from './immediate.ts';
import type { FrozenFigure, Meeting, Stage } from './meeting.ts';
import type { SafeText } from './privacy.ts';
import { no, type Result, yes } from './result.ts';

export type MinutesNo =
  | 'not-begun'
  | 'closed'
  | 'already-approved'
  | 'no-such-item'
  | 'stale'
  | 'too-long'
  | 'not-closed'
  | 'commented'
  | 'adjusted';

/** Longest text of one meeting: what a Teams card can show in full before it is approved. */
export const LONGEST = 20_000;

/** The meeting begins: the first item is the current one and § numbers go on from the year's last. */
export function begin(meeting: Meeting, firstParagraph: number): Meeting {
  if (meeting.stage.name !== 'published' && meeting.stage.name !== 'open') return meeting;
  const first = meeting.items[0]?.id ?? '';
  const placed = meeting.stage.name === 'open' ? withFolder(meeting) : meeting;
  return { ...placed, stage: { name: 'in-progress' }, firstParagraph, current: first, reached: first ? [first] : [] };
}

/** Why nothing more can be written; undefined while the meeting is on. */
export const writable = (meeting: Meeting): MinutesNo | undefined =>
  meeting.stage.name === 'in-progress'
    ? undefined
    : meeting.stage.name === 'draft'
      ? 'closed'
      : meeting.stage.name === 'approved' || meeting.stage.name === 'filed'
        ? 'already-approved'
        : 'not-begun';

const size = (meeting: Meeting) =>
  [...meeting.notes, ...meeting.outcomes].reduce((sum, note) => sum + note.text.length, 0) +
  (meeting.situations ?? []).reduce((sum, one) => sum + one.text.length, 0) +
  (meeting.comesBack ?? []).reduce((sum, one) => sum + one.reason.length, 0) +
  meeting.actions.reduce((sum, action) => sum + action.what.length, 0);

export const withinLength = (meeting: Meeting): Result<Meeting, MinutesNo> =>
  size(meeting) > LONGEST ? no('too-long') : yes(meeting);

function written(meeting: Meeting, change: Partial<Meeting>, item: string): Result<Meeting, MinutesNo> {
  if (adjustedNow(meeting, item)) return no('adjusted');
  return withinLength({ ...meeting, ...change, current: item, reached: [...new Set([...meeting.reached, item])] });
}

/** Goes on to the next item; stays on the last. */
export function nextItem(meeting: Meeting): Result<Meeting, MinutesNo> {
  const closed = writable(meeting);
  if (closed) return no(closed);
  const here = meeting.items.findIndex((item) => item.id === meeting.current);
  const next = meeting.items[Math.min(here + 1, meeting.items.length - 1)];
  if (!next) return no('no-such-item');
  return yes({ ...meeting, current: next.id, reached: [...new Set([...meeting.reached, next.id])] });
}

export function note(meeting: Meeting, id: string, item: string, text: SafeText): Result<Meeting, MinutesNo> {
  if (meeting.notes.some((one) => one.id === id)) return yes(meeting);
  const closed = writable(meeting);
  if (closed) return no(closed);
  if (!meeting.items.some((one) => one.id === item)) return no('no-such-item');
  return written(meeting, { notes: [...meeting.notes, { id, item, text }] }, item);
}

/** A forum without mandate to decide *agrees*; the definition grants the mandate. § numbers run through the year. */
export function outcome(meeting: Meeting, forum: Forum, id: string, item: string, text: SafeText): Result<Meeting, MinutesNo> {
  if (meeting.outcomes.some((one) => one.id === id)) return yes(meeting);
  const closed = writable(meeting);
  if (closed) return no(closed);
  if (!meeting.items.some((one) => one.id === item)) return no('no-such-item');
  const paragraph = meeting.firstParagraph + meeting.outcomes.length;
  const word = forum.mandate === 'decides' ? 'decided' : 'agreed';
  return written(meeting, { outcomes: [...meeting.outcomes, { id, item, text, paragraph, word }] }, item);
}

export function action(
  meeting: Meeting,
  id: string,
  item: string,
  task: { what: SafeText; who: string; due: string },
): Result<Meeting, MinutesNo> {
  if (meeting.actions.some((one) => one.id === id)) return yes(meeting);
  const closed = writable(meeting);
  if (closed) return no(closed);
  if (!meeting.items.some((one) => one.id === item)) return no('no-such-item');
  const number = 1 + Math.max(0, ...[...meeting.earlierActions, ...meeting.actions].map((one) => one.number));
  return written(meeting, { actions: [...meeting.actions, { id, item, number, ...task, status: 'open' }] }, item);
}

/** Marks an action as done, by its number, whether it is from this meeting or an earlier one. */
export function finishAction(meeting: Meeting, number: number): Result<Meeting, MinutesNo> {
  const closed = writable(meeting);
  if (closed) return no(closed);
  if (![...meeting.earlierActions, ...meeting.actions].some((one) => one.number === number)) return no('no-such-item');
  const done = (actions: Meeting['actions']): Meeting['actions'] =>
    actions.map((one) => (one.number === number ? { ...one, status: 'done', changed: true } : one));
  return yes({ ...meeting, earlierActions: done(meeting.earlierActions), actions: done(meeting.actions) });
}

/** Closes the meeting: figures freeze and the text becomes a draft. Closing twice changes nothing. */
export function close(meeting: Meeting, at: string, figures: FrozenFigure[]): Result<Meeting, MinutesNo> {
  if (meeting.stage.name === 'draft') return yes(meeting);
  const closed = writable(meeting);
  if (closed) return no(closed);
  return yes({ ...meeting, stage: { name: 'draft' }, closedAt: at, version: 1, figures });
}

/** One field of the draft: notes of an item (one paragraph a line), an outcome, an action, why an item comes back; by id. */
export type Edit = { field: string; text: SafeText };

type Written = Pick<Meeting, 'notes' | 'outcomes' | 'actions' | 'comesBack'>;

const textUnder = (id: string, { notes, outcomes, actions, comesBack = [] }: Written): string =>
  JSON.stringify([notes, outcomes, actions, comesBack].map((all) => all.filter(({ item }) => item === id)));

/** Changes the draft. `version` is the one the editor saw; if it is not the present one nothing changes. */
export function edit(meeting: Meeting, version: number, edits: readonly Edit[]): Result<Meeting, MinutesNo> {
  if (meeting.stage.name === 'approved' || meeting.stage.name === 'filed') return no('already-approved');
  if (meeting.stage.name !== 'draft') return no('not-closed');
  if (version !== meeting.version) return no('stale');
  const text = new Map(edits.map((one) => [one.field, one.text.trim() as SafeText]));
  const notes = meeting.items.flatMap((item) => {
    const changed = text.get(`notes:${item.id}`);
    const before = meeting.notes.filter((one) => one.item === item.id);
    if (changed === undefined) return before;
    return changed
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, n) => ({ id: before[n]?.id ?? `${item.id}:${n}`, item: item.id, text: line.trim() as SafeText }));
  });
  const outcomes = meeting.outcomes.map((one) => ({ ...one, text: text.get(`outcome:${one.id}`) || one.text }));
  const actions = meeting.actions.map((one) => ({ ...one, what: text.get(`action:${one.id}`) || one.what }));
  const comesBack = (meeting.comesBack ?? []).map((one) => ({ ...one, reason: text.get(`back:${one.item}`) || one.reason }));
  const after = { notes, outcomes, actions, comesBack };
  const changed = meeting.items.filter(({ id }) => textUnder(id, meeting) !== textUnder(id, after));
  if (changed.some(({ id }) => adjustedNow(meeting, id))) return no('adjusted');
  const next = { ...meeting, notes, outcomes, actions, version: meeting.version + 1 };
  return withinLength(comesBack.length > 0 ? { ...next, comesBack } : next);
}

/** How many comments there have been; they are only added, so the number says which of them somebody has been shown. */
export const commentCount = ({ comments = [] }: Meeting): number => comments.length;

/** Approves exactly the text with `hash`; anything else is stale, a comment that was not shown is told of, and nothing changes. */
export function approve(
  meeting: Meeting,
  shown: { version: number; hash: string; comments: number },
  present: { hash: string },
  by: string,
  at: string,
): Result<Meeting, MinutesNo> {
  if (meeting.stage.name === 'approved' || meeting.stage.name === 'filed') return no('already-approved');
  if (meeting.stage.name !== 'draft') return no('not-closed');
  if (shown.version !== meeting.version || shown.hash !== present.hash) return no('stale');
  if (shown.comments !== commentCount(meeting)) return no('commented');
  const stage: Stage = { name: 'approved', by, at, version: meeting.version, hash: present.hash };
  return yes({ ...meeting, stage });
}

export function filed(meeting: Meeting, url: string): Meeting {
  return meeting.stage.name === 'approved' ? { ...meeting, stage: { ...meeting.stage, name: 'filed', url } } : meeting;
}

export { carriedOver };
