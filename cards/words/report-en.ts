/** What the card of the report says. */
import type { followUpDialog as dialogReference, report as reference } from './report-sv.ts';

export const report: typeof reference = {
  heading: 'Report',
  headingOfYear: 'Yearly follow-up',
  running: (day) => `Not frozen. Figures up to ${day}.`,
  frozen: (edition, at, who) => `Version ${edition}, frozen ${at} by ${who}.`,
  correctedHeading: 'Corrected since',
  none: '✔ Nothing corrected since.',
  changedHeading: 'Changed since',
  noneChanged: '✔ Nothing has changed since.',
  changed: 'reads otherwise',
  paragraph: (number, day) => `§\u00A0${number}, ${day}`,
  question: (id) => `Question ${id}`,
  questionChanged: 'has been changed or answered',
  counted: {
    planned: 'meetings planned',
    held: 'meetings held',
    moved: 'meetings moved',
    empty: 'meetings where a unit was missing',
    drafts: 'meetings whose minutes are not approved',
    outcomes: 'decisions and agreements',
    open: 'open actions',
    lifted: 'questions lifted',
    answered: 'questions answered',
  },
  texts: { deviations: 'deviations', progress: 'progress', analysis: 'analysis', proposals: 'proposals' },
  textChanged: 'the text has been changed',
  written: (texts) => `Written: ${texts}.`,
  notWritten: (texts) => `Not written yet: ${texts}.`,
  write: 'Write the analysis',
  forumsHeading: 'The forms of cooperation',
  forum: (of) =>
    [
      `${of.held} of ${of.planned} meetings held`,
      `${of.moved} moved`,
      `${of.outcomes} decisions and agreements`,
      `${of.lifted} questions lifted, ${of.answered} answered`,
    ].join(' · '),
  sex: { women: 'women', men: 'men', total: 'in total' },
  change: (sex, was, now) => `${sex} ${was} → ${now}`,
  hiddenChange: (sex) => `${sex} corrected`,
  added: 'has been added',
  gone: 'is no longer reported',
  moreCorrections: (count) => (count === 1 ? 'One more correction.' : `${count} more corrections.`),
  figuresHeading: 'The figures',
  bySex: (women, men, total) => `Women ${women} · Men ${men} · In total ${total}`,
  total: (total) => `In total ${total}`,
  missing: 'Not reported.',
  more: (count) => `${count} more figures in the report.`,
  earlier: (count) => (count === 1 ? 'One earlier period is in the document.' : `${count} earlier periods are in the document.`),
  freeze: 'Freeze and file',
  freezing: 'When you freeze it the figures stand, and the report is filed on the samarbetsyta.',
  again: (edition) => `Freeze version ${edition}`,
  number: (authority, dnr) => `The report’s registration number, ${authority}: ${dnr}`,
  notRegistered: 'none yet',
  register: 'Registration number',
  open: 'Open the report',
  summary: (title, corrections) =>
    corrections === 0
      ? `${title}.`
      : `${title}. ${corrections === 1 ? 'One correction' : `${corrections} corrections`} since it was frozen.`,
};

/** What the dialog says where those who make the yearly follow-up write in it. */
export const followUpDialog: typeof dialogReference = {
  labels: {
    heading: 'Write in the follow-up',
    deviations: 'Deviations',
    deviationsHint: 'What did not go as planned?',
    progress: 'The most important progress',
    progressHint: 'What has become better?',
    analysis: 'Local analysis of the year',
    analysisHint: 'Why was it so, and what needs to be developed?',
    proposals: 'Proposals for actions',
    proposalsHint: 'What would strengthen the cooperation?',
    noPersons: 'Write nothing that points at a person.',
    kept: 'The text is part of the follow-up when it is frozen. If it is changed later a new version can be frozen.',
    save: 'Save',
  },
  summary: (title) => `Write in ${title}.`,
};
