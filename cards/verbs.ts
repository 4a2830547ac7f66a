/** What buttons ask for. Every one used on a card stands here; bot/ must have a handler for each. */
export const verbs = [
  'action_done',
  'agenda_refresh',
  'agenda_show',
  'figures_refresh',
  'figures_report',
  'item_next',
  'ladder_answered',
  'ladder_next',
  'minutes_approve',
  'minutes_close',
  'plan_show',
  'question_receive',
  'question_show',
  'question_withdraw',
  'reach_again',
  'report_freeze',
  'swap_take',
  'swap_withdraw',
  'turn_accept',
  'turn_decline',
  'turn_why',
] as const;

/** Dialogs that buttons open (task/fetch) and that submit under the same name. */
export const dialogs = [
  'action',
  'adjust',
  'attendance',
  'case',
  'comment',
  'consent',
  'decision',
  'edit',
  'follow-up',
  'lift',
  'move',
  'note',
  'propose',
  'question',
  'read',
  'register',
  'reopen',
  'report',
  'situation',
  'swap',
  'take-back',
  'target',
  'why',
] as const;

export type Verb = (typeof verbs)[number];
export type Dialog = (typeof dialogs)[number];
