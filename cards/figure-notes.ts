/** What units have written about a figure: whole on the figure's own card, cut to a line or two where there are many. */
import type { Space } from './card.ts';
import type { Figure } from './figure.ts';
import type { Words } from './words.ts';

/** Signs of a unit's words there is room for beside much else. */
const BRIEF = 120;

/** 'none': there is no room, and the card says with `notesElsewhere` where they can be read. */
export function sayNotes({ notes }: Pick<Figure, 'notes'>, { figure: say }: Words, room: 'whole' | 'brief' | 'none') {
  return (room === 'none' ? [] : notes).map(({ unit, ...note }) => {
    const said = (['factors', 'analysis', 'direction'] as const)
      .flatMap((field) => (note[field] === '' ? [] : [`${say.note[field]}: ${note[field]}`]))
      .join(' ');
    return { heading: `${unit}. `, said: room === 'brief' ? cut(said) : said };
  });
}

export const notesElsewhere = (figures: readonly Figure[], space: Space, { figure: say }: Words): string =>
  space === 'tight' && figures.some(({ notes }) => notes.length > 0) ? say.notesElsewhere : '';

/** Whole words, as far as they fit. */
function cut(text: string): string {
  if (text.length <= BRIEF) return text;
  return `${text
    .slice(0, BRIEF)
    .replace(/\s\S*$/, '')
    .trimEnd()} …`;
}
