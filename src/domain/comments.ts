/**
 * What members add while the meeting is on and while its minutes are a draft. The secretary alone edits the minutes, and takes a
 * comment in or leaves it, but approves none unseen (ours).
 */
import { adjustedNow } from './immediate.ts';
import type { Comment, Meeting, Note } from './meeting.ts';
import { LONGEST, type MinutesNo, withinLength, writable } from './minutes.ts';
import type { SafeText } from './privacy.ts';
import { no, type Result, yes } from './result.ts';

export type CommentNo = MinutesNo | 'empty';

export function comment(
  meeting: Meeting,
  id: string,
  item: string,
  said: { text: SafeText; by: string; at: string },
): Result<Meeting, CommentNo> {
  const before = meeting.comments ?? [];
  if (before.some((one) => one.id === id)) return yes(meeting);
  const closed = writable(meeting);
  if (closed && closed !== 'closed') return no(closed);
  if (!meeting.items.some((one) => one.id === item)) return no('no-such-item');
  if (said.text.trim() === '') return no('empty');
  const size = before.reduce((sum, one) => sum + one.text.length, said.text.length);
  return size > LONGEST ? no('too-long') : yes({ ...meeting, comments: [...before, { id, item, ...said }] });
}

/** Comments the secretary has neither taken in nor could have missed: those that still stand under an item. */
export const waiting = (meeting: Meeting): Comment[] => (meeting.comments ?? []).filter((one) => one.taken === undefined);

/** The comment is in the minutes now, as the note with this id. */
export const taken = (meeting: Meeting, id: string, note: string): Meeting =>
  meeting.comments
    ? { ...meeting, comments: meeting.comments.map((one) => (one.id === id ? { ...one, taken: note } : one)) }
    : meeting;

/** Those an approval leaves out: not taken in, and made since the minutes were last opened again. */
export function left(meeting: Meeting): Comment[] {
  const since = meeting.reopenings?.at(-1)?.at ?? '';
  return waiting(meeting).filter(({ at }) => at >= since);
}

/** Puts comments into the draft, as notes last under their items; those that are in already stay as they are. */
export function takeIn(meeting: Meeting, ids: readonly string[]): Result<Meeting, MinutesNo> {
  const chosen = waiting(meeting).filter(({ id }) => ids.includes(id));
  if (chosen.some(({ item }) => adjustedNow(meeting, item))) return no('adjusted');
  const noteOf = ({ id, item, text }: Comment): Note => ({ id: `c-${id}`, item, text });
  const inside = chosen.reduce((now, one) => taken(now, one.id, `c-${one.id}`), meeting);
  return withinLength({ ...inside, notes: [...meeting.notes, ...chosen.map(noteOf)] });
}

/** Without the comments: what they were about lies filed. */
export function withoutComments(meeting: Meeting): Meeting {
  const { comments: _, ...without } = meeting;
  return without;
}
