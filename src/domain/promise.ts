/**
 * What the asker is told at once: which meeting takes the question up, and when the answer is back. Reckoned from the plan
 * and the meetings as they lie now, so that a moved meeting moves the promise (ours, domain rule 3).
 */
import type { Forum } from './agreement.ts';
import { type PlannedMeeting, plan } from './cadence.ts';
import { publishedAt } from './latency.ts';
import { type Meeting, zoned } from './meeting.ts';

/** A forum's meetings between two dates: the plan, with those that are stored where they lie now. */
export function timetable(
  forum: Forum,
  stored: readonly Meeting[],
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): PlannedMeeting[] {
  const now = new Map(stored.map((meeting) => [meeting.id, meeting]));
  return plan(forum, from, to)
    .meetings.map((meeting) => {
      const here = now.get(meeting.id);
      return here ? { ...meeting, start: zoned(here.start), end: zoned(here.end) } : meeting;
    })
    .sort((a, b) => Temporal.ZonedDateTime.compare(a.start, b.start));
}

/** The first meeting whose agenda is published after a moment. */
export const firstAfter = (meetings: readonly PlannedMeeting[], moment: Temporal.ZonedDateTime): PlannedMeeting | undefined =>
  meetings.find((meeting) => Temporal.ZonedDateTime.compare(publishedAt(meeting), moment) > 0);

export interface Promised {
  /** The meeting that is to answer; undefined where the place has no meetings of its own. */
  answers: PlannedMeeting | undefined;
  /** The asking forum's meeting on whose agenda the answer stands. */
  back: PlannedMeeting | undefined;
}

/** `answers`: the meeting on whose agenda it stands. The answer is back on the first agenda published after that meeting. */
export function promised(answers: PlannedMeeting | undefined, asking: readonly PlannedMeeting[]): Promised {
  return { answers, back: answers && firstAfter(asking, answers.end) };
}
