import type { Words } from './sv.ts';

export const actions: Words['actions'] = {
  headings: { all: 'Your actions', given: 'You have been given a task', due: 'Soon due' },
  none: 'You have no open actions.',
  due: (day, late) => (late > 0 ? `▲ Was due ${day}, ${late === 1 ? 'one day' : `${late} days`} late.` : `Due ${day}.`),
  facts: (number, forum, given) => `No. ${number} · ${forum}, ${given}`,
  owner: (person) => `Owner: ${person} (not in Teams)`,
  status: { open: () => '', started: () => 'Begun.', postponed: (because) => `Put off: ${because}` },
  done: 'Done',
  change: 'Change status',
  more: (count) => (count === 1 ? 'One more that has to wait here.' : `${count} more that have to wait here.`),
  summary: (count) =>
    count === 0 ? 'You have no open actions.' : count === 1 ? 'You have one open action.' : `You have ${count} open actions.`,
};

export const actionDialog: Words['actionDialog'] = {
  heading: 'How is the action going?',
  which: 'Action',
  whichError: 'Choose an action.',
  to: 'Status',
  states: { started: 'Begun', done: 'Done', postponed: 'Put off to another day', withdrawn: 'Not to be done' },
  due: 'New last day, if it is put off',
  reason: 'Why, if it is put off or not to be done',
  title: (number, what, day) => `${number}. ${what} (${day})`,
  submit: 'Save',
  summary: (count) => `Change the status of one of ${count} actions.`,
};
