/**
 * Who has left the forum writes no more in it (ours, domain rule 11): the turn of a coming meeting goes to whoever is next as
 * if the one who left had never been asked, so nobody owes it and nobody is owed. What has begun stays as it is.
 */
import type { Meeting, Secretary } from './meeting.ts';
import { reachedStage } from './meeting.ts';

/** A convener who stands in needs no seat of their own. */
export function isVacant(meeting: Meeting, members: ReadonlySet<string>, convener: string | undefined): boolean {
  const { secretary } = meeting;
  if (!secretary || reachedStage(meeting, 'in-progress')) return false;
  if (members.has(secretary.person)) return false;
  return !(secretary.reason.kind === 'convener-stands-in' && secretary.person === convener);
}

/** Who is not asked now: those who declined, and who had given the turn away to the one who left. */
export const notAsked = ({ declined, swap }: Secretary): string[] =>
  swap?.state === 'taken' ? [...new Set([...declined, swap.from])] : declined;

/** Whoever is next has the turn, unasked yet; undefined where there is nobody. A question about taking it over is beside the point. */
export function passedOn(meeting: Meeting, chosen: Secretary | undefined): Meeting {
  const swap = meeting.secretary?.swap;
  const over = swap && (swap.state === 'open' || swap.state === 'taken') ? { ...swap, state: 'passed-on' as const } : swap;
  return { ...meeting, secretary: chosen && { ...chosen, ...(over ? { swap: over } : {}) } };
}
