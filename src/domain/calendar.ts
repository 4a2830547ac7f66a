/**
 * Swedish days: public holidays by lag (1989:253), the eves the holidays act equates with Sundays, working days.
 * Calendar dates only; the time zone does not matter here.
 */

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

const named = new Map<number, Map<number, DayName>>();

/** Red days of a year by month and day; reckoned once, since every plan asks for the same ones again and again. */
function redDaysOf(year: number): Map<number, DayName> {
  let days = named.get(year);
  if (!days) {
    days = new Map(redDays(year).map(({ date, name }) => [date.month * 100 + date.day, name]));
    named.set(year, days);
  }
  return days;
}

export function redDay(date: Temporal.PlainDate): DayName | undefined {
  return redDaysOf(date.year).get(date.month * 100 + date.day);
}

export function isWorkingDay(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && redDay(date) === undefined;
}

/** The date `count` working days before (negative) or after (positive) `from`; 0 is the day itself or the next working day. */
export function workingDaysFrom(from: Temporal.PlainDate, count: number): Temporal.PlainDate {
  const direction = count < 0 ? -1 : 1;
  let date = from;
  let left = Math.abs(count);
  while (left > 0 || (count === 0 && !isWorkingDay(date))) {
    date = date.add({ days: direction });
    if (isWorkingDay(date)) left -= 1;
  }
  return date;
}

/** ISO week as people write it in files: `2027-W10`. */
export function isoWeek(date: Temporal.PlainDate): string {
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
}

/** A single working day between two free ones: flagged, never blocking. */
export function isSqueezeDay(date: Temporal.PlainDate): boolean {
  const free = (day: Temporal.PlainDate) => !isWorkingDay(day);
  if (!isWorkingDay(date)) return false;
  const between = free(date.subtract({ days: 1 })) && free(date.add({ days: 1 }));
  return between && [date.subtract({ days: 1 }), date.add({ days: 1 })].some((day) => redDay(day) !== undefined);
}
