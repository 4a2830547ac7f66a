/** Whether a card reached whom it was for, and if not, why: so that somebody can do something about it. */

/** What became of a card that was to be posted. */
export interface Sending {
  state: 'pending' | 'inflight' | 'unknown' | 'done' | 'dead';
  attempts: number;
  /** HTTP status of the last attempt that failed; undefined when there was none, or no answer. */
  status: number | undefined;
}

export type Reach =
  | 'reached'
  /** Not tried yet. */
  | 'waits'
  /** Tried, and tried again by itself. */
  | 'trying'
  /** Teams has not told us where the person or the channel is. */
  | 'not-met'
  /** The app is not installed there, or is blocked. */
  | 'not-installed'
  /** The conversation is gone. */
  | 'gone'
  /** It may be there; nobody can tell but who looks. */
  | 'unknown'
  | 'refused';

/** What only a person can put right: it is not tried again by itself. */
export const givenUp = ({ state }: Pick<Sending, 'state'>): boolean => state === 'dead';

/** `met`: Teams has told us where the person or the channel is. */
export function reachOf({ state, attempts, status }: Sending, met: boolean): Reach {
  if (state === 'done') return 'reached';
  if (status === 401 || status === 403) return 'not-installed';
  if (state === 'dead') return status === undefined ? 'unknown' : status === 404 ? 'gone' : 'refused';
  if (!met) return 'not-met';
  return attempts === 0 ? 'waits' : 'trying';
}
