/** The periods figures are counted over, by name: what a name covers, the one before it, and which has ended last. */

export type PeriodKind = 'week' | 'six-weeks' | 'month' | 'half-year' | 'year' | 'school-year';

/** First day, and the first day after: `[from, end)`. */
export interface Span {
  kind: PeriodKind;
  from: Temporal.PlainDate;
  end: Temporal.PlainDate;
}

/** A rolling figure covers so many weeks (N 3, "under de senaste sex veckorna"). */
export const ROLLING_WEEKS = 6;

/** Läsår run from July to June (ours: they follow the school's year without a day nobody owns). */
const SCHOOL_YEAR_STARTS = 7;

const two = (n: number): string => String(n).padStart(2, '0');
const date = (year: number, month: number): Temporal.PlainDate => Temporal.PlainDate.from({ year, month, day: 1 });

function monday(year: number, week: number): Temporal.PlainDate {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ days: (week - 1) * 7 });
}

/**
 * Reads a period's name: `2027-W10`, `6w/2027-W10` (the six weeks that end with week 10), `2027-02`, `2027-H1`, `2027`,
 * `2026/2027` (läsår). Undefined when it is none.
 */
export function readPeriod(name: string): Span | undefined {
  if (spans.has(name)) return spans.get(name);
  const read = parsed(name);
  if (spans.size > MANY) spans.clear();
  spans.set(name, read);
  return read;
}

/** Sources name the same few hundred periods in every row: each is worked out once. */
const spans = new Map<string, Span | undefined>();
const MANY = 5000;

function parsed(name: string): Span | undefined {
  const found =
    /^(?:(?<six>6w\/)?(?<weekYear>\d{4})-W(?<week>\d{2})|(?<year>\d{4})(?:-(?<month>\d{2})|-H(?<half>[12])|\/(?<next>\d{4}))?)$/.exec(
      name,
    )?.groups;
  if (!found) return undefined;
  if (found['week']) {
    const [year, week] = [Number(found['weekYear']), Number(found['week'])];
    const last = Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear!;
    if (week < 1 || week > last) return undefined;
    const from = monday(year, week);
    const end = from.add({ days: 7 });
    return found['six'] ? { kind: 'six-weeks', from: end.subtract({ weeks: ROLLING_WEEKS }), end } : { kind: 'week', from, end };
  }
  const year = Number(found['year']);
  if (found['month']) {
    const month = Number(found['month']);
    if (month < 1 || month > 12) return undefined;
    return { kind: 'month', from: date(year, month), end: date(year, month).add({ months: 1 }) };
  }
  if (found['half']) {
    const from = date(year, found['half'] === '1' ? 1 : 7);
    return { kind: 'half-year', from, end: from.add({ months: 6 }) };
  }
  if (found['next']) {
    if (Number(found['next']) !== year + 1) return undefined;
    return { kind: 'school-year', from: date(year, SCHOOL_YEAR_STARTS), end: date(year + 1, SCHOOL_YEAR_STARTS) };
  }
  return { kind: 'year', from: date(year, 1), end: date(year + 1, 1) };
}

/** @throws on a name that is no period: sources are read with `readPeriod` first. */
function span(name: string): Span {
  const read = readPeriod(name);
  if (!read) throw new RangeError(`"${name}" is no period`);
  return read;
}

/** The first day after a period: `2027-W10` → Monday of week 11, `2027-02` → 1 March. */
export const periodEnd = (name: string): Temporal.PlainDate => span(name).end;

/** The first day of a period. */
export const periodStart = (name: string): Temporal.PlainDate => span(name).from;

/** The period of a kind that a day lies in; the rolling one ends with the day's week. */
export function periodOf(kind: PeriodKind, day: Temporal.PlainDate): string {
  switch (kind) {
    case 'week':
      return `${day.yearOfWeek}-W${two(day.weekOfYear!)}`;
    case 'six-weeks':
      return `6w/${periodOf('week', day)}`;
    case 'month':
      return `${day.year}-${two(day.month)}`;
    case 'half-year':
      return `${day.year}-H${day.month < 7 ? 1 : 2}`;
    case 'year':
      return String(day.year);
    case 'school-year': {
      const first = day.month >= SCHOOL_YEAR_STARTS ? day.year : day.year - 1;
      return `${first}/${first + 1}`;
    }
  }
}

/** The period just before. A rolling one moves by a week, so consecutive ones overlap. */
export function periodBefore(name: string): string {
  const { kind, from, end } = span(name);
  const day = kind === 'six-weeks' ? end.subtract({ days: 8 }) : from.subtract({ days: 1 });
  return periodOf(kind, day);
}

/** The last period of a kind that has ended when `day` begins. */
export function lastEnded(kind: PeriodKind, day: Temporal.PlainDate): string {
  const running = periodOf(kind, day);
  return periodBefore(running);
}

/** The newest `count` periods that have ended when `day` begins, newest first. */
export function endedPeriods(kind: PeriodKind, day: Temporal.PlainDate, count: number): string[] {
  const names = [lastEnded(kind, day)];
  while (names.length < count) names.push(periodBefore(names.at(-1)!));
  return names;
}

/** Oldest first, by when they end. */
export const byTime = (a: string, b: string): number => Temporal.PlainDate.compare(periodEnd(a), periodEnd(b));

/** The weeks a rolling period covers, oldest first. */
export function weeksOf(name: string): string[] {
  const { from } = span(name);
  return Array.from({ length: ROLLING_WEEKS }, (_, n) => periodOf('week', from.add({ weeks: n })));
}
