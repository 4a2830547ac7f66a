/** A long text in pages that can be read one after the other, with nothing left out. */
export interface Block {
  /** A heading, or a text under it. */
  kind: 'heading' | 'text';
  text: string;
}

/** Letters on a page: about a screen and a half of a dialog. */
const PAGE = 3000;

/** Letters that are read well on a card; Teams folds longer ones, and what is folded is approved unread. */
export const ON_A_CARD = 8_000;

/** True when each of the pages has been opened; those that do not exist count for nothing. */
export const readThrough = (opened: readonly number[], pages: number): boolean =>
  Array.from({ length: pages }, (_, n) => n + 1).every((page) => opened.includes(page));

/** Cuts at blanks where it can; joined again the parts are the text. */
function parts(text: string, most: number): string[] {
  const cut: string[] = [];
  let left = text;
  while (left.length > most) {
    const blank = left.lastIndexOf(' ', most);
    const at = blank > most / 2 ? blank + 1 : most;
    // Never in the middle of a sign that is written with two units.
    const end = /[\uD800-\uDBFF]/.test(left.charAt(at - 1)) ? at - 1 : at;
    cut.push(left.slice(0, end));
    left = left.slice(end);
  }
  return [...cut, left];
}

/** At least one page; a heading stands on the page of what follows it. */
export function pagesOf(blocks: readonly Block[], most = PAGE): Block[][] {
  const pages: Block[][] = [[]];
  let size = 0;
  let heading: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      heading.push(block);
      continue;
    }
    for (const text of parts(block.text, most)) {
      const length = text.length + heading.reduce((sum, one) => sum + one.text.length, 0);
      if (size > 0 && size + length > most) {
        pages.push([]);
        size = 0;
      }
      pages.at(-1)!.push(...heading, { kind: 'text', text });
      size += length;
      heading = [];
    }
  }
  pages.at(-1)!.push(...heading);
  return pages;
}
