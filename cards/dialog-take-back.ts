import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-take-back.json' with { type: 'json' };
import { localDate, text } from './fields.ts';
import { hostile, long, longWord } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  indicator: text,
  name: text,
  measure: z.enum(['share', 'count']),
  targets: z
    .array(
      z.strictObject({
        id: text,
        value: z.number(),
        direction: z.enum(['at-least', 'at-most']),
        validFrom: localDate,
        validTo: localDate,
      }),
    )
    .min(1),
  error: text,
});

type TakeBackDialogView = z.infer<typeof schema>;

/** Sends back: target, the id of the one chosen. The only one there is, is chosen already. */
const present: Card<TakeBackDialogView>['present'] = (view, { takeBackDialog: say, figure, format }) => {
  const number = (value: number) => (view.measure === 'share' ? format.share(value) : format.count(value));
  return {
    summary: say.summary(view.name),
    meeting: view.meeting,
    indicator: view.indicator,
    name: view.name,
    targets: view.targets.map(({ id, value, direction, validFrom, validTo }) => ({
      value: id,
      title: say.target(figure.target[direction](number(value)), format.day(validFrom), format.day(validTo)),
    })),
    chosen: view.targets.length === 1 ? view.targets[0]!.id : '',
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    text: say.labels,
  };
};

const target: TakeBackDialogView['targets'][number] = {
  id: '3',
  value: 0.95,
  direction: 'at-least',
  validFrom: '2027-03-10',
  validTo: '2027-12-31',
};

const ordinary: TakeBackDialogView = {
  meeting: '',
  indicator: 'inskrivning',
  name: 'Inskrivna inom en vecka',
  measure: 'share',
  targets: [target],
  error: '',
};

export const dialogTakeBack: Card<TakeBackDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    /** With nothing to choose it does not open. */
    empty: { ...ordinary, measure: 'count', targets: [{ ...target, value: 1 }] },
    longest: {
      ...ordinary,
      name: `${long(80)} ${longWord}`,
      targets: Array.from({ length: 6 }, (_, n) => ({ ...target, id: String(n), direction: 'at-most' as const })),
      error: long(200),
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      indicator: hostile,
      name: hostile,
      targets: [{ ...target, id: hostile }],
      error: hostile,
    },
    refused: {
      ...ordinary,
      targets: [target, { ...target, id: '4', validFrom: '2028-01-01', validTo: '2028-12-31' }],
      error: 'Välj ett mål.',
    },
  },
};
