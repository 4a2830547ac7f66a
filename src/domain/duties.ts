/** When the duties of the årshjul fall: windows that come back every year, and dated ones that come once (N 2). */
import type { YearlyDuty } from './agreement.ts';

export interface DutyWindow {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

const dated = (text: string): boolean => text.length === 10;

const on = (year: number, monthDay: string): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month: Number(monthDay.slice(0, 2)), day: Number(monthDay.slice(3)) });

/** The windows of a duty that touch the time between two dates, in order; one that begins late in a year may end in the next. */
export function windowsBetween({ windows }: YearlyDuty, from: Temporal.PlainDate, to: Temporal.PlainDate): DutyWindow[] {
  const found: DutyWindow[] = [];
  for (const window of windows) {
    if (dated(window.from)) {
      found.push({ from: Temporal.PlainDate.from(window.from), to: Temporal.PlainDate.from(window.to) });
      continue;
    }
    for (let year = from.year - 1; year <= to.year; year += 1)
      found.push({ from: on(year, window.from), to: on(window.to < window.from ? year + 1 : year, window.to) });
  }
  return found
    .filter((one) => Temporal.PlainDate.compare(one.to, from) >= 0 && Temporal.PlainDate.compare(one.from, to) <= 0)
    .sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
}
