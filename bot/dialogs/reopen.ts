import type { Meeting } from '../../src/domain/meeting.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { editionOf } from '../../src/domain/reopen.ts';
import { mayIn } from '../../src/domain/rights.ts';
import { reopenMinutes } from '../../src/flows/approve-minutes.ts';
import { view } from '../../src/flows/cards.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

function shown({ forum }: Turn, meeting: Meeting, reason: string, error: string): Opened {
  const { id, start } = meeting;
  const data = { meeting: id, forum: forum.name, start, edition: editionOf(meeting) + 1, reason, error };
  return { title: 'Öppna anteckningarna igen', view: view('dialog-reopen', data) };
}

export const reopen: Dialog = {
  async open(turn, { meeting: id = '' }) {
    const { product, forum, actor } = turn;
    const meeting = await product.store.read((reader) => reader.meeting(id));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    if (!mayIn(product.agreement, actor.person, 'keep-minutes', meeting)) return { say: refusals['not-secretary'] };
    if (meeting.stage.name === 'approved') return { say: refusals['being-filed'] };
    return meeting.stage.name === 'filed' ? shown(turn, meeting, '', '') : { say: refusals['not-filed'] };
  },

  async submit(turn, { meeting: id = '', reason = '' }) {
    const meeting = await turn.product.store.read((reader) => reader.meeting(id));
    if (!meeting || meeting.forum !== turn.forum.id) return { say: refusals['no-meeting'] };
    const why = ownText(reason.trim().replace(/[.\s]+$/, ''));
    if (why === '') return shown(turn, meeting, '', 'Skriv vad som behöver rättas.');
    const done = await reopenMinutes(turn.product, turn.actor, id, why);
    return done.ok
      ? { saved: 'Anteckningarna är öppna igen. Ändra dem i kortet och godkänn på nytt.' }
      : { say: refusals[done.no] };
  },

  async again(turn, { meeting: id = '', reason = '' }, stop) {
    const meeting = await turn.product.store.read((reader) => reader.meeting(id));
    if (!meeting || meeting.forum !== turn.forum.id) return { say: refusals['no-meeting'] };
    return shown(turn, meeting, reason, stop.say('skälet'));
  },
};
