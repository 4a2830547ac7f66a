/**
 * "Tiden delas utifrån behov och verksamhet" (N 1.8): forums that share one standing time divide it by what their agendas
 * need. As the definition says while everybody has enough; else nobody has so little of what they need as before (ours).
 */
import type { Agreement, Forum, Origin } from './agreement.ts';

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
