/** Why a meeting lies where it lies, in Swedish; what the agreement says and what is our choice stay apart. */
import type { Origin, Rhythm } from '../domain/agreement.ts';
import type { PlannedMeeting } from '../domain/cadence.ts';
import { longDate, ordinal, weekday } from '../domain/swedish.ts';

/** The source, or that it is ours and why. */
export const cited = (origin: Origin): string => ('source' in origin ? origin.source : `vårt val: ${origin.choice}`);

type EveryDays = Extract<Rhythm, { kind: 'every' }>;

/** Why a meeting lies on its slot: "var 14:e dag räknat från tisdag 19 januari 2027 (N 1.8 …)". */
export const ruleText = ({ days, anchor, origin }: EveryDays): string =>
  `var ${ordinal(days)} dag räknat från ${weekday(anchor)} ${longDate(anchor)} (${cited(origin)})`;

/** Why it does not: the hindrance first. */
export const movedText = (slot: string, because: string): string =>
  `${because}: flyttat från ${weekday(slot)} ${longDate(slot)} till närmaste tillåtna arbetsdag`;

/** One line for rows and lists; '' for a meeting that lies on its slot. */
export function reasonShort(meeting: PlannedMeeting): string {
  return meeting.moved ? movedText(meeting.moved.from.toString(), meeting.moved.because) : '';
}
