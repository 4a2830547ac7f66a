import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { graphMessages } from '../../../src/adapters/graph/messages.ts';
import { localSamarbetsyta } from '../../../src/adapters/local/samarbetsyta.ts';
import { localGraphSend } from '../../../src/adapters/local/send.ts';
import { conforming } from '../../contracts/graph-schemas.ts';
import { listening } from '../local/listening.ts';

const channelId = '19:kanal@thread.tacv2';
const chatId = '19:anna_bot@unq.gbl.spaces';
let cleanUp: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0)) await step();
});

describe('looking for a card we may have posted', () => {
  it('finds it in a channel by the key inside it, however deep', async () => {
    const inContainer = card({ type: 'Container', items: [{ type: 'TextBlock', id: 'agenda/1', text: '' }] });
    const messages = await world({ channel: () => [message('2', []), message('1', [inContainer])] });
    expect(await messages.findInChannel('team', channelId, 'agenda/1')).toEqual({ id: '1' });
  });

  it('finds a reply, and the thread it stands in', async () => {
    const reply = { ...message('7', [card({ type: 'TextBlock', id: 'reminder', text: '' })]), replyToId: '1' };
    const messages = await world({ channel: () => [{ ...message('1', []), replies: [reply] }] });
    expect(await messages.findInChannel('team', channelId, 'reminder')).toEqual({ id: '7', replyTo: '1' });
  });

  it('finds it in a chat', async () => {
    const messages = await world({ chat: () => [message('3', [card({ type: 'TextBlock', id: 'k', text: '' })])] });
    expect(await messages.findInChat(chatId, 'k')).toEqual({ id: '3' });
  });

  it('asks for the right channel', async () => {
    const seen: string[] = [];
    const channel = (team: string, id: string) => {
      seen.push(team, id);
      return [];
    };
    await (await world({ channel })).findInChannel('team', channelId, 'k');
    expect(seen).toEqual(['team', channelId]);
  });

  it('does not count what is deleted, what only mentions the key, or what is no card of ours', async () => {
    const deleted = {
      ...message('1', [card({ type: 'TextBlock', id: 'k', text: '' })]),
      deletedDateTime: '2027-03-01T08:00:00Z',
    };
    const mentioned = message('2', [card({ type: 'TextBlock', id: 'other', text: 'k' })]);
    const other = message('3', [{ ...card({ type: 'TextBlock', id: 'k' }), contentType: 'reference' }]);
    const broken = message('4', [{ ...card({}), content: '{"body":[{"id":"k"' }]);
    const messages = await world({ channel: () => [deleted, mentioned, other, broken] });
    expect(await messages.findInChannel('team', channelId, 'k')).toBe('absent');
  });

  it('cannot know where the tenant does not let us read', async () => {
    const messages = await world(undefined);
    expect(await messages.findInChannel('team', channelId, 'k')).toBe('unknowable');
    expect(await messages.findInChat(chatId, 'k')).toBe('unknowable');
  });
});

type Posts = { channel?: (team: string, channel: string) => object[]; chat?: (chat: string) => object[] };

async function world(posts: Posts | undefined) {
  const dir = mkdtempSync(join(tmpdir(), 'messages-'));
  const messages = posts && { channel: posts.channel ?? (() => []), chat: posts.chat ?? (() => []) };
  const local = localSamarbetsyta({
    dir,
    libraries: [],
    now: () => '2027-03-01T08:00:00Z',
    appId: 'our-app',
    publicUrl: () => '',
    ...(messages ? { messages } : {}),
  });
  const server = await listening(local.app);
  const checked = conforming(localGraphSend(server.url));
  cleanUp = [
    server.close,
    async () => local.close(),
    async () => rmSync(dir, { recursive: true }),
    async () => expect(checked.problems).toEqual([]),
  ];
  return graphMessages({ client: graphClient({ token: async () => 'any', send: checked.send }) });
}

function message(id: string, attachments: object[]) {
  const body = { contentType: 'html', content: '<attachment id="1"></attachment>' };
  return { id, messageType: 'message', createdDateTime: '2027-03-01T08:00:00Z', deletedDateTime: null, body, attachments };
}

function card(element: object) {
  const content = JSON.stringify({ type: 'AdaptiveCard', version: '1.5', body: [element] });
  return { id: '1', contentType: 'application/vnd.microsoft.card.adaptive', content };
}
