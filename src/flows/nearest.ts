/** Which of the meetings ahead are near: they have their steps, and people are told of each change to them. */
import { type Meeting, wallClock } from '../domain/meeting.ts';

/** Those further ahead stand in the calendar, in the feed and on the cards, and nothing is done around them yet (ours). */
export const NEAREST = 3;

export const isOver = (meeting: Meeting, now: Temporal.ZonedDateTime): boolean => meeting.end <= wallClock(now);

/** In the order they are given, by slot. */
export const nearest = (meetings: readonly Meeting[], now: Temporal.ZonedDateTime): Meeting[] =>
  meetings.filter((meeting) => !isOver(meeting, now)).slice(0, NEAREST);
