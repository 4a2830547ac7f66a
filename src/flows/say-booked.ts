/** People who get a whole series of invitations at once hear in their channel what it is, and that it is meant so. */
import { type Forum, quoted } from '../domain/agreement.ts';
import type { Meeting } from '../domain/meeting.ts';
import { longDate } from '../domain/swedish.ts';
import type { Change } from '../ports.ts';
import { message, postCard } from './cards.ts';
import type { Product } from './product.ts';

/** A night adds a meeting or two, and their invitations speak for themselves. */
const SERIES = 4;

/** `booked`: the meetings the calendar does not have yet and is asked to take, in time order. Each is told of once. */
export async function sayBooked(product: Product, change: Change, forum: Forum, booked: readonly Meeting[]): Promise<void> {
  const name = `told-of-series/${forum.id}`;
  const told = (await change.setting(name)) ?? '';
  const series = booked.filter(({ start }) => start > told);
  const [first, last] = [series[0], series.at(-1)];
  if (series.length < SERIES || !first || !last) return;
  await change.keepSetting(name, last.start);
  const text = `Mötena till och med ${longDate(last.start)} läggs nu i era kalendrar: ${series.length} inbjudningar, den första till ${longDate(first.start)}.`;
  const rule = quoted(product.agreement, product.agreement.neverCancelled);
  const detail = `${rule} Flyttas ett möte följer inbjudan med. Skriv "plan" för att se alla tider.`;
  await postCard(change, { forum: forum.id }, `booked/${last.id}`, message(text, { detail }));
}
