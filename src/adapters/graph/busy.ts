/** When people are taken. Graph also tells what they do and where; that is not read. */
import { z } from 'zod';
import { STOCKHOLM } from '../../domain/calendar.ts';
import type { BusyTime } from '../../ports.ts';
import { toMinute, wallClock } from './outlook-time.ts';

const item = z.object({ status: z.string().nullish(), start: wallClock, end: wallClock });

export const schedule = z.object({
  scheduleId: z.string(),
  availabilityView: z.string().nullish(),
  scheduleItems: z.array(item).nullish(),
  error: z.object({ responseCode: z.string().nullish() }).nullish(),
});

/** Minutes that a sign of the availability view stands for. */
export const EVERY = 15;

/**
 * Somebody who works elsewhere can be met; everything else in a calendar counts, also what is tentative: an invitation
 * that has not been answered stands so, and a time that is proposed should be free for all.
 */
const FREE = new Set(['free', 'workingElsewhere']);

const AWAY = 'oof';

/** A calendar of another organisation may tell its view only: 0 free, 1 tentative, 2 busy, 3 away, 4 working elsewhere. */
const TAKEN_SIGN = /[12]+|3+/g;
const AWAY_SIGN = '3';

export function takenIn({ scheduleItems, availabilityView }: z.infer<typeof schedule>, from: string): BusyTime[] {
  const items = scheduleItems ?? [];
  if (items.length === 0) return timesOf(availabilityView ?? '', from);
  return items
    .filter(({ status }) => !FREE.has(status ?? ''))
    .map(({ start, end, status }) => ({ start, end, ...away(status === AWAY) }));
}

function timesOf(view: string, from: string): BusyTime[] {
  const begins = Temporal.PlainDateTime.from(from).toZonedDateTime(STOCKHOLM);
  const at = (signs: number) => toMinute(begins.add({ minutes: signs * EVERY }).toPlainDateTime());
  return [...view.matchAll(TAKEN_SIGN)].map(({ index, 0: taken }) => ({
    start: at(index),
    end: at(index + taken.length),
    ...away(taken.startsWith(AWAY_SIGN)),
  }));
}

const away = (is: boolean): Pick<BusyTime, 'away'> => (is ? { away: true } : {});
