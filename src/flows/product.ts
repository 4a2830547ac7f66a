/** What every flow is handed: the agreement and the outside. */
import type { Agreement, Person } from '../domain/agreement.ts';
import type { Calendar, Changes, Chat, Clock, Directory, Documents, Lists, Log, Probe, Samarbetsyta, Store } from '../ports.ts';
import type { Figures } from './figures.ts';
import type { BehindStop, Clean } from './personal-data-stop.ts';

export interface Product {
  agreement: Agreement;
  store: BehindStop<Store>;
  clock: Clock;
  chat: BehindStop<Chat>;
  samarbetsyta: BehindStop<Samarbetsyta>;
  /** Undefined where no mailbox is configured: the product then keeps out of calendars. */
  calendar: BehindStop<Calendar> | undefined;
  changes: Changes;
  directory: BehindStop<Directory>;
  /** The people the definition names, and which change of the groups has been taken in beside them (`follow-groups.ts`). */
  roster: { defined: readonly Person[]; mark: string };
  lists: BehindStop<Lists>;
  documents: BehindStop<Documents>;
  figures: Figures;
  /** Takes personal identity numbers out of what goes to Teams directly. */
  clean: Clean;
  log: Log;
  probe: Probe;
  /** Seconds after an uncertain attempt before "not found" is believed: longer than the outside's read lag. */
  settleSeconds: number;
  /** Where this product is reached from outside, for links people keep; '' where nobody has said. */
  publicUrl: () => string;
  /** Where the samarbetsyta tells us of changes; '' where nobody outside can reach us, and we look for ourselves. */
  notificationUrl: () => string;
  /** Seconds a change may wait for the next one, so that somebody who types does not move the card with every cell. */
  calmSeconds: number;
  /** Waits so many seconds because the outside asks us to; told time does not wait. */
  waitAsAsked(seconds: number): Promise<void>;
}

/** Somebody the authenticated activity and the roster have named, and the activity that says so. */
export interface Actor {
  person: Person;
  /** The activity's id: acting on it twice is acting once. */
  cause: string;
}

/** Why a person gets no for an answer; the bot has a sentence for each. */
export type Refusal =
  | 'not-member'
  | 'no-meeting'
  | 'not-open'
  | 'published'
  | 'locked'
  | 'not-convener'
  | 'not-free'
  | 'moved-meanwhile'
  | 'begun'
  | 'not-yours'
  | 'not-secretary'
  | 'no-such-item'
  | 'not-begun'
  | 'not-closed'
  | 'closed'
  | 'already-approved'
  | 'stale'
  | 'commented'
  | 'unread'
  | 'adjusted'
  | 'already-adjusted'
  | 'nothing-written'
  | 'too-long'
  | 'not-your-figure'
  | 'not-your-turn'
  | 'swap-open'
  | 'swap-taken'
  | 'no-secretary'
  | 'no-swap'
  | 'not-asked'
  | 'own-turn'
  | 'not-your-swap'
  | 'not-filed'
  | 'no-filed-report'
  | 'not-registrar'
  | 'no-number'
  | 'long-number'
  | 'being-filed'
  | 'not-reach'
  | 'no-report'
  | 'not-report'
  | 'not-maker'
  | 'other-report'
  | 'no-such-year'
  | 'too-long-follow-up'
  | 'same-report'
  | 'not-yours-to-withdraw'
  | 'already-ended'
  | 'needs-reason'
  | 'needs-later-day'
  | 'not-decider'
  | 'not-yet'
  | 'no-such-action'
  | 'not-your-action'
  | 'unknown-person'
  | 'ambiguous-person'
  | 'unknown-date'
  | 'no-such-question'
  | 'ended'
  | 'not-now'
  | 'not-asker'
  | 'not-here'
  | 'not-handler'
  | 'same-question'
  | 'other-place'
  | 'no-path'
  | 'lifted-already'
  | 'no-cases'
  | 'no-more-cases'
  | 'no-such-case'
  | 'not-your-case'
  | 'alias-taken'
  | 'consent-early'
  | 'consent-short'
  | 'same-giver'
  | 'counts-only'
  | 'comes-back'
  | 'not-on'
  | 'no-situations'
  | 'too-long-situation'
  | 'no-reason'
  | 'empty'
  | 'not-setter'
  | 'no-setter'
  | 'not-a-share'
  | 'not-a-number'
  | 'ends-before'
  | 'over-already'
  | 'not-decided'
  | 'not-reported'
  | 'target-gone'
  | 'not-followed'
  | 'no-such-period'
  | 'too-long-note'
  | 'empty-note';
