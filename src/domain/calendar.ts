/**
 * Swedish days: public holidays by lag (1989:253), the eves the holidays act equates with Sundays, working days.
 * Calendar dates only; the time zone does not matter here.
 */

import { type Day, dateOf, dayOf, isoWeekOf, weekdayOf, yearOf } from './days.ts';

export const STOCKHOLM = 'Europe/Stockholm';

export type DayName =
  | 'nyårsdagen'
  | 'trettondedag jul'
  | 'långfredagen'
  | 'påskdagen'
  | 'annandag påsk'
  | 'första maj'
  | 'Kristi himmelsfärdsdag'
  | 'pingstdagen'
  | 'nationaldagen'
  | 'midsommarafton'
  | 'midsommardagen'
  | 'alla helgons dag'
  | 'julafton'
  | 'juldagen'
  | 'annandag jul'
  | 'nyårsafton';

/** Easter Sunday by the Gregorian computus (Meeus/Jones/Butcher). */
export function easterSunday(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Temporal.PlainDate.from({ year, month, day });
}

/** The Saturday on or after a date: midsommardagen and alla helgons dag are movable Saturdays. */
function saturdayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.add({ days: (6 - date.dayOfWeek + 7) % 7 });
}

/** Days of a year on which no meeting is held: public holidays and the three eves (semesterlagen 7 § equates them with Sundays). */
export function redDays(year: number): { date: Temporal.PlainDate; name: DayName }[] {
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  const easter = easterSunday(year);
  const midsummer = saturdayFrom(on(6, 20));
  return [
    { date: on(1, 1), name: 'nyårsdagen' },
    { date: on(1, 6), name: 'trettondedag jul' },
    { date: easter.subtract({ days: 2 }), name: 'långfredagen' },
    { date: easter, name: 'påskdagen' },
    { date: easter.add({ days: 1 }), name: 'annandag påsk' },
    { date: on(5, 1), name: 'första maj' },
    { date: easter.add({ days: 39 }), name: 'Kristi himmelsfärdsdag' },
    { date: easter.add({ days: 49 }), name: 'pingstdagen' },
    { date: on(6, 6), name: 'nationaldagen' },
    { date: midsummer.subtract({ days: 1 }), name: 'midsommarafton' },
    { date: midsummer, name: 'midsommardagen' },
    { date: saturdayFrom(on(10, 31)), name: 'alla helgons dag' },
    { date: on(12, 24), name: 'julafton' },
    { date: on(12, 25), name: 'juldagen' },
    { date: on(12, 26), name: 'annandag jul' },
    { date: on(12, 31), name: 'nyårsafton' },
  ];
}

const named = new Map<number, Map<Day, DayName>>();

/** Red days of a year; reckoned once, since every plan asks for the same ones again and again. */
function redDaysOf(year: number): Map<Day, DayName> {
  let days = named.get(year);
  if (!days) {
    days = new Map(redDays(year).map(({ date, name }) => [dayOf(date), name]));
    named.set(year, days);
  }
  return days;
}

export const redOn = (day: Day): DayName | undefined => redDaysOf(yearOf(day)).get(day);

/** A day on which a meeting can be held: Monday to Friday and not red. */
export const isWorking = (day: Day): boolean => weekdayOf(day) <= 5 && redOn(day) === undefined;

/** The day `count` working days before (negative) or after (positive) `from`; 0 is the day itself or the next working day. */
export function workingDays(from: Day, count: number): Day {
  const direction = count < 0 ? -1 : 1;
  let day = from;
  let left = Math.abs(count);
  while (left > 0 || (count === 0 && !isWorking(day))) {
    day += direction;
    if (isWorking(day)) left -= 1;
  }
  return day;
}

export const redDay = (date: Temporal.PlainDate): DayName | undefined => redOn(dayOf(date));

export const isWorkingDay = (date: Temporal.PlainDate): boolean => isWorking(dayOf(date));

/** As `workingDays`, for dates. */
export const workingDaysFrom = (from: Temporal.PlainDate, count: number): Temporal.PlainDate =>
  dateOf(workingDays(dayOf(from), count));

/** ISO week as people write it in files: `2027-W10`. */
export const isoWeek = (date: Temporal.PlainDate): string => weekText(dayOf(date));

export function weekText(day: Day): string {
  const { year, week } = isoWeekOf(day);
  return `${year}-W${week < 10 ? '0' : ''}${week}`;
}

/** A single working day between two free ones of which one is red: flagged, never blocking. */
export function isSqueezed(day: Day): boolean {
  if (!isWorking(day) || isWorking(day - 1) || isWorking(day + 1)) return false;
  return redOn(day - 1) !== undefined || redOn(day + 1) !== undefined;
}

export const isSqueezeDay = (date: Temporal.PlainDate): boolean => isSqueezed(dayOf(date));
