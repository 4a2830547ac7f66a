/**
 * Minutes as they stand, in pages: what a dialog shows when they are too long for a card. Which pages somebody has opened is
 * kept, so that nobody approves a long text unread (ours, domain rule 12).
 */
import { type Block, ON_A_CARD, pagesOf, readThrough } from '../domain/pages.ts';
import type { Change, DocumentText, Reader } from '../ports.ts';
import type { DraftCommentView } from './views/papers.ts';

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

/** What is shown of the minutes, page by page. */
export const pagesRead = (text: DocumentText, comments: readonly DraftCommentView[]): Block[][] =>
  pagesOf([...blocksOf(text), ...commentBlocks(comments)]);

/** True when the minutes and what is said of them are too long for a card. */
export function isLong({ items, actions }: DocumentText, comments: readonly DraftCommentView[]): boolean {
  const said = items.flatMap(({ paragraphs, outcomes }) => [...paragraphs, ...outcomes.map(({ text }) => text)]);
  const letters = [...said, ...actions.map(({ what }) => what), ...comments.map(({ text }) => text)].join('').length;
  return letters > ON_A_CARD;
}

/** Who reads which text: by its hash, and by how many comments there were. */
export interface Reading {
  meeting: string;
  person: string;
  hash: string;
  comments: number;
}

const named = ({ meeting, person }: Reading): string => `read/${meeting}/${person}`;
const textOf = ({ hash, comments }: Reading): string => `${hash}/${comments}`;

/** Kept as the text that was read, a blank, and its pages. */
async function opened(read: Reader, reading: Reading): Promise<number[]> {
  const [shown, pages = ''] = ((await read.setting(named(reading))) ?? '').split(' ');
  return shown === textOf(reading) ? pages.split(',').map(Number) : [];
}

/** The page has been shown to its reader; of another text than before, it is the first. */
export async function keepRead(change: Change, reading: Reading, page: number): Promise<void> {
  const pages = [...new Set([...(await opened(change, reading)), page])];
  await change.keepSetting(named(reading), `${textOf(reading)} ${pages.join(',')}`);
}

export const hasRead = async (read: Reader, reading: Reading, pages: number): Promise<boolean> =>
  readThrough(await opened(read, reading), pages);
