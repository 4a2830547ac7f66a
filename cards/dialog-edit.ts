import { z } from 'zod';
import type { Card } from './card.ts';
import { draftComment } from './comment.ts';
import template from './dialog-edit.json' with { type: 'json' };
import { count, paragraphs, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  version: count,
  seen: text,
  fields: z.array(z.strictObject({ id: text.min(1), label: text, text, theirs: text.nullable() })),
  comments: z.array(draftComment),
  take: text,
  error: text,
});

type EditMinutesDialogView = z.infer<typeof schema>;

/** Sends back one `field_<id>` per field, and where two have written one `keep_<id>`: 'both', 'mine' or 'theirs'. */
const present: Card<EditMinutesDialogView>['present'] = (view, { editDialog: say, draftComments }) => ({
  summary: say.summary(view.version),
  meeting: view.meeting,
  versionNumber: view.version,
  heading: say.heading(view.version),
  becomes: say.becomes(view.version + 1),
  hint: view.fields.length > 0 ? say.labels.hint : say.labels.none,
  seen: view.seen,
  fields: view.fields.map(({ theirs, ...field }) => ({
    ...field,
    two: theirs !== null,
    theirs: theirs === null ? [] : theirs.trim() === '' ? [{ text: say.labels.emptied }] : paragraphs(theirs),
    keepLabel: say.keep(field.label),
  })),
  hasComments: view.comments.length > 0,
  comments: view.comments.map(({ place, item, by, text: said }) => ({
    place: String(place),
    said: `${draftComments.from(item, by)}${said}`,
  })),
  take: view.take,
  takeLabel: draftComments.take,
  error: view.error === '' ? '' : `⚠ ${view.error}`,
  text: say.labels,
});

const ordinary: EditMinutesDialogView = {
  meeting: meeting.meeting,
  version: 3,
  seen: 'abcdef.ghijkl.mnopab',
  fields: [
    {
      id: 'notes-1',
      label: '1. Hur inskrivningarna har fungerat',
      text: 'Tiderna räcker.\nFredagarna är inte fyllda.',
      theirs: null,
    },
    { id: 'outcome-14', label: '§ 14 Överenskommet', text: 'Vi prövar fredagstider från maj.', theirs: null },
    { id: 'action-3', label: 'Åtgärd 3', text: 'Boka lokal', theirs: null },
  ],
  comments: [],
  take: '',
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
        theirs: null,
      })),
      comments: Array.from({ length: 6 }, (_, place) => ({ place, item: 15, by: longWord, text: long(500) })),
      error: long(200),
    },
    commented: {
      ...ordinary,
      comments: [{ place: 2, item: 1, by: 'Per Holm', text: 'Det gäller också hos oss.' }],
      take: '2',
    },
    'two-editors': {
      ...ordinary,
      version: 4,
      fields: [
        { ...ordinary.fields[0]!, theirs: 'Tiderna räcker, utom i maj.\nFredagarna är inte fyllda.' },
        ordinary.fields[1]!,
        { ...ordinary.fields[2]!, theirs: '' },
      ],
      error: 'Någon annan har ändrat utkastet medan du skrev.',
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      fields: [{ id: 'a', label: hostile, text: hostile, theirs: hostile }],
      error: hostile,
    },
  },
};
