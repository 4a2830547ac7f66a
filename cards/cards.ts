import { actions } from './actions.ts';
import { agenda } from './agenda.ts';
import { approval } from './approval.ts';
import type { Card } from './card.ts';
import { decisions } from './decisions.ts';
import { dialogAction } from './dialog-action.ts';
import { dialogAdjust } from './dialog-adjust.ts';
import { dialogAttendance } from './dialog-attendance.ts';
import { dialogCase } from './dialog-case.ts';
import { dialogComment } from './dialog-comment.ts';
import { dialogConsent } from './dialog-consent.ts';
import { dialogDecision } from './dialog-decision.ts';
import { dialogEdit } from './dialog-edit.ts';
import { dialogFollowUp } from './dialog-follow-up.ts';
import { dialogLift } from './dialog-lift.ts';
import { dialogMove } from './dialog-move.ts';
import { dialogNote } from './dialog-note.ts';
import { dialogPropose } from './dialog-propose.ts';
import { dialogQuestion } from './dialog-question.ts';
import { dialogRead } from './dialog-read.ts';
import { dialogRegister } from './dialog-register.ts';
import { dialogReopen } from './dialog-reopen.ts';
import { dialogReport } from './dialog-report.ts';
import { dialogSituation } from './dialog-situation.ts';
import { dialogSwap } from './dialog-swap.ts';
import { dialogTakeBack } from './dialog-take-back.ts';
import { dialogTarget } from './dialog-target.ts';
import { dialogWhy } from './dialog-why.ts';
import { digest } from './digest.ts';
import { fairness } from './fairness.ts';
import { figuresAsk } from './figures-ask.ts';
import { guidance } from './guidance.ts';
import { help } from './help.ts';
import { indicators } from './indicators.ts';
import { message } from './message.ts';
import { minutes } from './minutes.ts';
import { nextMeeting } from './next-meeting.ts';
import { questions } from './questions.ts';
import { reach } from './reach.ts';
import { registrations } from './registrations.ts';
import { report } from './report.ts';
import { secretary } from './secretary.ts';
import { swap } from './swap.ts';
import { turn } from './turn.ts';
import { welcome } from './welcome.ts';
import { whyDay } from './why-day.ts';

/** Every card there is, by the name flows use. */
export const cards = {
  agenda,
  'next-meeting': nextMeeting,
  'why-day': whyDay,
  guidance,
  indicators,
  'figures-ask': figuresAsk,
  turn,
  secretary,
  swap,
  fairness,
  digest,
  reach,
  registrations,
  report,
  actions,
  decisions,
  minutes,
  approval,
  message,
  help,
  welcome,
  questions,
  'dialog-lift': dialogLift,
  'dialog-case': dialogCase,
  'dialog-comment': dialogComment,
  'dialog-consent': dialogConsent,
  'dialog-question': dialogQuestion,
  'dialog-propose': dialogPropose,
  'dialog-action': dialogAction,
  'dialog-decision': dialogDecision,
  'dialog-adjust': dialogAdjust,
  'dialog-attendance': dialogAttendance,
  'dialog-move': dialogMove,
  'dialog-note': dialogNote,
  'dialog-edit': dialogEdit,
  'dialog-follow-up': dialogFollowUp,
  'dialog-report': dialogReport,
  'dialog-read': dialogRead,
  'dialog-register': dialogRegister,
  'dialog-reopen': dialogReopen,
  'dialog-situation': dialogSituation,
  'dialog-swap': dialogSwap,
  'dialog-take-back': dialogTakeBack,
  'dialog-target': dialogTarget,
  'dialog-why': dialogWhy,
} satisfies Record<string, Card<unknown>>;

export type CardName = keyof typeof cards;
