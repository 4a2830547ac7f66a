/** Calendar files as somebody else's parser reads them, and what RFC 5545 asks of their lines. */
import ICAL from 'ical.js';

export interface Event {
  uid: string;
  summary: string;
  location: string;
  description: string;
  /** ISO instants. */
  start: string;
  end: string;
  stamp: string;
  modified: string;
  sequence: number;
}

const instant = (time: ICAL.Time): string => {
  // UTC needs no table of time zones that could be out of date.
  if (time.zone !== ICAL.Timezone.utcTimezone) throw new Error(`${time} is not in UTC`);
  return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1000).toString();
};

/** Lines that break a rule: ended by anything but CRLF, or longer than 75 octets. */
export function badLines(file: string): string[] {
  const lines = file.split('\r\n');
  const bad = lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75);
  return lines.at(-1) === '' ? bad : [...bad, '(the last line does not end)'];
}

/** @throws on anything that is no iCalendar, and on an event that lacks what RFC 5545 requires of it. */
export function eventsOf(file: string): Event[] {
  ICAL.design.strict = true;
  const calendar = new ICAL.Component(ICAL.parse(file));
  for (const needed of ['version', 'prodid', 'method'])
    if (!calendar.hasProperty(needed)) throw new Error(`the calendar has no ${needed}`);
  return calendar.getAllSubcomponents('vevent').map((one) => {
    for (const needed of ['uid', 'dtstamp', 'dtstart', 'dtend', 'summary', 'sequence', 'last-modified'])
      if (one.getAllProperties(needed).length !== 1) throw new Error(`an event has not exactly one ${needed}: ${one}`);
    const time = (name: string) => instant(one.getFirstPropertyValue(name) as ICAL.Time);
    const { uid, summary, location, description, sequence } = new ICAL.Event(one);
    return {
      uid,
      summary,
      location: location ?? '',
      description: description ?? '',
      start: time('dtstart'),
      end: time('dtend'),
      stamp: time('dtstamp'),
      modified: time('last-modified'),
      sequence,
    };
  });
}
