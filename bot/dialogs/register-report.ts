import { forumOf } from '../../src/domain/agreement.ts';
import { numbersOf } from '../../src/domain/register-numbers.ts';
import { mayRegisterReport } from '../../src/domain/report-registration.ts';
import { view } from '../../src/flows/cards.ts';
import { filedReport } from '../../src/flows/filed-report.ts';
import { registerReport as writeIn } from '../../src/flows/register-report.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';
import { FIELD, typedNumbers } from './register.ts';

/** Only the authorities whose numbers the person may write in; what was typed goes before what is kept. */
async function shown(
  { product, actor }: Turn,
  { meeting: id = '', ...claims }: Record<string, string>,
  error: string,
): Promise<Opened> {
  const { agreement, store } = product;
  const lying = await store.read((reader) => filedReport(product, reader, id));
  if (!lying) return { say: refusals['no-filed-report'] };
  const allowed = mayRegisterReport(agreement, actor.person, lying.forum);
  if (allowed.length === 0) return { say: refusals['not-registrar'] };
  const authorities = numbersOf(agreement, lying)
    .filter(({ authority }) => allowed.some((one) => one.id === authority.id))
    .map(({ authority: { id, name, dnr: main = '' }, dnr = '' }) => ({ id, name, dnr: claims[`${FIELD}${id}`] ?? dnr, main }));
  const { title, edition, day: start } = lying;
  const forum = forumOf(agreement, lying.forum).name;
  return {
    title: 'Diarienummer',
    view: view('dialog-register', { meeting: id, report: { title, edition }, forum, start, authorities, error }),
  };
}

/** The roster decides who may, wherever the button was pressed. */
export const registerReport: Dialog = {
  byOffice: 'register-report',

  open: (turn, { meeting = '' }) => shown(turn, { meeting }, ''),

  async submit(turn, claims: Claims) {
    const { meeting: report = '', edition = '' } = claims;
    const done = await writeIn(turn.product, turn.actor, { report, edition }, typedNumbers(claims));
    if (done.ok) return { saved: 'Diarienumren är sparade. De står på rapportens kort och vid filen på samarbetsytan.' };
    const again = done.no === 'no-number' || done.no === 'long-number';
    return again ? shown(turn, claims, refusals[done.no]) : { say: refusals[done.no] };
  },

  again: (turn, claims, stop) => shown(turn, claims, stop.say('ett diarienummer')),
};
