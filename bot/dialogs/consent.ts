import { giverOf } from '../../src/domain/cases.ts';
import { consentTo } from '../../src/flows/announce-case.ts';
import { view } from '../../src/flows/cards.ts';
import type { ConsentDialogView } from '../../src/flows/views/cases.ts';
import type { Given } from '../actions.ts';
import { isDate } from '../date-input.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

async function shown({ product, forum, actor }: Turn, claims: Given, error: string): Promise<Opened> {
  const meeting = await product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
  if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
  const found = (meeting.cases ?? []).find(({ id }) => id === claims['case']);
  if (!found) return { say: refusals['no-such-case'] };
  const own = forum.cases && giverOf(forum.cases, actor.person.unit);
  if (!own || (found.from !== own.id && found.of !== own.id)) return { say: refusals['not-your-case'] };
  const given = claims['given'] ?? found.consents.find(({ giver }) => giver === own.id)?.given ?? '';
  const data: ConsentDialogView = {
    meeting: meeting.id,
    case: found.id,
    alias: found.alias,
    giver: own.name,
    months: own.months,
    given: isDate(given) ? given : '',
    error,
  };
  return { title: 'Samtycke', view: view('dialog-consent', data) };
}

/** A consent is given anew or withdrawn, by those it was given to. */
export const consent: Dialog = {
  open: (turn, { meeting = '', case: id = '' }) => shown(turn, { meeting, case: id }, ''),

  async submit(turn, claims) {
    const withdrawn = claims['what'] === 'withdrawn';
    if (!withdrawn && !isDate(claims['given'] ?? '')) return shown(turn, claims, 'Välj dagen då samtycket lämnades.');
    const given = withdrawn ? 'withdrawn' : claims['given']!;
    const done = await consentTo(turn.product, turn.actor, claims['meeting'] ?? '', claims['case'] ?? '', given);
    if (!done.ok) return done.no === 'consent-short' ? shown(turn, claims, refusals[done.no]) : { say: refusals[done.no] };
    return { say: withdrawn ? 'Ärendet är borttaget från dagordningen.' : 'Samtycket är antecknat.' };
  },
};
