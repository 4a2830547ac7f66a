/** Outlook's way to write a time: a wall clock and the name of its zone. */
import { z } from 'zod';
import { STOCKHOLM } from '../../domain/calendar.ts';

/** Stockholm as Windows names it: Europe/Stockholm is not among the names Graph documents. */
export const ZONE = 'W. Europe Standard Time';

/** Asks for every time of the answer in our zone; without it Graph answers in UTC. */
export const IN_OUR_ZONE = `outlook.timezone="${ZONE}"`;

/** `2027-03-16T13:00` → the time Graph takes. */
export const outlookTime = (wallClock: string) => ({
  dateTime: Temporal.PlainDateTime.from(wallClock).toString({ smallestUnit: 'second' }),
  timeZone: ZONE,
});

/** `2027-03-28` → the instant that day begins in Stockholm, summer time or not: Graph reads what has no offset as UTC. */
export const dayBegins = (day: string): string => Temporal.PlainDate.from(day).toZonedDateTime(STOCKHOLM).toInstant().toString();

export const toMinute = (time: Temporal.PlainDateTime): string => time.toString({ smallestUnit: 'minute' });

/** A time of Graph's → `2027-03-16T13:00` in Stockholm. Some answers come in UTC whatever we prefer. */
export const wallClock = z
  .object({ dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d/), timeZone: z.enum([ZONE, 'UTC']) })
  .transform(({ dateTime, timeZone }) => {
    const said = Temporal.PlainDateTime.from(dateTime);
    return toMinute(timeZone === ZONE ? said : said.toZonedDateTime('UTC').withTimeZone(STOCKHOLM).toPlainDateTime());
  });
