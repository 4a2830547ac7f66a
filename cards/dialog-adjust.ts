import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-adjust.json' with { type: 'json' };
import { localTime, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  items: z.array(z.strictObject({ id: text, title: text })),
  item: text,
});

type AdjustDialogView = z.infer<typeof schema>;

/** Sends back: item. */
const present: Card<AdjustDialogView>['present'] = (view, words) => {
  const { adjustDialog: say, format } = words;
  const when = format.start(view.start);
  return {
    summary: say.summary(view.forum, when),
    meeting: view.meeting,
    where: `${view.forum} · ${when}`,
    hasItems: view.items.length > 0,
    items: view.items,
    item: view.item,
    about: view.items.length > 0 ? say.labels.about : say.labels.none,
    read: view.items.length > 0 ? say.labels.read : '',
    text: say.labels,
  };
};

const ordinary: AdjustDialogView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  items: [
    { id: 'inskrivningar', title: '1. Hur inskrivningarna har fungerat' },
    { id: 'uteblivna', title: '2. Uteblivna besök' },
  ],
  item: 'uteblivna',
};

export const dialogAdjust: Card<AdjustDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, items: [], item: '' },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      items: Array.from({ length: 30 }, (_, n) => ({ id: `item-${n}`, title: `${n + 1}. ${longWord} ${long(59)}` })),
      item: 'item-3',
    },
    hostile: { ...ordinary, meeting: hostile, forum: hostile, items: [{ id: 'a', title: hostile }], item: 'a' },
  },
};
