/** What stands in for SharePoint's conversion: the words of a .docx as a plain PDF. It keeps neither style nor structure. */
import PizZip from 'pizzip';

const [WIDTH, HEIGHT, MARGIN, LEADING, SIZE] = [595, 842, 56, 14, 10] as const;
const LINES = Math.floor((HEIGHT - 2 * MARGIN) / LEADING);
const COLUMNS = 92;

export function pdfCopy(docx: Uint8Array): Buffer {
  const lines = paragraphs(docx).flatMap(wrapped);
  const pages = Array.from({ length: Math.max(1, Math.ceil(lines.length / LINES)) }, (_, n) =>
    lines.slice(n * LINES, (n + 1) * LINES),
  );
  const kids = pages.map((_, n) => `${4 + 2 * n} 0 R`).join(' ');
  return file([
    '<< /Type /Catalog /Pages 2 0 R /Lang (sv-SE) >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((page, n) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + 2 * n} 0 R >>`,
      stream(page),
    ]),
  ]);
}

function paragraphs(docx: Uint8Array): string[] {
  const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? '';
  return xml
    .replaceAll(/<w:(?:tab|br)\b[^>]*>/g, ' ')
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .split('\n');
}

function wrapped(paragraph: string): string[] {
  const lines = [''];
  for (const word of paragraph.split(/\s+/)) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length > COLUMNS) lines.push(word);
    else lines[lines.length - 1] = line;
  }
  return lines;
}

/** Characters that WinAnsi has not become a question mark. */
function shown(line: string): string {
  const known = line
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/[\u201c\u201d]/g, '"')
    .replaceAll('\u00a0', ' ');
  return known.replaceAll(/[^\x20-\x7e\xa1-\xff]/g, '?').replaceAll(/[\\()]/g, '\\$&');
}

function stream(lines: readonly string[]): string {
  const text = `BT /F ${SIZE} Tf ${LEADING} TL ${MARGIN} ${HEIGHT - MARGIN} Td\n${lines.map((line) => `(${shown(line)}) Tj T*`).join('\n')}\nET`;
  return `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
}

/** Objects numbered from 1, with the table of where each begins. One character is one byte. */
function file(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, n) => {
    const start = text.length;
    text += `${n + 1} 0 obj\n${object}\nendobj\n`;
    return String(start).padStart(10, '0');
  });
  const table = ['0000000000 65535 f ', ...starts.map((start) => `${start} 00000 n `)].join('\n');
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n${table}\ntrailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}
