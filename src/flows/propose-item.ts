/** A member proposes, changes or takes back an item; the one card in the channel shows it to everybody. */
import { changeProposal, type Proposal, propose } from '../domain/agenda.ts';
import { forumOf } from '../domain/agreement.ts';
import type { Meeting } from '../domain/meeting.ts';
import { reachedStage } from '../domain/meeting.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import { isBeyond, withoutBeyond } from '../domain/thresholds.ts';
import { weighed } from '../domain/weighing.ts';
import type { ReplyAddress, View } from '../ports.ts';
import { reply } from './cards.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { showAgenda } from './meeting-cards.ts';
import { nextMeeting, nextUnpublished } from './meetings.ts';
import type { Actor, Product, Refusal } from './product.ts';

/** How to answer, when the answer is a message of its own. */
export interface Answer {
  to: ReplyAddress;
  /** Shown when it went well. */
  say(meeting: Meeting, itemNumber: number): View;
}

/**
 * Where a proposal goes: the next agenda, when it is not published yet. When it is, people are asked: now under övrigt,
 * or on the agenda after it.
 */
export async function whereToPropose(
  product: Product,
  forum: string,
): Promise<{ next: Meeting; ask: Meeting | undefined } | undefined> {
  return product.store.read(async (reader) => {
    const next = await nextUnpublished(reader, forum);
    if (!next) return undefined;
    const coming = await nextMeeting(reader, forum);
    const published = coming && coming.id !== next.id && reachedStage(coming, 'published') ? coming : undefined;
    return { next, ask: published };
  });
}

/** The id of an item somebody proposed: its cause, so that the same message adds one item. */
export const proposedId = (cause: string): string => `p-${cause}`;

/** Until the agenda is published its proposed items stand in the order the definition wants. */
const inPlace = (product: Product, meeting: Meeting): Meeting =>
  reachedStage(meeting, 'published')
    ? meeting
    : weighed(meeting, forumOf(product.agreement, meeting.forum), product.agreement.guidance);

export function proposeItem(
  product: Product,
  who: Actor,
  meetingId: string,
  what: Omit<Proposal, 'by'>,
  late: boolean,
  answer?: Answer,
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    if (what.title.trim() === '') return no('empty');
    const id = proposedId(who.cause);
    const proposed = propose(meeting, id, { ...what, by: who.person.id }, late);
    if (!proposed.ok) return no(proposed.no);
    const placed = inPlace(product, proposed.value);
    if (placed.stage.name !== 'planned') await showAgenda(product, change, placed, figures, who.cause);
    if (answer) {
      const number = placed.items.findIndex((item) => item.id === id) + 1;
      await reply(change, answer.to, who.cause, answer.say(placed, number));
    }
    return yes(placed);
  });
}

export function changeItem(
  product: Product,
  who: Actor,
  meetingId: string,
  item: string,
  what: Partial<Omit<Proposal, 'by'>> | 'remove',
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    const changed =
      what === 'remove' && mayIn(product.agreement, who.person, 'take-off-proposal', meeting) && isBeyond(meeting, item)
        ? withoutBeyond(meeting, item)
        : changeProposal(meeting, item, who.person.id, what);
    if (!changed.ok) return no(changed.no === 'published' ? 'locked' : changed.no);
    const placed = inPlace(product, changed.value);
    if (placed.stage.name !== 'planned') await showAgenda(product, change, placed, figures, who.cause);
    return yes(placed);
  });
}
