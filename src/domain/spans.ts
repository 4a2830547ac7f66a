/** Whether a day lies in a pause or another span that comes back every year. */
import type { Span } from './agreement.ts';
import { easterSunday } from './calendar.ts';
import { calendarDay, type Day, dayNumber, dayOf, isoWeekOf, weekdayOf } from './days.ts';

type Covers = (day: Day) => boolean;

/** `12-24` as 1224, to compare with. */
const monthDay = (text: string): number => Number(text.slice(0, 2)) * 100 + Number(text.slice(3));

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
      return (day) => {
        const { month, day: ofMonth } = calendarDay(day);
        return within(month * 100 + ofMonth, from, to);
      };
    }
    case 'weeks':
      return (day) => within(isoWeekOf(day).week, span.from, span.to);
    case 'easter':
      return (day) => {
        const distance = day - easterOf(calendarDay(day).year);
        return distance >= span.from && distance <= span.to;
      };
    case 'midsummer':
      return (day) => {
        const distance = day - midsummerEve(calendarDay(day).year);
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

/** The first of the spans that covers a day. */
export const spanOn = <S extends Span>(day: Day, spans: readonly S[]): S | undefined => spans.find((span) => covers(span, day));
