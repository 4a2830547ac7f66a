/**
 * The order of what people propose, where a forum's definition weighs it by the groups of the fact cards (P; that it is done
 * at all is ours, domain rule 9). Standing items, what comes back and questions keep their places, and so does what came
 * after publication.
 */
import type { Forum } from './agreement.ts';
import { type FactCard, factCardsAbout, type Guidance } from './guidance.ts';
import type { Item, Meeting } from './meeting.ts';

/** The fact card that a proposed item is weighed by: the one its title is about, of the group that stands first. */
export function weighedBy(item: Item, forum: Forum, guidance: Guidance | undefined): FactCard | undefined {
  if (!forum.weighs || !guidance || item.why.kind !== 'proposed' || item.late) return undefined;
  return factCardsAbout(guidance, item.title).toSorted((a, b) => rank(guidance, a) - rank(guidance, b))[0];
}

/** What no fact card is about stands last. */
const rank = ({ groups }: Guidance, card: FactCard | undefined): number =>
  card ? groups.findIndex(({ id }) => id === card.group) : groups.length;

/** The proposed items in the places that proposed items have, the first group first; else in the order they came. */
export function weighed(meeting: Meeting, forum: Forum, guidance: Guidance | undefined): Meeting {
  if (!forum.weighs || !guidance) return meeting;
  const isProposed = ({ why, late }: Item) => why.kind === 'proposed' && !late;
  const order = meeting.items
    .filter(isProposed)
    .map((item) => ({ item, at: rank(guidance, weighedBy(item, forum, guidance)) }))
    .toSorted((a, b) => a.at - b.at)
    .values();
  return { ...meeting, items: meeting.items.map((item) => (isProposed(item) ? order.next().value!.item : item)) };
}
