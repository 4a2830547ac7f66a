import type { Words } from './sv.ts';

export const liftDialog: Words['liftDialog'] = {
  noItem: 'No item in particular',
  goes: (place) => `The question goes to ${place}.`,
  labels: {
    from: 'Which item is it about?',
    to: 'Where does the question go?',
    toError: 'Choose where it goes.',
    text: 'The question',
    textError: 'Write the question, at most 200 characters.',
    proposal: 'Proposed answer',
    background: 'Background',
    backgroundHint: 'What does whoever answers need to know?',
    urgency: 'How urgent is it?',
    urgencyError: 'Choose how urgent it is.',
    normal: 'It can wait for the next open agenda',
    urgent: 'Urgent: the next meeting, even if its agenda is published',
  },
  submit: { raise: 'Lift the question', change: 'Save', again: 'Lift again' },
  heading: { raise: 'Lift a question', change: 'Change the question', again: 'Lift the question again' },
  summary: (forum) => `Lift a question from ${forum}.`,
};

export const questionDialog: Words['questionDialog'] = {
  heading: { handle: 'Handle the question', complete: 'Complete', unclear: 'Needs clarifying' },
  text: {
    handle: 'The answer, the reason or what you need to know',
    complete: 'What you add',
    unclear: 'What needs clarifying?',
  },
  do: {
    answer: 'Answer',
    decide: 'Decide',
    more: 'Ask whoever asks for more',
    lift: (place) => `Lift to ${place}`,
    back: 'Send back with a reason',
    merge: 'Merge with an equal question',
  },
  labels: {
    do: 'What do you do with it?',
    doError: 'Choose what you do with it.',
    textError: 'Write a text, at most 1000 characters.',
    concerns: 'An answer goes to everybody who asked. It also concerns:',
    others: 'When merging: which question is equal?',
    noOther: 'None',
  },
  send: 'Send',
  summary: (heading, title) => `${heading}: ${title}.`,
};
