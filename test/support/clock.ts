import { toldClock } from '../../bot/local/told-clock.ts';
import { STOCKHOLM } from '../../src/domain/calendar.ts';

/** A clock at a Stockholm wall time: `at('2027-03-16T13:00')`. */
export const at = (local: string): Temporal.ZonedDateTime => Temporal.PlainDateTime.from(local).toZonedDateTime(STOCKHOLM);

export const clockAt = (local: string) => toldClock(at(local));
