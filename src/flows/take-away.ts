/** Takes away what need not be kept any longer, a little at a time, so that nobody waits for it. */
import { DAYS_KEPT, keptSince, type Passing } from '../domain/retention.ts';
import type { Product } from './product.ts';

/** Rows of one transaction. */
const AT_ONCE = 500;

export async function takeAwayOld({ agreement, store, clock, log }: Product): Promise<void> {
  const gone: Partial<Record<Passing, number>> = {};
  for (const what of Object.keys(DAYS_KEPT) as Passing[]) {
    const before = keptSince(what, agreement, clock.now()).toInstant();
    for (let last = AT_ONCE; last === AT_ONCE; ) {
      last = await store.change((change) => change.takeAway(what, before, AT_ONCE));
      gone[what] = (gone[what] ?? 0) + last;
    }
  }
  log.info(gone, 'what need not be kept is taken away');
}
