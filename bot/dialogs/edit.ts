import type { Meeting } from '../../src/domain/meeting.ts';
import type { Edit } from '../../src/domain/minutes.ts';
import { screen } from '../../src/domain/privacy.ts';
import { mayIn } from '../../src/domain/rights.ts';
import { editMinutes } from '../../src/flows/approve-minutes.ts';
import { view } from '../../src/flows/cards.ts';
import type { Product } from '../../src/flows/product.ts';
import { isCases } from '../../src/flows/take-notes.ts';
import type { Dialog, Opened } from '../dialogs.ts';
import { refusals, stopped } from '../sentences.ts';

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
    ...meeting.actions.map((one) => ({ id: `action:${one.id}`, label: `Åtgärd ${one.number}`, text: one.what as string })),
  ];
}

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
    const edits: Edit[] = [];
    const known = fields(product, meeting);
    const typed = known.map((field) => ({ ...field, text: claims[`${FIELD}${field.id}`] ?? field.text }));
    for (const field of typed) {
      const text = screen(field.text, product.clock.now().toPlainDate());
      if (!text.ok) {
        const kept = typed.map((one) =>
          one.id === field.id ? { ...one, text: known.find((before) => before.id === one.id)!.text } : one,
        );
        return shown(meeting, Number(claims['version']), kept, `${field.label}: ${stopped(text.findings).text}`);
      }
      edits.push({ field: field.id, text: text.text });
    }
    const done = await editMinutes(product, actor, meeting.id, Number(claims['version']), edits);
    if (done.ok) return { say: 'Utkastet är ändrat.' };
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
};
