/** Minutes as they stand, in pages: what a dialog shows when they are too long for a card. */
import type { Block } from '../domain/pages.ts';
import type { DocumentText } from '../ports.ts';
import type { DraftCommentView } from './paper-views.ts';

const heading = (text: string): Block => ({ kind: 'heading', text });
const texts = (...lines: string[]): Block[] => lines.filter((line) => line !== '').map((text) => ({ kind: 'text', text }));

/** Everything an approval binds to, in the order of the document. */
export function blocksOf(text: DocumentText): Block[] {
  return [
    heading(text.title),
    ...text.facts.flatMap(([label, value]) => texts(`${label}: ${value}`)),
    ...(text.attendance.length > 0 ? [heading('Närvaro')] : []),
    ...text.attendance.flatMap(({ unit, present, note }) => texts(`${unit}: ${present}${note === '' ? '' : `. ${note}`}`)),
    ...text.items.flatMap((item) => [
      heading(`${item.number}. ${item.title}`),
      ...texts(item.why, ...item.paragraphs),
      ...item.figures.flatMap(({ indicator, women, men, total, target, source }) =>
        texts(`${indicator}. Kvinnor: ${women}. Män: ${men}. Totalt: ${total}. Mål: ${target}. Källa: ${source}`),
      ),
      ...item.outcomes.flatMap((outcome) => texts(`${outcome.paragraph} ${outcome.word}: ${outcome.text}`)),
    ]),
    ...(text.actions.length > 0 ? [heading('Åtgärder')] : []),
    ...text.actions.flatMap(({ number, what, who, due, status }) =>
      texts(`${number}. ${what} Ansvarig: ${who}. Klart senast: ${due}. ${status}.`),
    ),
    ...(text.closing.length > 0 ? [heading('Nästa möte och godkännande')] : []),
    ...texts(...text.closing),
  ];
}

/** What members have said of a draft: read after it, and no part of it. */
export const commentBlocks = (comments: readonly DraftCommentView[]): Block[] =>
  comments.length === 0
    ? []
    : [
        heading('Kommentarer på utkastet, som inte ingår i anteckningarna'),
        ...comments.flatMap(({ item, by, text }) => texts(`Punkt ${item}, ${by}: ${text}`)),
      ];
