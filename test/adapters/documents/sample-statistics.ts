/** The sample statistikfil, and what somebody could do to it in Excel. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import PizZip from 'pizzip';
import { DEFAULT_AGREEMENT } from '../../../bot/compose.ts';

export const sampleFile = (): Buffer => readFileSync(path.join(path.dirname(DEFAULT_AGREEMENT), 'exempelstatistik.xlsx'));

/** The workbook with another number in one cell; everything else stays as it is. */
export function withCell(workbook: Uint8Array, sheet: string, cell: string, value: number): Buffer {
  const zip = new PizZip(workbook);
  const sheets = [
    ...zip
      .file('xl/workbook.xml')!
      .asText()
      .matchAll(/<sheet [^>]*name="([^"]*)"/g),
  ].map(([, name]) => name);
  const file = `xl/worksheets/sheet${sheets.indexOf(sheet) + 1}.xml`;
  const before = zip.file(file)!.asText();
  const after = before.replace(new RegExp(`(<c r="${cell}"[^>]*>)<v>[^<]*</v>`), `$1<v>${value}</v>`);
  if (after === before && !before.includes(`r="${cell}"`)) throw new Error(`no number in ${sheet}!${cell}`);
  zip.file(file, after);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}
