import { format } from '../format.ts';
import { actionDialog, actions } from './actions-en.ts';
import { agenda, proposeDialog, why } from './agenda-en.ts';
import { approval, editDialog, reopenDialog } from './approval-en.ts';
import { caseDialog, consentDialog } from './cases-en.ts';
import { decisionDialog, decisions } from './decisions-en.ts';
import { digest } from './digest-en.ts';
import { reportDialog, whyDialog } from './figure-dialogs-en.ts';
import { figure, indicators } from './figure-en.ts';
import { figuresAsk } from './figures-ask.ts';
import { guidance } from './guidance-en.ts';
import { attendanceDialog, commentDialog, minutesCard, noteDialog, situationDialog } from './minutes-en.ts';
import { adjustDialog, draftComments, readDialog, registerDialog } from './papers-en.ts';
import { moveDialog, nextMeeting, whyDay } from './plan-en.ts';
import { liftDialog, questionDialog } from './questions-en.ts';
import { reach } from './reach-en.ts';
import { registrations } from './registrations-en.ts';
import { followUpDialog, report } from './report-en.ts';
import type { Words } from './sv.ts';
import { takeBackDialog } from './take-back-en.ts';
import { targetDialog } from './target-en.ts';
import { fairness, reason, secretaryCard, swap, swapDialog, turn } from './turn-en.ts';
import { help, welcome } from './welcome-en.ts';

/** For colleagues who read English. What comes from people, the agreement and the files stays in Swedish. */
export const en: Words = {
  lang: 'en',
  format: format({
    locale: 'en-GB',
    at: 'at',
    week: 'week',
    sixWeeks: (week) => `six weeks to ${week}`,
    halfYear: (half, year) => `${half === 1 ? 'first' : 'second'} half of ${year}`,
    schoolYear: (years) => `school year ${years}`,
    points: 'percentage points',
  }),

  person: (name, unit) => `${name}, ${unit}`,
  minutes: (count) => `${count} min`,
  secretary: (person) => `Secretary: ${person}`,
  noSecretary: 'Secretary: nobody yet',
  approvedBy: (name, at) => `Approved by ${name}, ${at}`,
  figuresRefresh: 'Update figures',
  propose: 'Propose an item',
  agendaShow: 'Show agenda',
  agendaOpen: 'Open the agenda',
  minutesOpen: 'Open the minutes',
  announceCase: 'Announce a case',
  commentItem: 'Comment',
  situationMissing: 'no report yet',
  commentCount: (count) => (count === 1 ? '1 comment' : `${count} comments`),
  commentFrom: (by) => `Comment by ${by}: `,
  liftQuestion: 'Lift a question',
  noNames: 'Write no names of individuals and no personal identity numbers.',

  actionDialog,
  actions,
  adjustDialog,
  agenda,
  approval,
  attendanceDialog,
  caseDialog,
  commentDialog,
  consentDialog,
  decisionDialog,
  decisions,
  digest,
  draftComments,
  editDialog,
  fairness,
  figure,
  figuresAsk: figuresAsk.en,
  followUpDialog,
  guidance,
  help,
  indicators,
  liftDialog,
  minutesCard,
  moveDialog,
  nextMeeting,
  noteDialog,
  proposeDialog,
  questionDialog,
  reach,
  readDialog,
  reason,
  registerDialog,
  registrations,
  reopenDialog,
  report,
  reportDialog,
  secretaryCard,
  situationDialog,
  swap,
  swapDialog,
  takeBackDialog,
  targetDialog,
  turn,
  welcome,
  why,
  whyDay,
  whyDialog,
};
