/** Which meeting people mean. */
import type { Forum } from '../domain/agreement.ts';
import { plan } from '../domain/cadence.ts';
import { lastDayOf, type Meeting, planned, reachedStage } from '../domain/meeting.ts';
import type { Reader } from '../ports.ts';

/** The next meeting: the first whose minutes are not yet a draft. `dagordning` always means this one's. */
export async function nextMeeting(read: Reader, forum: string): Promise<Meeting | undefined> {
  return (await read.meetings(forum)).find((meeting) => !reachedStage(meeting, 'draft'));
}

/** The first meeting whose agenda is not yet published: where a proposal goes. */
export async function nextUnpublished(read: Reader, forum: string): Promise<Meeting | undefined> {
  return (await read.meetings(forum)).find((meeting) => !reachedStage(meeting, 'published'));
}

/** The meeting being held, or the latest that was. */
export async function latestHeld(read: Reader, forum: string): Promise<Meeting | undefined> {
  return (await read.meetings(forum)).filter((meeting) => reachedStage(meeting, 'in-progress')).at(-1);
}

export async function heldNow(read: Reader, forum: string): Promise<Meeting | undefined> {
  return (await read.meetings(forum)).find((meeting) => meeting.stage.name === 'in-progress');
}

/** What a comment is about: the meeting being held, or else the latest whose minutes are a draft. */
export async function toComment(read: Reader, forum: string): Promise<Meeting | undefined> {
  const draft = (await read.meetings(forum)).filter((meeting) => meeting.stage.name === 'draft').at(-1);
  return (await heldNow(read, forum)) ?? draft;
}

/**
 * What the plan gives after the meetings that are known, to a day. Until the last of them the known ones are all there are:
 * a definition that has changed since gives other days, and the known ones have moved.
 */
export function beyond(forum: Forum, known: readonly Meeting[], today: Temporal.PlainDate, to: Temporal.PlainDate): Meeting[] {
  const newest = known.at(-1);
  const from = newest ? Temporal.PlainDate.from(lastDayOf(newest)).add({ days: 1 }) : today;
  return plan(forum, from, to).meetings.map(planned);
}
