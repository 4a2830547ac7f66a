/** What a workbook holds, as far as we read it. Rows and columns are counted from zero. */
export type Cell = string | number | boolean | Date | null;

export interface Sheet {
  name: string;
  rows: Cell[][];
}

/** Where somebody has said that a table lies: an Excel table, or a range with a name. All edges are part of it. */
export interface NamedTable {
  name: string;
  sheet: string;
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** `C7` for row 6 and column 2. */
export function cellName(row: number, column: number): string {
  const letters = (number: number): string =>
    (number >= 26 ? letters(Math.floor(number / 26) - 1) : '') + String.fromCharCode(65 + (number % 26));
  return `${letters(column)}${row + 1}`;
}

/** The other way round, also for `$C$7`; undefined for what is no cell. */
export function placeOf(cell: string): { row: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(cell) ?? [];
  if (letters === undefined) return undefined;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(digits) - 1, column };
}
