/**
 * What flows tell people, as plain data: no words, no formatting, no Teams. The cards turn it into sentences.
 * Every date and time is Stockholm wall clock: `2027-03-16` or `2027-03-16T13:00`.
 * A new card has its view in `views/`, and its line here.
 */
import type { ActionDialogView, ActionsView } from './views/actions.ts';
import type { AgendaView, ProposeDialogView } from './views/agenda.ts';
import type { ApprovalView, EditMinutesDialogView, ReopenDialogView } from './views/approval.ts';
import type { CaseDialogView, ConsentDialogView } from './views/cases.ts';
import type { DecisionDialogView, DecisionsView } from './views/decisions.ts';
import type { DigestView } from './views/digest.ts';
import type { FiguresAskView, ReportDialogView, WhyDialogView } from './views/figure-forms.ts';
import type { IndicatorsView } from './views/figures.ts';
import type { GuidanceView } from './views/guidance.ts';
import type { HelpView, MessageView, WelcomeView } from './views/message.ts';
import type {
  AttendanceDialogView,
  CommentDialogView,
  MinutesView,
  NoteDialogView,
  SituationDialogView,
} from './views/minutes.ts';
import type { AdjustDialogView, ReadDialogView, RegisterDialogView } from './views/papers.ts';
import type { MoveDialogView, NextMeetingView, WhyDayView } from './views/plan.ts';
import type { LiftDialogView, QuestionDialogView, QuestionsView } from './views/questions.ts';
import type { ReachView } from './views/reach.ts';
import type { RegistrationsView } from './views/registrations.ts';
import type { FollowUpDialogView, ReportView } from './views/report.ts';
import type { TakeBackDialogView, TargetDialogView } from './views/targets.ts';
import type { FairnessView, SecretaryView, SwapDialogView, SwapView, TurnView } from './views/turn.ts';

export type Views = {
  agenda: AgendaView;
  'next-meeting': NextMeetingView;
  'why-day': WhyDayView;
  guidance: GuidanceView;
  indicators: IndicatorsView;
  'figures-ask': FiguresAskView;
  turn: TurnView;
  secretary: SecretaryView;
  swap: SwapView;
  fairness: FairnessView;
  digest: DigestView;
  reach: ReachView;
  registrations: RegistrationsView;
  report: ReportView;
  actions: ActionsView;
  decisions: DecisionsView;
  minutes: MinutesView;
  approval: ApprovalView;
  message: MessageView;
  help: HelpView;
  welcome: WelcomeView;
  'dialog-propose': ProposeDialogView;
  'dialog-attendance': AttendanceDialogView;
  'dialog-move': MoveDialogView;
  'dialog-note': NoteDialogView;
  'dialog-comment': CommentDialogView;
  'dialog-situation': SituationDialogView;
  'dialog-report': ReportDialogView;
  'dialog-action': ActionDialogView;
  'dialog-decision': DecisionDialogView;
  'dialog-swap': SwapDialogView;
  'dialog-target': TargetDialogView;
  'dialog-take-back': TakeBackDialogView;
  'dialog-why': WhyDialogView;
  'dialog-follow-up': FollowUpDialogView;
  'dialog-reopen': ReopenDialogView;
  'dialog-adjust': AdjustDialogView;
  'dialog-read': ReadDialogView;
  'dialog-register': RegisterDialogView;
  'dialog-edit': EditMinutesDialogView;
  questions: QuestionsView;
  'dialog-lift': LiftDialogView;
  'dialog-case': CaseDialogView;
  'dialog-consent': ConsentDialogView;
  'dialog-question': QuestionDialogView;
};
