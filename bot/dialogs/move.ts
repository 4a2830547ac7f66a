import { trimmed } from '../../src/domain/privacy.ts';
import { mayIn } from '../../src/domain/rights.ts';
import { meetingTime } from '../../src/domain/swedish.ts';
import { view } from '../../src/flows/cards.ts';
import { moveMeeting } from '../../src/flows/move-meeting.ts';
import { offerTimes } from '../../src/flows/offer-times.ts';
import type { Given } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

async function shown({ product, forum }: Turn, claims: Given, error: string): Promise<Opened> {
  const offer = await offerTimes(product, async (reader) => {
    const meeting = await reader.meeting(claims['meeting'] ?? '');
    return meeting?.forum === forum.id ? meeting : undefined;
  });
  if (!offer) return { say: refusals['no-meeting'] };
  const { meeting, times, note } = offer;
  const data = {
    meeting: meeting.id,
    forum: forum.name,
    start: meeting.start,
    times: times.map(({ start, end, warning }) => ({ start, end, warning })),
    note,
    to: claims['to'] ?? '',
    reason: claims['reason'] ?? '',
    error,
  };
  return { title: 'Flytta mötet', view: view('dialog-move', data) };
}

export const move: Dialog = {
  async open(turn, claims) {
    const { product, forum, actor } = turn;
    const meeting = await product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    if (!mayIn(product.agreement, actor.person, 'move-meeting', meeting)) return { say: refusals['not-convener'] };
    return shown(turn, { meeting: claims['meeting'] ?? '' }, '');
  },

  async submit(turn, claims) {
    const reason = trimmed(claims['reason']);
    if (reason === '') return shown(turn, claims, 'Skriv varför mötet flyttas.');
    const [id, to, from] = [claims['meeting'] ?? '', claims['to'] ?? '', claims['from'] ?? ''];
    const done = await moveMeeting(turn.product, turn.actor, id, to, reason, from);
    if (done.ok) return { saved: `Mötet är flyttat till ${meetingTime(done.value.meeting.start, done.value.meeting.end)}.` };
    if (done.no !== 'not-free' && done.no !== 'moved-meanwhile') return { say: refusals[done.no] };
    const there = await turn.product.store.read((reader) => reader.meeting(id));
    if (there && there.start === to) return { say: `Mötet ligger redan ${meetingTime(there.start, there.end)}.` };
    return shown(turn, { ...claims, to: '' }, refusals[done.no]);
  },

  again: (turn, claims, stop) => shown(turn, claims, stop.say('skälet')),
};
