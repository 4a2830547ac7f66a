import { z } from 'zod';
import type { Space } from './card.ts';
import { paragraphs, text } from './fields.ts';
import type { Words } from './words.ts';

/** What each organisation has reported under the item; '' where it has not. */
export const situation = z.strictObject({ from: text, text });

/** Longest text in a tight space; all of it stands in the minutes. */
const TIGHT = 140;

export function saySituations(views: readonly z.infer<typeof situation>[], words: Words, space: Space) {
  return views.flatMap(({ from, text: said }) => {
    if (said === '') return [{ from: `${from}: `, said: `⚠ ${words.situationMissing}` }];
    const shown = space === 'tight' && said.length > TIGHT ? `${said.slice(0, TIGHT).trimEnd()} …` : said;
    return paragraphs(shown).map((line, n) => ({ from: n === 0 ? `${from}: ` : '', said: line.text }));
  });
}
