import { MONTHS } from '../../domain/swedish.ts';
import type { Cell } from './cells.ts';

const write =
  'Skriv en vecka som ”2027 v. 10”, en månad som ”2027-02”, ett halvår som ”2027 H1”, ett år som ”2027” eller ett läsår som ”2026/2027”.';

/** `2027-W10`, `2027-02`, `2027-H1`, `2027` or `2026/2027`, or in Swedish what to write instead. Excel turns a typed 2027-02 into the first of February. */
export function readPeriod(cell: Cell): { value: string } | { fault: string } {
  if (cell instanceof Date) return fromDate(cell);
  if (typeof cell === 'number' && Number.isInteger(cell) && isPlausible(cell)) return { value: String(cell) };
  if (typeof cell !== 'string') return { fault: `Period saknas eller går inte att tolka. ${write}` };
  const text = cell.replace(/\s+/g, ' ').trim().toLowerCase();
  const week =
    /^(?<year>\d{4}) ?-?(?:v\.?|w|vecka) ?(?<week>\d{1,2})$/.exec(text) ??
    /^(?:v\.?|vecka) ?(?<week>\d{1,2}) (?<year>\d{4})$/.exec(text);
  if (week?.groups) return isoWeek(Number(week.groups['year']), Number(week.groups['week']));
  const number = /^(\d{4})-(\d{2})$/.exec(text);
  if (number) return month(Number(number[1]), Number(number[2]));
  const year = /^(?:år )?(\d{4})$/.exec(text);
  if (year) return isPlausible(Number(year[1])) ? { value: year[1]! } : { fault: `Årtalet stämmer inte. ${write}` };
  const half = /^(?<year>\d{4})[ -]?h(?<half>[12])$/.exec(text) ?? /^(?:h|halvår ?)(?<half>[12]) (?<year>\d{4})$/.exec(text);
  if (half?.groups) return halfYear(Number(half.groups['year']), half.groups['half']!);
  const school = /^(?:läsår(?:et)? )?(\d{4}) ?[/–-] ?(\d{2}|\d{4})$/.exec(text);
  if (school) return schoolYear(Number(school[1]), school[2]!);
  const name = /^(\p{L}+) (\d{4})$/u.exec(text);
  if (name && MONTHS.includes(name[1]!)) return month(Number(name[2]), MONTHS.indexOf(name[1]!) + 1);
  return { fault: `Perioden går inte att tolka. ${write}` };
}

function fromDate(cell: Date) {
  const at = Temporal.Instant.fromEpochMilliseconds(cell.getTime()).toZonedDateTimeISO('UTC');
  const isFirstOfMonth = at.day === 1 && at.equals(at.startOfDay());
  return isFirstOfMonth ? month(at.year, at.month) : { fault: `Cellen innehåller ett datum, inte en period. ${write}` };
}

function isoWeek(year: number, week: number) {
  if (!isPlausible(year)) return { fault: `Årtalet stämmer inte. ${write}` };
  // 28 December always lies in the last week of its year.
  const last = Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear!;
  if (week < 1 || week > last) return { fault: `År ${year} har veckorna 1–${last}. Skriv en av dem.` };
  return { value: `${year}-W${String(week).padStart(2, '0')}` };
}

function halfYear(year: number, half: string) {
  return isPlausible(year) ? { value: `${year}-H${half}` } : { fault: `Årtalet stämmer inte. ${write}` };
}

/** `2026/2027`, also written 2026/27. */
function schoolYear(first: number, second: string) {
  const next = second.length === 2 ? Math.floor(first / 100) * 100 + Number(second) : Number(second);
  if (!isPlausible(first) || next !== first + 1) return { fault: `Ett läsår går från ett år till nästa. ${write}` };
  return { value: `${first}/${next}` };
}

function month(year: number, number: number) {
  if (!isPlausible(year)) return { fault: `Årtalet stämmer inte. ${write}` };
  if (number < 1 || number > 12) return { fault: `Månaden ska vara 01–12. ${write}` };
  return { value: `${year}-${String(number).padStart(2, '0')}` };
}

const isPlausible = (year: number) => year >= 2000 && year < 2100;
