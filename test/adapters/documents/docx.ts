import PizZip from 'pizzip';
import { textOf } from '../../../src/adapters/documents/word-parts.ts';
import { all, type Element, first, readXml } from '../../../src/adapters/documents/xml-tree.ts';

export const part = (docx: Uint8Array, name: string) => readXml(new PizZip(docx).file(name)!.asText());

/** The body as one would read it aloud: `Heading1: Närvaro`, and `| a | b |` for a row of a table. */
export function lines(docx: Uint8Array): string[] {
  const style = (paragraph: Element) => first(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val'] ?? 'Normal';
  return first(part(docx, 'word/document.xml'), 'w:body')!.children.flatMap((block) => {
    if (block.name === 'w:p') return [`${style(block)}: ${textOf(block)}`];
    if (block.name === 'w:tbl') return all(block, 'w:tr').map((row) => `| ${all(row, 'w:tc').map(textOf).join(' | ')} |`);
    return [];
  });
}

/** All the text in the headers or footers. */
export const margin = (docx: Uint8Array, where: 'header' | 'footer') => textOf(part(docx, `word/${where}1.xml`));

export const customProperties = (docx: Uint8Array) =>
  Object.fromEntries(
    all(part(docx, 'docProps/custom.xml'), 'property').map((property) => [
      property.attributes['name'],
      first(property, 'vt:lpwstr')!.text,
    ]),
  );

export const coreProperty = (docx: Uint8Array, name: string) => first(part(docx, 'docProps/core.xml'), name)?.text;

/** The file with something changed in one part: how we plant faults. */
export function changed(file: Uint8Array, name: string, from: string | RegExp, to: string): Uint8Array {
  const zip = new PizZip(file);
  const before = zip.file(name)?.asText() ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${name} has no ${from}: nothing was planted`);
  zip.file(name, after);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}
