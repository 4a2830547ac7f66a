import type { SheetProblem } from '../../ports.ts';
import { type Cell, cellName, type Sheet } from './cells.ts';

const required = { indicator: 'Indikator', period: 'Period', unit: 'Enhet', women: 'Kvinnor', men: 'Män' };
const forShares = { womenBase: 'Underlag kvinnor', menBase: 'Underlag män' };
/** Persons whose sex is not known; a file may leave the columns out. */
const unknown = { unsplit: 'Uppgift saknas', unsplitBase: 'Underlag uppgift saknas' };
const names = { ...required, ...forShares, ...unknown };

/** A table about what is not persons has one column in place of women and men. */
const { women: _women, men: _men, ...about } = required;
const wholeRequired = { ...about, unsplit: 'Antal' };
const wholeNames = { ...wholeRequired, unsplitBase: 'Underlag' };

export type Field = keyof typeof names;

/** Which column holds what, and the row of the headings, both counted from zero. */
export interface Headings {
  row: number;
  columns: Partial<Record<Field, number>> & Record<keyof typeof about, number>;
}

/**
 * The headings of a sheet, what is wrong with them, or nothing: then the sheet is about something else. They are looked for
 * from row `from` up to row `until`.
 */
export function findHeadings(sheet: Sheet, from = 0, until = 50): Headings | SheetProblem[] | undefined {
  const below = sheet.rows
    .slice(from, until)
    .findIndex((cells) => Object.values(required).filter((name) => where(cells, name).length > 0).length >= 2);
  if (below < 0) return undefined;
  const row = from + below;
  const cells = sheet.rows[row]!;
  const isWhole = where(cells, 'Antal').length > 0 && !where(cells, names.women).length && !where(cells, names.men).length;
  const sought: Partial<Record<Field, string>> = isWhole ? wholeNames : names;
  const columns = Object.fromEntries(
    Object.entries(sought).flatMap(([field, name]) =>
      where(cells, name)
        .slice(0, 1)
        .map((column) => [field, column]),
    ),
  ) as Headings['columns'];
  const bySex = 'womenBase' in columns || 'menBase' in columns ? { ...required, ...forShares } : required;
  const wanted: Partial<Record<Field, string>> = isWhole ? wholeRequired : bySex;
  const missing = Object.values(wanted).filter((name) => where(cells, name).length === 0);
  const twice = Object.values(sought).filter((name) => where(cells, name).length > 1);
  const problems = [
    ...missing.map((name) => missingHeading(name)),
    ...twice.map((name) => problem(row, where(cells, name)[1]!, `Rubriken ”${name}” står i två kolumner. Behåll en av dem.`)),
  ];
  return problems.length > 0 ? problems : { row, columns };

  /** A column with figures and no heading is where it most likely was: somebody has moved or written over it. */
  function missingHeading(name: string): SheetProblem {
    const known = new Set(Object.values(columns));
    const rows = sheet.rows.slice(row + 1, row + 20);
    const width = Math.max(0, ...rows.map((cells) => cells.length));
    const bare = Array.from({ length: width }, (_, column) => column).find(
      (column) => !known.has(column) && plain(cells[column] ?? null) === '' && rows.some((one) => (one[column] ?? null) !== null),
    );
    if (bare === undefined)
      return problem(row, 0, `Rubriken ”${name}” saknas på rubrikraden. Lägg till en kolumn med den rubriken.`);
    return problem(
      row,
      bare,
      `Rubriken ”${name}” saknas. Kolumnen har uppgifter men ingen rubrik: skriv rubriken i cellen, eller flytta tillbaka kolumnen.`,
    );
  }

  function problem(row: number, column: number, text: string): SheetProblem {
    return { sheet: sheet.name, cell: cellName(row, column), text };
  }
}

export const requiredHeadings = Object.values(required);

const where = (cells: readonly Cell[], name: string) =>
  cells.flatMap((cell, column) => (plain(cell) === name.toLowerCase() ? [column] : []));

const plain = (cell: Cell) => (typeof cell === 'string' ? cell.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase() : '');
