import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-register.json' with { type: 'json' };
import { localTime, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  authorities: z.array(z.strictObject({ id: text, name: text, dnr: text, main: text })),
  error: text,
});

type RegisterDialogView = z.infer<typeof schema>;

/** Sends back one `dnr_<id>` per authority. */
const present: Card<RegisterDialogView>['present'] = (view, { registerDialog: say, format }) => {
  const when = format.start(view.start);
  return {
    summary: say.summary(view.forum, when),
    meeting: view.meeting,
    heading: say.labels.heading,
    where: `${view.forum} · ${when}`,
    authorities: view.authorities.map(({ id, name, dnr, main }) => ({ id, name, dnr, main: main === '' ? '' : say.main(main) })),
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    text: say.labels,
  };
};

const ordinary: RegisterDialogView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  authorities: [
    { id: 'af', name: 'Arbetsförmedlingen', dnr: 'AF-2027/0012 3456', main: 'AF-2024/0012 3456' },
    { id: 'stad', name: 'Stockholms stad, socialnämnden', dnr: '', main: '' },
  ],
  error: '',
};

export const dialogRegister: Card<RegisterDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, authorities: [] },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      authorities: Array.from({ length: 8 }, (_, n) => ({
        id: `a${n}`,
        name: `${longWord} ${long(60)}`,
        dnr: long(60),
        main: long(60),
      })),
      error: long(200),
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      authorities: [{ id: 'a', name: hostile, dnr: hostile, main: hostile }],
      error: hostile,
    },
  },
};
