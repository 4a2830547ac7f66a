import type { Activity } from './activities.ts';
import type { BotAnswer } from './bot-call.ts';
import type { GraphMessages } from './graph-messages.ts';
import type { Card, Mention } from './happenings.ts';
import type { Outcome } from './invoke-answers.ts';
import type { LocalPerson, LocalTeam, Roster } from './roster.ts';
import type { StoredMessage } from './teams-state.ts';

export interface LocalTeamsOptions {
  /** Keeps `teams.jsonl`. */
  dir: string;
  people: LocalPerson[];
  team: LocalTeam;
  /** `28:<app id>` */
  botId: string;
  botName: string;
  /** Where the bot listens: `http://127.0.0.1:3978`. */
  botUrl: () => string;
  /** Where this world is reached; the bot gets `${publicUrl()}/connector` as serviceUrl. */
  publicUrl: () => string;
  /** ISO instant of the world's clock. */
  now: () => string;
}

/** The person is not in that conversation, or there is no such thing there: Teams would not have shown it. */
export class NotThere extends Error {
  override name = 'NotThere';
}

export interface Conversation {
  id: string;
  kind: 'personal' | 'channel';
  name: string;
  /** The channel's forum; '' for a personal chat. */
  forum: string;
  messages: number;
  /** ISO instant of the last message, '' when there is none. */
  lastAt: string;
}

/** A message as one person sees it. */
export interface Message {
  id: string;
  conversationId: string;
  root: string;
  /** Null = the bot. */
  from: { id: string; name: string } | null;
  at: string;
  editedAt: string | null;
  deleted: boolean;
  /** Mentions stand in it as `<at>Per Holm</at>`. */
  text: string;
  mentions: Mention[];
  card: Card | null;
  key: string;
  /** True when the card is this person's own, from the answer to a click. */
  onlyYou: boolean;
  delivered: boolean;
}

export type Said =
  | { kind: 'sent'; activityId: string; conversationId: string; answered: number | null }
  /** A channel message without a mention: it stands in the channel, the bot never sees it. */
  | { kind: 'not-delivered'; activityId: string; conversationId: string };

/** `conversation` is a channel, a thread, or 'personal' for the person's own chat with the bot. `id` given again sends the same activity again. */
export interface Say {
  as: string;
  conversation: string;
  text: string;
  /** @-mentions the bot first. Mentioned people, and the bot, may also stand in the text as `@Per Holm` or `@Per`. */
  mention?: boolean | undefined;
  /** Any message of the thread to answer in. */
  replyTo?: string | undefined;
  id?: string | undefined;
}

export interface Press {
  as: string;
  conversation: string;
  activityId: string;
  verb: string;
  /** The action's data together with the inputs, as Teams merges them. */
  data: Record<string, unknown>;
  /** The action's own id, when it has one. */
  actionId?: string | undefined;
  id?: string | undefined;
}

export interface OpenDialog {
  as: string;
  conversation: string;
  activityId: string;
  data: Record<string, unknown>;
  id?: string | undefined;
}

export interface SubmitDialog {
  as: string;
  conversation: string;
  data: Record<string, unknown>;
  id?: string | undefined;
}

export type InstallScope = 'team' | { person: string };

/** What the Bot Connector takes from the bot. */
export interface BotPost {
  text: string;
  card: Card | null;
  mentions: Mention[];
  replyToId: string;
}

export interface LocalTeams {
  readonly roster: Roster;
  readonly botId: string;
  readonly botName: string;
  readonly publicUrl: () => string;
  // What people do.
  say(what: Say): Promise<Said>;
  press(what: Press): Promise<Outcome>;
  openDialog(what: OpenDialog): Promise<Outcome>;
  /** Cards of a conversation that Teams asks the bot for anew when this person looks at them, each at most once a minute. */
  toRefresh(conversation: string, person: string): string[];
  /** Asks for one of them; undefined when it need not be asked for. */
  refresh(what: { as: string; conversation: string; activityId: string }): Promise<Outcome | undefined>;
  submitDialog(what: SubmitDialog): Promise<Outcome>;
  install(scope: InstallScope): Promise<(number | null)[]>;
  /** Sends an activity to the bot, the same one again if need be. */
  send(activity: Activity): Promise<BotAnswer>;
  /** Sends again what was sent before. Null = still no answer. */
  resend(activityId: string): Promise<number | null>;
  /** Ids of activities the bot has not answered: after a kill, what to send again. */
  unanswered(): string[];
  /** From now on this person refuses messages from the bot, or takes them again. */
  block(person: string, blocked: boolean): void;
  // What people see. @throws NotThere
  conversationsOf(person: string): Conversation[];
  messages(conversation: string, person: string): Message[];
  personalChat(person: string): string;
  // What the bot does, through the connector.
  personalConversation(person: LocalPerson): string;
  personOf(conversationId: string): LocalPerson | undefined;
  isBlocked(person: string): boolean;
  mayWriteTo(person: LocalPerson): boolean;
  message(activityId: string): StoredMessage | undefined;
  post(conversationId: string, post: BotPost): { conversationId: string; activityId: string };
  update(activityId: string, post: BotPost): void;
  remove(activityId: string): void;
  // What Graph reads.
  graphMessages: GraphMessages;
  /** Counts happenings, so that a page knows when to look again. */
  changes(): number;
  onChange(listener: () => void): () => void;
  close(): void;
}
