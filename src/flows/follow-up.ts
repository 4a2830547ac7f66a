/** What the forums left behind of a year, and what those who make its follow-up have written, read for it. */
import { type FollowUp, type FollowUpWords, followUpOf } from '../domain/follow-up.ts';
import type { Reader } from '../ports.ts';
import type { Product } from './product.ts';

const NOTHING: FollowUpWords = { deviations: '', progress: '', analysis: '', proposals: '' };

/** `seen` tells one saved text from the next; '' while nothing is saved. */
export interface SavedWords {
  words: FollowUpWords;
  seen: string;
}

export const wordsName = (forum: string, year: string): string => `follow-up/${forum}/${year}`;

export async function savedWords(reader: Reader, forum: string, year: string): Promise<SavedWords> {
  const saved = await reader.setting(wordsName(forum, year));
  return saved === undefined ? { words: NOTHING, seen: '' } : (JSON.parse(saved) as SavedWords);
}

export function followUp(
  { store, agreement }: Product,
  forum: string,
  year: string,
  until: Temporal.PlainDate,
): Promise<FollowUp> {
  return store.read(async (reader) => {
    const held = await Promise.all(
      agreement.forums.map(async (one) => ({ forum: one, meetings: await reader.meetings(one.id) })),
    );
    const { words } = await savedWords(reader, forum, year);
    return followUpOf(held, await reader.questions('all'), words, year, until);
  });
}
