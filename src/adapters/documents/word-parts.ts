import PizZip from 'pizzip';
import { all, type Element, first, readXml } from './xml-tree.ts';

/** A .docx taken apart. */
export interface Parts {
  /** Every XML part by its name in the file. */
  xml: Map<string, Element>;
  names: string[];
  body: Element;
  /** Styles by their id. */
  styles: Map<string, Element>;
}

/** The parts, or in English why there are none. */
export function openParts(bytes: Uint8Array): Parts | string {
  try {
    const { files } = new PizZip(bytes);
    const names = Object.keys(files).filter((name) => !files[name]!.dir);
    const xml = new Map(names.filter((name) => /\.(xml|rels)$/.test(name)).map((name) => [name, readXml(files[name]!.asText())]));
    const body = first(xml.get('word/document.xml'), 'w:body');
    const sheet = xml.get('word/styles.xml');
    if (!body || !sheet) return 'not a Word document: word/document.xml or word/styles.xml is missing';
    return {
      xml,
      names,
      body,
      styles: new Map(all(sheet, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style])),
    };
  } catch (cause) {
    return `not a readable .docx: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}

export const styleOf = (paragraph: Element, styles: Parts['styles']) =>
  styles.get(first(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val'] ?? 'Normal');

export const nameOf = (style: Element | undefined) => first(style, 'w:name')?.attributes['w:val']?.toLowerCase() ?? '';

/** 1 for the highest heading; undefined for ordinary text. A style without a level has that of the style it is based on. */
export function outlineLevel(paragraph: Element, styles: Parts['styles']): number | undefined {
  const seen = new Set<Element>();
  let holder: Element | undefined = paragraph;
  let next = styleOf(paragraph, styles);
  while (holder && !seen.has(holder)) {
    const level = first(holder, 'w:pPr', 'w:outlineLvl')?.attributes['w:val'];
    if (level !== undefined) return Number(level) < 9 ? Number(level) + 1 : undefined;
    seen.add(holder);
    holder = next;
    next = styles.get(first(holder, 'w:basedOn')?.attributes['w:val'] ?? '');
  }
  return undefined;
}

/** What a reader sees of it, without the codes of fields; paragraphs are parted by a line break. */
export function textOf(element: Element): string {
  const inside = (part: Element): string => {
    if (part.name === 'w:instrText') return '';
    if (part.name === 'w:tab' || part.name === 'w:br') return ' ';
    return part.text + part.children.map(inside).join('') + (part.name === 'w:p' ? '\n' : '');
  };
  return inside(element).trim();
}
