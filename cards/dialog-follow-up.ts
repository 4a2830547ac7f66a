import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-follow-up.json' with { type: 'json' };
import { text } from './fields.ts';
import { hostile, long } from './samples.ts';

const schema = z.strictObject({
  forum: text,
  period: text,
  seen: text,
  title: text,
  deviations: text,
  progress: text,
  analysis: text,
  proposals: text,
  error: text,
});

type FollowUpDialogView = z.infer<typeof schema>;

/** Sends back what was typed in the four fields, and which saved text was seen. */
const present: Card<FollowUpDialogView>['present'] = (view, { followUpDialog: say }) => ({
  ...view,
  summary: say.summary(view.title),
  error: view.error === '' ? '' : `⚠ ${view.error}`,
  text: say.labels,
});

const ordinary: FollowUpDialogView = {
  forum: 'unit',
  period: '2027',
  seen: 'activity-1',
  title: 'Årlig uppföljning, 2027',
  deviations: 'Två möten i juni hölls inte.',
  progress: 'Kallelser finns på fem språk.',
  analysis: 'Fler kommer till informationsträffen sedan påminnelsen infördes.',
  proposals: 'Påminnelsen införs i alla enheter.',
  error: '',
};

export const dialogFollowUp: Card<FollowUpDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, seen: '', deviations: '', progress: '', analysis: '', proposals: '' },
    longest: {
      ...ordinary,
      deviations: long(1500),
      progress: long(1500),
      analysis: long(1500),
      proposals: long(1500),
      error: long(200),
    },
    hostile: {
      forum: hostile,
      period: hostile,
      seen: hostile,
      title: hostile,
      deviations: hostile,
      progress: hostile,
      analysis: hostile,
      proposals: hostile,
      error: hostile,
    },
  },
};
