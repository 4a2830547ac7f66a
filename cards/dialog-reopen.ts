import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-reopen.json' with { type: 'json' };
import { count, localTime, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({ meeting: text, forum: text, start: localTime, edition: count, reason: text, error: text });

type ReopenDialogView = z.infer<typeof schema>;

/** Sends back: reason. */
const present: Card<ReopenDialogView>['present'] = (view, words) => {
  const { reopenDialog: say, format } = words;
  const when = format.start(view.start);
  return {
    summary: say.summary(view.forum, when),
    meeting: view.meeting,
    heading: say.heading(view.edition),
    where: `${view.forum} · ${when}`,
    reason: view.reason,
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    text: say.labels,
  };
};

const ordinary: ReopenDialogView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  edition: 2,
  reason: '',
  error: '',
};

export const dialogReopen: Card<ReopenDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: ordinary,
    longest: { ...ordinary, forum: `${meeting.forum} ${longWord}`, reason: long(300), error: long(200) },
    hostile: { ...ordinary, meeting: hostile, forum: hostile, reason: hostile, error: hostile },
  },
};
