import type { SheetData } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';

export type Row = (string | number | boolean | Date | null)[];

export const counts = ['Indikator', 'Period', 'Enhet', 'Kvinnor', 'Män'];
export const shares = [...counts, 'Underlag kvinnor', 'Underlag män'];

/** A workbook with a sheet per entry, as a person could have filled it in. */
export async function workbook(sheets: Record<string, SheetData>): Promise<Uint8Array> {
  const written = writeExcelFile(
    Object.entries(sheets).map(([sheet, data]) => ({ sheet, data, dateFormat: 'yyyy-mm-dd' })),
    {},
  );
  return written.toBuffer();
}

/** One sheet named Blad1 with the given headings on its first row. */
export const table = (headings: readonly string[], ...rows: Row[]) => workbook({ Blad1: [[...headings], ...rows] });
