/** What buttons do. A button works when its verb stands here; cards are checked against this list. */
import { z } from 'zod';
import type { SafeText } from '../src/domain/privacy.ts';
import type { Act } from '../src/domain/rights.ts';
import type { View } from '../src/ports.ts';
import { actionDone } from './actions/action.ts';
import { caseRemove } from './actions/case.ts';
import { figuresReport } from './actions/figures.ts';
import { ladderAnswered, ladderNext } from './actions/guidance.ts';
import { itemLate, itemNextTime, itemRemove } from './actions/item.ts';
import { itemNext, minutesApprove, minutesClose, minutesShow } from './actions/minutes.ts';
import { questionReceive, questionShow, questionWithdraw } from './actions/question.ts';
import { reachAgain } from './actions/reach.ts';
import { reportFreeze } from './actions/report.ts';
import { agendaRefresh, agendaShow, figuresRefresh, planShow } from './actions/show.ts';
import { swapTake, swapWithdraw } from './actions/swap.ts';
import { turnAccept, turnDecline, turnWhy } from './actions/turn.ts';
import type { Turn } from './turn.ts';

/** The answer to a press: the card as it is now (for the one who pressed), or one sentence. */
export type Pressed = { card: View; key: string } | { say: string };

/** A card's data is a claim, never a permission: texts only, checked here, weighed by the flows. */
export const given = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((data) => {
    const plain = Object.entries(data).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
    return Object.fromEntries(plain.map(([name, value]) => [name, String(value)])) as Record<string, string>;
  });
export type Given = z.infer<typeof given>;

/** What has passed the personal-data stop (`screened.ts`): actions and dialogs take nothing else. */
export type Claims = Record<string, SafeText>;

export type Action = (turn: Turn, claims: Claims) => Promise<Pressed>;

/** The right that opens a button in one's own chat to somebody who is no member of the forum. */
export const openedByOffice: Partial<Record<string, Act>> = { report_freeze: 'make-report' };

export const actions = {
  action_done: actionDone,
  agenda_refresh: agendaRefresh,
  agenda_show: agendaShow,
  case_remove: caseRemove,
  figures_refresh: figuresRefresh,
  figures_report: figuresReport,
  item_late: itemLate,
  item_next: itemNext,
  item_next_time: itemNextTime,
  item_remove: itemRemove,
  ladder_answered: ladderAnswered,
  ladder_next: ladderNext,
  minutes_approve: minutesApprove,
  minutes_close: minutesClose,
  minutes_show: minutesShow,
  plan_show: planShow,
  question_receive: questionReceive,
  question_show: questionShow,
  question_withdraw: questionWithdraw,
  reach_again: reachAgain,
  report_freeze: reportFreeze,
  swap_take: swapTake,
  swap_withdraw: swapWithdraw,
  turn_accept: turnAccept,
  turn_decline: turnDecline,
  turn_why: turnWhy,
} satisfies Record<string, Action>;
