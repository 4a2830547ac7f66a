/** What the forums left behind of a year, read for its follow-up. */
import { type FollowUp, followUpOf } from '../domain/follow-up.ts';
import type { Product } from './product.ts';

export function followUp({ store, agreement }: Product, year: string, until: Temporal.PlainDate): Promise<FollowUp> {
  return store.read(async (reader) => {
    const held = await Promise.all(agreement.forums.map(async (forum) => ({ forum, meetings: await reader.meetings(forum.id) })));
    return followUpOf(held, await reader.questions('all'), year, until);
  });
}
