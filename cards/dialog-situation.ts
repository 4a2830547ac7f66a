import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-situation.json' with { type: 'json' };
import { localTime, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({ meeting: text, forum: text, start: localTime, from: text, text, error: text });

type SituationDialogView = z.infer<typeof schema>;

/** Sends back: text. */
const present: Card<SituationDialogView>['present'] = (view, { situationDialog: say, noNames, format }) => {
  const when = format.start(view.start);
  return {
    summary: say.summary(view.from, view.forum, when),
    meeting: view.meeting,
    where: `${view.forum} · ${when}`,
    label: say.label(view.from),
    written: view.text,
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    noNames,
    text: say.labels,
  };
};

const ordinary: SituationDialogView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  from: 'Arbetsförmedlingen',
  text: 'Två nya handläggare börjar i maj. Väntetiden till inskrivning är en vecka.',
  error: '',
};

export const dialogSituation: Card<SituationDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, text: '' },
    longest: { ...ordinary, forum: `${meeting.forum} ${longWord}`, from: longWord, text: long(1500), error: long(200) },
    hostile: { ...ordinary, meeting: hostile, forum: hostile, from: hostile, text: hostile, error: hostile },
  },
};
