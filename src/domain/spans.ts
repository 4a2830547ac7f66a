/** Whether a day lies in a pause or another span that comes back every year. */
import type { Span } from './agreement.ts';
import { easterSunday } from './calendar.ts';
import { type Day, dayNumber, dayOf, isoWeekOf, weekdayOf, yearOf } from './days.ts';

type Covers = (day: Day) => boolean;

/** `12-24`. 29 February is 1 March in other years. */
const monthDay = (text: string): { month: number; day: number } => ({
  month: Number(text.slice(0, 2)),
  day: Number(text.slice(3)),
});

/** True from `from` to `to`, both included; over New Year when `to` comes first. */
const within = (value: number, from: number, to: number): boolean =>
  from <= to ? value >= from && value <= to : value >= from || value <= to;

const easters = new Map<number, Day>();

function easterOf(year: number): Day {
  let easter = easters.get(year);
  if (easter === undefined) {
    easter = dayOf(easterSunday(year));
    easters.set(year, easter);
  }
  return easter;
}

/** Midsommarafton: the Friday from 19 to 25 June. */
function midsummerEve(year: number): Day {
  const first = dayNumber(year, 6, 19);
  return first + ((5 - weekdayOf(first) + 7) % 7);
}

function reader(span: Span): Covers {
  switch (span.kind) {
    case 'dates': {
      const [from, to] = [monthDay(span.from), monthDay(span.to)];
      let [known, first, last] = [Number.NaN, 0, 0];
      return (day) => {
        const year = yearOf(day);
        if (year !== known) {
          known = year;
          first = dayNumber(year, from.month, from.day);
          last = dayNumber(year, to.month, to.day);
        }
        return within(day, first, last);
      };
    }
    case 'weeks':
      return (day) => within(isoWeekOf(day).week, span.from, span.to);
    case 'easter':
      return (day) => {
        const distance = day - easterOf(yearOf(day));
        return distance >= span.from && distance <= span.to;
      };
    case 'midsummer':
      return (day) => {
        const distance = day - midsummerEve(yearOf(day));
        return distance === 0 || distance === 1;
      };
  }
}

const readers = new WeakMap<Span, Covers>();

/** Spans are read once: a plan asks them for every slot of years. */
export function covers(span: Span, day: Day): boolean {
  let read = readers.get(span);
  if (!read) {
    read = reader(span);
    readers.set(span, read);
  }
  return read(day);
}

const lists = new WeakMap<readonly Span[], Covers[]>();

/** The first of the spans that covers a day. */
export function spanOn<S extends Span>(day: Day, spans: readonly S[]): S | undefined {
  if (spans.length === 0) return undefined;
  let read = lists.get(spans);
  if (!read) {
    read = spans.map(reader);
    lists.set(spans, read);
  }
  for (let n = 0; n < read.length; n += 1) if (read[n]!(day)) return spans[n];
  return undefined;
}
