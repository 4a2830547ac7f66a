import type { Meeting } from '../../src/domain/meeting.ts';
import type { SafeText } from '../../src/domain/privacy.ts';
import { mayRegister, registrations } from '../../src/domain/registration.ts';
import { view } from '../../src/flows/cards.ts';
import { registerMinutes } from '../../src/flows/register-minutes.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

export const FIELD = 'dnr_';
const TOO_EARLY = 'Anteckningarna är inte sparade på samarbetsytan än. Diarienumren skrivs in när de är godkända.';

/** Only the authorities whose numbers the person may write in; what was typed goes before what is kept. */
function shown({ product, forum, actor }: Turn, meeting: Meeting, claims: Claims, error: string): Opened {
  const allowed = mayRegister(product.agreement, actor.person, meeting);
  if (allowed.length === 0) return { say: refusals['not-secretary'] };
  const authorities = registrations(product.agreement, meeting)
    .filter(({ authority }) => allowed.some(({ id }) => id === authority.id))
    .map(({ authority: { id, name, dnr: main = '' }, dnr = '' }) => ({ id, name, dnr: claims[`${FIELD}${id}`] ?? dnr, main }));
  const data = { meeting: meeting.id, report: null, forum: forum.name, start: meeting.start, authorities, error };
  return { title: 'Diarienummer', view: view('dialog-register', data) };
}

/** By authority. */
export const typedNumbers = (claims: Claims): ReadonlyMap<string, SafeText> =>
  new Map(
    Object.entries(claims).flatMap(([name, text]): [string, SafeText][] =>
      name.startsWith(FIELD) ? [[name.slice(FIELD.length), text]] : [],
    ),
  );

async function found({ product, forum }: Turn, { meeting: id = '' }: Record<string, string>): Promise<Meeting | undefined> {
  const meeting = await product.store.read((reader) => reader.meeting(id));
  return meeting?.forum === forum.id ? meeting : undefined;
}

export const register: Dialog = {
  byOffice: 'register-own',

  async open(turn, claims) {
    const meeting = await found(turn, claims);
    if (!meeting) return { say: refusals['no-meeting'] };
    return meeting.stage.name === 'filed' ? shown(turn, meeting, {}, '') : { say: TOO_EARLY };
  },

  async submit(turn, claims) {
    const meeting = await found(turn, claims);
    if (!meeting) return { say: refusals['no-meeting'] };
    const done = await registerMinutes(turn.product, turn.actor, meeting.id, typedNumbers(claims));
    if (done.ok) return { saved: 'Diarienumren är sparade. De står på kortet och vid filen på samarbetsytan.' };
    if (done.no === 'not-filed') return { say: TOO_EARLY };
    const again = done.no === 'no-number' || done.no === 'long-number';
    return again ? shown(turn, meeting, claims, refusals[done.no]) : { say: refusals[done.no] };
  },

  async again(turn, claims, stop) {
    const meeting = await found(turn, claims);
    return meeting ? shown(turn, meeting, claims, stop.say('ett diarienummer')) : { say: refusals['no-meeting'] };
  },
};
