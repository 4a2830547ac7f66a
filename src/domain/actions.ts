/**
 * Actions across a forum's meetings: each is one, however many agendas it has come back on. Minutes that are closed do not
 * change because an action is done later; that is kept beside them (`doneSince`), and the next agenda takes it into account.
 */
import { restateActions } from './agenda.ts';
import { workingDaysFrom } from './calendar.ts';
import type { Action, Meeting } from './meeting.ts';
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

/** All actions of one forum, in the order given; the words are those of the meeting that gave it, the status the latest. */
export function actionRegister(meetings: readonly Meeting[]): ActionEntry[] {
  const found = new Map<string, ActionEntry>();
  for (const meeting of meetings) {
    const since = new Set((meeting.doneSince ?? []).map(({ id }) => id));
    for (const action of held(meeting)) {
      const known = found.get(action.id);
      const done = known?.action.status === 'done' || action.status === 'done' || since.has(action.id);
      found.set(action.id, {
        action: { ...(known?.action ?? action), status: done ? 'done' : 'open' },
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
    .filter(({ action }) => action.status === 'open')
    .sort((a, b) => (a.action.due < b.action.due ? -1 : a.action.due > b.action.due ? 1 : 0));

/** Marks an action as done between meetings, on the latest meeting that holds it. Twice is once. */
export function finishBetween(meeting: Meeting, id: string, by: string, at: string): Result<Meeting, 'no-such-item'> {
  if (!held(meeting).some((action) => action.id === id)) return no('no-such-item');
  if (reachedStage(meeting, 'draft')) {
    const since = meeting.doneSince ?? [];
    return yes(since.some((one) => one.id === id) ? meeting : { ...meeting, doneSince: [...since, { id, by, at }] });
  }
  const done = (actions: Action[]): Action[] => actions.map((one) => (one.id === id ? { ...one, status: 'done' } : one));
  return yes(restateActions({ ...meeting, earlierActions: done(meeting.earlierActions), actions: done(meeting.actions) }));
}

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
