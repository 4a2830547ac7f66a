/** The one whose turn it was to write has left the forum: whoever is next is asked, and the convener hears it, once. */
import { convenerOf, type Forum, membersOf } from '../domain/agreement.ts';
import { isVacant, notAsked, passedOn } from '../domain/leaving.ts';
import type { Meeting } from '../domain/meeting.ts';
import { longDate } from '../domain/swedish.ts';
import type { Change, Reader } from '../ports.ts';
import { type FigureMap, personById, personView } from './agenda-view.ts';
import { answered } from './away.ts';
import { message, postCard, swapKey, takeBack, turnKey, updateCard, view } from './cards.ts';
import { showAgenda, showDraftBefore } from './meeting-cards.ts';
import { nextNumber } from './next-number.ts';
import { nudge } from './nudge.ts';
import type { Product } from './product.ts';
import { appoint, chooseSecretary, turnsOf } from './secretary.ts';
import { showTurn, swapView, tellWriter } from './swap-turn.ts';
import { askSecretary } from './turn-card.ts';

async function vacant({ agreement }: Product, read: Reader, forum: Forum): Promise<Meeting[]> {
  const members = new Set(membersOf(agreement, forum.id).map(({ id }) => id));
  const convener = convenerOf(agreement, forum.id)?.id;
  return (await read.meetings(forum.id)).filter((meeting) => isVacant(meeting, members, convener));
}

export const hasVacant = async (product: Product, read: Reader, forum: Forum): Promise<boolean> =>
  (await vacant(product, read, forum)).length > 0;

/** Under the forum's lock. */
export async function passTurnsOn(product: Product, change: Change, forum: Forum, figures: FigureMap): Promise<void> {
  for (const meeting of await vacant(product, change, forum)) await passOn(product, change, forum, meeting, figures);
}

async function passOn(product: Product, change: Change, forum: Forum, meeting: Meeting, figures: FigureMap): Promise<void> {
  const left = meeting.secretary!;
  const declined = notAsked(left);
  const chosen = chooseSecretary(product, meeting, turnsOf(await change.meetings(forum.id, { to: meeting.slot })), declined);
  const next = passedOn(meeting, chosen && appoint(chosen, declined));
  await change.save(next);
  const number = await nextNumber(change, `turns-passed/${meeting.id}`);
  const cause = `passed-on/${number}`;
  await takeBack(change, [turnKey(meeting.id, left.person)]);
  await answered(change, meeting);
  const swap = next.secretary?.swap;
  if (swap?.state === 'passed-on')
    await updateCard(change, swapKey(next.id, swap.number), cause, view('swap', swapView(product, next)!));
  await showAgenda(product, change, next, figures, cause);
  await showDraftBefore(product, change, next, cause);
  if (next.secretary) await tellNext(product, change, next, left.person, cause);
  await tellConvener(product, change, forum, next, left.person, number);
  product.log.info({ meeting: meeting.id }, 'the one in turn has left the forum; the turn is passed on');
}

/** A card that changes in place is silent: who has been asked before gets a word too. */
async function tellNext(product: Product, change: Change, meeting: Meeting, left: string, cause: string): Promise<void> {
  const { person } = meeting.secretary!;
  if (await change.posted(turnKey(meeting.id, person))) {
    await showTurn(product, change, meeting, person, cause);
    await tellWriter(product, change, meeting, person, cause);
  } else await askSecretary(product, change, meeting);
  await showTurn(product, change, meeting, left, cause);
}

async function tellConvener(
  product: Product,
  change: Change,
  forum: Forum,
  meeting: Meeting,
  left: string,
  number: number,
): Promise<void> {
  const convener = convenerOf(product.agreement, forum.id)?.id;
  const writes = meeting.secretary?.person;
  if (convener !== undefined && convener === writes) return;
  const known = personById(product, left) && personView(product, left);
  const who = known ? `${known.name}, ${known.unit},` : 'Den som stod på tur';
  const text = `${who} är inte längre medlem och skriver inte ${longDate(meeting.start)}.`;
  const writer = writes === undefined ? undefined : personView(product, writes);
  const detail = writer
    ? `${writer.name}, ${writer.unit}, står på tur i stället och har fått frågan.`
    : 'Ingen annan kan skriva. Lägg till en medlem eller en sammankallande i filen med medlemmar.';
  const key = `turn-passed/${meeting.id}/${number}`;
  const shown = message(text, { detail });
  if (convener === undefined) await postCard(change, { forum: forum.id }, key, shown);
  else await nudge(product, change, { forum: forum.id, person: convener, before: meeting.start }, key, shown);
}
