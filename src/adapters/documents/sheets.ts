import type { SheetProblem, SheetRow, Sheets } from '../../ports.ts';
import { findHeadings, requiredHeadings } from './sheet-headings.ts';
import { type ReadRow, readRow } from './sheet-row.ts';
import { readWorkbook, type Sheet } from './workbook.ts';

/** Reads a statistikfil. What a cell says is never repeated in a problem: it may be something that should not spread. */
export function excelSheets(): Sheets {
  return {
    async parse(bytes) {
      const workbook = await readWorkbook(bytes);
      if (!Array.isArray(workbook)) return { rows: [], problems: [workbook] };
      return allSheets(workbook);
    },
  };
}

function allSheets(sheets: Sheet[]): { rows: SheetRow[]; problems: SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const read: ReadRow[] = [];
  let tables = 0;
  for (const sheet of sheets) {
    const headings = findHeadings(sheet);
    if (!headings) continue;
    tables++;
    if (Array.isArray(headings)) problems.push(...headings);
    else read.push(...sheet.rows.flatMap((_, index) => (index > headings.row ? (readRow(sheet, index, headings) ?? []) : [])));
  }
  if (tables === 0) {
    const text = `Inget blad har rubrikerna ${requiredHeadings.slice(0, -1).join(', ')} och ${requiredHeadings.at(-1)} på samma rad.`;
    problems.push({ sheet: '', cell: '', text });
  }
  const doubles = repeated(read);
  problems.push(...read.flatMap((row) => [...row.problems, ...(doubles.get(row) ?? [])]));
  return { rows: read.flatMap((row) => (row.row && !doubles.has(row) ? [row.row] : [])), problems };
}

/** Rows about the same thing: which one is right we cannot know, so neither counts. The later ones carry the problem. */
function repeated(rows: readonly ReadRow[]): Map<ReadRow, SheetProblem[]> {
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
    for (const row of later) doubles.set(row, [{ ...row.place, text }]);
  }
  return doubles;
}
