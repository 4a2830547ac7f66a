/** What the report says as a document, in Swedish. */
import { createHash } from 'node:crypto';
import { authoritiesIn, forumOf } from '../domain/agreement.ts';
import { HANDLINGSTYPER, registrationNumbers } from '../domain/filing.ts';
import {
  type Correction,
  type Report,
  type ReportKind,
  type ReportRow,
  reportId,
  reportPath,
  reportType,
} from '../domain/report.ts';
import { list, longDate, moment, periodName } from '../domain/swedish.ts';
import type { Change, Columns, DocumentText } from '../ports.ts';
import { personView } from './agenda-view.ts';
import type { FilePayload } from './file-document.ts';
import { sayYearChange, wordItems, yearText } from './follow-up-text.ts';
import { inOrder } from './in-order.ts';
import type { Product } from './product.ts';
import { rowName } from './report-rows.ts';

const SEX = { women: 'kvinnor', men: 'män', total: 'totalt' } as const;

/** `Deltagande, februari 2027: kvinnor 71,4 % → 85,7 %`; of what is withheld only that it is corrected. */
export function sayCorrection({ kind, numbers, ...of }: Correction): string {
  if (kind === 'added') return `${rowName(of)}: har tillkommit`;
  if (kind === 'gone') return `${rowName(of)}: är inte längre lämnad`;
  const said = numbers.map(({ sex, was, now }) => (was === '' ? `${SEX[sex]} rättad` : `${SEX[sex]} ${was} → ${now}`));
  return `${rowName(of)}: ${list(said)}`;
}

export const reportTitle = ({ duty, from, to }: ReportKind, product: Product, period: string): string =>
  duty.report?.from === from
    ? `${duty.name}, ${periodName(period)}`
    : `Mål och resultat från ${forumOf(product.agreement, from).called} till ${forumOf(product.agreement, to).called}, ${periodName(period)}`;

/** Below the newest the earlier periods stand by their own names only, so that the table is short. */
const row = ({ women, men, total, target, source, ...of }: ReportRow, n: number, all: readonly ReportRow[]) => ({
  indicator: n === 0 ? rowName(of) : periodName(of.period),
  women: women.text,
  men: men.text,
  total: total.text,
  target: target === '' ? '–' : target,
  source: n > 0 && source === all[0]?.source ? 'som ovan' : source,
});

const dayBefore = (day: string): string => longDate(Temporal.PlainDate.from(day).subtract({ days: 1 }).toString());

export function reportText(product: Product, kind: ReportKind, report: Report): DocumentText {
  const forum = forumOf(product.agreement, report.forum);
  const { name, unit } = personView(product, report.by);
  const indicators = kind.indicators.filter(({ id }) => report.rows.some((one) => one.indicator === id));
  const words = report.year ? wordItems(report.year) : [];
  const figures: DocumentText['items'] = indicators.map((indicator, n) => ({
    number: String(words.length + n + 1),
    title: indicator.name,
    why: `Ägare: ${indicator.owner.name}${indicator.owner.proposed ? ' (förslag)' : ''}`,
    paragraphs: report.notes.filter((note) => note.indicator === indicator.id).map(({ text }) => text),
    outcomes: [],
    figures: report.rows.filter((one) => one.indicator === indicator.id).map(row),
  }));
  const year = report.year && yearText(product, report.year, words.length + figures.length);
  const ask = kind.of === 'year' ? 'rapport år' : 'rapport';
  return {
    kind: kind.of === 'year' ? 'årlig uppföljning' : 'rapport',
    title: reportTitle(kind, product, report.period),
    banner: '',
    facts: [
      ['Period', periodName(report.period)],
      ...(report.year ? [['Omfattar', `t.o.m. ${dayBefore(report.asOf)}`] as const] : []),
      ['Lämnas av', forum.name],
      ['Till', forumOf(product.agreement, kind.to).name],
      ['Fryst', `${moment(report.at)} av ${name}, ${unit}`],
      ['Överenskommelsens diarienummer', registrationNumbers(product.agreement, forum)],
      ['Överenskommelse', `${product.agreement.name}, ${product.agreement.appendix}`],
      ...(report.edition > 1
        ? [[`Version ${report.edition}`, `Ersätter version ${report.edition - 1}. Se "Ändrat" sist.`] as const]
        : []),
    ],
    attendance: [],
    ...(year ? { forums: year.forums } : {}),
    items: [...words, ...figures, ...(year?.items ?? [])],
    actions: year?.actions ?? [],
    closing: [
      `Siffrorna är de som gällde ${moment(report.at)}. Rättelser efter det ändrar inte rapporten; de syns när man skriver "${ask}" till boten.`,
      ...(year?.closing ?? []),
      ...[...report.changed.map(sayCorrection), ...(report.changedYear ?? []).map(sayYearChange)].map(
        (said) => `Ändrat sedan version ${report.edition - 1}: ${said}.`,
      ),
    ],
    properties: {
      Forum: forum.name,
      Motesdatum: report.at.slice(0, 10),
      Handlingstyp: HANDLINGSTYPER[reportType(report.period)].name,
      Version: String(report.edition),
      Diarienummer: registrationNumbers(product.agreement, forum),
      Sekreterare: name,
      GodkandAv: '',
      Innehallshash: '',
      Status: 'Publicerad',
    },
  };
}

/** Of all that can be read in it: what an authority registers is this text. */
const reportHash = ({ title, facts, forums, items, actions, closing }: DocumentText): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder({ title, facts, forums: forums ?? [], items, actions, closing })))
    .digest('hex');

/** Puts the report on its way to the samarbetsyta, once for each edition. */
export async function fileReport(product: Product, change: Change, kind: ReportKind, report: Report): Promise<void> {
  const forum = forumOf(product.agreement, report.forum);
  const unhashed = reportText(product, kind, report);
  const Innehallshash = reportHash(unhashed);
  const text = { ...unhashed, properties: { ...unhashed.properties, Innehallshash } };
  const columns: Columns = {
    Title: text.title,
    Forum: forum.name,
    Motesdatum: `${report.at.slice(0, 10)}T12:00:00Z`,
    Handlingstyp: HANDLINGSTYPER[reportType(report.period)].name,
    Status: 'Publicerad',
    Version: String(report.edition),
    Diarienummer: registrationNumbers(product.agreement, forum),
    Myndigheter: authoritiesIn(product.agreement, forum)
      .map((authority) => authority.name)
      .join('; '),
    Sekreterare: personView(product, report.by).name,
    GodkandAv: '',
    Innehallshash,
    Sekretess: 'Innehåller inga personuppgifter om enskilda',
  };
  const path = reportPath(report);
  const payload: FilePayload = {
    meeting: reportId(report),
    report: { forum: report.forum, by: report.by },
    type: reportType(report.period),
    edition: report.edition,
    path,
    text,
    columns,
  };
  await change.enqueue({
    idemKey: `file/${reportId(report)}/v${report.edition}`,
    kind: 'file',
    lane: `file/${path}`,
    payload,
  });
}
