/**
 * Anchors for the levels above a hub: every weekday and week of their cadence is tried, and those with the shortest way
 * of a question and the fewest moves over ten years come first. A proposal with figures; people choose (ours).
 */
import type { Agreement, Forum } from './agreement.ts';
import { type PlannedMeeting, plan } from './cadence.ts';
import { chainAbove, type Latency, latency, type Stop, stops, ways } from './latency.ts';

export interface Proposal {
  /** Forum id → anchor date. */
  anchors: Record<string, string>;
  oneLevel: Latency;
  /** All the way up the chain and back. */
  wholeChain: Latency;
  /** Meetings that have to be moved in ten years. */
  moves: number;
  now: boolean;
}

const YEARS = 10;

interface Candidate {
  anchor: string;
  meetings: PlannedMeeting[];
  stops: Stop[];
  moves: number;
}

function candidates(forum: Forum, from: Temporal.PlainDate, to: Temporal.PlainDate): Candidate[] {
  const { rhythm } = forum;
  if (rhythm.kind !== 'every') return [];
  const base = Temporal.PlainDate.from(rhythm.anchor);
  const found: Candidate[] = [];
  for (let shift = 0; shift < rhythm.days; shift += 1) {
    const anchor = base.add({ days: shift });
    if (anchor.dayOfWeek > 5) continue;
    const { meetings } = plan({ ...forum, rhythm: { ...rhythm, anchor: anchor.toString() } }, from, to);
    found.push({
      anchor: anchor.toString(),
      meetings,
      stops: stops(meetings),
      moves: meetings.filter((meeting) => meeting.moved).length,
    });
  }
  return found;
}

const clash = (a: readonly PlannedMeeting[], b: readonly PlannedMeeting[]): boolean => {
  const starts = new Set(a.map((meeting) => meeting.start.toPlainDate().toString()));
  return b.some((meeting) => starts.has(meeting.start.toPlainDate().toString()));
};

/** The present anchors first, then the best others; at most `count` proposals. */
export function advise(agreement: Agreement, hub: Forum, from: Temporal.PlainDate, count = 3): Proposal[] {
  const [first, second] = chainAbove(agreement, hub);
  if (!first) return [];
  const to = from.add({ years: YEARS });
  const hubs = stops(plan(hub, from, to).meetings);
  const firsts = candidates(first, from, to);
  const seconds = second ? candidates(second, from, to) : [undefined];
  const all: Proposal[] = [];
  const shortest = new Map<string, Latency>();
  for (const one of firsts) {
    const up = latency(ways(hubs, [one.stops]));
    if (up) shortest.set(one.anchor, up);
  }
  // Only the best of the first level are worth pairing; ties are kept.
  const best = Math.min(...[...shortest.values()].map((up) => up.median));
  for (const one of firsts) {
    const up = shortest.get(one.anchor);
    const isNow = first.rhythm.kind === 'every' && one.anchor === first.rhythm.anchor;
    if (!up || (up.median > best && !isNow)) continue;
    for (const two of seconds) {
      if (two && clash(one.meetings, two.meetings)) continue;
      const chain = latency(ways(hubs, two ? [one.stops, two.stops] : [one.stops]));
      if (!chain) continue;
      const anchors: Record<string, string> = { [first.id]: one.anchor };
      if (two && second) anchors[second.id] = two.anchor;
      const now = isNow && (!second || (second.rhythm.kind === 'every' && two?.anchor === second.rhythm.anchor));
      all.push({ anchors, oneLevel: up, wholeChain: chain, moves: one.moves + (two?.moves ?? 0), now });
    }
  }
  const better = (a: Proposal, b: Proposal) =>
    a.oneLevel.median - b.oneLevel.median ||
    a.wholeChain.median - b.wholeChain.median ||
    a.moves - b.moves ||
    a.wholeChain.worst - b.wholeChain.worst ||
    a.oneLevel.worst - b.oneLevel.worst;
  const present = all.filter((proposal) => proposal.now);
  return [...present, ...all.filter((proposal) => !proposal.now).sort(better)].slice(0, count + present.length);
}
