/**
 * "Tiden delas utifrån behov och verksamhet" (N 1.8): forums that share one standing time divide it by what their agendas
 * need. As the definition says while everybody has enough; else nobody has so little of what they need as before (ours).
 */
import type { Agreement, Forum, Origin, Rhythm } from './agreement.ts';
import { anchorOf } from './slots.ts';

/** Minutes move from one forum to another in steps of five. */
const STEP = 5;

/** Minutes a forum has and minutes its agenda needs. */
export interface Share {
  has: number;
  needs: number;
}

const served = ({ has, needs }: Share): number => (needs > 0 ? has / needs : Number.POSITIVE_INFINITY);

/** What each gets, in the same order; `free` minutes belong to nobody yet. The sum grows by what is taken of them only. */
export function shareOut(shares: readonly Share[], free = 0): number[] {
  const now = shares.map((share) => ({ ...share }));
  let left = free;
  for (;;) {
    const worst = now.reduce((a, b) => (served(b) < served(a) ? b : a), now[0]!);
    if (!worst || served(worst) >= 1) break;
    if (left >= STEP) {
      left -= STEP;
      worst.has += STEP;
      continue;
    }
    const after = (one: Share) => served({ ...one, has: one.has - STEP });
    const giver = now
      .filter((one) => one !== worst && one.has > STEP)
      .reduce<Share | undefined>((best, one) => (best === undefined || after(one) > after(best) ? one : best), undefined);
    if (!giver || after(giver) <= served(worst)) break;
    giver.has -= STEP;
    worst.has += STEP;
  }
  return now.map((one) => one.has);
}

export interface StandingTime {
  minutes: number;
  origin: Origin;
  /** In the order they meet. */
  forums: Forum[];
}

/** The standing time a forum shares with others; undefined when it has its time to itself. */
export function standingTimeOf(agreement: Agreement, forum: Forum): StandingTime | undefined {
  const shared = forum.rhythm.kind === 'every' ? forum.rhythm.sharedTime : undefined;
  if (!shared) return undefined;
  const forums = agreement.forums
    .filter((one) => one.rhythm.kind === 'every' && one.rhythm.sharedTime?.id === shared.id)
    .toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  return forums.length > 1 ? { minutes: shared.minutes, origin: shared.origin, forums } : undefined;
}

const startOf = ({ rhythm }: Forum): string => (rhythm.kind === 'every' ? rhythm.start : '');

type EveryDays = Extract<Rhythm, { kind: 'every' }>;

/** A forum whose cadence does not fit in the standing time it says that it shares. Minutes since midnight. */
export type Misfit = { forum: string; beside: string } & (
  | { how: 'other days'; date: string }
  | { how: 'overlaps'; free: number }
  | { how: 'outside'; from: number; to: number; ends: number }
);

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Every second or fourth slot of the other is in step too. */
const inStep = (a: EveryDays, b: EveryDays): boolean => {
  const [few, many] = [Math.min(a.days, b.days), Math.max(a.days, b.days)];
  return many % few === 0 && (anchorOf(a) - anchorOf(b)) % few === 0;
};

/** What is wrong with how the forums of each standing time lie in it: on the same days, one after the other, within its minutes. */
export function misfits(agreement: Agreement): Misfit[] {
  const firsts = new Set<string>();
  return agreement.forums.flatMap((forum): Misfit[] => {
    const standing = standingTimeOf(agreement, forum);
    const [first, ...others] = standing?.forums ?? [];
    if (!standing || !first || firsts.has(first.id)) return [];
    firsts.add(first.id);
    const opens = first.rhythm as EveryDays;
    const from = minuteOf(opens.start);
    let free = from + opens.minutes;
    let last = first.id;
    return others.flatMap((one): Misfit[] => {
      const rhythm = one.rhythm as EveryDays;
      if (!inStep(rhythm, opens)) return [{ forum: one.id, beside: first.id, how: 'other days', date: opens.anchor }];
      const ends = minuteOf(rhythm.start) + rhythm.minutes;
      const [before, taken] = [last, free];
      free = Math.max(free, ends);
      last = one.id;
      if (minuteOf(rhythm.start) < taken) return [{ forum: one.id, beside: before, how: 'overlaps', free: taken }];
      const to = from + standing.minutes;
      return ends > to ? [{ forum: one.id, beside: first.id, how: 'outside', from, to, ends }] : [];
    });
  });
}
