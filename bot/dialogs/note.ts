import { membersOf } from '../../src/domain/agreement.ts';
import { waiting } from '../../src/domain/comments.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { phrasesFor, withPhrase } from '../../src/domain/phrases.ts';
import { ownText, type SafeText, trimmed } from '../../src/domain/privacy.ts';
import { personView } from '../../src/flows/agenda-view.ts';
import { view } from '../../src/flows/cards.ts';
import type { Product } from '../../src/flows/product.ts';
import { takeAction, takeBack, takeNote, takeOutcome } from '../../src/flows/take-notes.ts';
import type { NoteDialogView } from '../../src/flows/views/minutes.ts';
import type { Claims } from '../actions.ts';
import { isDate } from '../date-input.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';
import type { Turn } from '../turn.ts';
import { readItem } from './read.ts';

const KINDS = ['note', 'outcome', 'action'] as const;
type Kind = (typeof KINDS)[number];
const LONGEST = 2000;
const DEFAULT_DAYS = 14;

const WAYS = ['note', 'tabled', 'continues', 'as-usual'] as const;
const wayOf = (said: string | undefined) => WAYS.find((way) => way === said) ?? 'note';

const kindOf = (said: string | undefined): Kind => KINDS.find((kind) => kind === said) ?? 'note';

const titleOf = (kind: Kind, mandate: NoteDialogView['mandate']): string =>
  kind === 'note' ? 'Anteckna' : kind === 'action' ? 'Åtgärd' : mandate === 'decides' ? 'Beslut' : 'Överenskommet';

const COMMENT = 'comment:';

/** Members' comments, to begin a note with. */
const said = (product: Product, meeting: Meeting): { id: string; text: string }[] =>
  waiting(meeting).map(({ id, by, text }) => ({ id: `${COMMENT}${id}`, text: `${personView(product, by).name}: ${text}` }));

/** What was written, begun with the phrase that was chosen; undefined where that is none that ships. */
function begun(product: Product, meeting: Meeting, kind: Kind, claims: Claims): SafeText | undefined {
  const chosen = claims['phrase'] ?? '';
  const comment = kind === 'note' ? waiting(meeting).find(({ id }) => `${COMMENT}${id}` === chosen) : undefined;
  const phrase = comment ?? phrasesFor(product.agreement.phrases, kind).find(({ id }) => id === chosen);
  return phrase || chosen === '' ? withPhrase(phrase, trimmed(claims['text'])) : undefined;
}

function shown({ product, forum }: Turn, meeting: Meeting, claims: Claims, more: Partial<NoteDialogView>): Opened {
  const kind = kindOf(claims['kind']);
  const data: NoteDialogView = {
    meeting: meeting.id,
    kind,
    mandate: forum.mandate,
    items: meeting.items.map((item, index) => ({ id: item.id, title: `${index + 1}. ${item.title}` })),
    item: claims['item'] || meeting.current,
    ways: kind !== 'note' ? [] : WAYS.filter((way) => way !== 'as-usual' || (meeting.comesBack ?? []).length > 0),
    way: wayOf(claims['way']),
    phrases: [...(kind === 'note' ? said(product, meeting) : []), ...phrasesFor(product.agreement.phrases, kind)].map(
      ({ id, text }) => ({ id, text }),
    ),
    text: begun(product, meeting, kind, claims) ?? claims['text'] ?? '',
    people: membersOf(product.agreement, forum.id).map(({ id, name }) => ({ id, name })),
    person: claims['person'] ?? '',
    due: claims['due'] || product.clock.now().toPlainDate().add({ days: DEFAULT_DAYS }).toString(),
    error: '',
    ...more,
  };
  return { title: titleOf(kind, forum.mandate), view: view('dialog-note', data) };
}

export const note: Dialog = {
  async open(turn, claims) {
    const meeting = await turn.product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    if (!meeting || meeting.forum !== turn.forum.id) return { say: refusals['no-meeting'] };
    if (meeting.stage.name !== 'in-progress')
      return { say: meeting.stage.name === 'draft' ? refusals.closed : refusals['not-begun'] };
    return shown(turn, meeting, { kind: claims['kind'] ?? ownText('note') }, {});
  },

  async submit(turn, claims) {
    const { product, actor, forum } = turn;
    const meeting = await product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    const kind = kindOf(claims['kind']);
    const way = kind === 'note' ? wayOf(claims['way']) : 'note';
    const text = begun(product, meeting, kind, claims);
    if (text === undefined) return shown(turn, meeting, claims, { error: 'Välj frasen i listan, eller skriv den i textrutan.' });
    const item = claims['item'] ?? '';
    const adjusts = claims['go'] === 'adjust' && kind !== 'action';
    if (text === '' && adjusts) return readItem(turn, meeting, item);
    if (text === '' && way !== 'as-usual') return shown(turn, meeting, claims, { error: 'Skriv en text.' });
    if (text.length > LONGEST) return shown(turn, meeting, claims, { error: `Texten får ha högst ${LONGEST} tecken.` });
    const comment = claims['phrase']?.startsWith(COMMENT) ? claims['phrase'].slice(COMMENT.length) : '';
    const what = { item, text, comment };
    if (kind === 'action') {
      const person = membersOf(product.agreement, forum.id).find((one) => one.id === claims['person']);
      if (!person) return shown(turn, meeting, claims, { error: 'Välj vem som ansvarar.' });
      const due = claims['due'] ?? '';
      if (!isDate(due)) return shown(turn, meeting, claims, { error: 'Välj sista dag.' });
      const done = await takeAction(product, actor, meeting.id, { ...what, who: person.id, due });
      return done.ok ? { saved: 'Åtgärden är sparad.' } : { say: refusals[done.no] };
    }
    if (way !== 'note') {
      const said = await takeBack(product, actor, meeting.id, { ...what, how: way });
      if (!said.ok) return { say: refusals[said.no] };
      if (adjusts) return readItem(turn, said.value.meeting, item);
      return { saved: way === 'as-usual' ? 'Bordläggningen är borttagen.' : 'Punkten kommer på nästa dagordning.' };
    }
    const done = await (kind === 'outcome' ? takeOutcome : takeNote)(product, actor, meeting.id, what);
    if (!done.ok) return { say: refusals[done.no] };
    return adjusts ? readItem(turn, done.value.meeting, item) : { saved: 'Det är sparat.' };
  },

  async again(turn, claims, stop) {
    const meeting = await turn.product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    if (!meeting || meeting.forum !== turn.forum.id) return { say: refusals['no-meeting'] };
    return shown(turn, meeting, claims, { error: stop.say('texten') });
  },
};
