import { ownText } from '../../src/domain/privacy.ts';
import { view } from '../../src/flows/cards.ts';
import { actionChoices, restateAction } from '../../src/flows/show-actions.ts';
import type { ActionDialogView } from '../../src/flows/views/actions.ts';
import type { Given } from '../actions.ts';
import { isDate } from '../date-input.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const STATES: readonly ActionDialogView['to'][] = ['started', 'done', 'postponed', 'withdrawn'];

const stateOf = (claimed: string | undefined) => STATES.find((one) => one === claimed);

async function shown({ product, actor }: Turn, claims: Given, error: string): Promise<Opened> {
  const choices = await product.store.read((reader) => actionChoices(product, reader, actor.person));
  if (choices.actions.length === 0) return { say: 'Du har inga öppna åtgärder att ändra.' };
  const { which = '', to = '', due = '', reason = '' } = claims;
  const data: ActionDialogView = {
    ...choices,
    chosen: choices.actions.some(({ meeting, id }) => `${meeting} ${id}` === which) ? which : '',
    to: stateOf(to) ?? 'started',
    due: isDate(due) ? due : '',
    reason,
    error,
  };
  return { title: 'Ändra status', view: view('dialog-action', data) };
}

/** Says what has become of an action: begun, put off, done, or not to be done. */
export const action: Dialog = {
  open: (turn) => shown(turn, {}, ''),

  async submit(turn, claims) {
    const [meeting = '', id = ''] = (claims['which'] ?? '').split(' ');
    const to = stateOf(claims['to']);
    if (id === '' || !to) return shown(turn, claims, 'Välj en åtgärd och hur det går.');
    const due = to === 'postponed' ? (claims['due'] ?? '') : '';
    const reason = ownText((claims['reason'] ?? '').trim());
    const saying = { id, to, ...(isDate(due) ? { due } : {}), ...(reason === '' ? {} : { reason }) };
    const done = await restateAction(turn.product, turn.actor, meeting, saying);
    if (done.ok) return { saved: 'Sparat.' };
    const mend = done.no === 'needs-reason' || done.no === 'needs-later-day';
    return mend ? shown(turn, claims, refusals[done.no]) : { say: refusals[done.no] };
  },

  again: (turn, claims, stop) => shown(turn, claims, stop.say('skälet')),
};
