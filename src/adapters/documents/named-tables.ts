import { posix } from 'node:path';
import { type NamedTable, placeOf } from './cells.ts';
import { all, type Element, readXml } from './xml-tree.ts';

/** The tables and named ranges of an unzipped workbook. A table's own rows of totals are no part of it. */
export function namedTables(files: ReadonlyMap<string, Uint8Array>): NamedTable[] {
  const read = (name: string): Element | undefined => {
    const bytes = files.get(name);
    return bytes && readXml(withoutPrefixes(Buffer.from(bytes).toString()));
  };
  const workbook = read('xl/workbook.xml');
  if (!workbook) return [];
  const related = (from: string) => {
    const { dir, base } = posix.parse(from);
    return all(read(`${dir}/_rels/${base}.rels`) ?? nothing, 'Relationship').map(({ attributes }) => ({
      id: attributes['Id'] ?? '',
      type: attributes['Type'] ?? '',
      path: posix.join(...(attributes['Target']?.startsWith('/') ? ['.'] : [dir]), attributes['Target'] ?? '').replace(/^\//, ''),
    }));
  };
  const parts = related('xl/workbook.xml');
  const tables = all(workbook, 'sheet').flatMap((sheet) => {
    const part = parts.find(({ id }) => id === (sheet.attributes['r:id'] ?? sheet.attributes['id']));
    const own = part ? related(part.path).filter(({ type }) => type.endsWith('/table')) : [];
    return own.flatMap(({ path }) => tableIn(read(path), sheet.attributes['name'] ?? ''));
  });
  return [...tables, ...all(workbook, 'definedName').flatMap(namedRange)];
}

function tableIn(table: Element | undefined, sheet: string): NamedTable[] {
  const { ref = '', displayName = '', name = displayName, totalsRowCount = '0' } = table?.attributes ?? {};
  const edges = edgesOf(ref);
  return edges ? [{ name: displayName || name, sheet, ...edges, bottom: edges.bottom - Number(totalsRowCount) }] : [];
}

/** `Blad1!$A$3:$G$20`, or `'Min flik'!$A$3:$G$20`. What Excel names for itself, as what to print, says nothing about tables. */
function namedRange({ attributes, text }: Element): NamedTable[] {
  const name = attributes['name'] ?? '';
  const [, quoted, plain, ref = ''] = /^(?:'((?:[^']|'')+)'|([^'!]+))!(\S+)$/.exec(text.trim()) ?? [];
  const edges = edgesOf(ref);
  if (!edges || name.startsWith('_xlnm')) return [];
  return [{ name, sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', ...edges }];
}

function edgesOf(ref: string): Omit<NamedTable, 'name' | 'sheet'> | undefined {
  const [from, to] = ref.split(':').map(placeOf);
  return from && to && { top: from.row, left: from.column, bottom: to.row, right: to.column };
}

/** Some programs write `<x:sheet>` where others write `<sheet>`. */
const withoutPrefixes = (xml: string) => xml.replaceAll(/(<\/?)\w+:(?=\w)/g, '$1');

const nothing: Element = { name: '', attributes: {}, children: [], text: '' };
