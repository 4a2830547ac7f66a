/** The plan as rows, in time order, made one at a time: what `npm run plan -- --json` writes. Any number of years fits. */
import type { Agreement, Forum } from '../domain/agreement.ts';
import { type Occurrence, occurrences } from '../domain/cadence.ts';
import { weekText } from '../domain/calendar.ts';
import { type Day, isoDay } from '../domain/days.ts';
import { wallMoment } from '../domain/wall-clock.ts';
import { flagsOf, OUT_OF_ORDER, tierOf } from '../domain/year-plan.ts';
import { movedText, ruleText } from './plan-words.ts';

export interface PlanRow {
  forum: string;
  /** The level's order: hubs 1, section managers 2, unit managers 3. */
  tier: number;
  /** ISO with Stockholm's offset that day. */
  start: string;
  end: string;
  /** `2027-W11`. */
  week: string;
  /** The slot's date, when the meeting had to leave it. */
  movedFrom?: string;
  /** Why the meeting lies where it lies. */
  reason: string;
  flags: string[];
}

type Held = Extract<Occurrence, { kind: 'held' }>;

interface Stream {
  forum: Forum;
  tier: number;
  /** Minutes since midnight. */
  starts: number;
  minutes: number;
  rule: string;
  rest: Generator<Occurrence, void>;
  next: Held | undefined;
}

function advance(stream: Stream, from: Day): void {
  stream.next = undefined;
  for (let step = stream.rest.next(); !step.done; step = stream.rest.next()) {
    if (step.value.kind !== 'held' || step.value.day < from) continue;
    stream.next = step.value;
    return;
  }
}

function streamOf(agreement: Agreement, forum: Forum, from: Day, to: Day): Stream[] {
  const { rhythm } = forum;
  if (rhythm.kind !== 'every') return [];
  const stream: Stream = {
    forum,
    tier: tierOf(agreement, forum),
    starts: Number(rhythm.start.slice(0, 2)) * 60 + Number(rhythm.start.slice(3)),
    minutes: rhythm.minutes,
    rule: ruleText(rhythm),
    // A slot just outside may have been moved in.
    rest: occurrences(forum, from - rhythm.days, to + rhythm.days),
    next: undefined,
  };
  advance(stream, from);
  return [stream];
}

function rowOf(agreement: Agreement, { forum, tier, starts, minutes, rule }: Stream, one: Held): PlanRow {
  const flags = flagsOf(agreement, forum, one.day);
  if (one.outOfOrder) flags.push(OUT_OF_ORDER);
  const [start, end] = [wallMoment(one.day, starts), wallMoment(one.day, starts + minutes)];
  const head = { forum: forum.id, tier, start, end, week: weekText(one.day) };
  if (one.because === undefined) return { ...head, reason: rule, flags };
  const movedFrom = isoDay(one.slot);
  return { ...head, movedFrom, reason: movedText(movedFrom, one.because), flags };
}

const sooner = (a: Stream, b: Stream): boolean => {
  const days = a.next!.day - b.next!.day || a.starts - b.starts || a.tier - b.tier;
  return days < 0;
};

/** Meetings held between two days, both included; of one forum when `only` names it. */
export function* planRows(agreement: Agreement, from: Day, to: Day, only?: string): Generator<PlanRow, void> {
  const forums = agreement.forums.filter((forum) => only === undefined || forum.id === only);
  const streams = forums.flatMap((forum) => streamOf(agreement, forum, from, to));
  for (;;) {
    let first: Stream | undefined;
    for (const stream of streams) if (stream.next && (!first || sooner(stream, first))) first = stream;
    if (!first?.next || first.next.day > to) return;
    const row = rowOf(agreement, first, first.next);
    advance(first, from);
    yield row;
  }
}
