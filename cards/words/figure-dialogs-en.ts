import { figureForm } from './figure-form.ts';
import type { Words } from './sv.ts';

export const reportDialog: Words['reportDialog'] = {
  labels: {
    ...figureForm.en,
    heading: 'Report figures',
    period: 'Which period is it about?',
    periodError: 'Choose a period.',
    numberError: 'Write a number in figures. Write 0 if nobody took part.',
  },
  summary: (name, unit) => `Report ${name} for ${unit}.`,
};

export const whyDialog: Words['whyDialog'] = {
  labels: {
    heading: 'Why is the figure as it is?',
    period: 'Which period is it about?',
    periodError: 'Choose a period.',
    factors: 'Influencing factors',
    factorsHint: 'What has influenced the result?',
    analysis: 'Analysis',
    analysisHint: 'What does it tell us?',
    direction: 'Direction',
    directionHint: 'What do we do from here?',
    noPersons: 'Write nothing about individuals, and no numbers that the figure does not show.',
    kept: 'What you write takes the place of your unit’s earlier text for the period, which is kept in the history.',
    save: 'Save',
  },
  about: (period) => `What is in the fields belongs to ${period}. For another period, write it anew.`,
  summary: (name, unit) => `Write why ${name} is as it is, for ${unit}.`,
};
