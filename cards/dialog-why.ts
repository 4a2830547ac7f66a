import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-why.json' with { type: 'json' };
import { text } from './fields.ts';
import { hostile, long, longWord } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  indicator: text,
  name: text,
  unit: text,
  periods: z.array(text),
  period: text,
  factors: text,
  analysis: text,
  direction: text,
  error: text,
});

type WhyDialogView = z.infer<typeof schema>;

/** Sends back: period, factors, analysis and direction, as they were typed. */
const present: Card<WhyDialogView>['present'] = (view, { whyDialog: say, format }) => ({
  summary: say.summary(view.name, view.unit),
  meeting: view.meeting,
  indicator: view.indicator,
  name: view.name,
  unit: view.unit,
  periods: view.periods.map((period) => ({ value: period, title: format.capital(format.period(period)) })),
  period: view.period,
  about: say.about(format.period(view.period)),
  factors: view.factors,
  analysis: view.analysis,
  direction: view.direction,
  error: view.error === '' ? '' : `⚠ ${view.error}`,
  text: say.labels,
});

const ordinary: WhyDialogView = {
  meeting: '',
  indicator: 'deltagande',
  name: 'Deltagande i informationsträff',
  unit: 'Etableringscentrum',
  periods: ['2027-02', '2027-01', '2026-12'],
  period: '2027-02',
  factors: 'Träffen flyttades två gånger under sportlovet.',
  analysis: 'Fler än vanligt anmälde sig sent.',
  direction: 'Vi påminner per telefon dagen innan.',
  error: '',
};

export const dialogWhy: Card<WhyDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, factors: '', analysis: '', direction: '' },
    longest: {
      ...ordinary,
      name: `${long(80)} ${longWord}`,
      unit: `AF Globen/Liljeholmen/Skärholmen ${longWord}`,
      factors: long(300),
      analysis: long(300),
      direction: long(300),
      error: long(200),
    },
    hostile: {
      meeting: hostile,
      indicator: hostile,
      name: hostile,
      unit: hostile,
      periods: ['2027-02'],
      period: '2027-02',
      factors: hostile,
      analysis: hostile,
      direction: hostile,
      error: hostile,
    },
  },
};
