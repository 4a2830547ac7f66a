import { z } from 'zod';
import type { Card } from './card.ts';
import { localTime, person, text } from './fields.ts';
import { forum, hostile, long, longWord, sara } from './samples.ts';
import { firstName } from './turn-reason.ts';
import template from './welcome.json' with { type: 'json' };

const schema = z.strictObject({
  forum: text,
  name: text,
  role: text,
  /** Empty while no meeting is planned. */
  next: z.union([localTime, z.literal('')]),
  secretary: person.nullable(),
});

type WelcomeView = z.infer<typeof schema>;

const present: Card<WelcomeView>['present'] = (view, words) => {
  const { welcome: say, format } = words;
  return {
    summary: say.summary(view.forum),
    forum: view.forum,
    you: say.you(firstName(view.name), view.forum),
    role: view.role === '' ? '' : say.role(view.role),
    next: view.next === '' ? say.noNext : say.next(format.start(view.next)),
    secretary: view.secretary ? words.secretary(words.person(view.secretary.name, view.secretary.unit)) : '',
    text: say.labels,
    buttons: { show: view.next === '' ? '' : words.agendaShow },
  };
};

const ordinary: WelcomeView = { forum, name: sara.name, role: 'handläggare', next: '2027-03-16T13:00', secretary: sara };

export const welcome: Card<WelcomeView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, role: '', next: '', secretary: null },
    longest: {
      ...ordinary,
      forum: `${forum} ${longWord}`,
      name: longWord,
      role: long(120),
      secretary: { name: `${sara.name} ${longWord}`, unit: long(80) },
    },
    hostile: { ...ordinary, forum: hostile, name: hostile, role: hostile, secretary: { name: hostile, unit: hostile } },
  },
};
