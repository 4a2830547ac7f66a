import { z } from 'zod';
import type { Space } from './card.ts';
import { text } from './fields.ts';
import type { Words } from './words.ts';

/** What a member has added under an item while the meeting is on. */
export const comment = z.strictObject({ by: text, text });

/** A comment on a draft: its place among the comments, and the number of its item. */
export const draftComment = z.strictObject({ place: z.number(), item: z.number(), by: text, text });

export const sayDraftComments = (views: readonly z.infer<typeof draftComment>[], { draftComments: say }: Words): Said[] =>
  views.map(({ item, by, text: said }) => ({ who: say.from(item, by), said }));

type Said = { who: string; said: string };

/** In a tight space only how many there are; the secretary has all of them in the dialog for notes. */
export function sayComments(views: readonly z.infer<typeof comment>[], words: Words, space: Space): Said[] {
  if (space === 'full') return views.map(({ by, text: said }) => ({ who: words.commentFrom(by), said }));
  return views.length > 0 ? [{ who: words.commentCount(views.length), said: '' }] : [];
}
