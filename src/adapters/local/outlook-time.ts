/** Times as Outlook writes them: a wall clock and the name Windows has for its zone. */
import { GraphNo } from './graph-no.ts';

const zones: Record<string, string> = { UTC: 'UTC', 'W. Europe Standard Time': 'Europe/Stockholm' };

export interface OutlookTime {
  dateTime: string;
  timeZone: string;
}

/** @throws GraphNo 400 for a zone that is not among the names Graph documents, such as Europe/Stockholm. */
function zoneNamed(name: string): string {
  const zone = Object.hasOwn(zones, name) ? zones[name] : undefined;
  if (zone) return zone;
  throw new GraphNo(400, 'TimeZoneNotSupportedException', 'A valid TimeZone value must be specified.');
}

export function instantOf({ dateTime, timeZone }: OutlookTime): string {
  const zone = zoneNamed(timeZone);
  try {
    return Temporal.PlainDateTime.from(dateTime).toZonedDateTime(zone).toInstant().toString();
  } catch (cause) {
    throw new GraphNo(400, 'ErrorPropertyValidationFailure', 'A time cannot be read.', { cause });
  }
}

/** The same instant in the zone that was asked for, to the ten-millionth of a second as Graph has it. */
export function inZone(instant: string, timeZone: string): OutlookTime {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zoneNamed(timeZone)).toPlainDateTime();
  return { dateTime: there.toString({ fractionalSecondDigits: 7 }), timeZone };
}

/** `Prefer: outlook.timezone="W. Europe Standard Time"`; without it Graph answers in UTC. */
export function preferredZone(prefer: string | undefined): string {
  return /\boutlook\.timezone="([^"]+)"/i.exec(prefer ?? '')?.[1] ?? 'UTC';
}

/** The value of a query: its offset decides, and without one it is UTC. */
export function instantInQuery(text: string | null): string {
  try {
    return Temporal.Instant.from(/(Z|[+-]\d\d:\d\d)$/i.test(text ?? '') ? text! : `${text}Z`).toString();
  } catch (cause) {
    throw new GraphNo(400, 'ErrorInvalidParameter', 'startDateTime and endDateTime must be times.', { cause });
  }
}
