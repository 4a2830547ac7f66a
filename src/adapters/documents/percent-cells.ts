import { all, first, readXml } from './xml-tree.ts';

/** Excel's own formats for percent: `0%` and `0.00%`. */
const builtIn = ['9', '10'];

/** Numbers of the cell styles that show a number as percent. */
export function percentStyles(stylesXml: Uint8Array | undefined): ReadonlySet<string> {
  if (!stylesXml) return new Set();
  const styles = readXml(Buffer.from(stylesXml).toString());
  const own = all(styles, 'numFmt').flatMap(({ attributes: { numFmtId = '', formatCode = '' } }) =>
    formatCode.replaceAll(/"[^"]*"|\\./g, '').includes('%') ? [numFmtId] : [],
  );
  const formats = new Set([...builtIn, ...own]);
  const cells = first(styles, 'cellXfs')?.children ?? [];
  return new Set(cells.flatMap(({ attributes }, index) => (formats.has(attributes['numFmtId'] ?? '') ? [String(index)] : [])));
}

/**
 * Excel keeps 85 % as 0.85, and 100 % as 1, which the reader takes for one person. Here such cells become text in the
 * sheet's XML: what people see in them.
 */
export function withPercentShown(sheetXml: string, styles: ReadonlySet<string>): string {
  if (styles.size === 0) return sheetXml;
  return sheetXml.replace(/<c(\s[^>]*[^/>])>([\s\S]*?)<\/c>/g, (cell, attributes: string, inside: string) => {
    const style = /\ss="(\d+)"/.exec(attributes)?.[1];
    const value = /<v>([^<]+)<\/v>/.exec(inside)?.[1];
    if (style === undefined || !styles.has(style) || value === undefined || /\st="(?!n")/.test(attributes)) return cell;
    const percent = Number((Number(value) * 100).toPrecision(12));
    return `<c${attributes.replace(/\st="\w*"/, '')} t="inlineStr"><is><t>${percent}%</t></is></c>`;
  });
}
