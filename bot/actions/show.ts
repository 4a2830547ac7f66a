import { agendaView } from '../../src/flows/agenda-view.ts';
import { agendaKey, view } from '../../src/flows/cards.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import type { Action } from '../actions.ts';
import { showIndicators } from '../commands/indicators.ts';
import { refusals } from '../sentences.ts';

/** A card without a meeting of its own means the next one. */
const showAgenda: Action = async ({ product, forum }, { meeting: id = '' }) => {
  const [figures, meeting] = await Promise.all([
    product.figures.look(forum),
    product.store.read((reader) => (id ? reader.meeting(id) : nextMeeting(reader, forum.id))),
  ]);
  if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
  return { card: view('agenda', agendaView(product, meeting, figures)), key: agendaKey(meeting.id) };
};

export const agendaShow = showAgenda;

/** Fresh figures on the card that asked: an agenda names its meeting, the indicators' own card does not. */
export const figuresRefresh: Action = async (turn, claims) =>
  claims['meeting'] ? showAgenda(turn, claims) : { card: await showIndicators(turn), key: `indicators/${turn.forum.id}` };
