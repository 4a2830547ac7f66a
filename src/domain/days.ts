/**
 * Days as whole numbers since 1 January 1970. The planner reckons in them, since years of cadences are nothing but sums of
 * days; what people are handed is a Temporal value again. Proleptic Gregorian calendar, no time zone.
 */

export type Day = number;

export interface CalendarDay {
  year: number;
  /** 1–12. */
  month: number;
  day: number;
}

/** Days in an era of 400 years, and from 1 March of year 0 to the first of January 1970. */
const ERA = 146_097;
const TO_1970 = 719_468;

/** The year is counted from March, so that a leap day ends it. */
export function dayNumber(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - TO_1970;
}

export function calendarDay(day: Day): CalendarDay {
  const shifted = day + TO_1970;
  const era = Math.floor(shifted / ERA);
  const ofEra = shifted - era * ERA;
  const years = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const month = Math.floor((5 * ofYear + 2) / 153);
  return {
    year: years + era * 400 + (month < 10 ? 0 : 1),
    month: month < 10 ? month + 3 : month - 9,
    day: ofYear - Math.floor((153 * month + 2) / 5) + 1,
  };
}

let [year, first, next] = [1970, 0, 365];

/** Plans go day by day through a year, so the year of the last answer is kept. */
export function yearOf(day: Day): number {
  if (day < first || day >= next) {
    year = calendarDay(day).year;
    first = dayNumber(year, 1, 1);
    next = dayNumber(year + 1, 1, 1);
  }
  return year;
}

export const dayOf = (date: Temporal.PlainDate): Day => dayNumber(date.year, date.month, date.day);

export function dateOf(day: Day): Temporal.PlainDate {
  const { year, month, day: ofMonth } = calendarDay(day);
  return new Temporal.PlainDate(year, month, ofMonth);
}

/** `2027-03-16`. */
export function isoDay(day: Day): string {
  const { year, month, day: ofMonth } = calendarDay(day);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${ofMonth < 10 ? '0' : ''}${ofMonth}`;
}

/** 1 Monday to 7 Sunday; day 0 was a Thursday. */
export function weekdayOf(day: Day): number {
  const since = (day + 3) % 7;
  return (since < 0 ? since + 7 : since) + 1;
}

/** ISO 8601: the week belongs to the year its Thursday lies in. */
export function isoWeekOf(day: Day): { year: number; week: number } {
  const thursday = day - weekdayOf(day) + 4;
  const ofWeek = yearOf(thursday);
  return { year: ofWeek, week: Math.floor((thursday - first) / 7) + 1 };
}
