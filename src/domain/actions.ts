/**
 * Actions across a forum's meetings: each is one, however many agendas it has come back on. Minutes that are closed do not
 * change because of what becomes of an action later; that is kept beside them (`restated`), and the next agenda takes it into account.
 */
import { asRestated, isOpen } from './action-status.ts';
import { restateActions } from './agenda.ts';
import { workingDaysFrom } from './calendar.ts';
import type { Action, Meeting, Restated } from './meeting.ts';
import { reachedStage } from './meeting.ts';
import { no, type Result, yes } from './result.ts';

export interface ActionEntry {
  action: Action;
  forum: string;
  /** The meeting it was given at, and the latest one that holds it. */
  from: { meeting: string; slot: string };
  holder: string;
}

const held = (meeting: Meeting): Action[] => [...meeting.earlierActions, ...meeting.actions];

/** All actions of one forum, in the order given; the words are those of the meeting that gave it, the rest the latest said. */
export function actionRegister(meetings: readonly Meeting[]): ActionEntry[] {
  const found = new Map<string, ActionEntry>();
  for (const meeting of meetings) {
    for (const one of held(meeting)) {
      const known = found.get(one.id);
      const latest = asRestated(one, meeting.restated);
      // What has ended stays so, also where an agenda that was opened earlier still holds it as open.
      const { action } = known && !isOpen(known.action) ? known : { action: latest };
      found.set(one.id, {
        action: { ...action, what: known?.action.what ?? one.what, who: known?.action.who ?? one.who },
        forum: meeting.forum,
        from: known?.from ?? { meeting: meeting.id, slot: meeting.slot },
        holder: meeting.id,
      });
    }
  }
  return [...found.values()];
}

/** The open ones, soonest due first. */
export const openActions = (meetings: readonly Meeting[]): ActionEntry[] =>
  actionRegister(meetings)
    .filter(({ action }) => isOpen(action))
    .sort((a, b) => (a.action.due < b.action.due ? -1 : a.action.due > b.action.due ? 1 : 0));

/** Keeps what has become of an action between meetings, on the latest meeting that holds it. Said twice is said once. */
export function restateBetween(meeting: Meeting, said: Restated): Result<Meeting, 'no-such-item'> {
  if (!held(meeting).some(({ id }) => id === said.id)) return no('no-such-item');
  if (reachedStage(meeting, 'draft')) {
    const before = meeting.restated ?? [];
    const latest = before.findLast(({ id }) => id === said.id);
    return yes(latest && same(latest, said) ? meeting : { ...meeting, restated: [...before, said] });
  }
  const restated = (actions: Action[]): Action[] => actions.map((one) => asRestated(one, [said]));
  return yes(
    restateActions({ ...meeting, earlierActions: restated(meeting.earlierActions), actions: restated(meeting.actions) }),
  );
}

const same = (a: Restated, b: Restated): boolean => a.to === b.to && a.due === b.due && a.reason === b.reason;

/** Days before its last day on which an action is reminded of (ours). */
const AHEAD = 7;

/**
 * The mornings on which an action is reminded of after `given`: a week before its last day, and on the last day. Never on a
 * day off: the week's is then the next working day, the last day's the working day before, while there is time.
 */
export function reminderDays(due: string, given: string): string[] {
  const last = Temporal.PlainDate.from(due);
  const days = [workingDaysFrom(last.subtract({ days: AHEAD }), 0), onOrBefore(last)];
  return [...new Set(days.map(String))].filter((day) => day > given && day <= due);
}

function onOrBefore(day: Temporal.PlainDate): Temporal.PlainDate {
  return workingDaysFrom(day, 0).equals(day) ? day : workingDaysFrom(day, -1);
}
