import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-comment.json' with { type: 'json' };
import { text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  items: z.array(z.strictObject({ id: text, title: text })),
  item: text,
  text,
  error: text,
});

type CommentDialogView = z.infer<typeof schema>;

/** Sends back: item and text. */
const present: Card<CommentDialogView>['present'] = (view, { commentDialog: say, noNames }) => ({
  summary: say.summary,
  meeting: view.meeting,
  hasItems: view.items.length > 0,
  items: view.items,
  item: view.item,
  written: view.text,
  error: view.error === '' ? '' : `⚠ ${view.error}`,
  noNames,
  text: say.labels,
});

const ordinary: CommentDialogView = {
  meeting: meeting.meeting,
  items: [
    { id: 'inskrivningar', title: '1. Hur inskrivningarna har fungerat' },
    { id: 'uteblivna', title: '2. Uteblivna besök' },
  ],
  item: 'uteblivna',
  text: 'Det gäller också hos oss.',
  error: '',
};

export const dialogComment: Card<CommentDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, items: [], item: '', text: '' },
    longest: {
      ...ordinary,
      items: Array.from({ length: 30 }, (_, index) => ({ id: `item-${index}`, title: `${index + 1}. ${longWord} ${long(59)}` })),
      item: 'item-3',
      text: long(500),
      error: long(200),
    },
    hostile: {
      meeting: hostile,
      items: [{ id: 'a', title: hostile }],
      item: 'a',
      text: hostile,
      error: hostile,
    },
  },
};
