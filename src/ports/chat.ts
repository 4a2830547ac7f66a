/** How cards reach people in Teams. */

/** The conversation something was said in, as Teams told us. */
export interface ReplyAddress {
  serviceUrl: string;
  conversationId: string;
  /** The activity answered, so that the answer stands below it. */
  activityId: string;
  /** Set in a channel: the team as Graph names it, and the channel. */
  teamId: string;
  channelId: string;
  /** Who wrote, by Entra object id: names the personal chat. */
  entraId: string;
}

/** Where a card goes: a forum's channel, one person, or back to where something was said. */
export type Audience = { forum: string } | { person: string } | { reply: ReplyAddress };

/** A card by name and the data its schema asks for; the Chat adapter fills it (once, frozen with the effect). */
export interface View {
  card: string;
  data: unknown;
}

export interface Posted {
  serviceUrl: string;
  conversationId: string;
  activityId: string;
}

export interface Chat {
  /** Fills a view; the result is what a retry sends again, byte for byte. `key` can be read back with `find`. */
  render(view: View, key: string): Promise<unknown>;
  /** Posts a rendered card. Not idempotent: after a 'maybe' ask `find` first. */
  post(to: Audience, rendered: unknown): Promise<Posted>;
  /** Replaces a posted card; idempotent. */
  update(posted: Posted, rendered: unknown): Promise<void>;
  /** Looks for a card we may have posted. 'unknowable' where the tenant does not let us read back. */
  find(to: Audience, key: string): Promise<Posted | 'absent' | 'unknowable'>;
}
