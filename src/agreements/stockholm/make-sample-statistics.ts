/** Writes the sample statistikfil: `node src/agreements/stockholm/make-sample-statistics.ts`. All figures are made up. */
import { writeFileSync } from 'node:fs';
import PizZip from 'pizzip';
import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node';

const units = ['AF City/Vällingby', 'AF Järva', 'AF Globen/Liljeholmen/Skärholmen'];

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

/** Enrolment talks a week and unit: between 6 and 30, going up and down without chance. */
function talks(): Row[] {
  const weeks = Array.from({ length: 20 }, (_, index) => index + 1);
  return weeks.flatMap((week) =>
    units.map((unit, index) => {
      const women = 9 + index * 4 + ((week * 5 + index * 3) % 13);
      const men = 6 + index * 4 + ((week * 7 + index * 2) % 12);
      return ['inskrivningssamtal', text(`2027 v. ${week}`), unit, women, men];
    }),
  );
}

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

export async function sampleStatistics(): Promise<Uint8Array> {
  const written = await writeExcelFile(
    [
      {
        sheet: 'Inskrivningssamtal',
        columns,
        orientation: 'landscape',
        stickyRowsCount: 3,
        data: table('Antal personer som deltog i inskrivningssamtal, per vecka och enhet.', headings, talks()),
      },
      {
        sheet: 'Informationsträff',
        columns,
        orientation: 'landscape',
        stickyRowsCount: 3,
        data: table(
          'Antal personer som deltog i informationsträffen (Kvinnor, Män) av dem som var anmälda (Underlag), per månad.',
          [...headings, 'Underlag kvinnor', 'Underlag män'],
          meetings(),
        ),
      },
    ],
    { fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer();
  const zip = new PizZip(written);
  for (const file of Object.values(zip.files)) file.date = new Date(2026, 0, 1);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

if (import.meta.main) writeFileSync(new URL('exempelstatistik.xlsx', import.meta.url), await sampleStatistics());
