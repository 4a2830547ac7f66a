import type { registrations as swedish } from './registrations-sv.ts';

export const registrations: typeof swedish = {
  heading: (left, documents) =>
    documents === 0 ? 'Nothing to register' : left === 0 ? 'Everything is registered' : `To register: ${left}`,
  none: 'Nothing has been filed yet in the forums where the authority takes part.',
  title: (forum, when) => `Minutes, ${forum}, ${when}`,
  report: (title, forum, day) => `${title}, ${forum}, frozen ${day}`,
  unregistered: 'Registration number: none yet',
  number: (dnr) => `Registration number: ${dnr}`,
  version: (edition, state) => [`Version ${edition}`, state].filter((part) => part !== '').join(' · '),
  states: { 'to-register': '', registered: '', replaced: 'replaced by a later version', reopened: 'opened to be put right' },
  hash: (hash) => `Hash of the text (SHA-256): ${hash}`,
  register: 'Write the number',
  change: 'Change the number',
  open: 'Open the document',
  more: (count) => (count === 1 ? 'And one document more.' : `And ${count} documents more.`),
  summary: (authority, left, documents) =>
    documents === 0
      ? `${authority}: nothing to register.`
      : left === 0
        ? `${authority}: everything is registered.`
        : `${authority}: ${left} left to register.`,
};
