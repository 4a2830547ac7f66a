import {
  type Activity,
  type ConversationParameters,
  type ConversationReference,
  MessageFactory,
  type TeamsChannelAccount,
  TeamsInfo,
  TurnContext,
} from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { splitThread } from '../../../bot/local/conversation-ids.ts';
import { botId, botName, hubChannel, people, team, throwawayDir } from './sample-world.ts';
import { type StubBot, stubBot } from './stub-bot.ts';
import { type TeamsOnPort, teamsOnPort } from './teams-on-port.ts';

let bot: StubBot;
let world: TeamsOnPort;
let turn: (context: TurnContext) => Promise<void>;

beforeEach(async () => {
  turn = async () => undefined;
  bot = await stubBot((context) => turn(context));
  world = await teamsOnPort({ dir: throwawayDir(), botUrl: () => bot.url });
});
afterEach(async () => {
  await world.close();
  await bot.close();
});

describe('the bot, through botbuilder', () => {
  it('posts a card into a channel as a new thread, answers in it, changes it and takes it away', async () => {
    const { conversation, activityId } = await newThread(card('dagordning', 'Dagordning'));
    expect(splitThread(conversation.id)).toEqual({ channelId: hubChannel, root: activityId });

    await inConversation(conversation.id, async (context) => {
      await context.sendActivity('Ett svar i tråden');
      const changed = MessageFactory.attachment(card('dagordning', 'Dagordning, ändrad')) as Activity;
      await context.updateActivity({ ...changed, id: activityId });
    });
    const [root, answer] = world.teams.messages(hubChannel, 'sara');
    expect(root).toMatchObject({ key: 'dagordning', editedAt: '2027-03-09T07:00:00Z', from: null });
    expect(JSON.stringify(root?.card)).toContain('Dagordning, ändrad');
    expect(answer).toMatchObject({ text: 'Ett svar i tråden', root: activityId });

    await inConversation(conversation.id, (context) => context.deleteActivity(answer!.id));
    expect(world.teams.messages(hubChannel, 'sara')[1]).toMatchObject({ deleted: true, text: '' });
  });

  it('opens the same personal chat every time, by Teams id or Entra id', async () => {
    const [sara] = people;
    const first = await personalChat(sara!.teamsId, 'Hej Sara');
    const second = await personalChat(sara!.aadObjectId, 'Hej igen');
    expect(second).toBe(first);
    expect(world.teams.messages('personal', 'sara').map(({ text }) => text)).toEqual(['Hej Sara', 'Hej igen']);
  });

  it('cannot write first to a stranger, nor to somebody who has blocked it', async () => {
    await expect(personalChat('29:1frank', 'Hej')).rejects.toMatchObject({ statusCode: 403 });
    await personalChat('29:1sara', 'Hej');
    world.teams.block('sara', true);
    await expect(personalChat('29:1sara', 'Hej')).rejects.toMatchObject({ statusCode: 403 });
    world.teams.block('sara', false);
    await personalChat('29:1sara', 'Tack');
    expect(world.teams.messages('personal', 'sara')).toHaveLength(2);
  });

  it('reads who is in a channel, page by page, and one member by id', async () => {
    const seen: TeamsChannelAccount[] = [];
    await inConversation(hubChannel, async (context) => {
      let token: string | undefined;
      do {
        const page = await TeamsInfo.getPagedMembers(context, 2, token);
        seen.push(...page.members);
        token = page.continuationToken;
      } while (token);
      expect(await TeamsInfo.getMember(context, '29:1per')).toMatchObject({
        name: 'Per Holm',
        aadObjectId: people[1]!.aadObjectId,
        tenantId: 'stad-tenant',
        userPrincipalName: 'per.holm@example.org',
        userRole: 'user',
      });
      await expect(TeamsInfo.getMember(context, '29:1frank')).rejects.toMatchObject({ statusCode: 404 });
    });
    expect(seen.map(({ name }) => name)).toEqual(['Sara Nyström', 'Per Holm', 'Karin Åberg']);
    expect(seen[0]).toMatchObject({ tenantId: 'af-tenant', userRole: 'guest', givenName: 'Sara', surname: 'Nyström' });
  });

  it('reads the team, its channels and all its members', async () => {
    turn = async (context) => {
      expect(await TeamsInfo.getTeamDetails(context)).toMatchObject({ id: team.id, name: 'Samverkan Stockholm' });
      expect((await TeamsInfo.getTeamChannels(context)).map(({ id }) => id)).toEqual(team.channels.map(({ id }) => id));
      expect((await TeamsInfo.getPagedMembers(context)).members).toHaveLength(4);
    };
    expect(await world.teams.say({ as: 'sara', conversation: hubChannel, text: 'hjälp', mention: true })).toMatchObject({
      answered: 200,
    });
  });

  it('hears that a message is too big, and that a message to change does not exist', async () => {
    const long = card('långt', 'å'.repeat(52_000));
    await expect(newThread(long)).rejects.toMatchObject({ statusCode: 413, code: 'MessageSizeTooBig' });
    await newThread(card('lagom', 'å'.repeat(50_000)));
    const unknown = { ...MessageFactory.text('?'), id: '123' } as Activity;
    await expect(inConversation(hubChannel, (context) => context.updateActivity(unknown))).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});

describe('faults on order', () => {
  it('carries a post out though its answer is lost', async () => {
    world.faults.loseAnswer(1);
    const lost = await rawPost({ type: 'message', text: 'en gång' });
    expect(lost.status).toBe(504);
    expect((await rawPost({ type: 'message', text: 'två' })).status).toBe(201);
    expect(world.teams.messages(hubChannel, 'sara').map(({ text }) => text)).toEqual(['en gång', 'två']);
  });

  it('throttles with Retry-After and carries nothing out', async () => {
    world.faults.throttle(1, 7);
    const answer = await rawPost({ type: 'message', text: 'för snabbt' });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    expect(world.teams.messages(hubChannel, 'sara')).toEqual([]);
  });

  it('hangs until the bot gives up', async () => {
    world.faults.hang(1, 'post');
    await expect(rawPost({ type: 'message', text: 'hallå' }, AbortSignal.timeout(200))).rejects.toThrow('timeout');
    expect(world.teams.messages(hubChannel, 'sara')).toEqual([]);
  });
});

describe('who may call', () => {
  it.each([
    ['another host name', 403, { host: 'evil.example' }],
    ['another page', 403, { origin: 'http://evil.example' }],
    ['a page without an address', 403, { origin: 'null' }],
    ['nobody in particular', 201, {}],
  ])('a post from %s is answered %i', async (_, status, headers) => {
    const url = '/connector/v3/conversations/19:hub-intro@thread.tacv2/activities';
    const answer = await world.app.request(url, {
      method: 'POST',
      body: JSON.stringify({ type: 'message', text: 'hej' }),
      headers: { host: '127.0.0.1:1', ...headers },
    });
    expect(answer.status).toBe(status);
  });
});

function card(id: string, text: string) {
  return {
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', id, text }] },
  };
}

function rawPost(activity: object, signal?: AbortSignal): Promise<Response> {
  return fetch(`${world.url}/connector/v3/conversations/${encodeURIComponent(hubChannel)}/activities`, {
    method: 'POST',
    body: JSON.stringify(activity),
    headers: { 'content-type': 'application/json' },
    ...(signal ? { signal } : {}),
  });
}

async function newThread(attachment: ReturnType<typeof card>) {
  const parameters = {
    isGroup: true,
    bot: { id: botId, name: botName },
    channelData: { channel: { id: hubChannel } },
    activity: MessageFactory.attachment(attachment),
  } as ConversationParameters;
  let conversation!: ConversationReference['conversation'];
  await bot.adapter.createConversationAsync('app', 'msteams', `${world.url}/connector`, '', parameters, async (context) => {
    conversation = TurnContext.getConversationReference(context.activity).conversation as ConversationReference['conversation'];
  });
  return { conversation, activityId: splitThread(conversation.id).root };
}

async function personalChat(member: string, text: string): Promise<string> {
  const parameters = {
    isGroup: false,
    bot: { id: botId, name: botName },
    members: [{ id: member, name: '' }],
    tenantId: 'stad-tenant',
    channelData: { tenant: { id: 'stad-tenant' } },
  } as unknown as ConversationParameters;
  let id = '';
  await bot.adapter.createConversationAsync('app', 'msteams', `${world.url}/connector`, '', parameters, async (context) => {
    id = context.activity.conversation.id;
    await context.sendActivity(text);
  });
  return id;
}

async function inConversation(id: string, logic: (context: TurnContext) => Promise<unknown>): Promise<void> {
  const reference = {
    serviceUrl: `${world.url}/connector`,
    channelId: 'msteams',
    bot: { id: botId, name: botName },
    conversation: { id, isGroup: true, conversationType: 'channel', tenantId: 'stad-tenant', name: '' },
  };
  await bot.adapter.continueConversationAsync('app', reference as ConversationReference, async (context) => {
    await logic(context);
  });
}
