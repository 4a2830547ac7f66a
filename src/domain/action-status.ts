/** What an action can become: begun, put off with a new last day, done, or withdrawn (ours; domain rule 13). */
import type { Action, ActionStatus, Restated } from './meeting.ts';
import { no, type Result, yes } from './result.ts';

const ENDED: readonly ActionStatus[] = ['done', 'withdrawn'];

/** Open actions come back; one that is done or withdrawn does not. */
export const isOpen = ({ status }: Pick<Action, 'status'>): boolean => !ENDED.includes(status);

/** The action as the latest word about it leaves it. */
export function asRestated(action: Action, said: readonly Restated[] = []): Action {
  const latest = said.findLast(({ id }) => id === action.id);
  if (!latest) return action;
  const { because: _before, ...rest } = action;
  const { to, due = action.due, reason } = latest;
  return { ...rest, status: to, due, ...(reason ? { because: reason } : {}), changed: true };
}

export type RestateNo = 'already-ended' | 'needs-reason' | 'needs-later-day';

/** Whether what is said of an open action holds together: what is put off gets a later day, and both that and a withdrawal a reason. */
export function restatable(action: Action, said: Restated, today: string): Result<Restated, RestateNo> {
  if (!isOpen(action)) return no('already-ended');
  const wordless = (said.reason ?? '') === '';
  if ((said.to === 'postponed' || said.to === 'withdrawn') && wordless) return no('needs-reason');
  if (said.to === 'postponed' && (said.due === undefined || said.due <= action.due || said.due < today))
    return no('needs-later-day');
  return yes(said);
}
