/** A card to somebody who did not ask for it just now: it waits for a working hour (`quiet-hours.ts`). */
import { forumOf } from '../domain/agreement.ts';
import { nextAudible } from '../domain/quiet-hours.ts';
import type { Change, View } from '../ports.ts';
import { postCard } from './cards.ts';
import type { Product } from './product.ts';

/**
 * @param forum whose uppehåll is respected; '' where it concerns none.
 * @param before wall clock after which it is too late (`2027-03-16T13:00`): then it goes at once, whatever the hour.
 */
export async function nudge(
  product: Product,
  change: Change,
  to: { forum: string; person: string; before?: string },
  key: string,
  shown: View,
): Promise<void> {
  const now = product.clock.now();
  const at = nextAudible(now, to.forum === '' ? [] : forumOf(product.agreement, to.forum).pauses);
  const tooLate = to.before !== undefined && at.toPlainDateTime().toString() >= to.before;
  const waits = !tooLate && Temporal.ZonedDateTime.compare(at, now) > 0;
  await postCard(change, { person: to.person }, key, shown, waits ? at.toInstant() : undefined);
}
