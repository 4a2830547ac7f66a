import { nameOf, openParts, outlineLevel, type Parts, styleOf, textOf } from './word-parts.ts';
import { all, type Element, first } from './xml-tree.ts';

/**
 * What keeps people, screen readers or archives from using a .docx: faults in English, for developers; none when it is fine.
 * Follows the Word checklists of Swedish public bodies: title, language, headings in order, header rows, no empty spacing.
 */
export function checkDocument(bytes: Uint8Array): string[] {
  const parts = openParts(bytes);
  if (typeof parts === 'string') return [parts];
  const { body, styles } = parts;
  const faults = [
    ...title(parts),
    ...language(parts),
    ...headings(body, styles),
    ...emptyParagraphs(body, styles),
    ...all(body, 'w:tbl').flatMap(table),
    ...pictures(body),
    ...leftoverTags(parts),
    ...outsideParts(parts),
    ...missingStyles(parts),
  ];
  return [...new Set(faults)];
}

function title({ xml, body, styles }: Parts): string[] {
  const core = xml.get('docProps/core.xml');
  const faults: string[] = [];
  if (!first(core, 'dc:title')?.text.trim()) faults.push('no title in the core properties');
  const titles = all(body, 'w:p').filter((paragraph) => nameOf(styleOf(paragraph, styles)) === 'title');
  if (titles.length !== 1) faults.push(`${titles.length} paragraphs in the style Title instead of one`);
  return faults;
}

function language({ xml }: Parts): string[] {
  const defaults = first(xml.get('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang');
  const faults = defaults?.attributes['w:val'] === 'sv-SE' ? [] : ['the language of the document is not sv-SE'];
  for (const [name, part] of xml) {
    const marked = all(part, 'w:lang').filter((mark) => mark !== defaults);
    const other = marked.map(({ attributes }) => attributes['w:val'] ?? 'sv-SE').find((code) => code !== 'sv-SE');
    if (other) faults.push(`${name}: text marked as ${other}`);
  }
  return faults;
}

function headings(body: Element, styles: Parts['styles']): string[] {
  const faults: string[] = [];
  let above = 0;
  for (const paragraph of all(body, 'w:p')) {
    const style = styleOf(paragraph, styles);
    const level = outlineLevel(paragraph, styles);
    if (level === undefined) {
      if (/^heading \d$/.test(nameOf(style))) faults.push(`the style ${nameOf(style)} has no outline level`);
      continue;
    }
    const text = textOf(paragraph);
    if (text === '') faults.push(`an empty heading on level ${level}`);
    if (level > above + 1) faults.push(`the heading "${text}" is on level ${level} after level ${above}`);
    above = level;
  }
  return faults;
}

/** Blank lines as spacing are read out as "blank". The obligatory paragraph of an empty table cell is not one. */
function emptyParagraphs(body: Element, styles: Parts['styles']): string[] {
  const isEmpty = (paragraph: Element) =>
    textOf(paragraph) === '' &&
    outlineLevel(paragraph, styles) === undefined &&
    ['w:drawing', 'w:object', 'w:pict'].every((name) => all(paragraph, name).length === 0);
  const count = all(body, 'w:p', 'w:tbl').filter(
    (paragraph) => isEmpty(paragraph) && !first(paragraph, 'w:pPr', 'w:sectPr'),
  ).length;
  return count === 0 ? [] : [`${count} empty paragraphs: use spacing before and after instead`];
}

function table(element: Element): string[] {
  const rows = all(element, 'w:tr', 'w:tbl');
  const header = rows[0];
  const name = `the table "${header ? all(header, 'w:tc').map(textOf).join(' | ') : ''}"`;
  const faults: string[] = [];
  if (!header || !isOn(first(header, 'w:trPr', 'w:tblHeader'))) faults.push(`${name} has no header row`);
  else if (all(header, 'w:tc').some((cell) => textOf(cell) === '')) faults.push(`${name} has an empty header cell`);
  if (rows.length < 2) faults.push(`${name} has no rows under its header`);
  if (all(element, 'w:tbl').length > 0) faults.push(`${name} holds another table`);
  const spans = all(element, 'w:gridSpan').some(({ attributes }) => Number(attributes['w:val']) > 1);
  if (spans || all(element, 'w:vMerge').length > 0 || all(element, 'w:hMerge').length > 0)
    faults.push(`${name} has merged cells`);
  return faults;
}

const pictures = (body: Element) =>
  all(body, 'wp:docPr')
    .filter(({ attributes }) => !attributes['descr']?.trim())
    .map(({ attributes }) => `the picture "${attributes['name'] ?? ''}" has no alternative text`);

function leftoverTags({ xml }: Parts): string[] {
  return [...xml].flatMap(([name, part]) =>
    [...new Set(textOf(part).match(/\{[#^/@]?[\p{L}\d_.]+\}/gu) ?? [])].map((tag) => `${name}: the tag ${tag} is left`),
  );
}

function outsideParts({ xml, names }: Parts): string[] {
  const faults = names
    .filter((name) => /vbaProject|\/embeddings\/|\/activeX\//i.test(name))
    .map((name) => `${name}: macros and embedded objects are not allowed`);
  for (const [name, part] of xml) {
    if (all(part, 'w:altChunk').length > 0) faults.push(`${name}: holds another document (altChunk)`);
    for (const { attributes } of all(part, 'Override')) {
      if (attributes['ContentType']?.includes('macroEnabled')) faults.push(`${name}: the file says it has macros`);
    }
    for (const { attributes } of all(part, 'Relationship')) {
      const isLink = attributes['Type']?.endsWith('/hyperlink') && attributes['Target']?.startsWith('https://');
      if (attributes['TargetMode'] === 'External' && !isLink) faults.push(`${name}: points outside, at ${attributes['Target']}`);
    }
  }
  return faults;
}

function missingStyles({ xml, styles }: Parts): string[] {
  const used = [...xml].flatMap(([name, part]) =>
    ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((kind) =>
      all(part, kind).map(({ attributes }) => ({ name, id: attributes['w:val'] })),
    ),
  );
  const missing = used.filter(({ id }) => !styles.has(id ?? '')).map(({ name, id }) => `${name}: the style ${id} does not exist`);
  return missing;
}

const isOn = (element: Element | undefined) =>
  element !== undefined && !/^(0|false|off)$/.test(element.attributes['w:val'] ?? '');
