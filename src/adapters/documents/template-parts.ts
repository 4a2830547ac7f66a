import {
  BorderStyle,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  Paragraph,
  ShadingType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { cm, colours, textWidth } from './template-styles.ts';

export type Block = Paragraph | Table;

/** What comes out only when `tag` has something in it, once for each when it is a list. */
export function when(tag: string, ...parts: Block[]): Block[] {
  return [new Paragraph(`{#${tag}}`), ...parts, new Paragraph(`{/${tag}}`)];
}

export const title = (text: string) => new Paragraph({ heading: HeadingLevel.TITLE, text });
export const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_1, text });
export const plain = (style: string, text: string) => new Paragraph({ style, text });

export const itemHeading = () =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    children: [new TextRun({ children: ['{number}', new Tab(), '{title}'] })],
  });

export const fact = () =>
  new Paragraph({
    style: 'Uppgift',
    children: [new TextRun({ text: '{label}:', bold: true }), new TextRun({ children: [new Tab(), '{value}'] })],
  });

export const outcome = () =>
  new Paragraph({
    style: 'Overenskommet',
    children: [new TextRun({ text: '{mark} {word}: ', bold: true, color: colours.blue }), new TextRun('{text}')],
  });

/** A table with a header row that returns on every page, and one row for each in the list `tag`. */
export function listTable(tag: string, columns: readonly { heading: string; text: string; width: number }[]): Table {
  const widths = columns.map((column) => cm(column.width));
  const last = columns.length - 1;
  const line = { style: BorderStyle.SINGLE, size: 4, color: colours.line };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const cell = (index: number, style: string, text: string, fill?: string) =>
    new TableCell({
      width: { size: widths[index]!, type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.TOP,
      ...(fill ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill } } : {}),
      children: [plain(style, text)],
    });
  const row = columns.map((column, index) => {
    const open = index === 0 ? `{#${tag}}` : '';
    const close = index === last ? `{/${tag}}` : '';
    return cell(index, 'Tabelltext', `${open}${column.text}${close}`);
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 85, right: 85, top: 0, bottom: 0 },
    borders: { top: line, bottom: line, insideHorizontal: line, left: none, right: none, insideVertical: none },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column, index) => cell(index, 'Tabellrubrik', column.heading, colours.header)),
      }),
      new TableRow({ cantSplit: true, children: row }),
    ],
  });
}

/** Kind and forum to the left; to the right the banner, on drafts only. */
export const header = (kind: string) =>
  new Header({
    children: [
      new Paragraph({
        style: 'Header',
        children: [
          new TextRun(`${kind}{#properties.Forum} · {properties.Forum}{/properties.Forum}`),
          new TextRun({ children: ['{#banner}', new Tab(), '{banner}{/banner}'], bold: true, color: colours.red, size: 22 }),
        ],
      }),
    ],
  });

export const footer = () =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [
          new TextRun('{title}'),
          new TextRun({ children: [new Tab(), 'Sida\u00A0', PageNumber.CURRENT, '\u00A0av\u00A0', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
