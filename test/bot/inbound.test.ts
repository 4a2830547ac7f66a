import { createRequire } from 'node:module';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyLimit, inboundVerifier, localInbound, receive, refused } from '../../bot/inbound.ts';
import { teamsAdapter } from '../../bot/teams.ts';
import { type ConnectorStub, connectorStub, type Oidc, oidcStub, rsaKey, token } from '../support/bot-connector.ts';

const appId = 'a0000000-0000-4000-8000-00000000000a';
const tenantId = 'b0000000-0000-4000-8000-00000000000b';
const key = rsaKey();
const stranger = rsaKey();

let oidc: Oidc;
let connector: ConnectorStub;
let bot: { url: string; close(): Promise<void> };
const turns: string[] = [];
const logged: object[] = [];

beforeAll(async () => {
  [oidc, connector] = await Promise.all([oidcStub(), connectorStub()]);
  oidc.keys.set('teams', { key, endorsements: ['msteams', 'webchat'] });
  oidc.keys.set('webchat', { key, endorsements: ['webchat'] });
  oidc.keys.set('silent', { key });
  bot = await echoBot();
});
afterAll(() => Promise.all([bot.close(), connector.close(), oidc.close()]));
beforeEach(() => {
  turns.length = 0;
  logged.length = 0;
  connector.calls.length = 0;
});

interface Sent {
  authorization?: string | undefined;
  activity: Record<string, unknown>;
}

describe('who may start a turn', () => {
  // Every row of the table of what a Bot Connector token can be; the last column is what the bot must do.
  it.each<[name: string, sent: () => Sent, status: number]>([
    ['a good token (RS256)', () => with_({}), 200],
    ['a good token (RS512)', () => with_({ header: { alg: 'RS512' } }), 200],
    ['no Authorization', () => ({ activity: activity() }), 401],
    ['an empty bearer', () => ({ activity: activity(), authorization: 'Bearer' }), 401],
    ['Basic', () => ({ activity: activity(), authorization: 'Basic dXNlcjpwYXNz' }), 401],
    ['garbage', () => ({ activity: activity(), authorization: 'Bearer not.a.token' }), 401],
    ['expired ten minutes ago', () => with_({ claims: { exp: now() - 600 } }), 401],
    ['another audience', () => with_({ claims: { aud: 'c0000000-0000-4000-8000-00000000000c' } }), 401],
    ['an audience in an array', () => with_({ claims: { aud: [appId] } }), 401],
    ['another issuer', () => with_({ claims: { iss: 'https://sts.windows.net/x/' } }), 401],
    ['an unknown kid', () => with_({ header: { kid: 'nobody' } }), 401],
    ['no kid', () => with_({ header: { kid: undefined } }), 401],
    ['no serviceurl claim', () => with_({ claims: { serviceurl: undefined } }), 401],
    ['another serviceurl', () => with_({ claims: { serviceurl: 'https://smba.example/' } }), 401],
    ['a serviceurl that lacks the last slash', () => with_({ claims: { serviceurl: connector.url } }), 401],
    ['an activity of another channel than msteams', () => with_({ activity: { channelId: 'webchat' } }), 401],
    ['a key endorsed for another channel only', () => with_({ header: { kid: 'webchat' } }), 401],
    ['a skill', () => with_({ claims: { ver: '2.0', azp: 'c0000000-0000-4000-8000-00000000000c' } }), 401],
    ['a skill of the first version', () => with_({ claims: { ver: '1.0', appid: 'c0000000-0000-4000-8000-00000000000c' } }), 401],
    ['the AseChannel', () => with_({ activity: { channelId: 'AseChannel' } }), 401],
    ['alg none', () => with_({ header: { alg: 'none' }, key: null }), 401],
    ['HS256 with the public key as secret', () => with_({ header: { alg: 'HS256' } }), 401],
    ['RS384', () => with_({ header: { alg: 'RS384' } }), 401],
    ['a bad signature', () => with_({ key: stranger }), 401],
    ['nbf in the future', () => with_({ claims: { nbf: now() + 600 } }), 401],
    ['expired four minutes ago, within the tolerance', () => with_({ claims: { exp: now() - 240 } }), 200],
    ['no exp', () => with_({ claims: { exp: undefined } }), 401],
    ['exp that is text', () => with_({ claims: { exp: 'tomorrow' } }), 401],
    ['an activity without serviceUrl', () => with_({ activity: { serviceUrl: undefined } }), 401],
    [
      'neither serviceUrl nor serviceurl',
      () => with_({ activity: { serviceUrl: undefined }, claims: { serviceurl: undefined } }),
      401,
    ],
    ['a key without endorsements', () => with_({ header: { kid: 'silent' } }), 200],
    [
      'the emulator, for our own app',
      () =>
        with_({
          claims: { iss: `https://sts.windows.net/${tenantId}/`, tid: tenantId, ver: '1.0', appid: appId, serviceurl: undefined },
        }),
      401,
    ],
    ['a conversation of another tenant', () => with_({ activity: { conversation: { id: 'a:1', tenantId: appId } } }), 403],
    ['a conversation of no tenant', () => with_({ activity: { conversation: { id: 'a:1' }, channelData: null } }), 403],
    [
      'a conversation whose tenant stands in channelData only',
      () => with_({ activity: { conversation: { id: 'a:1' }, channelData: { tenant: { id: tenantId } } } }),
      200,
    ],
    [
      'a guest, whose own tenant is another than that of the conversation',
      () => with_({ activity: { channelData: { tenant: { id: appId } } } }),
      200,
    ],
    ['a connector without https', () => insecure(), 400],
  ])('%s', async (_name, sent, status) => {
    const response = await send(sent());
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(turns).toEqual(status === 200 ? ['hej'] : []);
    expect(connector.calls.map((call) => call.authorization)).toEqual(status === 200 ? ['Bearer outbound'] : []);
    if (status !== 200) expectGeneric(text);
  });

  it('two hundred junk tenants neither reach the adapter nor grow its memory', async () => {
    const { ToBotFromBotOrEmulatorTokenValidationParameters: grows } = createRequire(import.meta.url)(
      '../../node_modules/botframework-connector/lib/auth/tokenValidationParameters.js',
    );
    const before = grows.issuer.length;
    for (let junk = 0; junk < 200; junk++) {
      const response = await send(with_({ key: stranger, claims: { iss: 'https://example.invalid/', tid: `junk-${junk}` } }));
      expect(response.status).toBe(401);
    }
    expect(grows.issuer.length).toBe(before);
    expect(turns).toEqual([]);
  });
});

describe('what a turn may hold', () => {
  it.each<[name: string, body: string, status: number]>([
    ['nothing', '', 400],
    ['no JSON', '{"type":', 400],
    ['bytes that are no text', '\u0000\u0001', 400],
    ['null', 'null', 401],
    ['a list', '[1]', 401],
    ['an activity without type', JSON.stringify(without('type')), 400],
    ['an activity without id', JSON.stringify(without('id')), 400],
    ['an activity without sender', JSON.stringify(without('from')), 400],
    ['an activity without recipient', JSON.stringify(without('recipient')), 400],
    ['an activity without conversation', JSON.stringify(without('conversation')), 400],
    ['a type that is a number', JSON.stringify({ ...activityAt('SERVICE'), type: 7 }), 400],
    ['a tenant that is a list', JSON.stringify({ ...activityAt('SERVICE'), channelData: { tenant: [] } }), 400],
    ['more than 256 KB', JSON.stringify({ ...activityAt('SERVICE'), text: 'x'.repeat(bodyLimit) }), 413],
  ])('%s is refused', async (_name, body, status) => {
    const response = await post(body.replaceAll('SERVICE', `${connector.url}/`), `Bearer ${good()}`);
    expect(response.status).toBe(status);
    expect(turns).toEqual([]);
    expectGeneric(await response.text());
  });

  it('more than 256 KB is refused also when nobody said how much would come', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let chunk = 0; chunk < 40; chunk++) controller.enqueue(new Uint8Array(8 * 1024).fill(32));
        controller.close();
      },
    });
    const response = await fetch(bot.url, {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    } as RequestInit);
    expect(response.status).toBe(413);
  });

  it('something else than JSON is refused, so that no web page can post by itself', async () => {
    const response = await post(JSON.stringify(activity()), `Bearer ${good()}`, 'text/plain');
    expect(response.status).toBe(415);
    expect(turns).toEqual([]);
  });

  it('a time nobody can read does not stop a turn', async () => {
    expect((await send(with_({ activity: { timestamp: 'yesterday' } }))).status).toBe(200);
  });
});

describe('the keys', () => {
  it('are fetched once for many turns', async () => {
    const own = await oidcStub();
    own.keys.set('teams', { key });
    const verify = inboundVerifier({ appId, tenantId, openIdMetadataUrl: own.metadataUrl, connectorOnLoopback: true });
    const answers = await Promise.all(Array.from({ length: 20 }, () => verify(`Bearer ${good()}`, activity())));
    expect(answers.every((inbound) => inbound.ok)).toBe(true);
    expect(own.fetched).toBe(2);
    await own.close();
  });

  it('are asked for again when a new one is used, but not by everybody who makes one up', async () => {
    const own = await oidcStub();
    own.keys.set('old', { key });
    let at = Date.now();
    const verify = inboundVerifier({
      appId,
      tenantId,
      openIdMetadataUrl: own.metadataUrl,
      connectorOnLoopback: true,
      now: () => new Date(at),
    });
    const status = async (kid: string) => {
      const inbound = await verify(`Bearer ${token({ alg: 'RS256', kid }, claims(), key)}`, activity());
      return inbound.ok ? 200 : inbound.status;
    };
    expect(await status('old')).toBe(200);
    own.keys.set('new', { key });
    for (const made of ['x', 'y', 'z']) expect(await status(made)).toBe(401);
    expect(own.fetched).toBe(2);
    at += 6 * 60_000;
    expect(await status('new')).toBe(200);
    expect(own.fetched).toBe(4);
    await own.close();
  });

  it('stay in use while their server is down, and no turn runs when none were ever had', async () => {
    const own = await oidcStub();
    own.keys.set('teams', { key });
    own.broken = true;
    let at = Date.now();
    const verify = inboundVerifier({
      appId,
      tenantId,
      openIdMetadataUrl: own.metadataUrl,
      connectorOnLoopback: true,
      now: () => new Date(at),
    });
    const status = async () => {
      const lasting = claims({ exp: now() + 30 * 24 * 3600 });
      const inbound = await verify(`Bearer ${token({ alg: 'RS256', kid: 'teams' }, lasting, key)}`, activity());
      return inbound.ok ? 200 : inbound.status;
    };
    expect(await status()).toBe(503);
    own.broken = false;
    at += 6_000;
    expect(await status()).toBe(200);
    own.broken = true;
    at += 25 * 3600_000;
    expect(await status()).toBe(200);
    at += 5 * 24 * 3600_000;
    expect(await status()).toBe(503);
    await own.close();
  });
});

describe('local mode', () => {
  const verify = localInbound();

  it('lets an activity of this machine in without a token', async () => {
    for (const serviceUrl of ['http://localhost:3978/', 'http://127.0.0.1:1/_connector', 'http://[::1]:3978/'])
      expect((await verify(null, activityAt(serviceUrl))).ok).toBe(true);
  });

  it('refuses to answer anywhere else', async () => {
    for (const serviceUrl of [
      'https://smba.trafficmanager.net/emea/',
      'http://localhost.example/',
      'ftp://localhost/',
      'http://10.0.0.1/',
    ])
      expect(await verify(null, activityAt(serviceUrl))).toMatchObject({ ok: false, status: 400 });
  });

  it('refuses half an activity', async () => {
    for (const body of [undefined, null, 'hej', [1], {}, without('type')])
      expect(await verify(null, body)).toMatchObject({ ok: false, status: 400 });
  });
});

async function echoBot() {
  const log = { warn: (facts: object) => void logged.push(facts), error: (facts: object) => void logged.push(facts) };
  const endpoints = { openIdMetadataUrl: oidc.metadataUrl, connectorOnLoopback: true };
  const verify = inboundVerifier({ appId, tenantId, ...endpoints });
  const teams = teamsAdapter({ mode: 'serve', appId, tenantId, endpoints, log, token: async () => 'outbound' });
  const app = new Hono().post('/api/messages', async (c) => {
    const inbound = await receive(c.req.raw, verify);
    if (!inbound.ok) return refused(inbound, log);
    return teams.handle(c.req.raw, inbound.activity, async (context) => {
      turns.push(context.activity.text);
      await context.sendActivity(`Du sa ${context.activity.text}`);
    });
  });
  return new Promise<{ url: string; close(): Promise<void> }>((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        url: `http://127.0.0.1:${port}/api/messages`,
        close: () => new Promise((done, fail) => void server.close((error) => (error ? fail(error) : done()))),
      }),
    );
  });
}

function expectGeneric(text: string): void {
  const { error, id, ...rest } = JSON.parse(text);
  expect(rest).toEqual({});
  expect(error).toMatch(/^(bad request|unauthorized|forbidden|too large|unsupported media type)$/);
  expect(logged).toContainEqual(expect.objectContaining({ id, reason: expect.any(String) }));
}

function send({ authorization, activity: body }: Sent): Promise<Response> {
  return post(JSON.stringify(body), authorization);
}

function post(body: string, authorization?: string, contentType = 'application/json; charset=utf-8'): Promise<Response> {
  const headers = { 'content-type': contentType, ...(authorization === undefined ? {} : { authorization }) };
  return fetch(bot.url, { method: 'POST', body, headers });
}

interface Changes {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  activity?: Record<string, unknown>;
  key?: typeof key | null;
}

function with_(changes: Changes): Sent {
  const header = { alg: 'RS256', kid: 'teams', ...changes.header };
  const signed = token(header, claims(changes.claims), changes.key === null ? undefined : (changes.key ?? key));
  return { authorization: `Bearer ${signed}`, activity: { ...activity(), ...changes.activity } };
}

function insecure(): Sent {
  const serviceUrl = 'http://smba.example/';
  return with_({ claims: { serviceurl: serviceUrl }, activity: { serviceUrl } });
}

function good(): string {
  return token({ alg: 'RS256', kid: 'teams' }, claims(), key);
}

function claims(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const issued = { iss: 'https://api.botframework.com', aud: appId, serviceurl: `${connector.url}/` };
  return { ...issued, nbf: now() - 60, exp: now() + 3600, ...changes };
}

function activity(): Record<string, unknown> {
  return activityAt(`${connector.url}/`);
}

function activityAt(serviceUrl: string): Record<string, unknown> {
  return {
    type: 'message',
    id: '1700000000000',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:sara' },
    recipient: { id: `28:${appId}` },
    conversation: { id: 'a:1', tenantId },
    channelData: { tenant: { id: tenantId } },
    text: 'hej',
  };
}

function without(field: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(activityAt('SERVICE')).filter(([name]) => name !== field));
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
