/**
 * Why a meeting lies where it lies: the rules that gave its day, each with its origin, and what has moved it since, in
 * order. A rule is told only where it has had a say.
 */
import type { Agreement, Forum, Origin, Rhythm } from './agreement.ts';
import { occurrences } from './cadence.ts';
import { type Day, dayOf, isoDay } from './days.ts';
import type { Meeting } from './meeting.ts';
import { BY_PLAN, STANDING_TIME } from './move.ts';
import { anchorOf } from './slots.ts';

type EveryDays = Extract<Rhythm, { kind: 'every' }>;

export type DayRule = { origin: Origin } & (
  | { kind: 'rhythm'; days: number }
  | { kind: 'anchor'; date: string }
  | { kind: 'standing-time'; minutes: number }
  | { kind: 'never-cancelled'; rule: string }
  /** `withinDays` is 0 where the rhythm itself is the limit. */
  | { kind: 'moving'; prefer: 'earlier' | 'later'; withinDays: number }
  | { kind: 'pause'; name: string }
);

export type DayStep =
  /** A slot of the cadence right before that rests. */
  | { kind: 'rested'; day: string; pause: string }
  /** The day the cadence gives; 'earlier' where today's definition gives another. */
  | { kind: 'slot'; day: string; given: 'now' | 'earlier' }
  /** The plan moved it from the start. '' where the definition that did so is another by now. */
  | { kind: 'hindered'; day: string; to: string; because: string; outOfOrder: boolean }
  /** `hindrance` is what the new place had to leave its own day for; '' for nothing. */
  | { kind: 'definition'; from: string; to: string; at: string; reason: string; hindrance: string }
  | { kind: 'standing-time'; from: string; to: string; at: string; reason: string }
  | { kind: 'person'; from: string; to: string; at: string; reason: string; person: string };

export interface WhyDay {
  rules: DayRule[];
  steps: DayStep[];
}

/** Slots right before this one that rest, oldest first: the gap people see. */
function restsBefore(forum: Forum, rhythm: EveryDays, slot: Day): { slot: Day; pause: string }[] {
  const year = [...occurrences(forum, slot - 366, slot - rhythm.days)];
  const last = year.findLastIndex((one) => one.kind !== 'rests');
  return year.slice(last + 1).flatMap((one) => (one.kind === 'rests' ? [one] : []));
}

function stepsOf(meeting: Meeting, given: 'now' | 'earlier', outOfOrder: boolean): DayStep[] {
  const { moved } = meeting;
  const moves = meeting.moves ?? [];
  const steps: DayStep[] = [{ kind: 'slot', day: meeting.slot, given }];
  const first = (moves[0]?.from ?? meeting.start).slice(0, 10);
  const latestPlan = moves.findLastIndex((one) => one.by === BY_PLAN);
  if (first !== meeting.slot) {
    const because = latestPlan < 0 ? (moved?.because ?? '') : '';
    steps.push({ kind: 'hindered', day: meeting.slot, to: first, because, outOfOrder });
  }
  for (const [n, { from, to, at, reason, by }] of moves.entries()) {
    const what = { from, to, at, reason };
    if (by === BY_PLAN) steps.push({ kind: 'definition', ...what, hindrance: n === latestPlan ? (moved?.because ?? '') : '' });
    else if (by === STANDING_TIME) steps.push({ kind: 'standing-time', ...what });
    else steps.push({ kind: 'person', ...what, person: by });
  }
  return steps;
}

export function whyDay(agreement: Agreement, forum: Forum, meeting: Meeting): WhyDay {
  const { rhythm } = forum;
  if (rhythm.kind !== 'every') return { rules: [], steps: stepsOf(meeting, 'earlier', false) };
  const moves = meeting.moves ?? [];
  const replanned = moves.findLast((one) => one.by === BY_PLAN);
  const slot = dayFrom(meeting.follows ?? (replanned ? (meeting.moved?.from ?? replanned.to) : meeting.slot));
  const gives = (day: Day) => (day - anchorOf(rhythm)) % rhythm.days === 0;
  const now = gives(slot);
  const [held] = occurrences(forum, slot, slot);
  const rests = now ? restsBefore(forum, rhythm, slot) : [];
  const steps: DayStep[] = [
    ...rests.map((one): DayStep => ({ kind: 'rested', day: isoDay(one.slot), pause: one.pause })),
    ...stepsOf(meeting, gives(dayFrom(meeting.slot)) ? 'now' : 'earlier', held?.kind === 'held' && held.outOfOrder),
  ];
  const rules: DayRule[] = [];
  if (now)
    rules.push(
      { kind: 'rhythm', days: rhythm.days, origin: rhythm.origin },
      { kind: 'anchor', date: rhythm.anchor, origin: rhythm.anchorOrigin },
    );
  if (rhythm.sharedTime && steps.some((one) => one.kind === 'standing-time'))
    rules.push({ kind: 'standing-time', minutes: rhythm.sharedTime.minutes, origin: rhythm.sharedTime.origin });
  const { rule, origin } = agreement.neverCancelled;
  if (meeting.moved || moves.length > 0) rules.push({ kind: 'never-cancelled', rule, origin });
  if (meeting.moved) {
    const { prefer, withinDays, origin: ours } = forum.moving;
    rules.push({ kind: 'moving', prefer, withinDays: withinDays < rhythm.days ? withinDays : 0, origin: ours });
  }
  for (const pause of forum.pauses) {
    const said = rests.some((one) => one.pause === pause.name) || meeting.moved?.because === `uppehåll: ${pause.name}`;
    if (said) rules.push({ kind: 'pause', name: pause.name, origin: pause.origin });
  }
  return { rules, steps };
}

const dayFrom = (date: string): Day => dayOf(Temporal.PlainDate.from(date.slice(0, 10)));
