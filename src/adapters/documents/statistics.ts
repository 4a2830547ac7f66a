/** The rows of a statistikfil, from its named tables where it has them and else from its headings; and all that is wrong. */
import { concerning, type ReportedPer } from '../../domain/reported-per.ts';
import type { SheetProblem, SheetRow } from '../../ports.ts';
import { cellName, type NamedTable, type Sheet } from './cells.ts';
import { findHeadings, type Headings, requiredHeadings } from './sheet-headings.ts';
import { type ReadRow, readRow } from './sheet-row.ts';

export interface Statistics {
  rows: SheetRow[];
  problems: SheetProblem[];
}

export function statisticsIn(sheets: readonly Sheet[], named: readonly NamedTable[], reportedPer: ReportedPer): Statistics {
  const found = sheets.map((sheet) => onSheet(sheet, named, reportedPer));
  const problems = found.flatMap((one) => one.problems);
  if (!found.some((one) => one.isTable)) {
    const text = `Inget blad har rubrikerna ${requiredHeadings.slice(0, -1).join(', ')} och ${requiredHeadings.at(-1)} på samma rad.`;
    problems.push({ sheet: '', cell: '', text });
  }
  const read = found.flatMap((one) => one.rows);
  const doubles = repeated(read, reportedPer);
  for (const row of read) problems.push(...row.problems, ...(doubles.get(row) ?? []));
  return { rows: read.flatMap((row) => (row.row && !doubles.has(row) ? [row.row] : [])), problems };
}

interface Found {
  isTable: boolean;
  rows: ReadRow[];
  problems: SheetProblem[];
}

function onSheet(sheet: Sheet, named: readonly NamedTable[], reportedPer: ReportedPer): Found {
  const tables = named
    .filter((table) => table.sheet === sheet.name)
    .flatMap((table) => {
      const headings = findHeadings(inside(sheet, table), table.top, table.top + 1);
      return headings ? [{ table, headings }] : [];
    });
  if (tables.length === 0) {
    const headings = findHeadings(sheet);
    if (!headings) return { isTable: false, rows: [], problems: [] };
    if (Array.isArray(headings)) return { isTable: true, rows: [], problems: headings };
    return { isTable: true, rows: rowsOf(sheet, headings, sheet.rows.length - 1, reportedPer), problems: [] };
  }
  const problems: SheetProblem[] = [];
  const rows: ReadRow[] = [];
  for (const { table, headings } of tables) {
    if (Array.isArray(headings)) {
      problems.push(...headings);
      continue;
    }
    rows.push(...rowsOf(inside(sheet, table), headings, table.bottom, reportedPer));
    for (const row of rowsOf(sheet, { ...headings, row: table.bottom }, sheet.rows.length - 1, reportedPer)) {
      const isTaken = tables.some((other) => other.table.top <= row.index && row.index <= other.table.bottom);
      if (isTaken || row.key === undefined) continue;
      const text = `Raden ligger utanför tabellen ”${table.name}” och räknas inte. Dra i tabellens nedre hörn så att raden kommer med.`;
      problems.push({ sheet: sheet.name, cell: cellName(row.index, table.left), text });
    }
  }
  return { isTable: true, rows, problems };
}

const rowsOf = (sheet: Sheet, headings: Headings, last: number, reportedPer: ReportedPer): ReadRow[] => {
  const rows: ReadRow[] = [];
  for (let index = headings.row + 1; index <= Math.min(last, sheet.rows.length - 1); index++) {
    const row = readRow(sheet, index, headings, reportedPer);
    if (row) rows.push(row);
  }
  return rows;
};

/** The sheet with nothing on it but the table. */
function inside(sheet: Sheet, { top, bottom, left, right }: NamedTable): Sheet {
  const rows = sheet.rows.map((cells, index) =>
    index < top || index > bottom ? [] : cells.map((cell, column) => (column < left || column > right ? null : cell)),
  );
  return { name: sheet.name, rows };
}

/** Rows about the same thing: which one is right we cannot know, so neither counts. The later ones carry the problem. */
function repeated(rows: readonly ReadRow[], reportedPer: ReportedPer): Map<ReadRow, SheetProblem[]> {
  const alike = Map.groupBy(
    rows.filter((row) => row.key !== undefined),
    (row) => row.key,
  );
  const doubles = new Map<ReadRow, SheetProblem[]>();
  for (const [first, ...later] of alike.values()) {
    if (!first || later.length === 0) continue;
    const { sheet, cell } = first.place;
    const text = `Samma indikator, period och enhet står redan i ${sheet}!${cell}. Ta bort den ena raden. Tills dess används ingen av dem.`;
    doubles.set(first, []);
    for (const row of later) doubles.set(row, [{ ...row.place, text, ...concerning(reportedPer, row.row?.indicator) }]);
  }
  return doubles;
}
