import type { Meeting } from '../../src/domain/meeting.ts';
import { trimmed } from '../../src/domain/privacy.ts';
import { LONGEST_SITUATION } from '../../src/domain/situations.ts';
import { takeSituation, writesFor } from '../../src/flows/ask-for-situations.ts';
import { view } from '../../src/flows/cards.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const meetingOf = ({ product }: Turn, claims: Claims) => product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));

/** By the meeting's own forum: the button stands in people's own chat. */
function shown({ product, actor }: Turn, meeting: Meeting | undefined, text: string | undefined, error: string): Opened {
  if (!meeting) return { say: refusals['no-meeting'] };
  if (!actor.person.forums.includes(meeting.forum)) return { say: refusals['not-member'] };
  const from = writesFor(product, meeting.forum, actor.person.unit);
  if (!from) return { say: refusals['no-situations'] };
  const forum = product.agreement.forums.find(({ id }) => id === meeting.forum)!;
  const given = meeting.situations?.find((one) => one.from === from.id)?.text ?? '';
  const data = { meeting: meeting.id, forum: forum.name, start: meeting.start, from: from.name, text: text ?? given, error };
  return { title: 'Lägesbild', view: view('dialog-situation', data) };
}

export const situation: Dialog = {
  open: async (turn, claims) => shown(turn, await meetingOf(turn, claims), undefined, ''),

  async submit(turn, claims) {
    const text = trimmed(claims['text']);
    const meeting = await meetingOf(turn, claims);
    if (text === '') return shown(turn, meeting, text, 'Skriv lägesbilden.');
    if (text.length > LONGEST_SITUATION)
      return shown(turn, meeting, text, `Lägesbilden får ha högst ${LONGEST_SITUATION} tecken.`);
    const done = await takeSituation(turn.product, turn.actor, claims['meeting'] ?? '', text);
    return done.ok ? { saved: 'Lägesbilden står på dagordningen.' } : { say: refusals[done.no] };
  },

  again: async (turn, claims, stop) => shown(turn, await meetingOf(turn, claims), claims['text'], stop.say('lägesbilden')),
};
