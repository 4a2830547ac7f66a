/**
 * One slot of a cadence: what hinders it, and where it goes then. The nearest working day outside every pause, the
 * preferred side first, no further than the definition allows and never past a neighbour; a day that keeps the levels
 * meeting in their order goes before one that does not (N 1.8 gives the order, the rule is ours).
 */
import type { Forum, Rhythm } from './agreement.ts';
import { isWorking, redOn, workingDays } from './calendar.ts';
import { type Day, dayNumber, weekdayOf } from './days.ts';
import { spanOn } from './spans.ts';

type EveryDays = Extract<Rhythm, { kind: 'every' }>;

/** Working days before a meeting on which its agenda is published: what comes later waits for the next one. */
export const PUBLISHED_BEFORE = 3;

export const anchorOf = ({ anchor }: EveryDays): Day =>
  dayNumber(Number(anchor.slice(0, 4)), Number(anchor.slice(5, 7)), Number(anchor.slice(8, 10)));

/** The first slot on or after a day, counted from the anchor in both directions. */
export const slotFrom = (anchor: Day, days: number, from: Day): Day => anchor + Math.ceil((from - anchor) / days) * days;

/** What `hindranceOn` says of a slot in a pause in which the forum rests. */
export const REST = Symbol('rests');

/** What keeps a slot from being held on its own day: a red day, a weekend, or a pause the forum moves out of. */
export function hindranceOn(slot: Day, forum: Pick<Forum, 'pauses' | 'inPause'>): string | typeof REST | undefined {
  const pause = spanOn(slot, forum.pauses);
  if (pause) return forum.inPause === 'rests' ? REST : `uppehåll: ${pause.name}`;
  return redOn(slot) ?? (weekdayOf(slot) > 5 ? 'helg' : undefined);
}

/**
 * How far a slot may go to one side. Half-way to the neighbour is always free; past that only when the neighbour stays
 * where it is, so that two meetings never meet on one day or change places.
 */
function reach(forum: Forum, rhythm: EveryDays, slot: Day, side: -1 | 1): number {
  const neighbour = hindranceOn(slot + side * rhythm.days, forum);
  const free = neighbour === undefined || neighbour === REST ? rhythm.days - 1 : Math.floor((rhythm.days - 1) / 2);
  return Math.min(forum.moving.withinDays, free);
}

/** Allowed days for a hindered slot, nearest first. */
function* allowedDays(forum: Forum, rhythm: EveryDays, slot: Day): Generator<Day, void> {
  const [back, ahead] = [reach(forum, rhythm, slot, -1), reach(forum, rhythm, slot, 1)];
  const sides: readonly (-1 | 1)[] = forum.moving.prefer === 'earlier' ? [-1, 1] : [1, -1];
  for (let days = 1; days <= Math.max(back, ahead); days += 1) {
    for (const side of sides) {
      if (days > (side < 0 ? back : ahead)) continue;
      const day = slot + side * days;
      if (isWorking(day) && !spanOn(day, forum.pauses)) yield day;
    }
  }
}

/** The day a slot's meeting is held; undefined when it rests or has nowhere to go. */
function heldOn(forum: Forum, rhythm: EveryDays, slot: Day): Day | undefined {
  const hindrance = hindranceOn(slot, forum);
  if (hindrance === undefined) return slot;
  return hindrance === REST ? undefined : slotDay(forum, rhythm, slot)?.day;
}

const published = (day: Day): Day => workingDays(day, -PUBLISHED_BEFORE);

/** The last meeting of the level below whose questions the slot's own agenda could take, and the first agenda above it reaches. */
function neighbours(forum: Forum, slot: Day): { after: Day; before: Day } {
  let [after, before] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const agenda = published(slot);
  for (const below of forum.order?.below ?? []) {
    if (below.rhythm.kind !== 'every') continue;
    const { days } = below.rhythm;
    const last = slotFrom(anchorOf(below.rhythm), days, agenda) + days;
    for (let n = 0, at = last; n < 4; n += 1, at -= days) {
      const held = heldOn(below, below.rhythm, at);
      if (held === undefined || held >= agenda) continue;
      after = Math.max(after, held);
      break;
    }
  }
  for (const above of forum.order?.above ?? []) {
    if (above.rhythm.kind !== 'every') continue;
    const { days } = above.rhythm;
    for (let n = 0, at = slotFrom(anchorOf(above.rhythm), days, slot); n < 4; n += 1, at += days) {
      if (hindranceOn(at, above) === REST || published(at) <= slot) continue;
      before = Math.min(before, published(at));
      break;
    }
  }
  return { after, before };
}

/** Where a hindered slot goes; undefined when no day is allowed. */
export function slotDay(forum: Forum, rhythm: EveryDays, slot: Day): { day: Day; outOfOrder: boolean } | undefined {
  const { after, before } = neighbours(forum, slot);
  let nearest: Day | undefined;
  for (const day of allowedDays(forum, rhythm, slot)) {
    nearest ??= day;
    if (published(day) > after && day < before) return { day, outOfOrder: false };
  }
  return nearest === undefined ? undefined : { day: nearest, outOfOrder: true };
}
