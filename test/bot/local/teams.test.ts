import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localTeams } from '../../../bot/local/teams.ts';
import { botId, botName, hubChannel, people, sectionChannel, team, throwawayDir } from './sample-world.ts';
import { type StubBot, stubBot } from './stub-bot.ts';
import { type TeamsOnPort, teamsOnPort } from './teams-on-port.ts';

let dir: string;
let bot: StubBot;
let world: TeamsOnPort;
let turn: (context: TurnContext) => Promise<void>;

beforeEach(async () => {
  dir = throwawayDir();
  turn = async () => undefined;
  bot = await stubBot((context) => turn(context));
  world = await teamsOnPort({ dir, botUrl: () => bot.url });
});
afterEach(async () => {
  await world.close();
  await bot.close();
});

describe('what people say', () => {
  it('reaches the bot from a personal chat, with who, where and when', async () => {
    await world.teams.say({ as: 'sara', conversation: 'personal', text: 'nästa möte' });
    expect(bot.heard.map(({ type }) => type)).toEqual(['installationUpdate', 'conversationUpdate', 'message']);
    const message = bot.heard.at(-1)!;
    expect(message).toMatchObject({
      text: 'nästa möte',
      channelId: 'msteams',
      serviceUrl: `${world.url}/connector`,
      from: { id: '29:1sara', name: 'Sara Nyström', aadObjectId: people[0]!.aadObjectId },
      recipient: { id: botId, name: botName },
      conversation: { id: world.teams.personalChat('sara'), conversationType: 'personal', tenantId: 'stad-tenant' },
      channelData: { tenant: { id: 'stad-tenant' } },
    });
    expect(message.timestamp).toEqual(new Date('2027-03-09T07:00:00Z'));
    expect(message).toHaveProperty('rawLocalTimestamp', '2027-03-09T08:00:00.000+01:00');
  });

  it('reaches the bot from a channel only with a mention', async () => {
    const quiet = await world.teams.say({ as: 'sara', conversation: hubChannel, text: 'Vem tar kaffet?' });
    expect(quiet.kind).toBe('not-delivered');
    expect(bot.heard).toEqual([]);

    const loud = await world.teams.say({
      as: 'per',
      conversation: hubChannel,
      replyTo: quiet.activityId,
      text: 'dagordning',
      mention: true,
    });
    expect(loud).toMatchObject({ kind: 'sent', answered: 200, conversationId: `${hubChannel};messageid=${quiet.activityId}` });
    expect(bot.heard[0]).toMatchObject({
      text: '<at>Samverkan</at> dagordning',
      conversation: { id: loud.conversationId, conversationType: 'channel', isGroup: true },
      channelData: { team: { id: team.id }, channel: { id: hubChannel } },
    });
    expect(bot.heard[0]?.entities).toContainEqual({
      type: 'mention',
      text: '<at>Samverkan</at>',
      mentioned: { id: botId, name: botName },
    });
    expect(world.teams.messages(hubChannel, 'sara').map(({ text }) => text)).toEqual([
      'Vem tar kaffet?',
      '<at>Samverkan</at> dagordning',
    ]);
  });

  it('carries mentions of members, by full name and by a first name only one has', async () => {
    await world.teams.say({
      as: 'sara',
      conversation: hubChannel,
      text: '@Samverkan åtgärd @Per Boka lokal med @Karin Åberg, inte @Leila',
    });
    const [heard] = bot.heard;
    expect(heard?.text).toBe('<at>Samverkan</at> åtgärd <at>Per Holm</at> Boka lokal med <at>Karin Åberg</at>, inte @Leila');
    expect(heard?.entities?.filter(({ type }) => type === 'mention').map((entity) => entity['mentioned'].id)).toEqual([
      botId,
      '29:1per',
      '29:1karin',
    ]);
  });

  it('is not possible where they are not: a stranger has only the personal chat', async () => {
    expect(world.teams.conversationsOf('frank').map(({ kind }) => kind)).toEqual(['personal']);
    expect(world.teams.conversationsOf('karin').map(({ forum }) => forum)).toEqual(['', 'hub-intro', 'section']);
    await expect(world.teams.say({ as: 'frank', conversation: hubChannel, text: 'hej' })).rejects.toThrow('not in');
    expect(() => world.teams.messages(sectionChannel, 'sara')).toThrow('not in');
    expect(() => world.teams.messages(world.teams.personalChat('per'), 'sara')).toThrow('not in');
  });

  it('goes to the bot again, unchanged, when it is sent again', async () => {
    const first = await world.teams.say({ as: 'sara', conversation: hubChannel, text: 'hjälp', mention: true, id: 'm1' });
    world.clock.now = '2027-03-10T07:00:00Z';
    const second = await world.teams.say({ as: 'sara', conversation: hubChannel, text: 'hjälp', mention: true, id: 'm1' });
    expect(second).toEqual(first);
    expect(bot.heard).toHaveLength(2);
    expect(bot.heard[1]).toEqual(bot.heard[0]);
    expect(world.teams.messages(hubChannel, 'sara')).toHaveLength(1);
  });
});

describe('what people press', () => {
  const card = (text: string) => ({ type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', id: 'kort', text }] });
  const answer = (value: object) =>
    (turn = (context) => context.sendActivity({ type: 'invokeResponse', value }).then(() => undefined));
  let activityId: string;
  beforeEach(() => {
    ({ activityId } = world.teams.post(hubChannel, { text: '', card: card('För alla') as never, mentions: [], replyToId: '' }));
  });
  const press = (id?: string) =>
    world.teams.press({
      as: 'sara',
      conversation: hubChannel,
      activityId,
      verb: 'propose_item',
      data: { meeting: 'm', title: 'Tolkar' },
      id,
    });

  it('arrives as Action.Execute from the card’s thread, and the answer changes the card for the clicker only', async () => {
    answer({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('Bara för dig') },
    });
    expect(await press()).toMatchObject({ kind: 'card' });
    expect(bot.heard[0]).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: activityId,
      conversation: { id: `${hubChannel};messageid=${activityId}` },
      value: {
        action: { type: 'Action.Execute', verb: 'propose_item', data: { meeting: 'm', title: 'Tolkar' } },
        trigger: 'manual',
      },
    });
    expect(textsOf('sara')).toEqual(['Bara för dig']);
    expect(textsOf('per')).toEqual(['För alla']);

    world.teams.update(activityId, { text: '', card: card('Ny för alla') as never, mentions: [], replyToId: '' });
    expect(textsOf('sara')).toEqual(['Ny för alla']);
  });

  it.each([
    [
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Tack!' },
      { kind: 'message', text: 'Tack!' },
    ],
    [
      { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'Old', message: 'Kortet är gammalt.' } },
      { kind: 'error', code: 'Old', text: 'Kortet är gammalt.' },
    ],
    [{ statusCode: 200, type: 'something/else', value: 1 }, { kind: 'error' }],
  ])('shows %o as %o', async (body, outcome) => {
    answer({ status: body.statusCode, body });
    expect(await press()).toMatchObject(outcome);
  });

  it('opens a dialog and hands in what was filled in', async () => {
    const dialog = { contentType: 'application/vnd.microsoft.card.adaptive', content: card('Formulär') };
    answer({ status: 200, body: { task: { type: 'continue', value: { title: 'Föreslå punkt', card: dialog } } } });
    const opened = await world.teams.openDialog({
      as: 'sara',
      conversation: hubChannel,
      activityId,
      data: { dialog: 'propose' },
    });
    expect(opened).toMatchObject({ kind: 'dialog', title: 'Föreslå punkt' });

    answer({ status: 200, body: { task: { type: 'message', value: 'Sparat.' } } });
    const handedIn = await world.teams.submitDialog({ as: 'sara', conversation: hubChannel, data: { title: 'Tolkar' } });
    expect(handedIn).toEqual({ kind: 'message', text: 'Sparat.' });
    answer({ status: 200 });
    expect(await world.teams.submitDialog({ as: 'sara', conversation: hubChannel, data: {} })).toEqual({ kind: 'closed' });
    expect(bot.heard.map(({ name, value, conversation }) => [name, value.data, conversation.id])).toEqual([
      ['task/fetch', { msteams: { type: 'task/fetch' }, dialog: 'propose' }, `${hubChannel};messageid=${activityId}`],
      ['task/submit', { title: 'Tolkar' }, `${hubChannel};messageid=${activityId}`],
      ['task/submit', {}, `${hubChannel};messageid=${activityId}`],
    ]);
  });

  it('is given up after five seconds, and the log says that nobody answered', async () => {
    let endTurn = () => {};
    turn = () =>
      new Promise((resolve) => {
        endTurn = resolve;
      });
    const started = performance.now();
    expect(await press('f:slow')).toEqual({ kind: 'no-answer', text: 'Appen svarade inte i tid. Försök igen.' });
    expect(performance.now() - started).toBeGreaterThan(4_900);
    expect(lines().at(-1)).toMatchObject({ kind: 'answered', activityId: 'f:slow', answered: null });
    expect(world.teams.unanswered()).toEqual(['f:slow']);
    endTurn();

    answer({ status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Redan gjort.' } });
    expect(await press('f:slow')).toEqual({ kind: 'message', text: 'Redan gjort.' });
    expect(world.teams.unanswered()).toEqual([]);
  });

  it('says that the app cannot be reached when the bot is down', async () => {
    await bot.close();
    expect(await press()).toEqual({ kind: 'no-answer', text: 'Det gick inte att nå appen. Försök igen.' });
    bot = await stubBot(async () => undefined);
  });

  function textsOf(person: string) {
    return world.teams
      .messages(hubChannel, person)
      .map((message) => (message.card?.body?.[0] as { text?: string } | undefined)?.text);
  }
});

describe('adding the app', () => {
  it('tells the bot about the team', async () => {
    expect(await world.teams.install('team')).toEqual([200, 200]);
    expect(bot.heard.map(({ type }) => type)).toEqual(['installationUpdate', 'conversationUpdate']);
    expect(bot.heard[1]).toMatchObject({ membersAdded: [{ id: botId }], channelData: { team: { id: team.id } } });
  });
});

describe('the log', () => {
  it('gives the same Teams back after a restart, without the half-written last line', async () => {
    await world.teams.say({ as: 'sara', conversation: hubChannel, text: 'hjälp', mention: true });
    const posted = world.teams.post(hubChannel, { text: 'Hej', card: null, mentions: [], replyToId: '' });
    appendFileSync(join(dir, 'teams.jsonl'), '{"kind":"posted","activityId":"17');
    const again = reopened();
    expect(again.messages(hubChannel, 'sara')).toEqual(world.teams.messages(hubChannel, 'sara'));
    const next = again.post(hubChannel, { text: 'Igen', card: null, mentions: [], replyToId: '' });
    expect(Number(next.activityId)).toBeGreaterThan(Number(posted.activityId));
    again.close();
    expect(reopened().messages(hubChannel, 'sara').at(-1)?.text).toBe('Igen');
  });

  it('refuses to start on a log that is damaged in the middle', () => {
    appendFileSync(join(dir, 'teams.jsonl'), 'not json\n{"kind":"deleted"}\n');
    expect(reopened).toThrow('line 1 is not JSON');
  });

  it('has every answered post after kill -9', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'post-for-ever.ts'), dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const answered: string[] = [];
    let rest = '';
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (data: Buffer) => {
        const parts = (rest + data).split('\n');
        rest = parts.pop() ?? '';
        answered.push(...parts);
        if (answered.length >= 50) child.kill('SIGKILL');
      });
      child.once('exit', () => resolve());
    });
    const kept = new Set(
      reopened()
        .messages(hubChannel, 'sara')
        .map(({ id }) => id),
    );
    expect(answered.length).toBeGreaterThanOrEqual(50);
    expect(answered.filter((id) => !kept.has(id))).toEqual([]);
  });
});

function lines(): Record<string, unknown>[] {
  return readFileSync(join(dir, 'teams.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function reopened() {
  const nowhere = () => 'http://127.0.0.1:1';
  return localTeams({
    dir,
    people,
    team,
    botId,
    botName,
    botUrl: nowhere,
    publicUrl: nowhere,
    now: () => '2027-03-09T07:00:00Z',
  });
}
