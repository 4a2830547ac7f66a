/**
 * The weekly letter (ours): what a person has ahead in their forums, once a week, so that nothing of it needs a nudge of its
 * own. A week without anything to say has no letter.
 */

import type { ActionEntry } from './actions.ts';
import type { Forum } from './agreement.ts';
import { type Meeting, zoned } from './meeting.ts';
import { approvalDue } from './steps.ts';

/** The Monday after a day: when the next letter is written. */
export const mondayAfter = (day: Temporal.PlainDate): Temporal.PlainDate => day.add({ days: 8 - day.dayOfWeek });

/** The last day of the week of a day. */
export const weekEnd = (day: Temporal.PlainDate): Temporal.PlainDate => day.add({ days: 7 - day.dayOfWeek });

export interface Digest {
  meetings: { forum: string; start: string; end: string; writes: boolean }[];
  /** Drafts the person is to approve, and by when. */
  drafts: { forum: string; start: string; due: string }[];
  actions: { open: number; late: number; next: { what: string; due: string } | undefined };
}

export function digestOf(
  person: string,
  now: Temporal.ZonedDateTime,
  forums: readonly { forum: Forum; meetings: readonly Meeting[] }[],
  actions: readonly Pick<ActionEntry, 'action'>[],
): Digest {
  const [from, to] = [now.toPlainDate().toString(), `${weekEnd(now.toPlainDate())}T99`];
  const all = forums.flatMap(({ forum, meetings }) => meetings.map((meeting) => ({ forum, meeting })));
  const writes = ({ secretary }: Meeting) => secretary?.person === person;
  const [next] = actions;
  return {
    meetings: all
      .filter(({ meeting }) => meeting.start >= from && meeting.start <= to)
      .map(({ forum, meeting }) => ({
        forum: forum.id,
        start: meeting.start,
        end: meeting.end,
        writes: writes(meeting),
      }))
      .sort((a, b) => (a.start < b.start ? -1 : 1)),
    drafts: all
      .filter(({ meeting }) => meeting.stage.name === 'draft' && writes(meeting))
      .map(({ forum, meeting }) => ({
        forum: forum.id,
        start: meeting.start,
        due: approvalDue({ end: zoned(meeting.end) }, forum).toString(),
      })),
    actions: {
      open: actions.length,
      late: actions.filter(({ action }) => action.due < from).length,
      next: next && { what: next.action.what, due: next.action.due },
    },
  };
}

export const saysNothing = ({ meetings, drafts, actions }: Digest): boolean =>
  meetings.length === 0 && drafts.length === 0 && actions.open === 0;
