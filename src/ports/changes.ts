/** What changes on the samarbetsyta, and in the calendar. */
import type { Library } from './samarbetsyta.ts';

/** A place that tells when something in it changes: on the samarbetsyta, or the calendar meetings are called from. */
export type Watched = `library:${Library}` | `list:${string}` | 'calendar';

export interface Subscription {
  id: string;
  /** ISO instant; what was granted, which may be shorter than what was asked for. */
  until: string;
}

export interface Changes {
  /** Asks to be told at `url` with the secret. Not idempotent: after a 'maybe' call `unsubscribe` first. @throws Unavailable, Refused */
  subscribe(what: Watched, to: { url: string; secret: string; until: Temporal.Instant }): Promise<Subscription>;
  /** 'gone' when there is no such subscription any longer. */
  renew(id: string, until: Temporal.Instant): Promise<Subscription | 'gone'>;
  /** Ends every subscription of ours that tells this address about this place. */
  unsubscribe(what: Watched, url: string): Promise<void>;
  /**
   * How many things have changed since the mark, which (by id), and the mark to ask with next time. Without a mark: from now on.
   * 'too-old' when the mark reaches too far back, and everything has to be looked at again.
   * The calendar does not count: with a mark the answer is always 1, and `Calendar.between` says what there is now.
   */
  since(what: Watched, mark: string | undefined): Promise<{ changed: number; ids: readonly string[]; mark: string } | 'too-old'>;
}

/** A subscription as we remember it. */
export interface KeptSubscription extends Subscription {
  what: Watched;
  /** Where we asked to be told. */
  url: string;
  /** SHA-256 of the secret: whoever reads the database cannot pretend to be the samarbetsyta. */
  secretHash: string;
  /** ISO instant it was made or last renewed. */
  renewed: string;
}
