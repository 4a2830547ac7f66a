import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-propose.json' with { type: 'json' };
import { count, localTime, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  when: z.enum(['agenda', 'late']),
  title: text,
  background: text,
  minutes: count,
  kind: z.enum(['discussion', 'information', 'question']),
  item: text,
  error: text,
});

type ProposeDialogView = z.infer<typeof schema>;

/** Sends back: title, background, minutes, kind and, when a new item comes late, `late`: 'now' or 'next'. */
const present: Card<ProposeDialogView>['present'] = (view, words) => {
  const { proposeDialog: say, format } = words;
  const when = format.start(view.start);
  const changing = view.item !== '';
  return {
    summary: say.summary(view.forum, when),
    meeting: view.meeting,
    item: view.item,
    heading: format.capital(when),
    where: view.forum,
    late: view.when === 'late' && !changing,
    title: view.title,
    background: view.background,
    minutes: view.minutes,
    kind: view.kind,
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    noNames: words.noNames,
    submit: changing ? say.submit.change : say.submit.new,
    text: say.labels,
  };
};

const empty: ProposeDialogView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  when: 'agenda',
  title: '',
  background: '',
  minutes: 10,
  kind: 'discussion',
  item: '',
  error: '',
};

export const dialogPropose: Card<ProposeDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary: {
      ...empty,
      title: 'Hur gör vi när tolken uteblir?',
      background: 'Det har hänt tre gånger sedan februari.',
      item: 'p-1',
    },
    empty,
    longest: {
      ...empty,
      forum: `${meeting.forum} ${longWord}`,
      when: 'late',
      title: long(120),
      background: long(1000),
      minutes: 60,
      error: long(200),
    },
    hostile: {
      ...empty,
      meeting: hostile,
      forum: hostile,
      title: hostile,
      background: hostile,
      item: hostile,
      error: hostile,
    },
    late: { ...empty, when: 'late' },
    'changed late': { ...empty, when: 'late', title: 'Hur gör vi när tolken uteblir?', item: 'p-1' },
    refused: {
      ...empty,
      title: 'Anna behöver tolk',
      error: 'Texten ser ut att innehålla ett personnummer. Den är inte sparad. Ta bort numret och skicka igen.',
    },
  },
};
