import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-report.json' with { type: 'json' };
import { text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  indicator: text,
  name: text,
  unit: text,
  /** Newest first: `2027-W10`. */
  periods: z.array(text),
  period: text,
  women: text,
  men: text,
  absent: text,
  causeKnown: text,
  error: text,
});

type ReportDialogView = z.infer<typeof schema>;

/** Sends back: period, women, men, absent and causeKnown, as they were typed. */
const present: Card<ReportDialogView>['present'] = (view, { reportDialog: say, format }) => ({
  summary: say.summary(view.name, view.unit),
  meeting: view.meeting,
  indicator: view.indicator,
  heading: view.name,
  where: view.unit,
  periods: view.periods.map((period) => ({ value: period, title: format.capital(format.period(period)) })),
  period: view.period,
  women: view.women,
  men: view.men,
  absent: view.absent,
  causeKnown: view.causeKnown,
  error: view.error === '' ? '' : `⚠ ${view.error}`,
  text: say.labels,
});

const ordinary: ReportDialogView = {
  meeting: meeting.meeting,
  indicator: 'inskrivningssamtal',
  name: 'Deltagande i inskrivningssamtal',
  unit: 'AF Järva',
  periods: ['2027-W10', '2027-W09', '2027-W08'],
  period: '2027-W10',
  women: '12',
  men: '9',
  absent: '4',
  causeKnown: '3',
  error: '',
};

export const dialogReport: Card<ReportDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, women: '', men: '', absent: '', causeKnown: '' },
    longest: {
      ...ordinary,
      name: `${long(80)} ${longWord}`,
      unit: `AF Globen/Liljeholmen/Skärholmen ${longWord}`,
      error: long(200),
    },
    hostile: {
      ...ordinary,
      meeting: hostile,
      indicator: hostile,
      name: hostile,
      unit: hostile,
      women: hostile,
      men: hostile,
      absent: hostile,
      causeKnown: hostile,
      error: hostile,
    },
    refused: { ...ordinary, women: 'tolv', error: 'Skriv antalen med siffror, till exempel 12.' },
  },
};
