import type { Activity } from './activities.ts';
import { splitThread } from './conversation-ids.ts';
import type { Card, Happening, Mention } from './happenings.ts';

export interface StoredMessage {
  id: string;
  /** A personal chat or a thread. */
  conversationId: string;
  /** The channel of the thread, or the personal chat itself. */
  place: string;
  /** First message of the thread; '' in a personal chat. */
  root: string;
  /** Null = the bot. */
  person: string | null;
  at: string;
  editedAt: string | null;
  deletedAt: string | null;
  text: string;
  mentions: Mention[];
  key: string;
  card: Card | null;
  /** Person → the card only they see, from the answer to their own click. */
  views: Map<string, Card>;
  /** False for what Teams kept from the bot. */
  delivered: boolean;
}

export interface Sent {
  activity: Activity;
  answered: number | null | undefined;
}

/** What the happenings add up to. */
export interface TeamsState {
  messages: Map<string, StoredMessage>;
  /** Messages of a channel or personal chat, oldest first. */
  places: Map<string, StoredMessage[]>;
  /** Personal chats the bot can write to: conversation id → person. */
  personal: Map<string, string>;
  installed: { team: boolean; people: Set<string> };
  blocked: Set<string>;
  sent: Map<string, Sent>;
  /** Where a person last opened a dialog. */
  dialogs: Map<string, string>;
  lastId: number;
  apply(happening: Happening): void;
}

export function teamsState(past: readonly Happening[]): TeamsState {
  const state: TeamsState = {
    messages: new Map(),
    places: new Map(),
    personal: new Map(),
    installed: { team: false, people: new Set() },
    blocked: new Set(),
    sent: new Map(),
    dialogs: new Map(),
    lastId: 0,
    apply,
  };
  for (const happening of past) apply(happening);
  return state;

  function apply(happening: Happening): void {
    switch (happening.kind) {
      case 'conversation':
        state.personal.set(happening.conversationId, happening.person);
        return;
      case 'posted':
        add({ ...happening, id: happening.activityId, person: null, delivered: true });
        return;
      case 'updated':
        change(happening.activityId, (message) => {
          Object.assign(message, {
            text: happening.text,
            mentions: happening.mentions,
            card: happening.card,
            key: happening.key,
            editedAt: happening.at,
          });
          message.views.clear();
        });
        return;
      case 'deleted':
        change(happening.activityId, (message) => {
          Object.assign(message, { text: '', mentions: [], card: null, key: '', deletedAt: happening.at });
          message.views.clear();
        });
        return;
      case 'blocked':
        if (happening.blocked) state.blocked.add(happening.person);
        else state.blocked.delete(happening.person);
        return;
      case 'installed':
        if (happening.person === null) state.installed.team = true;
        else state.installed.people.add(happening.person);
        for (const activity of happening.activities) send(activity);
        return;
      case 'said':
        add({ ...happening, id: happening.activityId, key: '', card: null, delivered: happening.activity !== null });
        if (happening.activity) send(happening.activity);
        return;
      case 'invoked':
        send(happening.activity);
        if (happening.name === 'task/fetch') state.dialogs.set(happening.person, happening.conversationId);
        return;
      case 'answered': {
        const sent = state.sent.get(happening.activityId);
        if (sent) sent.answered = happening.answered;
        const { view } = happening;
        if (view) change(view.activityId, (message) => message.views.set(view.person, view.card));
        return;
      }
      default:
        throw new Error(`The local Teams does not know this happening: ${JSON.stringify(happening satisfies never)}`);
    }
  }

  function add(given: Omit<StoredMessage, 'place' | 'root' | 'views' | 'editedAt' | 'deletedAt'>): void {
    const { channelId, root } = splitThread(given.conversationId);
    const { id, conversationId, person, at, text, mentions, key, card, delivered } = given;
    const message: StoredMessage = {
      ...{ id, conversationId, person, at, text, mentions, key, card, delivered },
      place: channelId,
      root,
      editedAt: null,
      deletedAt: null,
      views: new Map(),
    };
    remember(id);
    state.messages.set(id, message);
    const place = state.places.get(channelId);
    if (place) place.push(message);
    else state.places.set(channelId, [message]);
  }

  function change(id: string, how: (message: StoredMessage) => void): void {
    const message = state.messages.get(id);
    if (!message) throw new Error(`teams.jsonl changes message ${id}, which it never posted.`);
    how(message);
  }

  function send(activity: Activity): void {
    remember(activity.id);
    state.sent.set(activity.id, { activity, answered: undefined });
  }

  /** Ids look like Teams' (milliseconds); ours never repeat, whatever the clock does. */
  function remember(id: string): void {
    const number = Number(id.replace(/^f:/, ''));
    if (Number.isSafeInteger(number)) state.lastId = Math.max(state.lastId, number);
  }
}
