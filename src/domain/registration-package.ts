/** What a registrar gets with filed documents: one row of metadata for each, for one authority (facts: OSL 5:1–2). */
import { HANDLINGSTYPER } from './filing.ts';
import type { Meeting, Registered } from './meeting.ts';
import { numberOf } from './register-numbers.ts';
import { reportForum } from './report.ts';

/** A filed document as far as a registrar asks; `meeting` is the meeting's id, or the report's. */
export interface FiledPaper {
  meeting: string;
  path: string;
  edition: number;
  columns: Readonly<Record<string, string | number | boolean>>;
}

export interface PackageRow {
  fil: string;
  titel: string;
  handlingstyp: string;
  datum: string;
  forum: string;
  parter: string;
  diarienummer: string;
  avsandare: string;
  godkand_av: string;
  version: string;
  status: string;
  sekretess: string;
  textens_hash: string;
  filens_sha256: string;
  /** '' when it lies as it was filed. */
  anmarkning: string;
}

const said = (value: string | number | boolean | undefined): string => (value === undefined ? '' : String(value));

/** The name in the package: what a library or an archive takes, without the folders. */
export const packageName = (path: string): string => path.split('/').at(-1)!;

/** The day a paper is of: its meeting's, or for a report the day it was frozen. Undefined for what is neither. */
export function paperDay({ meeting: id, columns }: FiledPaper, meeting: Meeting | undefined): string | undefined {
  if (meeting) return meeting.start.slice(0, 10);
  return reportForum(id) === undefined ? undefined : said(columns['Motesdatum']).slice(0, 10);
}

/**
 * `meeting` is undefined for a report; `registered` are the report's numbers. Each paper has the number of its own edition;
 * an agenda has none, as the minutes' would be a guess.
 */
export function packageRow(
  meeting: Meeting | undefined,
  authority: string,
  paper: FiledPaper,
  found: { sha256: string; remark: string; registered: readonly Registered[] },
): PackageRow {
  const { columns } = paper;
  const registered = meeting ? (meeting.registered ?? []) : found.registered;
  const isAgenda = columns['Handlingstyp'] === HANDLINGSTYPER.dagordning.name;
  const number = isAgenda ? undefined : numberOf(registered, authority, paper.edition);
  return {
    fil: packageName(paper.path),
    titel: said(columns['Title']),
    handlingstyp: said(columns['Handlingstyp']),
    datum: paperDay(paper, meeting) ?? '',
    forum: said(columns['Forum']),
    parter: said(columns['Myndigheter']),
    diarienummer: number ?? '',
    avsandare: said(columns['Sekreterare']),
    godkand_av: said(columns['GodkandAv']),
    version: String(paper.edition),
    status: said(columns['Status']),
    sekretess: said(columns['Sekretess']),
    textens_hash: said(columns['Innehallshash']),
    filens_sha256: found.sha256,
    anmarkning: found.remark,
  };
}

/** Semicolons, as Excel in Swedish reads it; a field that would be a formula is a text. */
export function asCsv(rows: readonly PackageRow[]): string {
  const [first] = rows;
  if (!first) return '';
  const names = Object.keys(first) as (keyof PackageRow)[];
  const field = (text: string) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const lines = [names.map(field), ...rows.map((row) => names.map((name) => field(row[name])))];
  return `\uFEFF${lines.map((line) => line.join(';')).join('\r\n')}\r\n`;
}
