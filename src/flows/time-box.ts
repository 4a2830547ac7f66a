/** One quiet word to the secretary when an item has had its time; nobody else is told, and nothing is hurried on. */
import type { Meeting } from '../domain/meeting.ts';
import type { BoxStep } from '../domain/steps.ts';
import { clock } from '../domain/swedish.ts';
import { boxOf, overrun } from '../domain/time-boxes.ts';
import type { Change } from '../ports.ts';
import { message, postCard } from './cards.ts';
import type { Product } from './product.ts';

/** Starts the box of the item the meeting has come to; an item that is come back to keeps its first box. */
export async function startBox(product: Product, change: Change, meeting: Meeting): Promise<void> {
  const box = boxOf(meeting, product.clock.now());
  if (box) await change.planSteps(meeting.id, meeting.forum, [box]);
}

export async function sayOverrun(
  product: Product,
  change: Change,
  meeting: Meeting,
  due: { name: BoxStep; at: Temporal.ZonedDateTime },
): Promise<void> {
  const found = overrun(meeting, due.name, due.at, product.clock.now());
  const person = meeting.secretary?.person;
  if (!found || !person) return;
  const { item, number, left, leftMinutes } = found;
  const text = `Punkt ${number} har fått sina ${item.minutes} minuter.`;
  const rest =
    left === 0 ? 'Det är den sista punkten.' : `Kvar är ${left === 1 ? 'en punkt' : `${left} punkter`}, ${leftMinutes} minuter.`;
  const detail = `${rest} Mötet slutar kl.\u00A0${clock(meeting.end)}.`;
  await postCard(change, { person }, `time-box/${meeting.id}/${item.id}`, message(text, { detail }));
}
