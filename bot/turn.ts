/** One thing somebody said or pressed: who, where, and the product to do it with. */
import type { Forum, Person } from '../src/domain/agreement.ts';
import { nextMeeting } from '../src/flows/meetings.ts';
import type { Actor, Product } from '../src/flows/product.ts';
import type { Reader, ReplyAddress, View } from '../src/ports.ts';

export interface Turn {
  product: Product;
  forum: Forum;
  actor: Actor;
  /** Where an answer goes. */
  reply: ReplyAddress;
  personal: boolean;
  /** People mentioned in the text, as Teams says who they are. */
  mentioned: { person: Person; text: string }[];
}

/** A command answers with a view, or with nothing when the answer travels by itself (once, through the outbox). */
export type Answer = View | undefined;

/** Who acts is decided by the authenticated activity and the roster, never by a name. */
export function personOf(product: Product, tenantId: string, entraId: string): Person | undefined {
  return product.agreement.people.find(
    (person) => person.entraId === entraId && (person.tenant === undefined || person.tenant === tenantId),
  );
}

/**
 * The forum of a channel. In a personal chat the person's own: the one whose meeting they are writing, else the one that
 * meets next.
 */
export async function forumIn(
  product: Product,
  read: Reader,
  channelId: string,
  person: Person | undefined,
): Promise<Forum | undefined> {
  if (channelId !== '') {
    for (const forum of product.agreement.forums) {
      const place = await read.place(`forum:${forum.id}`);
      if (place?.['channelId'] === channelId) return forum;
    }
    return undefined;
  }
  const own = product.agreement.forums.filter((forum) => person?.forums.includes(forum.id));
  if (own.length < 2) return own[0] ?? product.agreement.forums[0];
  const next = await Promise.all(own.map(async (forum) => ({ forum, meeting: await nextMeeting(read, forum.id) })));
  const writing = next.find(({ meeting }) => meeting?.stage.name === 'in-progress' && meeting.secretary?.person === person?.id);
  const soonest = next.toSorted((a, b) => ((a.meeting?.start ?? '9') < (b.meeting?.start ?? '9') ? -1 : 1));
  return (writing ?? soonest[0])?.forum;
}
