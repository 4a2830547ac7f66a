/** The dialogs that buttons open. Each opens with a view and, submitted, says it is done or shows itself again with a word. */
import type { Act } from '../src/domain/rights.ts';
import type { View } from '../src/ports.ts';
import type { Claims } from './actions.ts';
import { action } from './dialogs/action.ts';
import { adjust } from './dialogs/adjust.ts';
import { attendance } from './dialogs/attendance.ts';
import { caseDialog } from './dialogs/case.ts';
import { comment } from './dialogs/comment.ts';
import { consent } from './dialogs/consent.ts';
import { decision } from './dialogs/decision.ts';
import { edit } from './dialogs/edit.ts';
import { followUp } from './dialogs/follow-up.ts';
import { lift } from './dialogs/lift.ts';
import { move } from './dialogs/move.ts';
import { note } from './dialogs/note.ts';
import { propose } from './dialogs/propose.ts';
import { question } from './dialogs/question.ts';
import { read } from './dialogs/read.ts';
import { register } from './dialogs/register.ts';
import { registerReport } from './dialogs/register-report.ts';
import { reopen } from './dialogs/reopen.ts';
import { report } from './dialogs/report.ts';
import { situation } from './dialogs/situation.ts';
import { swap } from './dialogs/swap.ts';
import { takeBack } from './dialogs/take-back.ts';
import { target } from './dialogs/target.ts';
import { why } from './dialogs/why.ts';
import type { Stop } from './screened.ts';
import type { Turn } from './turn.ts';

export type Opened = { title: string; view: View } | { say: string };

/** `saved` says what people wrote is kept now. */
export type Submitted = Opened | { saved: string };

export interface Dialog {
  /** The right with which somebody who is no member of the meeting's forum may open it, in their own chat; nobody else may. */
  byOffice?: Act;
  open(turn: Turn, claims: Claims): Promise<Opened>;
  submit(turn: Turn, claims: Claims): Promise<Submitted>;
  /** Shows itself again when the personal-data stop has taken something out of what was filled in; where people write. */
  again?(turn: Turn, claims: Claims, stop: Stop): Promise<Opened>;
}

export const dialogs = {
  action,
  adjust,
  attendance,
  case: caseDialog,
  comment,
  consent,
  decision,
  edit,
  'follow-up': followUp,
  lift,
  move,
  note,
  propose,
  question,
  read,
  register,
  'register-report': registerReport,
  reopen,
  report,
  situation,
  swap,
  'take-back': takeBack,
  target,
  why,
} satisfies Record<string, Dialog>;
