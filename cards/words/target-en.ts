import type { Words } from './sv.ts';

export const targetDialog: Words['targetDialog'] = {
  labels: {
    heading: 'Set a target',
    value: { share: 'Target in percent', count: 'Target, number' },
    valueError: 'Write the target in figures, for example 85.',
    direction: 'The target is to reach',
    directionError: 'Choose at least or at most.',
    'at-least': 'At least',
    'at-most': 'At most',
    validFrom: 'Holds from',
    validTo: 'Holds until',
    decidedAt: 'Decided on',
    reportedAt: 'Reported to the styrgrupp on (if it has been)',
    dateError: 'Choose a day.',
    kept: 'The earlier target remains in the history.',
    save: 'Save the target',
  },
  setter: (forum) => `Decided by ${forum}.`,
  now: (target, until, isOver) => (until === '' ? target : `${target} ${isOver ? 'Held' : 'Holds'} until ${until}.`),
  summary: (name) => `Set a target for ${name}.`,
};
