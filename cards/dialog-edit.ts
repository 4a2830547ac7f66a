import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-edit.json' with { type: 'json' };
import { count, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  version: count,
  fields: z.array(z.strictObject({ id: text.min(1), label: text, text })),
  error: text,
});

type EditMinutesDialogView = z.infer<typeof schema>;

/** Sends back one `field_<id>` per field. */
const present: Card<EditMinutesDialogView>['present'] = (view, { editDialog: say }) => ({
  summary: say.summary(view.version),
  meeting: view.meeting,
  versionNumber: view.version,
  heading: say.heading(view.version),
  becomes: say.becomes(view.version + 1),
  hint: view.fields.length > 0 ? say.labels.hint : say.labels.none,
  fields: view.fields,
  error: view.error === '' ? '' : `⚠ ${view.error}`,
  text: say.labels,
});

const ordinary: EditMinutesDialogView = {
  meeting: meeting.meeting,
  version: 3,
  fields: [
    { id: 'notes-1', label: '1. Hur inskrivningarna har fungerat', text: 'Tiderna räcker.\nFredagarna är inte fyllda.' },
    { id: 'outcome-14', label: '§ 14 Överenskommet', text: 'Vi prövar fredagstider från maj.' },
    { id: 'action-3', label: 'Åtgärd 3', text: 'Boka lokal' },
  ],
  error: '',
};

export const dialogEdit: Card<EditMinutesDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, fields: [] },
    longest: {
      ...ordinary,
      fields: Array.from({ length: 15 }, (_, index) => ({
        id: `notes-${index}`,
        label: `${index + 1}. ${longWord} ${long(59)}`,
        text: long(2000),
      })),
      error: long(200),
    },
    hostile: { ...ordinary, meeting: hostile, fields: [{ id: 'a', label: hostile, text: hostile }], error: hostile },
  },
};
