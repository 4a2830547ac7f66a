import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-report.json' with { type: 'json' };
import { text } from './fields.ts';
import { emptyForm, figureForm, hostileForm, sayError, wrongly } from './figure-form.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = figureForm.extend({
  meeting: text,
  /** Newest first: `2027-W10`. */
  periods: z.array(text),
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
  error: sayError(view),
  text: say.labels,
});

const empty: ReportDialogView = { ...emptyForm, meeting: meeting.meeting, periods: ['2027-W10', '2027-W09', '2027-W08'] };

const ordinary: ReportDialogView = { ...empty, women: '12', men: '9', absent: '4', causeKnown: '3' };

export const dialogReport: Card<ReportDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty,
    longest: {
      ...ordinary,
      name: `${long(80)} ${longWord}`,
      unit: `AF Globen/Liljeholmen/Skärholmen ${longWord}`,
      error: long(200),
    },
    hostile: { ...ordinary, ...hostileForm, meeting: hostile },
    refused: { ...ordinary, ...wrongly },
  },
};
