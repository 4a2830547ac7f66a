/** A figure is counted in the periods its indicator is reported per; a row about another kind of period counts nowhere. */
import { type PeriodKind, readPeriod } from './periods.ts';

/** By indicator. */
export type ReportedPer = Readonly<Record<string, PeriodKind>>;

const WEEK = 'per vecka. Skriv en vecka som ”2027 v. 10”';
const write: Record<PeriodKind, string> = {
  week: WEEK,
  'six-weeks': WEEK,
  month: 'per månad. Skriv en månad som ”2027-02”',
  'half-year': 'per halvår. Skriv ett halvår som ”2027 H1”',
  year: 'per år. Skriv ett år som ”2027”',
  'school-year': 'per läsår. Skriv ett läsår som ”2026/2027”',
};

/** For a problem in a row: which indicator it concerns, when it is one of these. Other words of a row are never repeated. */
export const concerning = (reportedPer: ReportedPer, indicator = ''): { indicator?: string } =>
  Object.hasOwn(reportedPer, indicator) ? { indicator } : {};

/** What to write instead, in Swedish, when a row is about another kind of period; undefined when it is not. */
export function wrongPeriod(reportedPer: ReportedPer, indicator: string, period: string): string | undefined {
  const kind = Object.hasOwn(reportedPer, indicator) ? reportedPer[indicator] : undefined;
  const written = readPeriod(period)?.kind;
  if (kind === undefined || written === undefined || written === kind) return undefined;
  return `Indikatorn lämnas ${write[kind]}. Raden räknas inte.`;
}
