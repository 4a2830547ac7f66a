import { z } from 'zod';
import type { Card } from './card.ts';
import template from './dialog-consent.json' with { type: 'json' };
import { count, localDate, text } from './fields.ts';
import { hostile, long, longWord, meeting } from './samples.ts';

const schema = z.strictObject({
  meeting: text,
  case: text,
  alias: text,
  giver: text,
  months: count,
  given: z.union([localDate, z.literal('')]),
  error: text,
});

type ConsentDialogView = z.infer<typeof schema>;

/** Sends back: what ('given' or 'withdrawn') and given (2027-03-01). */
const present: Card<ConsentDialogView>['present'] = (view, { consentDialog: say }) => ({
  summary: say.summary(view.alias, view.giver),
  meeting: view.meeting,
  case: view.case,
  heading: say.heading(view.alias),
  lead: say.lead(view.giver, view.months),
  given: view.given,
  error: view.error === '' ? '' : `⚠ ${view.error}`,
  submit: say.submit,
  text: say.labels,
});

const ordinary: ConsentDialogView = {
  meeting: meeting.meeting,
  case: 'case-1',
  alias: 'A-17',
  giver: 'Arbetsförmedlingen',
  months: 12,
  given: '2027-02-01',
  error: '',
};

export const dialogConsent: Card<ConsentDialogView> = {
  template,
  schema,
  present,
  samples: {
    ordinary,
    empty: { ...ordinary, given: '' },
    longest: { ...ordinary, alias: longWord, giver: `${longWord} ${long(80)}`, error: long(200) },
    hostile: { ...ordinary, meeting: hostile, case: hostile, alias: hostile, giver: hostile, error: hostile },
  },
};
