import type { Words } from './sv.ts';

export const caseDialog: Words['caseDialog'] = {
  summary: (forum, when) => `Announce a case to ${forum}, ${when}.`,
  submit: 'Announce',
  own: (giver) => `Consent to ${giver} was given on`,
  inAdvance: (kind) => `${kind} (good to announce in advance)`,
  labels: {
    looked: 'Have you looked for it on Mina sidor, together with the person?',
    lookedError: 'Answer the question about Mina sidor.',
    notThere: 'Yes, it is not there',
    found: 'Yes, we found it',
    notYet: 'No, not yet',
    alias: 'An alias that both know',
    aliasHint: 'For example A-17',
    aliasError: 'Write an alias, for example A-17.',
    kind: 'What kind of need?',
    kindError: 'Choose a kind.',
    of: 'Of whom is something wanted?',
    ofError: 'Choose whom.',
    wanted: 'What is wanted?',
    wantedHint: 'Short, with nothing that points to the person.',
    wantedError: 'Write what is wanted.',
    ownError: 'Choose the day.',
    other: 'Consent to the other was given on, if you know',
  },
};

export const consentDialog: Words['consentDialog'] = {
  summary: (alias, giver) => `Consent to ${giver} in case ${alias}.`,
  heading: (alias) => `Case ${alias}`,
  lead: (giver, months) => `The consent to ${giver} lasts ${months} months at most. It must be valid on the day of the meeting.`,
  submit: 'Save',
  labels: {
    title: 'Consent',
    what: 'What holds?',
    whatError: 'Choose what holds.',
    given: 'The consent is given',
    withdrawn: 'The consent is withdrawn',
    day: 'The day it was given',
  },
};
