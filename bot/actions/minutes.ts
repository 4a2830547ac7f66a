import { forumOf } from '../../src/domain/agreement.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { approveMinutes } from '../../src/flows/approve-minutes.ts';
import { minutesKey } from '../../src/flows/cards.ts';
import { closeMeeting } from '../../src/flows/close-meeting.ts';
import { secretaryCard } from '../../src/flows/meeting-cards.ts';
import type { Refusal } from '../../src/flows/product.ts';
import { goToNextItem } from '../../src/flows/take-notes.ts';
import type { Action, Pressed } from '../actions.ts';
import { showMinutes } from '../commands/minutes-show.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

/** The minutes card as it is now, with a word when the press came too late. */
async function present(turn: Turn, meeting: Meeting, notice = ''): Promise<Pressed> {
  const { product, actor } = turn;
  const figures = await product.figures.look(forumOf(product.agreement, meeting.forum));
  const card = await product.store.read((reader) =>
    secretaryCard(product, reader, { ...meeting, notice: notice || meeting.notice }, figures, actor.person.id),
  );
  return { card, key: minutesKey(meeting.id, actor.person.id) };
}

/** A refusal that means "the card is old" shows the present state; the others are a sentence. */
const OLD: readonly Refusal[] = ['stale', 'commented', 'unread', 'closed', 'already-approved', 'not-closed'];

async function refusedPress(turn: Turn, id: string, refusal: Refusal): Promise<Pressed> {
  const meeting = await turn.product.store.read((reader) => reader.meeting(id));
  if (!meeting || !OLD.includes(refusal)) return { say: refusals[refusal] };
  return present(turn, meeting, refusals[refusal]);
}

export const itemNext: Action = async (turn, { meeting = '' }) => {
  const done = await goToNextItem(turn.product, turn.actor, meeting);
  return done.ok ? present(turn, done.value.meeting) : refusedPress(turn, meeting, done.no);
};

export const minutesClose: Action = async (turn, { meeting = '' }) => {
  const done = await closeMeeting(turn.product, turn.actor, meeting);
  return done.ok ? present(turn, done.value.meeting) : refusedPress(turn, meeting, done.no);
};

export const minutesApprove: Action = async (turn, { meeting = '', version = '', hash = '', comments = '' }) => {
  const shown = { version: Number(version), hash, comments: Number(comments) };
  const done = await approveMinutes(turn.product, turn.actor, meeting, shown);
  return done.ok ? present(turn, done.value.meeting) : refusedPress(turn, meeting, done.no);
};

export const minutesShow: Action = async (turn, { meeting = '' }) => ({
  card: await showMinutes(turn, meeting),
  key: minutesKey(meeting, turn.actor.person.id),
});
