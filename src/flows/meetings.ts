/** Which meeting people mean. */
import { type Meeting, reachedStage } from '../domain/meeting.ts';
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
