/** A wall-clock time in Stockholm as ISO text with its offset, reckoned from the time zone's own changes, looked up once a year. */
import { STOCKHOLM } from './calendar.ts';
import { calendarDay, type Day, dateOf, dayOf, isoDay } from './days.ts';

interface ZoneYear {
  /** Offset on 1 January. */
  first: string;
  changes: { day: Day; offset: string }[];
}

const zoneYears = new Map<number, ZoneYear>();

function zoneYear(year: number): ZoneYear {
  const known = zoneYears.get(year);
  if (known) return known;
  const start = new Temporal.PlainDate(year, 1, 1).toZonedDateTime(STOCKHOLM);
  const found: ZoneYear = { first: start.offset, changes: [] };
  for (let change = start.getTimeZoneTransition('next'); change?.year === year; change = change.getTimeZoneTransition('next'))
    found.changes.push({ day: dayOf(change.toPlainDate()), offset: change.offset });
  zoneYears.set(year, found);
  return found;
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** `2027-03-30T13:00:00+02:00`; `minutes` since midnight on the wall. Past midnight counts on into the next day. */
export function wallMoment(day: Day, minutes: number): string {
  if (minutes >= 24 * 60) return wallMoment(day + 1, minutes - 24 * 60);
  const { first, changes } = zoneYear(calendarDay(day).year);
  let offset = first;
  for (const change of changes) {
    if (change.day === day) return exactly(day, minutes);
    if (change.day < day) offset = change.offset;
  }
  return `${isoDay(day)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00${offset}`;
}

/** On a day the clock is changed. */
function exactly(day: Day, minutes: number): string {
  const plainTime = new Temporal.PlainTime(Math.floor(minutes / 60), minutes % 60);
  const at = dateOf(day).toZonedDateTime({ timeZone: STOCKHOLM, plainTime });
  return at.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
