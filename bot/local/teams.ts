import { isDeepStrictEqual } from 'node:util';
import { type Activity, activityWriter } from './activities.ts';
import { type BotAnswer, callBot } from './bot-call.ts';
import { personalChatId, splitThread, threadId } from './conversation-ids.ts';
import { graphMessages } from './graph-messages.ts';
import { type Card, type Happening, openHappenings } from './happenings.ts';
import { readActionAnswer, readTaskAnswer } from './invoke-answers.ts';
import { withMentions } from './mentions.ts';
import { refreshes, refreshOf } from './refreshes.ts';
import { type LocalPerson, roster as rosterOf } from './roster.ts';
import { type LocalTeams, type LocalTeamsOptions, type Message, NotThere, type Said } from './teams-contract.ts';
import { type StoredMessage, teamsState } from './teams-state.ts';

export type * from './teams-contract.ts';

/** What Microsoft Teams is to the bot, on this machine: people, a team, chats, cards, dialogs. Survives a kill. */
export function localTeams(options: LocalTeamsOptions): LocalTeams {
  const { botId, botName, now } = options;
  const roster = rosterOf(options.people, options.team);
  const log = openHappenings(options.dir);
  const state = teamsState(log.past);
  const writer = activityWriter({ roster, botId, botName, publicUrl: options.publicUrl });
  const listeners = new Set<() => void>();
  const refreshing = refreshes(now);
  let changes = log.past.length;

  const happen = (happening: Happening) => {
    log.append(happening);
    state.apply(happening);
    changes += 1;
    for (const listener of listeners) listener();
  };
  const nextId = () => {
    state.lastId = Math.max(Temporal.Instant.from(now()).epochMilliseconds, state.lastId + 1);
    return String(state.lastId);
  };
  const personalChat = (person: string) => personalChatId(roster.person(person).teamsId, botId);

  /** The channel or personal chat a person means, as they can see it. */
  const placeFor = (person: LocalPerson, conversation: string) => {
    const { channelId, root } = splitThread(conversation === 'personal' ? personalChat(person.id) : conversation);
    const isMember = person.memberOf.includes(channelId) && roster.channel(channelId) !== undefined;
    if (!isMember && channelId !== personalChat(person.id)) throw new NotThere(`${person.name} is not in ${conversation}.`);
    return { place: channelId, root, isChannel: isMember };
  };
  /** The thread (or personal chat) of a message somebody clicks in or answers. */
  const threadOf = (place: string, activityId: string) => {
    const message = state.messages.get(activityId);
    if (message?.place !== place) throw new NotThere(`There is no message ${activityId} in ${place}.`);
    return message;
  };

  async function send(
    activity: Activity,
    read?: (answer: BotAnswer) => { person: string; activityId: string; card: Card } | undefined,
  ) {
    const answer = await callBot(options.botUrl(), activity);
    const view = read?.(answer);
    happen({
      kind: 'answered',
      at: now(),
      activityId: activity.id,
      answered: answer.status,
      milliseconds: answer.milliseconds,
      ...(view ? { view } : {}),
    });
    return answer;
  }

  async function invoke(what: {
    as: string;
    conversationId: string;
    replyToId?: string;
    name: string;
    value: unknown;
    id?: string | undefined;
  }) {
    const again = what.id === undefined ? undefined : state.sent.get(what.id);
    if (again) return again.activity;
    const { as, conversationId, name } = what;
    const id = what.id ?? `f:${nextId()}`;
    const activity = writer.invoke({ as: roster.person(as), conversationId, id, now: now() }, name, what.value, what.replyToId);
    happen({ kind: 'invoked', at: now(), person: as, conversationId, activityId: id, name, activity });
    return activity;
  }

  const teams: LocalTeams = {
    roster,
    botId,
    botName,
    publicUrl: options.publicUrl,
    personalChat,

    async say(what) {
      const again = what.id === undefined ? undefined : state.messages.get(what.id);
      if (again) return deliver(again.id, again.conversationId, state.sent.get(again.id)?.activity ?? null);
      const as = roster.person(what.as);
      const { place, root, isChannel } = placeFor(as, what.conversation);
      if (!isChannel && !state.personal.has(place)) await teams.install({ person: as.id });
      const id = what.id ?? nextId();
      const thread = what.replyTo ? threadOf(place, what.replyTo).root : root;
      if (thread) threadOf(place, thread);
      const conversationId = isChannel ? threadId(place, thread || id) : place;
      const bot = { id: botId, name: botName };
      const members = isChannel ? roster.members(place) : [];
      const wanted = what.mention && isChannel && !what.text.includes(`@${botName}`) ? `@${botName} ${what.text}` : what.text;
      const { text, mentions } = withMentions(wanted, members, bot);
      const delivered = !isChannel || mentions.some((mention) => mention.id === botId);
      const activity = delivered ? writer.message({ as, conversationId, id, now: now() }, text, mentions) : null;
      happen({ kind: 'said', at: now(), person: as.id, conversationId, activityId: id, text, mentions, activity });
      return deliver(id, conversationId, activity);
    },

    async press({ as, conversation, activityId, verb, data, actionId, id }) {
      const { place } = placeFor(roster.person(as), conversation);
      const { conversationId } = threadOf(place, activityId);
      const action = { type: 'Action.Execute', ...(actionId ? { id: actionId } : {}), verb, data };
      const value = { action, trigger: 'manual' };
      const activity = await invoke({ as, conversationId, replyToId: activityId, name: 'adaptiveCard/action', value, id });
      const answer = await send(activity, (given) => {
        const outcome = readActionAnswer(given);
        return outcome.kind === 'card' ? { person: as, activityId, card: outcome.card } : undefined;
      });
      return readActionAnswer(answer);
    },

    toRefresh(conversation, person) {
      const { place, root } = placeFor(roster.person(person), conversation);
      const messages = (state.places.get(place) ?? []).filter((message) => !root || message.root === root);
      return messages.filter((message) => refreshing.isDue(message, roster.person(person))).map(({ id }) => id);
    },

    async refresh({ as, conversation, activityId }) {
      const person = roster.person(as);
      const message = threadOf(placeFor(person, conversation).place, activityId);
      if (!refreshing.isDue(message, person)) return undefined;
      refreshing.asked(message, person);
      const { conversationId } = message;
      const value = { action: refreshOf(message.card)!.action, trigger: 'automatic' };
      const activity = await invoke({ as, conversationId, replyToId: activityId, name: 'adaptiveCard/action', value });
      const answer = await send(activity, (given) => {
        const outcome = readActionAnswer(given);
        const isSame = outcome.kind === 'card' && looksSame(outcome.card, message.card);
        return outcome.kind === 'card' && !isSame ? { person: as, activityId, card: outcome.card } : undefined;
      });
      return readActionAnswer(answer);
    },

    async openDialog({ as, conversation, activityId, data, id }) {
      const { place } = placeFor(roster.person(as), conversation);
      const { conversationId } = threadOf(place, activityId);
      const value = { data: { msteams: { type: 'task/fetch' }, ...data }, context: { theme: 'default' } };
      return readTaskAnswer(
        await send(await invoke({ as, conversationId, replyToId: activityId, name: 'task/fetch', value, id })),
      );
    },

    async submitDialog({ as, conversation, data, id }) {
      const { place, root } = placeFor(roster.person(as), conversation);
      const opened = state.dialogs.get(as);
      const conversationId = root || !opened?.startsWith(place) ? conversation : opened;
      const value = { data, context: { theme: 'default' } };
      const activity = await invoke({
        as,
        conversationId: conversationId === 'personal' ? place : conversationId,
        name: 'task/submit',
        value,
        id,
      });
      return readTaskAnswer(await send(activity));
    },

    async install(scope) {
      const person = scope === 'team' ? null : scope.person;
      const as = scope === 'team' ? (roster.members(roster.team.id)[0] ?? roster.people[0]!) : roster.person(scope.person);
      const conversationId = scope === 'team' ? (roster.team.channels[0]?.id ?? roster.team.id) : personalChat(as.id);
      if (scope !== 'team' && !state.personal.has(conversationId))
        happen({ kind: 'conversation', at: now(), conversationId, person: as.id });
      const activities = writer.installed({ as, conversationId, id: `f:${nextId()}`, now: now() }, () => `f:${nextId()}`);
      happen({ kind: 'installed', at: now(), person, activities });
      const statuses: (number | null)[] = [];
      for (const activity of activities) statuses.push((await send(activity)).status);
      return statuses;
    },

    send: (activity) => send(activity),
    async resend(activityId) {
      const sent = state.sent.get(activityId);
      if (!sent) throw new NotThere(`Nothing was ever sent as ${activityId}.`);
      return (await send(sent.activity)).status;
    },
    unanswered: () => [...state.sent].filter(([, sent]) => typeof sent.answered !== 'number').map(([id]) => id),

    block(person, blocked) {
      happen({ kind: 'blocked', at: now(), person: roster.person(person).id, blocked });
    },

    conversationsOf(person) {
      const { memberOf } = roster.person(person);
      const place = (id: string) => {
        const messages = state.places.get(id) ?? [];
        return { id, messages: messages.length, lastAt: messages.at(-1)?.at ?? '' };
      };
      return [
        { kind: 'personal', name: botName, forum: '', ...place(personalChat(person)) },
        ...roster.team.channels
          .filter((channel) => memberOf.includes(channel.id))
          .map((channel) => ({ kind: 'channel' as const, name: channel.name, forum: channel.forum, ...place(channel.id) })),
      ];
    },

    messages(conversation, person) {
      const { place, root } = placeFor(roster.person(person), conversation);
      return (state.places.get(place) ?? [])
        .filter((message) => !root || message.root === root)
        .map((message) => seenBy(message, person));
    },

    personalConversation(person) {
      const conversationId = personalChat(person.id);
      if (!state.personal.has(conversationId)) happen({ kind: 'conversation', at: now(), conversationId, person: person.id });
      return conversationId;
    },
    personOf(conversationId) {
      const person = state.personal.get(conversationId);
      return person === undefined ? undefined : roster.person(person);
    },
    isBlocked: (person) => state.blocked.has(person),
    mayWriteTo: (person) => person.memberOf.length > 0 || state.personal.has(personalChat(person.id)),
    message: (activityId) => state.messages.get(activityId),

    post(conversationId, post) {
      const activityId = nextId();
      const { channelId, root } = splitThread(conversationId);
      const thread = roster.channel(channelId) && !root ? threadId(channelId, activityId) : conversationId;
      happen({ kind: 'posted', at: now(), conversationId: thread, activityId, key: keyOf(post.card), ...post });
      return { conversationId: thread, activityId };
    },
    update(activityId, post) {
      refreshing.edited(activityId);
      const { conversationId } = state.messages.get(activityId)!;
      happen({ kind: 'updated', at: now(), conversationId, activityId, key: keyOf(post.card), ...post });
    },
    remove(activityId) {
      const { conversationId } = state.messages.get(activityId)!;
      happen({ kind: 'deleted', at: now(), conversationId, activityId });
    },

    graphMessages: graphMessages({ state, roster, botId, botName }),
    changes: () => changes,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => log.close(),
  };
  return teams;

  async function deliver(activityId: string, conversationId: string, activity: Activity | null): Promise<Said> {
    if (!activity) return { kind: 'not-delivered', activityId, conversationId };
    return { kind: 'sent', activityId, conversationId, answered: (await send(activity)).status };
  }

  function seenBy(message: StoredMessage, person: string): Message {
    const own = message.views.get(person);
    return {
      id: message.id,
      conversationId: message.conversationId,
      root: message.root,
      from: message.person === null ? null : { id: message.person, name: roster.person(message.person).name },
      at: message.at,
      editedAt: message.editedAt,
      deleted: message.deletedAt !== null,
      text: message.text,
      mentions: message.mentions,
      card: own ?? message.card,
      key: message.key,
      onlyYou: own !== undefined,
      delivered: message.delivered,
    };
  }
}

function keyOf(card: Card | null): string {
  return card?.body?.[0]?.id ?? '';
}

/** What it is posted as is nothing people see. */
function looksSame(one: Card, other: Card | null): boolean {
  const bare = ({ body = [], ...rest }: Card) => ({
    ...rest,
    body: body.map((part, n) => (n === 0 ? { ...part, id: '' } : part)),
  });
  return other !== null && isDeepStrictEqual(bare(one), bare(other));
}
