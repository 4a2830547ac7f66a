import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-decision.json' with { type: 'json' };
import { localDate, text } from './fields.ts';
import { hostile, long, longWord } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  from: text,
  name: text,
  on: localDate,
  title: text,
  text,
  concerns: z.array(z.strictObject({ id: text, name: text })),
  chosen: z.array(text),
  error: text,
});

type DecisionDialogView = z.infer<typeof schema>;

/** Sends back: title, text, on (2027-03-16) and concerns (ids, comma between). */
const present: Card<DecisionDialogView>['present'] = (view, { decisionDialog: say, noNames }) => ({
  summary: say.summary(view.name),
  heading: say.heading,
  meeting: view.meeting,
  from: view.from,
  title: view.title,
  text: view.text,
  on: view.on,
  concerning: view.concerns.length > 0,
  concerns: view.concerns.map(({ id, name }) => ({ title: name, value: id })),
  chosen: view.chosen.join(','),
  error: view.error === '' ? '' : `⚠ ${view.error}`,
  submit: say.submit,
  labels: {
    lead: say.lead(view.name),
    title: say.title,
    text: say.text,
    missing: say.missing,
    on: say.on,
    concerns: say.concerns,
    noNames,
  },
});

const ordinary: DecisionDialogView = {
  meeting: '',
  from: 'forum-3',
  name: 'styrgruppen',
  on: '2027-03-12',
  title: '',
  text: '',
  concerns: [
    { id: 'forum-1', name: 'kommunhubb Väst' },
    { id: 'forum-2', name: 'chefsmötet' },
  ],
  chosen: [],
  error: '',
};

export const dialogDecision: Card<DecisionDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, concerns: [] },
    longest: {
      ...ordinary,
      name: longWord,
      title: long(200),
      text: long(1000),
      concerns: Array.from({ length: 8 }, (_, n) => ({ id: `f-${n}`, name: `${longWord} ${n}` })),
      chosen: ['f-1', 'f-2'],
      error: long(160),
    },
    hostile: { ...ordinary, from: hostile, name: hostile, title: hostile, text: hostile, error: hostile },
  },
};
