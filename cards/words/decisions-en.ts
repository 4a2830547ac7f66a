import type { Words } from './sv.ts';

export const decisions: Words['decisions'] = {
  heading: 'Decided and agreed',
  sought: (words) => `Searched for: ${words}`,
  none: 'I find nothing like that in your forums.',
  title: (paragraph, word) => `${word === 'decided' ? 'Decision' : 'Agreed'} §\u00A0${paragraph}`,
  facts: (forum, day, draft) => `${forum}, ${day}${draft ? ' · draft, not approved yet' : ''}`,
  open: 'Open the minutes',
  more: (count) => `${count} older ones are not shown. Search for more words.`,
  summary: (count) => (count === 0 ? 'I find nothing like that in your forums.' : `${count} decisions and agreements.`),
};

export const decisionDialog: Words['decisionDialog'] = {
  heading: 'Write in a decision',
  lead: (name) => `By ${name}. It goes down to the forums and stays open until all have received it.`,
  title: 'What is the decision about?',
  text: 'What was decided?',
  missing: 'Fill this in.',
  on: 'Decided on',
  concerns: 'Which other forums does it concern?',
  submit: 'Hand the decision down',
  summary: (name) => `Write in a decision by ${name}.`,
};
