/** Answers "beslut sök …": what has been decided or agreed in the forums the person is a member of. */
import { forumOf, type Person } from '../domain/agreement.ts';
import { findDecisions } from '../domain/decisions.ts';
import type { Reader } from '../ports.ts';
import type { Product } from './product.ts';
import type { DecisionsView } from './views/decisions.ts';

const SHOWN = 10;

export async function decisionsView(product: Product, read: Reader, person: Person, words: string): Promise<DecisionsView> {
  const meetings = (await Promise.all(person.forums.map((forum) => read.meetings(forum)))).flat();
  const found = findDecisions(meetings, words);
  return {
    words,
    decisions: found.slice(0, SHOWN).map(({ outcome, forum, start, state, url }) => ({
      forum: forumOf(product.agreement, forum).name,
      start,
      paragraph: outcome.paragraph,
      word: outcome.word,
      text: outcome.text,
      state,
      url,
    })),
    more: Math.max(0, found.length - SHOWN),
  };
}
