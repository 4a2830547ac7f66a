/** Writes in the number each authority has registered a filed report under, beside the report and in its documents' columns. */
import { forumOf } from '../domain/agreement.ts';
import { wallClock } from '../domain/meeting.ts';
import type { SafeText } from '../domain/privacy.ts';
import { isReportRegistered, mayRegisterReport, registerReport as written } from '../domain/report-registration.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { filedReport, type LyingReport } from './filed-report.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { markRegistered } from './register-minutes.ts';
import { registrarNeedsNoWord } from './tell-registrars.ts';

/** `edition` is the one that was shown: a number for it is none for the edition that has replaced it. */
export async function registerReport(
  product: Product,
  { person, cause }: Actor,
  claims: { report: string; edition: string },
  numbers: ReadonlyMap<string, SafeText>,
): Promise<Result<LyingReport, Refusal>> {
  const { agreement, clock, store } = product;
  const seen = await store.read((reader) => filedReport(product, reader, claims.report));
  if (!seen) return no('no-filed-report');
  if (mayRegisterReport(agreement, person, seen.forum).length === 0) return no('not-registrar');
  return store.change(async (change): Promise<Result<LyingReport, Refusal>> => {
    await change.lock(seen.forum);
    const report = await filedReport(product, change, claims.report);
    if (String(report?.edition) !== claims.edition || !report) return no('other-report');
    const done = written(agreement, report, person, numbers, wallClock(clock.now()));
    if (!done.ok) return done;
    if (!(await change.once(cause))) return yes(report);
    await change.keepReportNumbers(report, done.value);
    const now = { ...report, registered: [...report.registered, ...done.value] };
    const paths = report.documents.map(({ path }) => path);
    await markRegistered(change, agreement, now, paths, isReportRegistered(agreement, now));
    const given = new Set([...numbers].filter(([, dnr]) => dnr.trim() !== '').map(([authority]) => authority));
    await registrarNeedsNoWord(product, change, forumOf(agreement, report.forum), paths, given);
    return yes(now);
  });
}
