/** Who makes the report and who puts it together, or their channel where nobody convenes them, is reminded on the first morning of its window, once. */
import { type Forum, forumOf, type ReportSpan } from '../domain/agreement.ts';
import type { Meeting } from '../domain/meeting.ts';
import { reportAsks, reportOf, reportPeriod } from '../domain/report.ts';
import { reportStep } from '../domain/steps.ts';
import { longDate, periodName } from '../domain/swedish.ts';
import type { Change } from '../ports.ts';
import { convenerId } from './agenda-view.ts';
import { message, postCard } from './cards.ts';
import { nearest } from './nearest.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';

const askedName = (forum: string, period: string): string => `asked-report/${forum}/${period}`;

const makes = (product: Product, forum: Forum, of: ReportSpan) => {
  const kind = reportOf(product.agreement, forum.id, of);
  return kind?.from === forum.id ? kind : undefined;
};

/** Of the half-year's report and of the yearly follow-up, where the forum makes them. */
export async function planReports(product: Product, change: Change, forum: Forum): Promise<void> {
  for (const span of ['half-year', 'year'] as const) await planReport(product, change, forum, span);
}

/** Stores the morning of the next window, kept with the nearest meeting that is not before it, or the last of the nearest. */
async function planReport(product: Product, change: Change, forum: Forum, of: ReportSpan): Promise<void> {
  const kind = makes(product, forum, of);
  if (!kind) return;
  const now = product.clock.now();
  const today = now.toPlainDate();
  const asks = reportAsks(kind.duty, today);
  const asked = await Promise.all(asks.map(({ period }) => change.setting(askedName(forum.id, period))));
  const ask = asks.find((_, n) => asked[n] === undefined);
  const ahead = nearest(await change.meetings(forum.id), now);
  const [next, last] = [ahead[0], ahead.at(-1)];
  if (!ask || !next || !last || ask.day.toString() > last.slot) return;
  await change.planSteps(next.id, forum.id, [reportStep(of, ask.day, today)]);
}

/** Silent when it has been frozen, or reminded of, meanwhile. */
export async function remindOfReport(product: Product, change: Change, meeting: Meeting, of: ReportSpan): Promise<void> {
  const forum = forumOf(product.agreement, meeting.forum);
  const kind = makes(product, forum, of);
  const today = product.clock.now().toPlainDate();
  const period = kind && reportPeriod(kind.duty, today);
  if (!kind || period === undefined) return;
  if ((await change.setting(askedName(forum.id, period))) !== undefined) return;
  await change.keepSetting(askedName(forum.id, period), today.toString());
  const convener = convenerId(product, forum.id);
  if ((await change.reports(forum.id)).some((one) => one.period === period)) return;
  const last = reportAsks(kind.duty, today).find((one) => one.period === period)?.last;
  const until = last ? ` Den lämnas senast ${longDate(last.toString())}.` : '';
  const to = forumOf(product.agreement, kind.to).called;
  const shown =
    of === 'year'
      ? message(`Dags för den årliga uppföljningen till ${to}: ${periodName(period)}.`, {
          detail: `Skriv "rapport år" för att se hur samverkan har fungerat och vilka siffror som saknas.${until}`,
        })
      : message(`Dags för rapporten till ${to}: ${periodName(period)}.`, {
          detail: `Skriv "rapport" för att se siffrorna, vad ni har skrivit om dem och vilka som saknas.${until}`,
        });
  const key = `make-report/${forum.id}/${period}`;
  const leads = product.agreement.people.filter(({ leadsReports, entraId }) => leadsReports && entraId !== undefined);
  for (const { id } of leads) await nudge(product, change, { forum: forum.id, person: id }, `${key}/${id}`, shown);
  if (convener) await nudge(product, change, { forum: forum.id, person: convener }, key, shown);
  else await postCard(change, { forum: forum.id }, key, shown);
}
