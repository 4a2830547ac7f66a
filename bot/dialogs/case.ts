import { quoted } from '../../src/domain/agreement.ts';
import { type CaseRules, giverOf, isAlias } from '../../src/domain/cases.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { reachedStage } from '../../src/domain/meeting.ts';
import { trimmed } from '../../src/domain/privacy.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { announceCase } from '../../src/flows/announce-case.ts';
import { view } from '../../src/flows/cards.ts';
import type { CaseDialogView } from '../../src/flows/views/cases.ts';
import type { Claims } from '../actions.ts';
import { isDate } from '../date-input.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';

const CALLED: Record<string, string> = { alias: 'beteckningen', wanted: 'det som önskas' };
const LONGEST = 200;
const LOOKED = ['not-there', 'found', 'no'] as const;

/** Mina sidor comes first (N 1.8). */
const LOOK_FIRST = 'Hämta uppgiften från Mina sidor tillsammans med personen först. Finns den inte där, anmäl ärendet.';
const NO_NEED = 'Då behövs inget ärende: ni har redan uppgiften. Ingenting är anmält.';

interface Here {
  meeting: Meeting;
  rules: CaseRules;
  own: CaseRules['givers'][number];
}

async function here({ product, forum, actor }: Turn, id: string): Promise<Here | { say: string }> {
  const meeting = await product.store.read((reader) => reader.meeting(id));
  if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
  const own = forum.cases && giverOf(forum.cases, actor.person.unit);
  if (!forum.cases || !own) return { say: refusals['no-cases'] };
  if (reachedStage(meeting, 'draft')) return { say: refusals['no-more-cases'] };
  return { meeting, rules: forum.cases, own };
}

function shown({ product, forum }: Turn, { meeting, rules, own }: Here, filled: Claims, error: string): Opened {
  const others = rules.givers.filter(({ id }) => id !== own.id).map(({ id, name }) => ({ id, name }));
  const day = (said: string | undefined) => (said && isDate(said) ? said : '');
  const data: CaseDialogView = {
    meeting: meeting.id,
    forum: forum.name,
    start: meeting.start,
    first: quoted(product.agreement, rules.first),
    looked: LOOKED.find((one) => one === filled['looked']) ?? '',
    alias: filled['alias'] ?? '',
    kinds: rules.kinds.map(({ id, name, inAdvance }) => ({ id, name, inAdvance })),
    kind: filled['kind'] ?? '',
    givers: others,
    of: filled['of'] || (others.length === 1 ? others[0]!.id : ''),
    wanted: filled['wanted'] ?? '',
    own: own.name,
    givenOwn: day(filled['givenOwn']),
    givenOther: day(filled['givenOther']),
    error,
  };
  return { title: 'Anmäl ärende', view: view('dialog-case', data) };
}

/** Never who: an alias, a kind, what is wanted of whom, and the consents. */
export const caseDialog: Dialog = {
  async open(turn, { meeting = '' }) {
    const found = await here(turn, meeting);
    return 'say' in found ? found : shown(turn, found, {}, '');
  },

  async submit(turn, claims) {
    const found = await here(turn, claims['meeting'] ?? '');
    if ('say' in found) return found;
    const again = (error: string) => shown(turn, found, claims, error);
    if (claims['looked'] === 'found') return { say: NO_NEED };
    if (claims['looked'] !== 'not-there') return again(LOOK_FIRST);
    const [alias, wanted] = [trimmed(claims['alias']), trimmed(claims['wanted'])];
    if (!isAlias(alias))
      return again('Beteckningen ska vara kort, med bokstäver och siffror, till exempel A-17. Skriv inget namn.');
    if (wanted === '') return again('Skriv vad som önskas.');
    if (wanted.length > LONGEST) return again(`Texten får ha högst ${LONGEST} tecken.`);
    if (!found.rules.kinds.some(({ id }) => id === claims['kind'])) return again('Välj vilket slags behov det är.');
    if (!found.rules.givers.some(({ id }) => id === claims['of'])) return again('Välj av vem något önskas.');
    const given = { own: claims['givenOwn'] ?? '', other: claims['givenOther'] ?? '' };
    if (!isDate(given.own)) return again(`Välj dagen då samtycket till ${found.own.name} lämnades.`);
    if (given.other !== '' && !isDate(given.other)) return again('Välj en dag för det andra samtycket, eller lämna den tom.');
    const what = { alias, wanted, kind: claims['kind']!, of: claims['of']!, given };
    const done = await announceCase(turn.product, turn.actor, found.meeting.id, what);
    if (!done.ok) return again(refusals[done.no]);
    const waits = given.other === '' ? ' Det tas upp när den andra har lämnat sitt samtycke.' : '';
    return { saved: `Ärende ${alias} står på dagordningen ${longDate(done.value.meeting.start)}.${waits}` };
  },

  async again(turn, claims, stop) {
    const found = await here(turn, claims['meeting'] ?? '');
    return 'say' in found ? found : shown(turn, found, claims, stop.say(CALLED[stop.fields[0] ?? ''] ?? 'ett fält'));
  },
};
