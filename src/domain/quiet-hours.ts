/**
 * When a nudge may reach somebody: working days between 8 and 17, never on a holiday or in the forum's uppehåll (ours). What
 * comes at another time waits; what must reach somebody before then is not a nudge and goes at once.
 */

import type { Pause } from './agreement.ts';
import { pauseOn } from './cadence.ts';
import { isWorkingDay } from './calendar.ts';

const OPENS = Temporal.PlainTime.from('08:00');
const CLOSES = Temporal.PlainTime.from('17:00');
/** Longest row of days off looked past; an uppehåll without end would otherwise keep a nudge for ever. */
const YEAR = 366;

/** `now` itself when a nudge may go now, else the first moment after it when one may. */
export function nextAudible(now: Temporal.ZonedDateTime, pauses: readonly Pause[]): Temporal.ZonedDateTime {
  const working = (day: Temporal.PlainDate) => isWorkingDay(day) && pauseOn(day, pauses) === undefined;
  const today = now.toPlainDate();
  const time = now.toPlainTime();
  if (working(today)) {
    if (Temporal.PlainTime.compare(time, OPENS) < 0) return now.withPlainTime(OPENS);
    if (Temporal.PlainTime.compare(time, CLOSES) < 0) return now;
  }
  for (let ahead = 1; ahead <= YEAR; ahead += 1) {
    const day = today.add({ days: ahead });
    if (working(day)) return day.toZonedDateTime({ timeZone: now.timeZoneId, plainTime: OPENS });
  }
  return now;
}
