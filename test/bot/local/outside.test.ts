import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { OutsideConfiguration } from '../../../bot/local/outside-world.ts';
import { type WorldClient, worldClient } from '../../../bot/local/world-client.ts';
import { root } from '../../support/needs.ts';
import { botId, botName, hubChannel, people, team, throwawayDir } from './sample-world.ts';
import { type StubBot, stubBot } from './stub-bot.ts';

let dir: string;
let bot: StubBot;
let outside: { process: ChildProcess; url: string; world: WorldClient };

beforeEach(async () => {
  dir = throwawayDir();
  bot = await stubBot(async (context) => {
    if (context.activity.type === 'message') await context.sendActivity(`Du sa: ${context.activity.text}`);
  });
  outside = await started();
});
afterEach(async () => {
  outside.process.kill('SIGKILL');
  await bot.close();
});

it('keeps the conversation, and goes on with it, when it is killed and started again', async () => {
  await outside.world.say({ as: 'sara', conversation: 'personal', text: 'hej' });
  const before = await outside.world.messages('personal', 'sara');
  expect(before.map(({ text }) => text)).toEqual(['hej', 'Du sa: hej']);
  outside.process.kill('SIGKILL');
  await once(outside.process, 'exit');

  outside = await started();
  expect(await outside.world.messages('personal', 'sara')).toEqual(before);
  await outside.world.say({ as: 'sara', conversation: 'personal', text: 'igen' });
  expect((await outside.world.messages('personal', 'sara')).at(-1)?.text).toBe('Du sa: igen');
});

it('sends again what the bot did not answer, to the bot’s new address', async () => {
  await bot.close();
  expect(await outside.world.say({ as: 'sara', conversation: hubChannel, text: 'hjälp', mention: true })).toMatchObject({
    answered: null,
  });
  const [lost] = await outside.world.unanswered();
  bot = await stubBot(async () => undefined);
  await outside.world.setBotUrl(bot.url);
  expect(await outside.world.resend(lost!)).toBe(200);
  expect(bot.heard[0]?.id).toBe(lost);
  expect(await outside.world.unanswered()).toEqual([]);
});

it('moves its clock only when told, and stamps what happens with it', async () => {
  expect(await outside.world.now()).toBe('2027-03-09T07:00:00Z');
  await outside.world.setTime('2027-03-16T12:00:00Z');
  const said = await outside.world.say({ as: 'sara', conversation: hubChannel, text: 'Nu börjar vi' });
  expect(said.kind).toBe('not-delivered');
  expect((await outside.world.messages(hubChannel, 'per'))[0]?.at).toBe('2027-03-16T12:00:00Z');
});

it('orders faults, and says what it does not understand', async () => {
  await outside.world.faults.throttle(1, 3);
  const post = () =>
    fetch(`${outside.url}/connector/v3/conversations/${encodeURIComponent(hubChannel)}/activities`, {
      method: 'POST',
      body: JSON.stringify({ type: 'message', text: 'hej' }),
    });
  expect((await post()).status).toBe(429);
  expect((await post()).status).toBe(201);
  await expect(outside.world.samarbetsytaFault('explode')).rejects.toThrow('knows no fault explode');
  await outside.world.samarbetsytaFault('throttle', 1, 2);
  expect((await fetch(`${outside.url}/graph/v1.0/sites/root`)).status).toBe(429);
  await expect(outside.world.say({ as: 'frank', conversation: hubChannel, text: 'hej' })).rejects.toThrow('404');
});

it('lets Graph read what was posted, below /graph', async () => {
  await outside.world.say({ as: 'sara', conversation: hubChannel, text: 'Hej hubben' });
  const { aadGroupId } = (await (await fetch(`${outside.url}/connector/v3/teams/${encodeURIComponent(team.id)}`)).json()) as {
    aadGroupId: string;
  };
  const answer = await fetch(`${outside.url}/graph/v1.0/teams/${aadGroupId}/channels/${encodeURIComponent(hubChannel)}/messages`);
  expect(await answer.json()).toMatchObject({ value: [{ body: { content: '<p>Hej hubben</p>' } }] });
});

it('ends when its stdin closes', async () => {
  outside.process.stdin?.end();
  expect(await once(outside.process, 'exit')).toEqual([0, null]);
});

async function started() {
  const child = spawn(process.execPath, [`${root}/bot/local/outside.ts`], { stdio: ['pipe', 'pipe', 'inherit'] });
  const configuration: OutsideConfiguration = {
    ...{ dir, port: 0, botUrl: bot.url, people, team, botId, botName, appId: botId.slice(3) },
    libraries: [{ id: 'meetings', name: 'Möten' }],
    start: '2027-03-09T07:00:00Z',
  };
  child.stdin.write(`${JSON.stringify(configuration)}\n`);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const url = `http://127.0.0.1:${(JSON.parse(line) as { listening: number }).listening}`;
  return { process: child, url, world: worldClient(url) };
}
