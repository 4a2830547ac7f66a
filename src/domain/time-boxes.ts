/**
 * Time boxes (ours, domain rule 10): when an item has had the minutes the agenda gives it and the meeting is still at it, its
 * secretary gets one quiet word. An item without minutes has no box.
 */
import type { Item, Meeting } from './meeting.ts';
import type { BoxStep, Step } from './steps.ts';

/** How late a word still helps. */
const LATE_MINUTES = 5;

const PREFIX = 'time-box@';

export const isBoxStep = (name: string): name is BoxStep => name.startsWith(PREFIX);

/** When the box of the item the meeting has come to is over; undefined where it has none. */
export function boxOf(meeting: Meeting, now: Temporal.ZonedDateTime): (Step & { name: BoxStep }) | undefined {
  const item = meeting.items.find(({ id }) => id === meeting.current);
  if (meeting.stage.name !== 'in-progress' || !item || item.minutes <= 0) return undefined;
  return { name: `${PREFIX}${item.id}`, at: now.add({ minutes: item.minutes }) };
}

export interface Overrun {
  item: Item;
  number: number;
  /** Items after it, and the minutes they have been given. */
  left: number;
  leftMinutes: number;
}

/** What there is to say when a box is over; undefined when the meeting has gone on, is closed, or it is too late to help. */
export function overrun(
  meeting: Meeting,
  name: BoxStep,
  over: Temporal.ZonedDateTime,
  now: Temporal.ZonedDateTime,
): Overrun | undefined {
  const place = meeting.items.findIndex(({ id }) => id === name.slice(PREFIX.length));
  const item = meeting.items[place];
  if (!item || meeting.stage.name !== 'in-progress' || meeting.current !== item.id) return undefined;
  if (Temporal.ZonedDateTime.compare(now, over.add({ minutes: LATE_MINUTES })) > 0) return undefined;
  const rest = meeting.items.slice(place + 1);
  return { item, number: place + 1, left: rest.length, leftMinutes: rest.reduce((sum, { minutes }) => sum + minutes, 0) };
}
