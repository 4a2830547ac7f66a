/** Text that a Word file can hold, on one line or several: no control characters, lone surrogates or blank lines. */
export function printable(text: string): string {
  return characters(text)
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** The same for what stands on one line: titles, names, properties. */
export function printableLine(text: string): string {
  return printable(text).replace(/\n/g, ' ');
}

/** Paragraphs, parted where the writer left a line blank; those with nothing in them are left out. */
export function printableParagraphs(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => characters(text).split(/\n\s*\n/))
    .map(printable)
    .filter((paragraph) => paragraph !== '');
}

const characters = (text: string) =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, (character) => (character === '\n' ? character : ''));
