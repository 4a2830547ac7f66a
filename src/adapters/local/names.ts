import { GraphNo } from './graph-no.ts';

const longestPath = 400;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d|desktop\.ini)$/i;

/** Lock files, temporary files and whatever else nobody put there to be seen. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

/**
 * The path of a Graph address, decoded and checked part by part.
 * @throws GraphNo 400 for a name SharePoint does not take, and for anything that leads out of the library.
 */
export function pathOf(encoded: string): string {
  const parts = encoded.split('/').map(decoded);
  for (const part of parts) {
    const wrong = whatIsWrong(part);
    if (wrong) throw new GraphNo(400, 'invalidRequest', `The name "${part}" ${wrong}.`);
  }
  const path = parts.join('/').normalize('NFC');
  if (path.length > longestPath) throw new GraphNo(400, 'invalidRequest', `The path is longer than ${longestPath} characters.`);
  return path;
}

function whatIsWrong(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name === '.' || name === '..') return 'leads out of the library';
  if (/["*:<>?/\\|\p{Cc}]/u.test(name)) return 'has a character that is not allowed';
  if (name !== name.trim() || name.endsWith('.')) return 'begins or ends with a space, or ends with a full stop';
  if (isHidden(name) || reserved.test(name) || name.includes('_vti_')) return 'is reserved';
  if (Buffer.byteLength(name) > 255) return 'is too long';
  return undefined;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new GraphNo(400, 'invalidRequest', 'The address is not well encoded.', { cause });
  }
}

/** `minutes.docx` → `minutes 1.docx`, the way SharePoint finds a free name. */
export function numbered(path: string, number: number): string {
  return path.replace(/(\.[^./]+)?$/, (extension) => ` ${number}${extension}`);
}
