/** Dates, times and numbers as people read them, with hard spaces where a line must not break. Input is Stockholm wall clock. */

interface Habits {
  locale: string;
  /** Between a day and a time of day: `16 mars 2027 kl. 13.00`. */
  at: string;
  week: string;
  /** The six weeks that end with a week. */
  sixWeeks: (week: string) => string;
  halfYear: (half: 1 | 2, year: string) => string;
  schoolYear: (years: string) => string;
  /** Unit of a change in shares. */
  points: string;
}

export type Format = ReturnType<typeof format>;

export function format({ locale, at, week, sixWeeks, halfYear, schoolYear, points }: Habits) {
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const counts = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const signs = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const signed = (value: number) => (value === 0 ? '±0' : signs.format(value));
  const dayOf = (text: string) => Temporal.PlainDate.from(text);
  /** One formatter for all its dates, which it is given as days of UTC: both save most of what spelling a date costs. */
  const spelling = (parts: Intl.DateTimeFormatOptions) => {
    const dates = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
    return (text: string) => {
      const { year, month, day } = dayOf(text);
      return dates.format(Date.UTC(year, month - 1, day)).replace(',', '');
    };
  };
  const day = spelling({ day: 'numeric', month: 'long', year: 'numeric' });
  const shortDay = spelling({ day: 'numeric', month: 'long' });
  const weekday = spelling({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const month = spelling({ month: 'long', year: 'numeric' });
  const time = (text: string) => {
    const { hour, minute } = Temporal.PlainDateTime.from(text);
    return `${String(hour).padStart(2, '0')}.${String(minute).padStart(2, '0')}`;
  };
  const weekOf = (text: string) => `${week}\u00a0${dayOf(text).weekOfYear}`;

  return {
    /** `16 mars 2027` */
    day,
    /** `16 mars`, where the year goes without saying */
    shortDay,
    /** `tisdag 16 mars 2027` */
    weekday,
    /** `v. 11` */
    week: weekOf,
    /** `24 mars 2027 kl. 10.12` */
    moment: (text: string) => `${day(text)} ${at}\u00a0${time(text)}`,
    /** `tisdag 16 mars 2027 kl. 13.00 (v. 11)` */
    start: (text: string) => `${weekday(text)} ${at}\u00a0${time(text)} (${weekOf(text)})`,
    /** `tisdag 16 mars 2027 kl. 13.00–14.00 (v. 11)` */
    meeting: (start: string, end: string) => `${weekday(start)} ${at}\u00a0${time(start)}–${time(end)} (${weekOf(start)})`,
    /** The last day something holds: a year's last day reads as the year. */
    until: (text: string) => (text.endsWith('-12-31') ? text.slice(0, 4) : day(text)),
    /** `2027-W10` → `v. 10`, `2027-02` → `februari 2027`, and half-years, years, school years; any other as it stands */
    period: (text: string) => {
      const [, rolling, weekNumber] = /^(6w\/)?\d{4}-W(\d{2})$/.exec(text) ?? [];
      if (weekNumber) {
        const name = `${week}\u00a0${Number(weekNumber)}`;
        return rolling ? sixWeeks(name) : name;
      }
      const [, year, half] = /^(\d{4})-H([12])$/.exec(text) ?? [];
      if (half) return halfYear(half === '1' ? 1 : 2, year!);
      if (/^\d{4}\/\d{4}$/.test(text)) return schoolYear(text);
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? month(`${text}-01`) : text;
    },
    /** `0.0184` → `+1,8 procentenheter`; `-0.02` with a real minus. A change too small to see reads `±0`. */
    points: (change: number) => `${signed(Math.round(change * 1000) / 10)} ${points}`,
    /** `+12` or a real minus */
    difference: (change: number) => signed(change),
    /** `0.846` → `84,6 %`, with a hard space and a real minus */
    share: (value: number) => percents.format(value),
    count: (value: number) => counts.format(value),
    /** `A, B och C` */
    list: (all: readonly string[]) => lists.format(all),
    /** For the start of a line. */
    capital: (text: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1),
  };
}
