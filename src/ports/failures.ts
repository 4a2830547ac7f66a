/** How the outside can fail, and what a person can do about it. */

/**
 * The outside failed, and asking again may help. Everything a person might fix is in the message.
 * `delivered` says whether what we asked for can have happened all the same: 'no' is certain, 'maybe' is not.
 */
export class Unavailable extends Error {
  readonly call: string;
  readonly status: number | undefined;
  readonly delivered: 'no' | 'maybe';
  /** Seconds the outside asked us to wait, when it did. */
  readonly retryAfter: number | undefined;

  constructor(facts: {
    call: string;
    status?: number;
    delivered: 'no' | 'maybe';
    retryAfter?: number;
    next: string;
    cause?: unknown;
  }) {
    super(`${facts.call}: ${facts.status ?? 'no answer'}. ${facts.next}`, { cause: facts.cause });
    this.name = 'Unavailable';
    this.call = facts.call;
    this.status = facts.status;
    this.delivered = facts.delivered;
    this.retryAfter = facts.retryAfter;
  }
}

/** The outside understood and said no; asking the same again will not help. A person has to act on `message`. */
export class Refused extends Error {
  readonly call: string;
  readonly status: number | undefined;

  constructor(facts: { call: string; status?: number; next: string; cause?: unknown }) {
    super(`${facts.call}: ${facts.status ?? 'refused'}. ${facts.next}`, { cause: facts.cause });
    this.name = 'Refused';
    this.call = facts.call;
    this.status = facts.status;
  }
}

/** The store does not answer. Whether what was being changed is kept is not known: all of it or nothing. */
export class StoreAway extends Error {
  constructor(cause: unknown) {
    super('the store does not answer. See that the database is up and reachable.', { cause });
    this.name = 'StoreAway';
  }
}
