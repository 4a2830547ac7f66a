/** A filed report is registered by each authority of the forum that makes it, as minutes are (OSL 5:1). */
import { type Agreement, type Authority, authoritiesIn, convenerOf, forumOf, type Person } from './agreement.ts';
import type { Registered } from './meeting.ts';
import type { SafeText } from './privacy.ts';
import { type NumberNo, newNumbers, numbersOf, ownAuthorities } from './register-numbers.ts';
import type { Report } from './report.ts';
import type { Result } from './result.ts';
import { type Act, mayIn } from './rights.ts';

/** The newest edition that lies filed, and the numbers of all its editions, oldest first. */
export interface FiledReport extends Pick<Report, 'forum' | 'period' | 'edition'> {
  registered: readonly Registered[];
}

/** Where nobody convenes the forum, any of its members makes its report: the agreement names the managers together (N 1.8). */
export function mayMakeReport(agreement: Agreement, person: Person, forum: string): boolean {
  const may = (act: Act) => mayIn(agreement, person, act, { forum, secretary: undefined });
  return may('make-report') || (may('take-part') && !convenerOf(agreement, forum));
}

/** Those whose number somebody may write in: who may freeze the report all, other members of its forum and registrars their own. */
export function mayRegisterReport(agreement: Agreement, person: Person, forum: string): Authority[] {
  if (!mayIn(agreement, person, 'register-report', { forum, secretary: undefined })) return [];
  if (mayMakeReport(agreement, person, forum)) return authoritiesIn(agreement, forumOf(agreement, forum));
  return ownAuthorities(agreement, person, forum);
}

export const isReportRegistered = (agreement: Agreement, report: FiledReport): boolean =>
  numbersOf(agreement, report).every(({ dnr }) => dnr !== undefined);

/** What is to be kept beside the report, which itself stands as it was frozen. */
export function registerReport(
  agreement: Agreement,
  report: FiledReport,
  person: Person,
  numbers: ReadonlyMap<string, SafeText>,
  at: string,
): Result<Registered[], 'not-registrar' | NumberNo> {
  const may = { allowed: mayRegisterReport(agreement, person, report.forum), else: 'not-registrar' as const };
  return newNumbers(agreement, report, may, { person: person.id, numbers, at });
}
