/**
 * How long what only the machinery needs is kept. The agreement says nothing of it; the days are our choice. Meetings, minutes,
 * reports, questions, observations, what was shown, where cards are, and the keys of what has been done are never taken away.
 */

import type { Agreement } from './agreement.ts';

/** Days a draft, and what members have commented, are kept after the minutes were filed. What is filed is never taken away. */
export const DRAFT_DAYS = 30;

export type Passing = 'causes' | 'contents' | 'attempts' | 'steps';

export const DAYS_KEPT: Record<Passing, number> = {
  /** Ids of what Teams has delivered. It delivers again within minutes, Graph within four hours; a month covers a long stop. */
  causes: 30,
  /** What was sent, once it is done: the card and the document are where people are. The key stays, and is refused for ever. */
  contents: 30,
  /** How many times it was tried, and when: for whoever looks into a fault. */
  attempts: 90,
  /** Steps done around a meeting. Only meetings ahead are given steps, so what is gone is not planned again. */
  steps: 400,
};

/** What is older than this may go. Cases that are purged sooner by the definition's rule do not live on in what was sent. */
export function keptSince(
  what: Passing,
  agreement: Pick<Agreement, 'forums'>,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime {
  const sooner = what === 'contents' ? agreement.forums.flatMap(({ cases }) => (cases ? [cases.purgeAfterDays] : [])) : [];
  return now.subtract({ days: Math.min(DAYS_KEPT[what], ...sooner) });
}
