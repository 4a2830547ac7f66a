import { AlignmentType, BorderStyle, type IStylesOptions, LineRuleType, ShadingType } from 'docx';

const blue = '1F3A5F';
const grey = '595959';
const red = '9C1C1C';
const lineRule = LineRuleType.AUTO;
const rule = { style: BorderStyle.SINGLE, color: 'B4BFCA', size: 4, space: 6 };

export const colours = { blue, grey, red, line: 'B4BFCA', header: 'E6ECF2' };

/** Twentieths of a point: 20 to the point, 567 to the centimetre. */
export const cm = (length: number) => Math.round(length * 567);

export const textWidth = cm(17);

/** Headings say their outline level themselves: without it a PDF of the document has no headings. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, language: { value: 'sv-SE' } },
      paragraph: { alignment: AlignmentType.LEFT, spacing: { after: 120, line: 271, lineRule } },
    },
    title: {
      run: { font: 'Calibri', size: 40, bold: true, color: blue },
      paragraph: { spacing: { before: 120, after: 200, line: 240, lineRule }, keepNext: true, keepLines: true },
    },
    heading1: {
      run: { font: 'Calibri', size: 30, bold: true, color: blue },
      paragraph: { outlineLevel: 0, spacing: { before: 400, after: 120, line: 240, lineRule }, keepNext: true, keepLines: true },
    },
    heading2: {
      run: { font: 'Calibri', size: 25, bold: true, color: blue },
      paragraph: {
        outlineLevel: 1,
        spacing: { before: 300, after: 60, line: 240, lineRule },
        indent: { left: cm(1), hanging: cm(1) },
        keepNext: true,
        keepLines: true,
      },
    },
    heading3: { run: { font: 'Calibri', size: 22, bold: true, color: blue }, paragraph: { outlineLevel: 2, keepNext: true } },
    heading4: { paragraph: { outlineLevel: 3 } },
    heading5: { paragraph: { outlineLevel: 4 } },
    heading6: { paragraph: { outlineLevel: 5 } },
  },
  paragraphStyles: [
    {
      id: 'Uppgift',
      name: 'Uppgift',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        keepLines: true,
        spacing: { after: 40 },
        indent: { left: cm(4.6), hanging: cm(4.6) },
      },
    },
    {
      id: 'Varfor',
      name: 'Varför',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 20, color: grey },
      paragraph: { keepLines: true, spacing: { after: 100 }, indent: { left: cm(1) } },
    },
    {
      id: 'Anteckning',
      name: 'Anteckning',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: { indent: { left: cm(1) } },
    },
    {
      id: 'Overenskommet',
      name: 'Överenskommet',
      basedOn: 'Normal',
      quickFormat: true,
      paragraph: {
        keepLines: true,
        spacing: { before: 80, after: 160 },
        indent: { left: cm(1.3) },
        border: { left: { style: BorderStyle.SINGLE, color: blue, size: 24, space: 8 } },
        shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F1F4F8' },
      },
    },
    {
      id: 'Tabellrubrik',
      name: 'Tabellrubrik',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 20, bold: true, color: blue },
      paragraph: { keepNext: true, spacing: { before: 50, after: 50, line: 240, lineRule } },
    },
    {
      id: 'Tabelltext',
      name: 'Tabelltext',
      basedOn: 'Normal',
      quickFormat: true,
      run: { size: 20 },
      paragraph: { spacing: { before: 50, after: 50, line: 240, lineRule } },
    },
    {
      id: 'Header',
      name: 'header',
      basedOn: 'Normal',
      run: { size: 18, color: grey },
      paragraph: { spacing: { after: 0, line: 240, lineRule }, rightTabStop: textWidth, border: { bottom: rule } },
    },
    {
      id: 'Footer',
      name: 'footer',
      basedOn: 'Normal',
      run: { size: 18, color: grey },
      paragraph: {
        spacing: { after: 0, line: 240, lineRule },
        rightTabStop: textWidth,
        border: { top: rule },
      },
    },
  ],
};
