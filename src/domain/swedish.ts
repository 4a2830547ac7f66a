/** Dates, numbers and lists as Swedish readers expect them, for documents. Pure: Intl with a fixed language. */

export const MONTHS = [
  'januari',
  'februari',
  'mars',
  'april',
  'maj',
  'juni',
  'juli',
  'augusti',
  'september',
  'oktober',
  'november',
  'december',
];
const DAYS = ['måndag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lördag', 'söndag'];
const NBSP = '\u00A0';

/** `2027-03-16` → "16 mars 2027". */
export function longDate(date: string): string {
  const d = Temporal.PlainDate.from(date.slice(0, 10));
  return `${d.day}${NBSP}${MONTHS[d.month - 1]} ${d.year}`;
}

/** As `longDate`, without the year while it is this year. */
export function dayIn(date: string, year: number): string {
  const d = Temporal.PlainDate.from(date.slice(0, 10));
  return d.year === year ? `${d.day}${NBSP}${MONTHS[d.month - 1]}` : longDate(date);
}

export const weekday = (date: string): string => DAYS[Temporal.PlainDate.from(date.slice(0, 10)).dayOfWeek - 1]!;

/** `2027-03-16T13:00` → "13.00". */
export const clock = (local: string): string => local.slice(11, 16).replace(':', '.');

/** "tisdag 16 mars 2027 kl. 13.00–14.00 (v. 11)". */
export function meetingTime(start: string, end: string): string {
  const week = Temporal.PlainDate.from(start.slice(0, 10)).weekOfYear;
  return `${weekday(start)} ${longDate(start)} kl.${NBSP}${clock(start)}–${clock(end)} (v.${NBSP}${week})`;
}

/** "24 mars 2027 kl. 10.12". */
export const moment = (local: string): string => `${longDate(local)} kl.${NBSP}${clock(local)}`;

/** "14:e", "42:a", "11:e". */
export const ordinal = (n: number): string => `${n}:${[1, 2].includes(n % 10) && ![11, 12].includes(n % 100) ? 'a' : 'e'}`;

const WEEKS = ['', 'varje', 'varannan', 'var tredje', 'var fjärde', 'var femte', 'var sjätte', 'var sjunde', 'var åttonde'];

/** 14 → "varannan vecka", 10 → "var 10:e dag". */
export function everyDays(days: number): string {
  const weeks = days % 7 === 0 ? WEEKS[days / 7] : undefined;
  return weeks ? `${weeks} vecka` : `var ${ordinal(days)} dag`;
}

export const list = (words: readonly string[]): string => new Intl.ListFormat('sv-SE', { type: 'conjunction' }).format(words);

/** 0.7 → "70 %", 0.6813 → "68,1 %", with a no-break space. */
export const percent = (share: number): string =>
  new Intl.NumberFormat('sv-SE', { style: 'percent', maximumFractionDigits: 1 }).format(share);

export const count = (n: number): string => new Intl.NumberFormat('sv-SE').format(n);

/** `2027-W10` → "v. 10 2027", `6w/2027-W10` → "sex veckor t.o.m. v. 10 2027", `2027-02`, `2027-H1`, `2027`, `2026/2027`. */
export function periodName(period: string): string {
  const week = /^(6w\/)?(\d{4})-W(\d{2})$/.exec(period);
  if (week) return `${week[1] ? 'sex veckor t.o.m. ' : ''}v.${NBSP}${Number(week[3])} ${week[2]}`;
  const half = /^(\d{4})-H([12])$/.exec(period);
  if (half) return `${half[2] === '1' ? 'första' : 'andra'} halvåret ${half[1]}`;
  if (/^\d{4}$/.test(period)) return period;
  if (/^\d{4}\/\d{4}$/.test(period)) return `läsåret ${period}`;
  const month = Temporal.PlainYearMonth.from(period);
  return `${MONTHS[month.month - 1]} ${month.year}`;
}

export type DateNo = 'unknown';

/**
 * The date somebody wrote after "senast": `9 april`, `9 april 2027`, `9/4`, `2027-04-09`, `fredag`. Without a year the
 * next such date on or after `today`. Undefined when it is no date.
 */
export function parseDate(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const said = text
    .trim()
    .toLowerCase()
    .replace(/^(den|på)\s+/, '')
    .replace(/[.!]$/, '');
  const at = (day: number, month: number, year?: number): Temporal.PlainDate | undefined => {
    const fits = (y: number) =>
      month >= 1 && month <= 12 && day >= 1 && day <= Temporal.PlainYearMonth.from({ year: y, month }).daysInMonth;
    if (year !== undefined) return fits(year) ? Temporal.PlainDate.from({ year, month, day }) : undefined;
    for (const y of [today.year, today.year + 1]) {
      if (!fits(y)) continue;
      const date = Temporal.PlainDate.from({ year: y, month, day });
      if (Temporal.PlainDate.compare(date, today) >= 0) return date;
    }
    return undefined;
  };
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(said);
  if (iso) return at(Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const slash = /^(\d{1,2})\/(\d{1,2})(?:[ -](\d{4}))?$/.exec(said);
  if (slash) return at(Number(slash[1]), Number(slash[2]), slash[3] ? Number(slash[3]) : undefined);
  const words = /^(\d{1,2})(?::?e)?\s+([a-zåäö]+)\.?(?:\s+(\d{4}))?$/.exec(said);
  if (words) {
    const month = MONTHS.findIndex((name) => words[2]!.length >= 3 && name.startsWith(words[2]!)) + 1;
    return month > 0 ? at(Number(words[1]), month, words[3] ? Number(words[3]) : undefined) : undefined;
  }
  const day = DAYS.findIndex((name) => said === name || said === name.slice(0, 3)) + 1;
  return day > 0 ? today.add({ days: (day - today.dayOfWeek + 7) % 7 || 7 }) : undefined;
}

/** Words as people may have typed them: lower case, without signs and accents, å and ä as a, ö as o; one blank between. */
export const bare = (text: string): string =>
  text
    .toLocaleLowerCase('sv')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
