/** Moves told time as real time would have passed: everything due on the way happens at its own moment. */
import type { Work } from '../../src/adapters/store/work.ts';
import type { Product } from '../../src/flows/product.ts';
import type { ToldClock } from './told-clock.ts';

export const CLOCK_SETTING = 'told-clock';

export interface Advance {
  /** The next moment something is due, if anything is. */
  next(): Promise<Temporal.ZonedDateTime | undefined>;
  to(target: Temporal.ZonedDateTime): Promise<void>;
}

export function advancing(
  product: Product,
  clock: ToldClock,
  work: Work,
  told: (now: Temporal.ZonedDateTime) => Promise<void>,
): Advance {
  const next = async () => {
    const [first] = await product.store.read((reader) => reader.openSteps());
    return first?.at;
  };
  const tell = async (now: Temporal.ZonedDateTime) => {
    await product.store.change((change) => change.keepSetting(CLOCK_SETTING, now.toString()));
    clock.tell(now);
    await told(now);
    await work.settle();
  };
  return {
    next,
    async to(target) {
      for (;;) {
        const due = await next();
        if (!due || Temporal.ZonedDateTime.compare(due, target) > 0) break;
        // Already due: late work is done at the present moment, not in the past.
        if (Temporal.ZonedDateTime.compare(due, clock.now()) > 0) await tell(due);
        else await work.settle();
        const after = await next();
        if (after && Temporal.ZonedDateTime.compare(after, due) === 0 && Temporal.ZonedDateTime.compare(due, clock.now()) <= 0)
          break;
      }
      if (Temporal.ZonedDateTime.compare(target, clock.now()) > 0) await tell(target);
    },
  };
}
