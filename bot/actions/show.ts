import { agendaView } from '../../src/flows/agenda-view.ts';
import { agendaKey, view } from '../../src/flows/cards.ts';
import type { Fresh } from '../../src/flows/figure-sources.ts';
import { showAgenda as showPosted } from '../../src/flows/meeting-cards.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import { freshenAgenda } from '../../src/flows/show-new-figures.ts';
import type { Action, Claims, Pressed } from '../actions.ts';
import { showIndicators } from '../commands/indicators.ts';
import { allPlanned } from '../commands/next-meeting.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

/** A card without a meeting of its own means the next one. */
const agendaCard = async ({ product, forum }: Turn, claims: Claims, fresh: Fresh): Promise<Pressed> => {
  const id = claims['meeting'];
  const [figures, meeting] = await Promise.all([
    product.figures.look(forum, fresh),
    product.store.read((reader) => (id ? reader.meeting(id) : nextMeeting(reader, forum.id))),
  ]);
  if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
  const data = await product.store.read((reader) => agendaView(product, reader, meeting, figures));
  return { card: view('agenda', data), key: agendaKey(meeting.id) };
};

export const agendaShow: Action = (turn, claims) => agendaCard(turn, claims, 'now');

/** Somebody has opened the agenda's card: figures that have changed since it was drawn go on it for everybody. */
export const agendaRefresh: Action = async (turn, claims) => {
  await freshenAgenda(turn.product, turn.forum, claims['meeting'] ?? '');
  return agendaCard(turn, claims, 'lately');
};

/** Every meeting that is planned, for the one who pressed. */
export const planShow: Action = async (turn) => ({ card: await allPlanned(turn), key: `plan/${turn.forum.id}` });

/**
 * Fresh figures: on the agenda's one card for everybody, or on the indicators' own card for the one who asked.
 */
export const figuresRefresh: Action = async (turn, claims) => {
  const id = claims['meeting'];
  if (!id) return { card: await showIndicators(turn, 'now'), key: `indicators/${turn.forum.id}` };
  const { product, forum, actor } = turn;
  const figures = await product.figures.look(forum);
  await product.store.change(async (change) => {
    const meeting = await change.meeting(id);
    if (meeting?.forum === forum.id && (await change.posted(agendaKey(id))))
      await showPosted(product, change, meeting, figures, actor.cause);
  });
  return agendaCard(turn, claims, 'now');
};
