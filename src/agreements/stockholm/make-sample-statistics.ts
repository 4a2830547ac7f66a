/** Writes the sample statistikfil: `node src/agreements/stockholm/make-sample-statistics.ts`. All figures are made up. */
import { writeFileSync } from 'node:fs';
import PizZip from 'pizzip';
import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node';
import * as sample from './sample-figures.ts';

/** Month, women who took part of those registered, men who took part of those registered. */
const participation = [
  ['2026-10', 34, 48, 26, 42],
  ['2026-11', 36, 50, 25, 41],
  ['2026-12', 22, 33, 17, 28],
  ['2027-01', 31, 44, 23, 38],
  ['2027-02', 35, 49, 27, 42],
  ['2027-03', 40, 54, 29, 46],
  ['2027-04', 38, 52, 30, 45],
  ['2027-05', 44, 58, 33, 47],
] as const;

const meetings = (): Row[] =>
  participation.map(([month, women, womenBase, men, menBase]) => [
    'deltagande',
    text(month),
    'Etableringscentrum',
    women,
    men,
    womenBase,
    menBase,
  ]);

/** As text, so that Excel does not make a date of it. */
const text = (value: string) => ({ value, type: String, format: '@' });

function table(about: string, headings: readonly string[], rows: Row[]): SheetData {
  const wide = { columnSpan: headings.length, wrap: true };
  const rest = headings.slice(1).map(() => null);
  return [
    [
      { value: 'EXEMPELDATA – påhittade siffror', fontWeight: 'bold', fontSize: 14, textColor: '#9C1C1C', height: 22, ...wide },
      ...rest,
    ],
    [{ value: about, ...wide, height: 34 }, ...rest],
    headings.map((value) => ({ value, fontWeight: 'bold', backgroundColor: '#E6ECF2', bottomBorderStyle: 'thin' })),
    ...rows,
  ];
}

const columns = [{ width: 22 }, { width: 14 }, { width: 34 }, { width: 11 }, { width: 11 }, { width: 18 }, { width: 18 }];
const headings = ['Indikator', 'Period', 'Enhet', 'Kvinnor', 'Män'];

const forShares = ['Underlag kvinnor', 'Underlag män'];

type Layout = 'counts' | 'shares' | 'unknown' | 'whole';
const headingsOf: Record<Layout, readonly string[]> = {
  counts: headings,
  shares: [...headings, ...forShares],
  unknown: [...headings, 'Uppgift saknas'],
  whole: ['Indikator', 'Period', 'Enhet', 'Antal', 'Underlag'],
};

function row(one: sample.SampleRow, layout: Layout): Row {
  const about = [one.indicator, text(one.period), one.unit];
  const { women, men, womenBase = null, menBase = null, unsplit = null, unsplitBase = null } = one;
  switch (layout) {
    case 'counts':
      return [...about, women, men];
    case 'shares':
      return [...about, women, men, womenBase, menBase];
    case 'unknown':
      return [...about, women, men, unsplit];
    case 'whole':
      return [...about, unsplit, unsplitBase];
  }
}

const sheet = (name: string, about: string, layout: Layout, rows: readonly sample.SampleRow[], first: Row[] = []) => ({
  sheet: name,
  columns,
  orientation: 'landscape' as const,
  stickyRowsCount: 3,
  data: table(about, headingsOf[layout], [...first, ...rows.map((one) => row(one, layout))]),
});

const sheets = () => [
  sheet(
    'Informationsträff',
    'Antal personer som deltog i informationsträffen (Kvinnor, Män) av dem som var anmälda (Underlag), per månad.',
    'shares',
    sample.earlierParticipation(),
    meetings(),
  ),
  sheet(
    'Inskrivning',
    'Inskrivna inom en vecka och hänvisade till informationsträff, per månad och enhet.',
    'shares',
    sample.inEveryUnit(),
  ),
  sheet('Anställningsstöd', 'Avslut till arbete med anställningsstöd, per månad.', 'counts', sample.employment()),
  sheet(
    'Närvarande',
    'Närvarande på informationsträffen, per månad. Uppgift saknas: de som inte ville uppge kön.',
    'unknown',
    sample.present(),
  ),
  sheet('Utökad målgrupp', 'Anmälda till samhällsorientering ur utökad målgrupp, per vecka.', 'counts', sample.registered()),
  sheet('Sfi', 'Erbjudna sfi inom en månad, av dem som anmält sig, per månad.', 'shares', sample.sfi()),
  sheet('Vägledningstider', 'Bokade tider (Antal) av erbjudna tider (Underlag), per månad.', 'whole', sample.guidanceTimes()),
  sheet(
    'Vägledningssamtal',
    'Genomförda samtal per månad, och samtal som lett till studier per halvår.',
    'counts',
    sample.guidance(),
  ),
  sheet('Grupper', 'Aktiva grupper per utbildningspaket, per månad.', 'whole', sample.groups()),
  sheet('Utbildningsplikt', 'Sökande med utbildningsplikt efter utbildningsbakgrund, per månad.', 'counts', sample.duty()),
  sheet('Unga andelar', 'Bilaga 6, andelar per år och läsår.', 'shares', sample.young()),
  sheet('Unga antal', 'Bilaga 6, antal per år och läsår.', 'counts', sample.youngCounts()),
];

export async function sampleStatistics(): Promise<Uint8Array> {
  const written = await writeExcelFile(sheets(), { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  const zip = new PizZip(written);
  for (const file of Object.values(zip.files)) file.date = new Date(2026, 0, 1);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

if (import.meta.main) writeFileSync(new URL('exempelstatistik.xlsx', import.meta.url), await sampleStatistics());
