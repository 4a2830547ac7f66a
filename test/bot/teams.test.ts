import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { inspect } from 'node:util';
import type { TurnContext } from 'botbuilder';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Envelope } from '../../bot/inbound.ts';
import { type Logic, type Teams, teamsAdapter } from '../../bot/teams.ts';
import { graphToken } from '../../src/adapters/graph/token.ts';
import { Refused, StoreAway, Unavailable } from '../../src/ports.ts';
import { type ConnectorStub, connectorStub, oidcStub, rsaKey, token } from '../support/bot-connector.ts';
import { selfSigned } from '../support/certificate.ts';
import { answer, bodyOf, serveHttp } from '../support/http.ts';

const appId = 'a0000000-0000-4000-8000-00000000000a';
const tenantId = 'b0000000-0000-4000-8000-00000000000b';
const secret = 'det som Sara skrev';

let connector: ConnectorStub;
let url: string;
let logged: object[] = [];
const log = { warn: (facts: object) => void logged.push(facts), error: (facts: object) => void logged.push(facts) };
const local = teamsAdapter({ mode: 'local', log, deadlineMs: 250 });
const serving = teamsAdapter({
  mode: 'serve',
  appId,
  tenantId,
  log,
  deadlineMs: 250,
  token: async () => 'outbound',
  endpoints: { connectorOnLoopback: true },
});

beforeAll(async () => {
  connector = await connectorStub();
  url = `${connector.url}/`;
});
afterAll(() => connector.close());
beforeEach(() => {
  logged = [];
  connector.calls.length = 0;
  connector.script.length = 0;
});

describe('a turn', () => {
  it('answers through the connector, unsigned in local mode', async () => {
    const response = await turn(local, say('hej'));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(connector.calls).toMatchObject([{ method: 'POST', authorization: undefined, body: { text: 'hej', replyToId: '1' } }]);
  });

  it('hands the answer of a button back to Teams', async () => {
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } };
    const response = await turn(
      local,
      async (context) => void (await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } })),
      { type: 'invoke', name: 'adaptiveCard/action' },
    );
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(body);
  });

  it('ends in time when the connector is silent, and sends once', async () => {
    connector.script.push(undefined, undefined);
    const began = performance.now();
    const response = await turn(local, say(secret));
    expect(response.status).toBe(200);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(connector.calls.map((call) => call.body['text'] === secret)).toEqual([true, false]);
    expect(logged).toMatchObject([{ error: expect.stringContaining('did not answer in time') }, {}]);
    expect(JSON.stringify(logged)).not.toContain(secret);
  });

  it.each([500, 502, 503, 504])('sends once when the connector answers %i', async (status) => {
    connector.script.push({ status, body: { error: { code: 'Trouble', message: 'no' } } });
    await turn(local, say(secret));
    expect(connector.calls.filter((call) => call.body['text'] === secret)).toHaveLength(1);
  });
});

describe('what people in a channel say to each other', () => {
  const channel = { id: '19:hub@thread.tacv2', conversationType: 'channel', tenantId };
  const overheard = { conversation: channel, text: secret };

  it.each<[name: string, activity: Partial<Envelope>, runs: boolean]>([
    ['a message that mentions nobody', overheard, false],
    [
      'a message that mentions somebody else',
      { ...overheard, entities: [{ type: 'mention', mentioned: { id: '29:per' } }] },
      false,
    ],
    ['an edited message that mentions nobody', { ...overheard, type: 'messageUpdate' }, false],
    ['a message in a group chat', { ...overheard, conversation: { ...channel, conversationType: 'groupChat' } }, false],
    ['entities that are no list', { ...overheard, entities: 'x' }, false],
    [
      'a message that mentions the bot',
      { ...overheard, entities: [{ type: 'clientInfo' }, { type: 'mention', mentioned: { id: '28:samverkan' } }] },
      true,
    ],
    ['a pressed button', { conversation: channel, value: { verb: 'turn_accept' } }, true],
    ['an invoke', { conversation: channel, type: 'invoke', name: 'task/fetch' }, true],
    ['somebody who joins', { conversation: channel, type: 'conversationUpdate' }, true],
    ['a message in a personal chat', { conversation: { id: 'a:1', conversationType: 'personal' } }, true],
    ['a message whose conversation does not say its kind', { conversation: { id: 'a:1' } }, true],
  ])('%s', async (_name, activity, runs) => {
    let ran = false;
    const response = await turn(
      local,
      async () => {
        ran = true;
      },
      activity,
    );
    expect(ran).toBe(runs);
    if (!runs) expect([response.status, await response.text(), logged]).toEqual([200, '', []]);
  });
});

describe('a turn that fails', () => {
  const fail: Logic = async () => {
    throw new Error(`the database said ${secret}`);
  };

  it('apologises with the id that the log has, and tells nothing else', async () => {
    const response = await turn(local, fail);
    expect(response.status).toBe(200);
    const said = String(connector.calls[0]?.body['text']);
    const { id } = logged[0] as { id: string };
    expect(said).toBe(
      `Något gick fel hos mig. Försök igen om en stund. Händer det igen, berätta för den som sköter Samverkan och uppge felkod ${id}.`,
    );
    expect(connector.calls).toHaveLength(1);
  });

  it('says that the store is away, and does not promise that nothing was kept', async () => {
    await turn(local, () => Promise.reject(new StoreAway(new Error(secret))));
    const { id } = logged[0] as { id: string };
    expect(connector.calls[0]?.body['text']).toBe(
      `Jag når inte min databas just nu, så se efter om en stund om det du gjorde finns med och gör annars om det (felkod ${id}).`,
    );
  });

  it('says so on the card when a button failed', async () => {
    const response = await turn(local, fail, { type: 'invoke', name: 'adaptiveCard/action' });
    expect(response.status).toBe(200);
    const { id } = logged[0] as { id: string };
    expect(await response.json()).toEqual({
      statusCode: 500,
      type: 'application/vnd.microsoft.error',
      value: { code: 'InternalServerError', message: expect.stringContaining(id) },
    });
    expect(connector.calls).toEqual([]);
  });

  it.each(['task/fetch', 'task/submit'])('says so in the dialog (%s)', async (name) => {
    const response = await turn(local, fail, { type: 'invoke', name });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ task: { type: 'message', value: expect.stringMatching(/^Något gick fel/) } });
  });

  it('answers 500 with an id to an invoke of another kind', async () => {
    const response = await turn(local, fail, { type: 'invoke', name: 'signin/verifyState' });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: 'internal error', id: expect.any(String) });
  });

  it('keeps quiet in the channel when nobody asked, and is not acknowledged', async () => {
    const response = await turn(local, fail, { type: 'conversationUpdate' });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ error: 'internal error', id: (logged[0] as { id: string }).id });
    expect(connector.calls).toEqual([]);
    expect(logged).toHaveLength(1);
  });

  it('logs both when the apology cannot be sent either', async () => {
    connector.script.push({ status: 403, body: { error: { code: 'MessageWritesBlocked', message: 'no' } } });
    expect((await turn(local, fail)).status).toBe(200);
    expect(logged).toMatchObject([
      { error: expect.stringContaining('database') },
      { error: expect.stringContaining('MessageWritesBlocked') },
    ]);
  });

  it('is not acknowledged when the store is away and the apology cannot be sent either', async () => {
    connector.script.push({ status: 403, body: { error: { code: 'MessageWritesBlocked', message: 'no' } } });
    expect((await turn(local, () => Promise.reject(new StoreAway(new Error('cut'))))).status).toBe(500);
  });

  it('does not begin without a token, even where nobody checked before', async () => {
    let ran = false;
    const response = await turn(serving, async () => {
      ran = true;
    });
    expect(response.status).toBe(401);
    expect(ran).toBe(false);
    expect(await response.json()).toEqual({ error: 'unauthorized', id: expect.any(String) });
  });

  it('does not begin with a token for another bot either', async () => {
    const oidc = await oidcStub();
    const key = rsaKey();
    oidc.keys.set('teams', { key, endorsements: ['msteams'] });
    const endpoints = { openIdMetadataUrl: oidc.metadataUrl, connectorOnLoopback: true };
    const teams = teamsAdapter({ mode: 'serve', appId, tenantId, log, endpoints, token: async () => 'outbound' });
    const statusFor = async (aud: string) => {
      const claims = { iss: 'https://api.botframework.com', aud, serviceurl: url, exp: Math.floor(Date.now() / 1000) + 600 };
      return (await turn(teams, say('hej'), {}, `Bearer ${token({ alg: 'RS256', kid: 'teams' }, claims, key)}`)).status;
    };
    expect([await statusFor(appId), await statusFor(tenantId)]).toEqual([200, 401]);
    await oidc.close();
  });
});

describe('what the bot says unasked', () => {
  const card = {
    type: 'message',
    summary: 'Dagordning',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { a: 1 } }],
  };

  it('starts a thread in a channel', async () => {
    const posted = await serving.createInChannel(url, '19:hub@thread.tacv2', card);
    expect(posted).toEqual({ conversationId: '19:thread;messageid=1', activityId: 'activity-1' });
    expect(connector.calls).toEqual([
      {
        method: 'POST',
        path: '/v3/conversations',
        authorization: 'Bearer outbound',
        body: {
          isGroup: true,
          bot: { id: `28:${appId}` },
          channelData: { channel: { id: '19:hub@thread.tacv2' } },
          activity: card,
        },
      },
    ]);
  });

  it('opens the conversation with one person', async () => {
    expect(await serving.createPersonal(url, '29:sara', tenantId)).toBe('19:thread;messageid=1');
    expect(connector.calls[0]?.body).toEqual({
      isGroup: false,
      bot: { id: `28:${appId}` },
      members: [{ id: '29:sara' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    });
  });

  it('posts into a thread and replaces what it posted', async () => {
    expect(await serving.sendTo(url, '19:hub;messageid=1', card)).toBe('19:thread;messageid=1');
    await serving.replaceIn(url, '19:hub;messageid=1', 'activity-9', card);
    expect(connector.calls.map(({ method, path, body }) => ({ method, path, body }))).toEqual([
      { method: 'POST', path: '/v3/conversations/19:hub;messageid=1/activities', body: card },
      { method: 'PUT', path: '/v3/conversations/19:hub;messageid=1/activities/activity-9', body: { ...card, id: 'activity-9' } },
    ]);
  });

  it('reads the whole roster, page by page', async () => {
    const people = ['sara', 'per', 'eva'].map((id) => ({
      id: `29:${id}`,
      aadObjectId: `${id}-entra`,
      tenantId,
      email: `${id}@example.se`,
      userRole: 'guest',
    }));
    connector.script.push(
      { status: 200, body: { members: people.slice(0, 2), continuationToken: 'more' } },
      { status: 200, body: { members: people.slice(2) } },
    );
    expect(await serving.members(url, '19:hub')).toEqual(people);
    expect(connector.calls.map((call) => call.path)).toEqual([
      '/v3/conversations/19:hub/pagedmembers?pageSize=200',
      '/v3/conversations/19:hub/pagedmembers?pageSize=200&continuationToken=more',
    ]);
  });

  it('never sends its token over plain http, nor anything off the machine in local mode', async () => {
    const strict = teamsAdapter({ mode: 'serve', appId, tenantId, log, token: async () => 'outbound' });
    await expect(strict.sendTo(url, 'a:1', card)).rejects.toThrow('not one the bot may send to');
    await expect(serving.sendTo('http://smba.example/', 'a:1', card)).rejects.toThrow('not one the bot may send to');
    await expect(local.sendTo('https://smba.example/', 'a:1', card)).rejects.toThrow('not one the bot may send to');
    expect(connector.calls).toEqual([]);
  });
});

describe('when the connector fails', () => {
  it.each([
    [408, 'maybe'],
    [412, 'maybe'],
    [500, 'maybe'],
    [502, 'maybe'],
    [503, 'maybe'],
    [504, 'maybe'],
  ])('%i may be asked again, and was delivered: %s', async (status, delivered) => {
    connector.script.push({ status, headers: { 'retry-after': '7' } });
    const error = await failure(serving.createInChannel(url, '19:hub', { type: 'message', text: secret }));
    expect(error).toBeInstanceOf(Unavailable);
    expect(error).toMatchObject({ status, delivered, retryAfter: 7, call: 'POST /v3/conversations (channel)' });
    expect(connector.calls).toHaveLength(1);
    expectNoContent(error);
  });

  it('429 with a long wait is given back, was not delivered, and nothing goes to that conversation meanwhile', async () => {
    const teams = teamsAdapter({ mode: 'local', log, deadlineMs: 250 });
    const send = (conversation: string) => teams.sendTo(url, conversation, { type: 'message', text: secret });
    connector.script.push({ status: 429, headers: { 'retry-after': '7' } });
    for (let n = 0; n < 2; n++) {
      const error = await failure(send('a:1'));
      expect(error).toBeInstanceOf(Unavailable);
      expect(error).toMatchObject({ status: 429, delivered: 'no', retryAfter: 7 });
      expectNoContent(error);
    }
    expect(connector.calls).toHaveLength(1);
    await send('a:2');
    expect(connector.calls).toHaveLength(2);
  });

  it.each([[{ 'retry-after': '1' }], [{}]])('429 with a short wait is waited for, in a turn too (%j)', async (headers) => {
    const teams = teamsAdapter({ mode: 'local', log, deadlineMs: 250 });
    connector.script.push({ status: 429, headers });
    const began = performance.now();
    expect((await turn(teams, say(secret))).status).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(950);
    expect(connector.calls.map((call) => call.body['text'])).toEqual([secret, secret]);
    expect(logged).toEqual([]);
  });

  it('a connector that says 429 for ever is given back after a few seconds', async () => {
    const teams = teamsAdapter({ mode: 'local', log, deadlineMs: 250 });
    connector.script.push(...Array.from({ length: 9 }, () => ({ status: 429, headers: { 'retry-after': '1' } })));
    await expect(teams.sendTo(url, 'a:1', { type: 'message', text: secret })).rejects.toMatchObject({ status: 429 });
    expect(connector.calls).toHaveLength(3);
  });

  it.each([400, 401, 403, 404, 405, 413])('%i needs a person, and says what to do', async (status) => {
    connector.script.push({ status, body: { error: { code: 'SomeCode', message: 'no' } } });
    const error = await failure(serving.sendTo(url, 'a:1', { type: 'message', text: secret }));
    expect(error).toBeInstanceOf(Refused);
    expect(error.message).toMatch(/: \d{3}\. .{10,} \(code SomeCode\)$/);
    expect(connector.calls).toHaveLength(1);
    expectNoContent(error);
  });

  it('a gateway that answers with a page is told apart by its status alone', async () => {
    connector.script.push({ status: 502, body: '<html>Bad gateway</html>', headers: { 'content-type': 'text/html' } });
    expect(await failure(serving.sendTo(url, 'a:1', {}))).toMatchObject({ status: 502, delivered: 'maybe' });
  });

  it('a connection that breaks may have delivered, and is not tried again by itself', async () => {
    connector.script.push({ status: 0, reset: true });
    expect(await failure(serving.sendTo(url, 'a:1', {}))).toMatchObject({ delivered: 'maybe', status: undefined });
    expect(connector.calls).toHaveLength(1);
  });

  it('silence may have delivered, and ends at the deadline', async () => {
    connector.script.push(undefined);
    const began = performance.now();
    expect(await failure(serving.createInChannel(url, '19:hub', {}))).toMatchObject({ delivered: 'maybe' });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(connector.calls).toHaveLength(1);
  });

  it('an answer that never ends is silence too', async () => {
    const trickle = await serveHttp((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":');
    });
    const began = performance.now();
    expect(await failure(serving.sendTo(trickle.url, 'a:1', {}))).toMatchObject({ delivered: 'maybe' });
    expect(performance.now() - began).toBeLessThan(10_000);
    await trickle.close();
  });

  it('an answer without an id may have delivered', async () => {
    connector.script.push({ status: 200, body: {} });
    expect(await failure(serving.sendTo(url, 'a:1', {}))).toMatchObject({ delivered: 'maybe' });
  });

  it('a roster that could not be read changed nothing', async () => {
    connector.script.push({ status: 504 });
    expect(await failure(serving.members(url, 'a:1'))).toMatchObject({ delivered: 'no' });
  });

  it('a refused connection, an unknown host and an unknown certificate delivered nothing', async () => {
    const gone = await serveHttp(() => {});
    await gone.close();
    const untrusted = await serveHttp((_request, response) => answer(response, 200), selfSigned());
    for (const address of [gone.url, 'https://nowhere.invalid/', untrusted.url])
      expect(await failure(serving.sendTo(address, 'a:1', {}))).toMatchObject({ delivered: 'no', status: undefined });
    await untrusted.close();
  });

  it('without a token nothing is sent, and the reason is the token', async () => {
    const noToken = new Unavailable({ call: 'token', delivered: 'no', next: 'Check the certificate.' });
    const teams = teamsAdapter({
      mode: 'serve',
      appId,
      tenantId,
      log,
      token: () => Promise.reject(noToken),
      endpoints: { connectorOnLoopback: true },
    });
    expect(await failure(teams.sendTo(url, 'a:1', {}))).toBe(noToken);
    expect(connector.calls).toEqual([]);
  });
});

describe('the whole way with tokens of our own authority', () => {
  const trusted = getCACertificates('default');
  afterEach(() => setDefaultCACertificates(trusted));

  it('asks for the bot token once for two turns and a card sent unasked', async () => {
    const certificate = selfSigned();
    setDefaultCACertificates([...trusted, certificate.certificate]);
    const asked: string[] = [];
    const authority = await serveHttp(async (request, response) => {
      const base = `https://localhost:${authority.port}/${tenantId}`;
      if (request.method === 'GET') {
        const endpoints = {
          token_endpoint: `${base}/oauth2/v2.0/token`,
          authorization_endpoint: `${base}/authorize`,
          jwks_uri: `${base}/keys`,
        };
        return answer(response, 200, { ...endpoints, issuer: `${base}/v2.0` });
      }
      const form = new URLSearchParams(await bodyOf(request));
      asked.push(`${form.get('grant_type')} ${form.get('scope')?.split(' ')[0]} ${form.has('client_assertion')}`);
      return answer(response, 200, { token_type: 'Bearer', expires_in: 3600, access_token: `token-${asked.length}` });
    }, certificate);
    const oidc = await oidcStub();
    const key = rsaKey();
    oidc.keys.set('teams', { key, endorsements: ['msteams'] });
    const teams = teamsAdapter({
      mode: 'serve',
      appId,
      tenantId,
      log,
      endpoints: { openIdMetadataUrl: oidc.metadataUrl, connectorOnLoopback: true },
      token: graphToken({
        tenantId,
        clientId: appId,
        certificate: { privateKey: certificate.privateKey, thumbprintSha256: certificate.thumbprintSha256 },
        authority: `https://localhost:${authority.port}/${tenantId}`,
        knownAuthorities: [`localhost:${authority.port}`],
        scope: 'https://api.botframework.com/.default',
      }),
    });
    const claims = { iss: 'https://api.botframework.com', aud: appId, serviceurl: url, exp: Math.floor(Date.now() / 1000) + 600 };
    const signed = `Bearer ${token({ alg: 'RS256', kid: 'teams' }, claims, key)}`;

    expect((await turn(teams, say('ett'), {}, signed)).status).toBe(200);
    expect((await turn(teams, say('två'), {}, signed)).status).toBe(200);
    await teams.sendTo(url, 'a:1', { type: 'message', text: 'tre' });

    expect(asked).toEqual(['client_credentials https://api.botframework.com/.default true']);
    expect(connector.calls.map(({ authorization, body }) => [authorization, body['text']])).toEqual([
      ['Bearer token-1', 'ett'],
      ['Bearer token-1', 'två'],
      ['Bearer token-1', 'tre'],
    ]);
    await Promise.all([authority.close(), oidc.close()]);
  });
});

function turn(teams: Teams, logic: Logic, changes: Partial<Envelope> = {}, authorization?: string): Promise<Response> {
  const activity = {
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: url,
    from: { id: '29:sara' },
    recipient: { id: '28:samverkan' },
    conversation: { id: 'a:1', tenantId },
    ...changes,
  };
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  return teams.handle(new Request('http://127.0.0.1/api/messages', { method: 'POST', headers }), activity, logic);
}

function say(text: string): Logic {
  return async (context: TurnContext) => void (await context.sendActivity(text));
}

async function failure(call: Promise<unknown>): Promise<Error> {
  const error = await call.then(
    () => new Error('it succeeded'),
    (reason) => reason,
  );
  if (!(error instanceof Unavailable) && !(error instanceof Refused)) throw error;
  return error;
}

/** What people wrote must not travel with an error into a log. */
function expectNoContent(error: Error): void {
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret);
  expect(error.cause).not.toHaveProperty('request');
}
