import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-action.json' with { type: 'json' };
import { count, localDate, person, text } from './fields.ts';
import { hostile, long, longWord, meeting, per } from './samples.ts';

const schema = z.strictObject({
  actions: z.array(
    z.strictObject({ id: text, meeting: text, number: count, what: text, due: localDate, owner: person.nullable() }),
  ),
  withdraws: z.boolean(),
  chosen: text,
  to: z.enum(['started', 'postponed', 'done', 'withdrawn']),
  due: z.union([localDate, z.literal('')]),
  reason: text,
  error: text,
});

type ActionDialogView = z.infer<typeof schema>;

/** Sends back: which (meeting and id), to, due (2027-05-04) and reason. */
const present: Card<ActionDialogView>['present'] = (view, words) => {
  const { actionDialog: say, format } = words;
  const states = (['started', 'done', 'postponed', 'withdrawn'] as const).filter((to) => to !== 'withdrawn' || view.withdraws);
  return {
    summary: say.summary(view.actions.length),
    text: { which: say.which, whichError: say.whichError, to: say.to, due: say.due, reason: say.reason },
    heading: say.heading,
    meeting: view.actions[0]?.meeting ?? '',
    actions: view.actions.map(({ id, meeting: of, number, what, due, owner }) => ({
      title: [say.title(number, what, format.day(due)), ...(owner ? [words.person(owner.name, owner.unit)] : [])].join(' · '),
      value: `${of} ${id}`,
    })),
    chosen: view.chosen,
    states: states.map((to) => ({ title: say.states[to], value: to })),
    to: view.to,
    due: view.due,
    reason: view.reason,
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    submit: say.submit,
  };
};

const one = { id: '2027-03-16-n-1', meeting: meeting.meeting, number: 3, what: 'Boka lokal', due: '2027-04-09', owner: null };

const ordinary: ActionDialogView = {
  actions: [one, { ...one, id: '2027-03-16-n-2', number: 4, what: 'Fråga om tolk', owner: per }],
  withdraws: true,
  chosen: '',
  to: 'started',
  due: '',
  reason: '',
  error: '',
};

export const dialogAction: Card<ActionDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, actions: [one], withdraws: false },
    longest: {
      ...ordinary,
      actions: Array.from({ length: 8 }, (_, n) => ({ ...one, id: `2027-03-16-n-${n}`, what: `${longWord} ${long(200)}` })),
      to: 'postponed',
      due: '2027-05-04',
      reason: long(400),
      error: long(120),
    },
    hostile: {
      ...ordinary,
      actions: [{ ...one, what: hostile, owner: { name: hostile, unit: hostile } }],
      reason: hostile,
      error: hostile,
    },
  },
};
