/**
 * The one door between what sources say and what anybody sees. What has been shown of an indicator, to whomever and in
 * whatever card or document, is read under its lock, decides what may be shown now, and is kept before that leaves here.
 */
import type { Shown } from '../domain/disclosure.ts';
import type { Indicator } from '../domain/indicator.ts';
import { type Figure, latestFigure } from '../domain/indicators.ts';
import type { Observation } from '../domain/observations.ts';
import type { Limits } from '../domain/shown-tally.ts';
import type { Log, Store } from '../ports.ts';

/** A figure as it may be shown; undefined when nothing is reported, 'odd' when its counts cannot be. */
export type MayBeSeen = Figure | undefined | 'odd';

export async function protectFigures(
  { store, log }: { store: Store; log: Log },
  indicators: readonly Indicator[],
  rows: readonly Observation[],
  today: Temporal.PlainDate,
  limits: Limits,
  periods?: number,
): Promise<Map<string, MayBeSeen>> {
  if (indicators.length === 0) return new Map();
  // All locks in the same order, so that nobody waits in a ring.
  const inOrder = indicators.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return store.change(async (change) => {
    const seen = new Map<string, MayBeSeen>();
    for (const indicator of inOrder) {
      await change.lock(`shown/${indicator.id}`);
      const before = await change.shownFigures(indicator.id);
      const looked = look(log, indicator, rows, today, limits, before, periods);
      if (looked !== 'odd' && grew(before, looked.shown)) await change.keepShownFigures(indicator.id, looked.shown);
      seen.set(indicator.id, looked === 'odd' ? 'odd' : looked.figure);
    }
    return seen;
  });
}

/** Names only are logged, never a number: what is logged may be read by others than those who may see the counts. */
function look(
  log: Log,
  indicator: Indicator,
  rows: readonly Observation[],
  today: Temporal.PlainDate,
  limits: Limits,
  before: Shown,
  periods: number | undefined,
) {
  try {
    const looked = latestFigure(indicator, rows, today, limits, before, undefined, periods);
    if (looked.exposed.length > 0)
      log.warn({ indicator: indicator.id, counts: looked.exposed }, 'figures: what was shown earlier gives these counts away');
    return looked;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    log.error({ indicator: indicator.id, error: error.message }, 'figures: counts that cannot be are not shown');
    return 'odd';
  }
}

/** The same shown again adds nothing, and is not written again. */
const grew = (before: Shown, now: Shown): boolean => JSON.stringify(before) !== JSON.stringify(now);
