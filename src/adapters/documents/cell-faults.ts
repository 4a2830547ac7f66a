export const cellFault = '#FEL!';

/**
 * The reader takes a formula that failed, or that nobody has calculated, for an empty cell; a figure would be missing without a word.
 * Here such cells become text in the sheet's XML, and are then reported as any text in the place of a number.
 */
export function withFaultsShown(sheetXml: string): string {
  return sheetXml.replace(/<c(\s[^>]*[^/>])>([\s\S]*?)<\/c>/g, (cell, attributes: string, inside: string) => {
    const isText = /\st="str"/.test(attributes);
    const hasFailed = /\st="e"/.test(attributes);
    const isCalculated = isText ? inside.includes('<v') : /<v(\s[^>]*)?>[^<]/.test(inside);
    if (!hasFailed && (isCalculated || !inside.includes('<f'))) return cell;
    return `<c${attributes.replace(/\st="\w*"/, '')} t="inlineStr"><is><t>${cellFault}</t></is></c>`;
  });
}
