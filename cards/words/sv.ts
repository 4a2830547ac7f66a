import { format } from '../format.ts';
import { actionDialog, actions } from './actions-sv.ts';
import { agenda, proposeDialog, why } from './agenda-sv.ts';
import { approval, editDialog, reopenDialog } from './approval-sv.ts';
import { caseDialog, consentDialog } from './cases-sv.ts';
import { decisionDialog, decisions } from './decisions-sv.ts';
import { digest } from './digest-sv.ts';
import { reportDialog, whyDialog } from './figure-dialogs-sv.ts';
import { figure, indicators } from './figure-sv.ts';
import { figuresAsk } from './figures-ask.ts';
import { guidance } from './guidance-sv.ts';
import { attendanceDialog, commentDialog, minutesCard, noteDialog, situationDialog } from './minutes-sv.ts';
import { adjustDialog, draftComments, readDialog, registerDialog } from './papers-sv.ts';
import { moveDialog, nextMeeting, whyDay } from './plan-sv.ts';
import { liftDialog, questionDialog } from './questions-sv.ts';
import { reach } from './reach-sv.ts';
import { registrations } from './registrations-sv.ts';
import { followUpDialog, report } from './report-sv.ts';
import { takeBackDialog } from './take-back-sv.ts';
import { targetDialog } from './target-sv.ts';
import { fairness, reason, secretaryCard, swap, swapDialog, turn } from './turn-sv.ts';
import { help, welcome } from './welcome-sv.ts';

/** The reference: what the cards say. Functions get names and formatted dates and numbers. */
export const sv = {
  lang: 'sv',
  format: format({
    locale: 'sv-SE',
    at: 'kl.',
    week: 'v.',
    sixWeeks: (week) => `sex veckor t.o.m. ${week}`,
    halfYear: (half, year) => `${half === 1 ? 'första' : 'andra'} halvåret ${year}`,
    schoolYear: (years) => `läsåret ${years}`,
    points: 'procentenheter',
  }),

  person: (name: string, unit: string) => `${name}, ${unit}`,
  minutes: (count: string) => `${count} min`,
  secretary: (person: string) => `Sekreterare: ${person}`,
  noSecretary: 'Sekreterare: ingen ännu',
  approvedBy: (name: string, at: string) => `Godkända av ${name} ${at}`,
  figuresRefresh: 'Uppdatera siffror',
  propose: 'Föreslå punkt',
  agendaShow: 'Visa dagordning',
  agendaOpen: 'Öppna dagordningen',
  minutesOpen: 'Öppna mötesanteckningarna',
  announceCase: 'Anmäl ärende',
  liftQuestion: 'Lyft fråga',
  commentItem: 'Kommentera',
  situationMissing: 'ingen lägesbild ännu',
  commentCount: (count: number) => (count === 1 ? '1 kommentar' : `${count} kommentarer`),
  commentFrom: (by: string) => `Kommentar från ${by}: `,
  noNames: 'Skriv inga namn på enskilda och inga personnummer.',

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
  figuresAsk: figuresAsk.sv,
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

export type Words = typeof sv;
