/** What is to be done outside, as the store keeps it. */

/** What can be done outside; `src/flows/effects.ts` says how. */
export type EffectKind =
  | 'post'
  | 'update'
  | 'file'
  | 'watch'
  | 'look'
  | 'list-row'
  | 'event'
  | 'pdf'
  | 'mark'
  | 'draft'
  | 'discard';

/** One thing to do outside, once. The row is the truth; a job is only the wake-up. */
export interface Effect {
  /** One per business intention, e.g. `post/agenda/hub-intro-2027-03-16`. Enqueuing it again does nothing. */
  idemKey: string;
  kind: EffectKind;
  /** Effects of a lane run one at a time, in the order they were enqueued. */
  lane: string;
  payload: unknown;
  /** Seconds it may wait, so that what comes meanwhile can take its place. */
  after?: number;
  /** It is not done before this. */
  notBefore?: Temporal.Instant;
}

export interface StoredEffect extends Effect {
  id: string;
  state: 'pending' | 'inflight' | 'unknown' | 'done' | 'dead';
  /** The fence: a late finisher with an older number changes nothing. */
  attempts: number;
  /** Bytes frozen at the first attempt; a retry sends the same. */
  rendered: unknown;
  /** When the attempt before this one began; undefined on the first. */
  lastTried: Temporal.Instant | undefined;
  /** When this attempt was last known to be ours; undefined when nobody has claimed it. */
  held: Temporal.Instant | undefined;
}

export type EffectOutcome =
  | { state: 'done'; detail: string }
  | { state: 'pending' | 'unknown' | 'dead'; detail: string; status?: number | undefined }
  | { state: 'inflight'; rendered: unknown };
