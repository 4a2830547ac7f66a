import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-swap.json' with { type: 'json' };
import { localTime, person, text } from './fields.ts';
import { hostile, lina, long, longWord, meeting, per, sara } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  forum: text,
  start: localTime,
  from: person,
  people: z.array(z.strictObject({ id: text, person })),
  error: text,
});

type SwapDialogView = z.infer<typeof schema>;

/** Sends back: ask ('all' or a member's id). */
const present: Card<SwapDialogView>['present'] = (view, words) => {
  const { swapDialog: say, format } = words;
  const when = format.start(view.start);
  const people = view.people.map(({ id, person: { name, unit } }) => ({ value: id, title: words.person(name, unit) }));
  return {
    summary: say.summary(view.forum, when),
    meeting: view.meeting,
    heading: format.capital(when),
    where: say.where(view.forum, words.person(view.from.name, view.from.unit)),
    choices: [{ value: 'all', title: say.all }, ...people],
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    text: say.labels,
  };
};

const ordinary: SwapDialogView = {
  meeting: meeting.meeting,
  forum: meeting.forum,
  start: meeting.start,
  from: sara,
  people: [
    { id: 'per', person: per },
    { id: 'lina', person: lina },
  ],
  error: '',
};

export const dialogSwap: Card<SwapDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, people: [] },
    longest: {
      ...ordinary,
      forum: `${meeting.forum} ${longWord}`,
      people: Array.from({ length: 30 }, (_, n) => ({ id: `p${n}`, person: { name: long(40), unit: longWord } })),
      error: long(200),
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      forum: hostile,
      from: { name: hostile, unit: hostile },
      people: [{ id: hostile, person: { name: hostile, unit: hostile } }],
      error: hostile,
    },
  },
};
