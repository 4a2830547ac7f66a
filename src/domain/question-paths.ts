/** The paths questions take: data of the definition, and one level up where it says nothing (N 1.8). */
import { type Agreement, type Forum, forumOf, type Lift } from './agreement.ts';
import { chainAbove } from './latency.ts';

const isPlace = (agreement: Agreement, place: string): boolean =>
  isOutside(agreement, place) || agreement.forums.some((one) => one.id === place);

/** Where a forum may lift a question, the usual way first; empty at the top. A place that is no longer there is no way. */
export function liftsOf(agreement: Agreement, forum: Forum): Lift[] {
  if (forum.lifts.length > 0) return forum.lifts.filter(({ to }) => isPlace(agreement, to));
  const [above] = chainAbove(agreement, forum);
  return above ? [{ to: above.id, forDecision: false, origin: { choice: 'En nivå upp, där definitionen inget säger' } }] : [];
}

export const isOutside = (agreement: Agreement, place: string): boolean => agreement.outside.some((one) => one.id === place);

/** A forum with dates of its own, where a question can stand on an agenda. */
export const hasAgenda = (agreement: Agreement, place: string): boolean =>
  !isOutside(agreement, place) && forumOf(agreement, place).rhythm.kind === 'every';

/** As it is called inside a sentence: "sektionschefsmötet". */
export function placeName(agreement: Agreement, place: string): string {
  return agreement.outside.find((one) => one.id === place)?.name ?? forumOf(agreement, place).called;
}

/** Forums a decision may concern: those that have an agenda, except where it is made. */
export const mayConcern = (agreement: Agreement, from: string): Forum[] =>
  agreement.forums.filter((forum) => forum.id !== from && forum.rhythm.kind === 'every');
