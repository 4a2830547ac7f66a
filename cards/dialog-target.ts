import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-target.json' with { type: 'json' };
import { localDate, text } from './fields.ts';
import { hostile, long, longWord } from './samples.ts';

const direction = z.enum(['at-least', 'at-most']);

const schema = z.strictObject({
  meeting: text,
  indicator: text,
  name: text,
  setter: text,
  measure: z.enum(['share', 'count']),
  now: z.strictObject({ value: z.number(), direction, validTo: localDate.nullable(), expired: z.boolean() }).nullable(),
  value: text,
  direction,
  validFrom: text,
  validTo: text,
  decidedAt: text,
  isReported: z.boolean(),
  reportedAt: text,
  error: text,
});

type TargetDialogView = z.infer<typeof schema>;

/** Sends back: value, direction, validFrom, validTo, decidedAt and reportedAt, as they were typed. */
const present: Card<TargetDialogView>['present'] = (view, { targetDialog: say, figure, format }) => {
  const { value: valueLabels, 'at-least': least, 'at-most': most, ...labels } = say.labels;
  const number = (value: number) => (view.measure === 'share' ? format.share(value) : format.count(value));
  const { now } = view;
  const until = now?.validTo ? format.until(now.validTo) : '';
  return {
    summary: say.summary(view.name),
    meeting: view.meeting,
    indicator: view.indicator,
    name: view.name,
    setter: say.setter(view.setter),
    now: now === null ? '' : say.now(figure.target[now.direction](number(now.value)), until, now.expired),
    valueLabel: valueLabels[view.measure],
    value: view.value,
    direction: view.direction,
    directions: [
      { value: 'at-least', title: least },
      { value: 'at-most', title: most },
    ],
    validFrom: view.validFrom,
    validTo: view.validTo,
    decidedAt: view.decidedAt,
    isReported: view.isReported,
    reportedAt: view.reportedAt,
    error: view.error === '' ? '' : `⚠ ${view.error}`,
    text: labels,
  };
};

const ordinary: TargetDialogView = {
  meeting: '',
  indicator: 'inskrivning',
  name: 'Inskrivna inom en vecka',
  setter: 'enhetschefsmötet',
  measure: 'share',
  now: { value: 0.85, direction: 'at-least', validTo: '2025-12-31', expired: true },
  value: '87',
  direction: 'at-least',
  validFrom: '2027-03-10',
  validTo: '2027-12-31',
  decidedAt: '2027-03-09',
  isReported: false,
  reportedAt: '',
  error: '',
};

export const dialogTarget: Card<TargetDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, now: null, value: '' },
    longest: { ...ordinary, name: `${long(80)} ${longWord}`, setter: long(100), isReported: true, error: long(200) },
    hostile: {
      ...ordinary,
      meeting: hostile,
      indicator: hostile,
      name: hostile,
      setter: hostile,
      value: hostile,
      validFrom: hostile,
      validTo: hostile,
      decidedAt: hostile,
      reportedAt: hostile,
      error: hostile,
    },
    reported: {
      ...ordinary,
      name: 'Bokade vägledningstider',
      setter: 'forumet för utbildningsplikten',
      isReported: true,
      reportedAt: '2027-03-10',
      now: { value: 0.6, direction: 'at-least', validTo: '2027-04-20', expired: false },
    },
    refused: { ...ordinary, value: 'åttio', error: 'Skriv målvärdet med siffror, till exempel 85.' },
  },
};
