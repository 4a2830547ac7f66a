/** Why a meeting lies where it lies, in Swedish; what the agreement says and what is our choice stay apart. */
import type { Forum, Origin, Rhythm } from '../domain/agreement.ts';
import type { PlannedMeeting } from '../domain/cadence.ts';
import { longDate, weekday } from '../domain/swedish.ts';

/** The source, or that it is ours and why. */
export const cited = (origin: Origin): string => ('source' in origin ? origin.source : `vårt val: ${origin.choice}`);

type EveryDays = Extract<Rhythm, { kind: 'every' }>;

/** Why a meeting lies on its slot: "var 14:e dag räknat från tisdag 19 januari 2027 (N 1.8 …)". */
export const ruleText = ({ days, anchor, origin }: EveryDays): string =>
  `var ${days}:e dag räknat från ${weekday(anchor)} ${longDate(anchor)} (${cited(origin)})`;

/** Why it does not: the hindrance first. */
export const movedText = (slot: string, because: string): string =>
  `${because}: flyttat från ${weekday(slot)} ${longDate(slot)} till närmaste tillåtna arbetsdag`;

/** One line for rows and lists; '' for a meeting that lies on its slot. */
export function reasonShort(meeting: PlannedMeeting): string {
  return meeting.moved ? movedText(meeting.moved.from.toString(), meeting.moved.because) : '';
}

/** Whole sentences for the one who asks "varför den dagen?". */
export function reasonLong(forum: Forum, meeting: PlannedMeeting): string[] {
  const { rhythm } = forum;
  if (rhythm.kind !== 'every') return ['Forumet har inga egna datum i överenskommelsen.'];
  const slot = meeting.slot.toString();
  const lines = [
    `Forumet möts var ${rhythm.days}:e dag (${cited(rhythm.origin)}), räknat från ${weekday(rhythm.anchor)} ${longDate(rhythm.anchor)} (${cited(rhythm.anchorOrigin)}).`,
  ];
  if (meeting.moved) {
    lines.push(
      `Tiden skulle ha varit ${weekday(slot)} ${longDate(slot)}, men det är ${meeting.moved.because}. Mötena ska ej avbokas (N 1.8), så det flyttades till närmaste arbetsdag. Nästa möte behåller sin egen dag.`,
    );
  } else {
    lines.push(`${weekday(slot)} ${longDate(slot)} är en av de dagarna, och den är varken röd dag eller uppehåll.`);
  }
  return lines.map((line) => line.charAt(0).toUpperCase() + line.slice(1));
}
