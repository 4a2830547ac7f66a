import type { takeBackDialog as swedish } from './take-back-sv.ts';

export const takeBackDialog: typeof swedish = {
  open: 'Take back a target',
  labels: {
    heading: 'Take back a target',
    which: 'Which target is to be taken back?',
    whichError: 'Choose a target.',
    kept: 'The target no longer holds from today. It remains in the history, with who took it back and when. No new target has to be set.',
    save: 'Take back',
  },
  target: (goal, from, to) => `${goal} Holds from ${from} until ${to}.`,
  summary: (name) => `Take back a target for ${name}.`,
};
