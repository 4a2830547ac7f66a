import type { Meeting } from '../../src/domain/meeting.ts';
import type { Edit } from '../../src/domain/minutes.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { mayIn } from '../../src/domain/rights.ts';
import { editMinutes } from '../../src/flows/approve-minutes.ts';
import { view } from '../../src/flows/cards.ts';
import type { Product } from '../../src/flows/product.ts';
import { isCases } from '../../src/flows/take-notes.ts';
import type { Claims } from '../actions.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals } from '../sentences.ts';

const FIELD = 'field_';

/** One field per item's notes, per outcome and per action. Ids carry no colon: some clients drop them. */
function fields(product: Product, meeting: Meeting): { id: string; label: string; text: string }[] {
  return [
    ...meeting.items.flatMap((item, index) =>
      isCases(product, meeting, item.id)
        ? []
        : [
            {
              id: `notes:${item.id}`,
              label: `${index + 1}. ${item.title}`.slice(0, 150),
              text: meeting.notes
                .filter((one) => one.item === item.id)
                .map((one) => one.text)
                .join('\n'),
            },
          ],
    ),
    ...meeting.outcomes.map((one) => ({ id: `outcome:${one.id}`, label: `§ ${one.paragraph}`, text: one.text as string })),
    ...(meeting.comesBack ?? []).map((one) => ({
      id: `back:${one.item}`,
      label: `Punkt ${meeting.items.findIndex(({ id }) => id === one.item) + 1}: varför den tas upp igen`,
      text: one.reason as string,
    })),
    ...meeting.actions.map((one) => ({ id: `action:${one.id}`, label: `Åtgärd ${one.number}`, text: one.what as string })),
  ];
}

/** What was typed over what stands. */
const typedIn = (product: Product, meeting: Meeting, claims: Claims) =>
  fields(product, meeting).map((field) => ({ ...field, text: claims[`${FIELD}${field.id}`] ?? field.text }));

function shown(meeting: Meeting, version: number, texts: { id: string; label: string; text: string }[], error: string): Opened {
  return { title: 'Ändra anteckningarna', view: view('dialog-edit', { meeting: meeting.id, version, fields: texts, error }) };
}

export const edit: Dialog = {
  async open({ product, forum, actor }, { meeting: id = '' }) {
    const meeting = await product.store.read((reader) => reader.meeting(id));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    if (!mayIn(product.agreement, actor.person, 'keep-minutes', meeting)) return { say: refusals['not-secretary'] };
    if (meeting.stage.name !== 'draft')
      return { say: meeting.stage.name === 'in-progress' ? refusals['not-closed'] : refusals['already-approved'] };
    return shown(meeting, meeting.version, fields(product, meeting), '');
  },

  async submit({ product, forum, actor }, claims) {
    const meeting = await product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    const typed = typedIn(product, meeting, claims);
    const edits: Edit[] = typed.map(({ id, text }) => ({ field: id, text: ownText(text) }));
    const done = await editMinutes(product, actor, meeting.id, Number(claims['version']), edits);
    if (done.ok) return { saved: 'Utkastet är ändrat.' };
    // Somebody else changed the draft meanwhile: what was typed is kept, on top of the present version.
    if (done.no === 'stale')
      return shown(
        meeting,
        meeting.version,
        typed,
        'Någon annan har ändrat utkastet. Läs igenom och spara igen, så gäller din text.',
      );
    return { say: refusals[done.no] };
  },

  async again({ product, forum }, claims, stop) {
    const meeting = await product.store.read((reader) => reader.meeting(claims['meeting'] ?? ''));
    if (!meeting || meeting.forum !== forum.id) return { say: refusals['no-meeting'] };
    if (meeting.stage.name !== 'draft') return { say: refusals['not-closed'] };
    const typed = typedIn(product, meeting, claims);
    const label = typed.find(({ id }) => stop.fields.includes(`${FIELD}${id}`))?.label;
    return shown(meeting, Number(claims['version']), typed, label ? `${label}: ${stop.say('texten')}` : stop.say('ett fält'));
  },
};
