/**
 * Who writes the minutes hears of comments on the draft (ours): not one word a comment, but one of all that have come within
 * an hour of the first, in working hours.
 */
import type { Pause } from './agreement.ts';
import type { Comment, Meeting } from './meeting.ts';
import { nextAudible } from './quiet-hours.ts';

const GATHERED_MINUTES = 60;

export const saidAt = (first: Temporal.ZonedDateTime, pauses: readonly Pause[]): Temporal.ZonedDateTime =>
  nextAudible(first.add({ minutes: GATHERED_MINUTES }), pauses);

/** What of `comments`, from the one at `from` on, whoever writes has not said themselves or taken in. */
export const untold = ({ comments = [], secretary }: Meeting, from: number): Comment[] =>
  comments.slice(from).filter(({ by, taken }) => by !== secretary?.person && taken === undefined);
