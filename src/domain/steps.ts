/**
 * What happens around a meeting, as a table. Every step is stored as due work when the meeting is planned and runs
 * late rather than never, once. Lead times are ours; that there is an agenda and minutes is the agreement's (N 1.8).
 */

import { reminderDays } from './actions.ts';
import type { Forum, ReportSpan } from './agreement.ts';
import type { PlannedMeeting } from './cadence.ts';
import { STOCKHOLM, workingDaysFrom } from './calendar.ts';
import type { Action } from './meeting.ts';
import { reporters } from './situations.ts';

export const stepNames = [
  'ask-figures',
  'open-agenda',
  'remind-figures',
  'ask-situations',
  'publish-agenda',
  'tell-secretary',
  'tell-away',
  'open-minutes',
  'remind-close',
  'remind-first',
  'remind-last',
  'hand-over',
] as const;

export type MeetingStep = (typeof stepNames)[number];

/** Reminds of the actions a meeting gave, on one day: `remind-actions@2027-04-02`. Planned when the meeting is closed. */
export type ActionStep = `remind-actions@${string}`;

/** Purges the cases of a meeting, some days after it. Planned when the meeting begins. */
export type PurgeStep = 'purge-cases';

/** Asks the body that sets a target for a new one, on one day: `ask-targets@2028-01-07`. Kept with the body's next meeting. */
export type AskStep = `ask-targets@${string}`;

/**
 * Reminds of the report or of the yearly follow-up, on the first morning of its window: `make-report@2027-05-17`,
 * `make-follow-up@2027-09-15`. Kept with the forum's next meeting.
 */
export type ReportStep = `make-report@${string}` | `make-follow-up@${string}`;

/** Writes the weekly letter to the forum's members: `digest@2027-03-15`. Kept with the forum's next meeting. */
export type DigestStep = `digest@${string}`;

/** Says that an item has had its time: `time-box@statistik`. Planned when the meeting comes to the item. */
export type BoxStep = `time-box@${string}`;

export const isDigestStep = (name: StepName): name is DigestStep => name.startsWith('digest@');

/** A step of approving, once more: for minutes that were opened again and are to become this edition. */
export type AgainStep = `${AgainName}@v${number}`;
type AgainName = 'remind-first' | 'remind-last' | 'hand-over';

/** Takes away the drafts of a meeting, some days after its minutes were filed: `purge-draft@2027-04-30`. */
export type PurgeDraftStep = `purge-draft@${string}`;

export type StepName =
  | MeetingStep
  | ActionStep
  | PurgeStep
  | AskStep
  | ReportStep
  | DigestStep
  | AgainStep
  | PurgeDraftStep
  | BoxStep;

export const isPurgeDraft = (name: StepName): name is PurgeDraftStep => name.startsWith('purge-draft@');

/** Which step is done again, and for which edition; undefined for any other step. */
export function again(name: StepName): { step: AgainName; edition: number } | undefined {
  const [, step, edition] = /^(remind-first|remind-last|hand-over)@v(\d+)$/.exec(name) ?? [];
  return step === undefined ? undefined : { step: step as AgainName, edition: Number(edition) };
}

export const isReportStep = (name: StepName): name is ReportStep => /^make-(report|follow-up)@/.test(name);

export const reportSpan = (name: ReportStep): ReportSpan => (name.startsWith('make-follow-up@') ? 'year' : 'half-year');

export const isAskStep = (name: StepName): name is AskStep => name.startsWith('ask-targets@');

export const isActionStep = (name: StepName): name is ActionStep => name.startsWith('remind-actions@');

export interface Step {
  name: StepName;
  at: Temporal.ZonedDateTime;
}

/** Working days before the meeting on which its agenda goes out. */
export const PUBLISHED_BEFORE = 3;

const MORNING = Temporal.PlainTime.from('08:00');

const morning = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: MORNING });

/** The morning `workingDays` before the meeting. */
const before = (meeting: PlannedMeeting, workingDays: number) =>
  morning(workingDaysFrom(meeting.start.toPlainDate(), -workingDays));

/** The morning of a day, or of the next working day: nobody is nudged on a holiday. */
const workingMorning = (date: Temporal.PlainDate) => morning(workingDaysFrom(date, 0));

/** As `workingMorning`, but the working day before where that would come after the last day to approve. */
function reminder(date: Temporal.PlainDate, due: Temporal.PlainDate) {
  const day = workingDaysFrom(date, 0);
  return morning(Temporal.PlainDate.compare(day, due) > 0 ? workingDaysFrom(date, -1) : day);
}

/** The last day to approve: counted from the meeting, `withinDays` calendar days. */
export function approvalDue(meeting: { end: Temporal.ZonedDateTime }, forum: Forum): Temporal.PlainDate {
  return meeting.end.toPlainDate().add({ days: forum.approval.withinDays });
}

/** When people are reminded of what is to be approved, and when it is handed over. */
function approving(due: Temporal.PlainDate, forum: Forum): { name: AgainName; at: Temporal.ZonedDateTime }[] {
  const [first = 7, last = 1] = [...forum.approval.remindDaysBefore].sort((a, b) => b - a);
  return [
    { name: 'remind-first', at: reminder(due.subtract({ days: first }), due) },
    { name: 'remind-last', at: reminder(due.subtract({ days: last }), due) },
    { name: 'hand-over', at: workingMorning(due.add({ days: 1 })) },
  ];
}

/** Minutes that were opened again have as long as they had after the meeting, and are reminded of alike. */
export const againSteps = (due: Temporal.PlainDate, forum: Forum, edition: number): Step[] =>
  approving(due, forum).map(({ name, at }) => ({ name: `${name}@v${edition}`, at }));

export const purgeDraftStep = (filed: Temporal.PlainDate, afterDays: number): Step => {
  const day = filed.add({ days: afterDays });
  return { name: `purge-draft@${day}`, at: morning(day) };
};

/** All steps of a meeting in the order they fall due. */
export function stepsFor(meeting: PlannedMeeting, forum: Forum): (Step & { name: MeetingStep })[] {
  const due = approvalDue(meeting, forum);
  const steps: (Step & { name: MeetingStep })[] = [
    { name: 'ask-figures', at: before(meeting, PUBLISHED_BEFORE + forum.figureAsks.daysBefore) },
    { name: 'open-agenda', at: before(meeting, 5) },
    { name: 'remind-figures', at: before(meeting, PUBLISHED_BEFORE + forum.figureAsks.remindDaysBefore) },
    { name: 'publish-agenda', at: before(meeting, PUBLISHED_BEFORE) },
    ...(reporters(forum).length > 0 ? [{ name: 'ask-situations' as const, at: before(meeting, 5) }] : []),
    { name: 'tell-secretary', at: before(meeting, 2) },
    { name: 'tell-away', at: before(meeting, 1) },
    { name: 'open-minutes', at: meeting.start },
    { name: 'remind-close', at: workingMorning(meeting.end.toPlainDate().add({ days: 1 })) },
    ...approving(due, forum),
  ];
  return steps.sort(
    (a, b) => Temporal.ZonedDateTime.compare(a.at, b.at) || stepNames.indexOf(a.name) - stepNames.indexOf(b.name),
  );
}

/** Steps that are worth doing late, and the one whose time ends that: what they ask for would come too late. */
const LATE_UNTIL: Partial<Record<MeetingStep, MeetingStep>> = {
  'ask-figures': 'publish-agenda',
  'ask-situations': 'open-minutes',
};

/**
 * The steps that a meeting prepared by an earlier version, or under an earlier definition, can be given still: those to come,
 * and those that are worth doing late.
 */
export function stillWorth(
  steps: readonly (Step & { name: MeetingStep })[],
  now: Temporal.ZonedDateTime,
): (Step & { name: MeetingStep })[] {
  const isToCome = ({ at }: Step) => Temporal.ZonedDateTime.compare(at, now) > 0;
  return steps.filter((step) => isToCome(step) || steps.some((end) => end.name === LATE_UNTIL[step.name] && isToCome(end)));
}

/** When the cases of a meeting are purged, by the definition's rule. */
export const purgeStep = (end: Temporal.ZonedDateTime, afterDays: number): Step => ({
  name: 'purge-cases',
  at: morning(end.toPlainDate().add({ days: afterDays })),
});

/** When the letter of a week is written, by its Monday. */
export const digestStep = (monday: Temporal.PlainDate): Step => ({ name: `digest@${monday}`, at: workingMorning(monday) });

/** One step for each day on which some of the actions given are reminded of. */
export function actionSteps(actions: readonly Action[], given: string): Step[] {
  const days = new Set(actions.flatMap(({ due }) => reminderDays(due, given)));
  return [...days].sort().map((day) => ({ name: `remind-actions@${day}`, at: morning(Temporal.PlainDate.from(day)) }));
}

/** When the report is reminded of; a window that is open already is made up for today. */
export function reportStep(of: ReportSpan, day: Temporal.PlainDate, today: Temporal.PlainDate): Step {
  const due = workingDaysFrom(Temporal.PlainDate.compare(day, today) < 0 ? today : day, 0);
  return { name: of === 'year' ? `make-follow-up@${due}` : `make-report@${due}`, at: morning(due) };
}

/** A step for each day on which the body of a meeting is asked for targets; a day that has passed is made up for today. */
export function askSteps(days: readonly Temporal.PlainDate[], today: Temporal.PlainDate): Step[] {
  const late = (day: Temporal.PlainDate) => (Temporal.PlainDate.compare(day, today) < 0 ? today : day);
  const mornings = new Set(days.map((day) => workingDaysFrom(late(day), 0).toString()));
  return [...mornings].sort().map((day) => ({ name: `ask-targets@${day}`, at: morning(Temporal.PlainDate.from(day)) }));
}
