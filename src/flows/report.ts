/**
 * The report on the card, of a half-year or the follow-up of a year: as it stands, or as it was frozen with what has been
 * corrected since.
 */
import type { Person, ReportSpan } from '../domain/agreement.ts';
import { FOLLOW_UP_FIELDS, type YearChange, yearChanges } from '../domain/follow-up.ts';
import { wallClock } from '../domain/meeting.ts';
import { numbersOf } from '../domain/register-numbers.ts';
import {
  asOf,
  type Correction,
  correctionsSince,
  type Report,
  type ReportKind,
  type ReportRow,
  readAgain,
  readBack,
  reportAmong,
  reportId,
  reportOf,
  reportPath,
  reportPeriod,
  spanOf,
} from '../domain/report.ts';
import { mayMakeReport, mayRegisterReport } from '../domain/report-registration.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { forumsByOffice, mayIn } from '../domain/rights.ts';
import { personView } from './agenda-view.ts';
import { frozenNotes } from './figure-text.ts';
import { followUp } from './follow-up.ts';
import type { Actor, Product, Refusal } from './product.ts';
import { reportRows, unsplitSaid } from './report-rows.ts';
import { fileReport, reportTitle } from './report-text.ts';
import type { FigureView } from './views/figures.ts';
import type { ReportView } from './views/report.ts';

interface Standing {
  kind: ReportKind;
  period: string;
  /** The newest edition. */
  frozen: Report | undefined;
  day: Temporal.PlainDate;
}

type Content = Pick<Report, 'rows' | 'notes' | 'year'>;

export const mayMake = ({ agreement }: Product, person: Person, { from }: ReportKind): boolean =>
  mayMakeReport(agreement, person, from);

/** Members of the forum that makes it and of the one it is made for, and who puts the reports together. */
const maySee = ({ agreement }: Product, person: Person, { from, to }: ReportKind): boolean =>
  [from, to].some((forum) => mayIn(agreement, person, 'see-figures', { forum, secretary: undefined }));

export async function standing(product: Product, kind: ReportKind): Promise<Standing | undefined> {
  const today = product.clock.now().toPlainDate();
  const period = reportPeriod(kind.duty, today);
  if (period === undefined) return undefined;
  const known = await product.store.read((reader) => reader.reports(kind.from));
  return { kind, period, frozen: known.findLast((one) => one.period === period), day: asOf(period, today) };
}

const contentOf = (figures: ReadonlyMap<string, FigureView>, period: string): Content => {
  const views = [...figures.values()];
  return {
    rows: views.flatMap((figure) => reportRows(figure, period)),
    notes: views.flatMap((figure) =>
      [...unsplitSaid(figure), ...frozenNotes(figure)].map((text) => ({ indicator: figure.indicator, text })),
    ),
  };
};

/** What the report says if it is frozen now. */
async function running(product: Product, { kind, period, day }: Standing): Promise<Content> {
  const asked = kind.indicators.map((one) => ({ indicator: one.id, asOf: day, periods: readBack(one, period, day) }));
  const content = contentOf(await product.figures.lookBack(asked), period);
  return kind.of === 'year' ? { ...content, year: await followUp(product, kind.from, period, day) } : content;
}

/** What has been corrected of what was frozen; an indicator the definition no longer has is left as it was. */
async function since(product: Product, kind: ReportKind, frozen: Report): Promise<Correction[]> {
  const known = new Map(kind.indicators.map((one) => [one.id, one]));
  const asked = readAgain(frozen).flatMap((again) => {
    const indicator = known.get(again.indicator);
    return indicator ? [{ ...again, periods: readBack(indicator, frozen.period, again.asOf) }] : [];
  });
  const now = contentOf(await product.figures.lookBack(asked), frozen.period);
  return correctionsSince(
    frozen.rows.filter(({ indicator }) => known.has(indicator)),
    now.rows,
  ).filter(({ kind: what }) => what !== 'added');
}

const yearSince = (frozen: Content, now: Content): YearChange[] =>
  frozen.year && now.year ? yearChanges(frozen.year, now.year) : [];

/** What has come into sight since; what has slid out of it is no correction. */
const addedSince = (frozen: Report, now: Content): Correction[] =>
  correctionsSince(frozen.rows, now.rows).filter(({ kind }) => kind === 'added');

function newestOf(rows: readonly ReportRow[], notes: Content['notes']): ReportView['figures'] {
  return [...Map.groupBy(rows, ({ indicator }) => indicator).values()].map(([newest]) => {
    const { indicator, name, period, women, men, total, target } = newest!;
    return {
      name,
      period,
      women: women.text,
      men: men.text,
      total: total.text,
      bySex: women.text !== '–',
      target,
      notes: notes.filter((note) => note.indicator === indicator).map(({ text }) => text),
    };
  });
}

/** Where the document of an edition lies, and what it is registered under; the edition before it says nothing of it. */
async function lying(
  { agreement, store }: Product,
  person: Person,
  frozen: Report | undefined,
): Promise<Pick<ReportView, 'url' | 'registered' | 'register'>> {
  const { document, registered } = frozen
    ? await store.read(async (reader) => ({
        document: (await reader.filedDocuments({ path: reportPath(frozen) }))[0],
        registered: await reader.reportNumbers(frozen),
      }))
    : {};
  if (!frozen || !document) return { url: '', registered: [], register: '' };
  const may = mayRegisterReport(agreement, person, frozen.forum).length > 0;
  return {
    url: document.webUrl,
    registered: numbersOf(agreement, { ...frozen, registered: registered ?? [] }).map(({ authority, dnr = '' }) => ({
      authority: authority.name,
      dnr,
    })),
    register: may ? reportId(frozen) : '',
  };
}

async function shown(product: Product, person: Person, found: Standing): Promise<ReportView> {
  const { kind, period, frozen, day } = found;
  const now = await running(product, found);
  const { rows, notes } = frozen ?? now;
  const corrections = frozen ? await since(product, kind, frozen) : [];
  const otherwise = frozen ? yearSince(frozen, now) : [];
  const differs = !frozen || corrections.length + otherwise.length + addedSince(frozen, now).length > 0;
  const filed = await lying(product, person, frozen);
  const figures = newestOf(rows, notes);
  return {
    title: reportTitle(kind, product, period),
    forum: kind.from,
    period,
    edition: frozen?.edition ?? 0,
    frozen: frozen ? { at: frozen.at, by: personView(product, frozen.by) } : null,
    asOf: day.toString(),
    ...filed,
    figures,
    earlier: rows.length - figures.length,
    corrections,
    forums: (frozen ?? now).year?.forums ?? [],
    written: now.year ? FOLLOW_UP_FIELDS.filter((field) => now.year!.words[field] !== '') : [],
    mayWrite: kind.of === 'year' && mayMake(product, person, kind),
    changedYear: otherwise,
    mayFreeze: differs && mayMake(product, person, kind) ? (frozen?.edition ?? 0) + 1 : 0,
  };
}

const lookedAt = (frozen: Report): Pick<Standing, 'frozen' | 'period' | 'day'> => ({
  frozen,
  period: frozen.period,
  day: Temporal.PlainDate.from(frozen.asOf),
});

/** The report of the forum where it is asked for; in somebody's own chat else of the first of their own that has one. `period`: an earlier one, which stands. */
export async function showReport(
  product: Product,
  { person }: Actor,
  where: { forum: string; personal: boolean; of: ReportSpan; period?: string },
): Promise<Result<ReportView, Refusal>> {
  const offices = forumsByOffice(product.agreement, person, 'see-figures').map(({ id }) => id);
  const forums = where.personal ? [where.forum, ...person.forums, ...offices] : [where.forum];
  const kind = reportAmong(product.agreement, forums, where.of);
  if (!kind) return no('no-report');
  if (!maySee(product, person, kind)) return no('not-report');
  const found = await standing(product, kind);
  if (!found) return no('no-report');
  if (where.period === undefined || where.period === found.period) return yes(await shown(product, person, found));
  const earlier = (await product.store.read((reader) => reader.reports(kind.from))).findLast(
    ({ period }) => period === where.period,
  );
  return earlier
    ? yes({ ...(await shown(product, person, { ...found, ...lookedAt(earlier) })), mayFreeze: 0, mayWrite: false })
    : no('no-such-year');
}

/**
 * Freezes the report as it is shown now and files it, once for each edition: who presses a card that shows
 * an older one gets the report as it is.
 */
export async function freezeReport(
  product: Product,
  { person, cause }: Actor,
  claims: { forum: string; period: string; edition: string },
): Promise<Result<ReportView, Refusal>> {
  const kind = reportOf(product.agreement, claims.forum, spanOf(claims.period));
  if (!kind || kind.from !== claims.forum || !maySee(product, person, kind)) return no('not-report');
  if (!mayMake(product, person, kind)) return no('not-maker');
  const found = await standing(product, kind);
  if (!found || found.period !== claims.period) return no('other-report');
  const content = await running(product, found);
  const corrections = found.frozen ? await since(product, kind, found.frozen) : [];
  const done = await product.store.change(async (change): Promise<Result<Report, Refusal>> => {
    await change.lock(kind.from);
    const before = (await change.reports(kind.from)).findLast((one) => one.period === found.period);
    const edition = (before?.edition ?? 0) + 1;
    if (String(edition) !== claims.edition || before?.edition !== found.frozen?.edition) return no('other-report');
    const changed = before ? [...corrections, ...addedSince(before, content)] : [];
    const changedYear = before ? yearSince(before, content) : [];
    if (before && changed.length + changedYear.length === 0) return no('same-report');
    if (!(await change.once(cause))) return no('other-report');
    const at = wallClock(product.clock.now());
    const report: Report = {
      forum: kind.from,
      period: found.period,
      edition,
      at,
      by: person.id,
      asOf: found.day.toString(),
      ...content,
      changed,
      ...(content.year ? { changedYear } : {}),
    };
    await change.keepReport(report);
    await fileReport(product, change, kind, report);
    return yes(report);
  });
  if (!done.ok) return done;
  return yes(await shown(product, person, { ...found, frozen: done.value }));
}
