/** A clock that stands still until it is told; kept in the store, so it is the same after a restart. */
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import type { Clock } from '../../src/ports.ts';

export interface ToldClock extends Clock {
  tell(now: Temporal.ZonedDateTime): void;
}

export function toldClock(start: Temporal.ZonedDateTime): ToldClock {
  let now = start.withTimeZone(STOCKHOLM);
  return {
    now: () => now,
    tell(next) {
      now = next.withTimeZone(STOCKHOLM);
    },
  };
}

export const systemClock: Clock = { now: () => Temporal.Now.zonedDateTimeISO(STOCKHOLM) };
