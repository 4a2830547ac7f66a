/** The form of a figure, the same on the card that asks for it and in the dialog: what is filled in, as it was typed. */
import { z } from 'zod';
import { text } from './fields.ts';
import { hostile, sara } from './samples.ts';

export const AMOUNTS = ['women', 'men', 'absent', 'causeKnown'] as const;
export type Amount = (typeof AMOUNTS)[number];

export const figureForm = z.strictObject({
  indicator: text,
  name: text,
  unit: text,
  period: text,
  women: text,
  men: text,
  absent: text,
  causeKnown: text,
  error: text,
});

type FigureForm = z.infer<typeof figureForm>;

/** What is wrong with what was typed, with its mark; '' when nothing is. */
export const sayError = ({ error }: Pick<FigureForm, 'error'>): string => (error === '' ? '' : `⚠ ${error}`);

export const emptyForm: FigureForm = {
  indicator: 'inskrivningssamtal',
  name: 'Deltagande i inskrivningssamtal',
  unit: sara.unit,
  period: '2027-W10',
  women: '',
  men: '',
  absent: '',
  causeKnown: '',
  error: '',
};

/** What somebody typed that is no number, and what is said of it. */
export const wrongly = { women: 'tolv', error: 'Skriv antalen med siffror, till exempel 12.' };

export const hostileForm: FigureForm = {
  ...emptyForm,
  indicator: hostile,
  name: hostile,
  unit: hostile,
  women: hostile,
  men: hostile,
  absent: hostile,
  causeKnown: hostile,
  error: hostile,
};
