import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { localGraphSend } from '../../../src/adapters/local/send.ts';
import { Refused, Unavailable } from '../../../src/ports.ts';
import { type Listening, listening } from '../local/listening.ts';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let server: Listening | undefined;
let asked: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[] = [];

afterEach(async () => {
  await server?.close();
  server = undefined;
  asked = [];
});

describe('who gets the token', () => {
  it.each([
    ['https://graph.microsoft.com/v1.0/sites/a', 'Bearer secret'],
    ['https://listed.example/v1.0/sites/a', 'Bearer secret'],
    ['https://graph.microsoft.com.evil.example/v1.0/sites/a', undefined],
    ['https://evil.example/graph.microsoft.com/sites/a', undefined],
    ['https://graph.microsoft.com@evil.example/v1.0/a', undefined],
    ['https://evil.example/v1.0/a?x=https://graph.microsoft.com/', undefined],
  ])('%s: %s', async (url, expected) => {
    const seen: unknown[] = [];
    const send: typeof fetch = async (_, init) => {
      seen.push(new Headers(init?.headers).get('authorization') ?? undefined);
      return Response.json({});
    };
    const client = graphClient({ token: async () => 'secret', send, hosts: ['listed.example'] });
    await client.api(url).header('Authorization', 'Bearer left over').get();
    expect(seen).toEqual([expected]);
  });

  it('nobody over plain http, not even a redirect from Graph', async () => {
    const seen: string[] = [];
    const send: typeof fetch = async (input) => {
      seen.push(String(input));
      return new Response(null, { status: 302, headers: { location: 'http://graph.microsoft.com/v1.0/x' } });
    };
    const client = graphClient({ token: async () => 'secret', send });
    await expect(client.api('/drives/d/items/i/content').get()).rejects.toBeInstanceOf(Refused);
    expect(seen).toHaveLength(1);
  });
});

describe('asking again', () => {
  it.each([
    ['GET', 503, {}],
    ['PUT', 503, {}],
    ['PUT', 504, {}],
    ['DELETE', 504, {}],
    ['PATCH', 503, { 'If-Match': '"1"' }],
    ['POST', 429, {}],
    ['PATCH', 429, {}],
  ])('%s is asked again after %i', async (method, status, headers) => {
    const client = await clientOf([no(status, { 'retry-after': '0' }), ok]);
    expect(await call(client, method, headers)).toEqual({ fine: true });
    expect(asked.map((one) => one.method)).toEqual([method, method]);
    expect(asked[1]?.body).toBe(asked[0]?.body);
  });

  it.each([
    ['POST', 503],
    ['POST', 504],
    ['PATCH', 504],
    ['GET', 500],
    ['PUT', 423],
    ['GET', 404],
  ])('%s is not asked again after %i', async (method, status) => {
    const client = await clientOf([no(status, { 'retry-after': '0' }), ok]);
    await expect(call(client, method)).rejects.toMatchObject({ status });
    expect(asked).toHaveLength(1);
  });

  it('waits as long as Graph says', async () => {
    const client = await clientOf([no(429, { 'retry-after': '1' }), ok]);
    const before = performance.now();
    await call(client, 'GET');
    expect(performance.now() - before).toBeGreaterThan(950);
  });

  it('leaves the waiting to others when it would pass the deadline', async () => {
    const client = await clientOf([no(429, { 'retry-after': '120' })]);
    const before = performance.now();
    await expect(call(client, 'GET')).rejects.toMatchObject({ status: 429, retryAfter: 120, delivered: 'no' });
    expect(performance.now() - before).toBeLessThan(8_000);
    expect(asked).toHaveLength(1);
  });

  it('reads a Retry-After that is a date', async () => {
    const client = await clientOf([no(503, { 'retry-after': new Date(Date.now() + 90_000).toUTCString() })]);
    const error = await call(client, 'GET').catch((reason: unknown) => reason);
    expect((error as Unavailable).retryAfter).toBeGreaterThan(80);
  });

  it('stops after three times', async () => {
    const client = await clientOf([no(503, { 'retry-after': '0' })]);
    await expect(call(client, 'GET')).rejects.toBeInstanceOf(Unavailable);
    expect(asked).toHaveLength(4);
  });
});

describe('whether it can have happened all the same', () => {
  it.each([
    ['GET', 503, 'no'],
    ['PUT', 503, 'maybe'],
    ['POST', 500, 'maybe'],
    ['POST', 408, 'maybe'],
    ['POST', 429, 'no'],
    ['PUT', 423, 'no'],
  ] as const)('%s answered %i: %s', async (method, status, delivered) => {
    const client = await clientOf([no(status, { 'retry-after': '3600' })]);
    await expect(call(client, method)).rejects.toMatchObject({ name: 'Unavailable', delivered });
  });

  it.each([
    ['GET', 'no'],
    ['PUT', 'maybe'],
    ['POST', 'maybe'],
  ])('%s on a connection that breaks: %s', async (method, delivered) => {
    const client = await clientOf([(response) => response.destroy()]);
    await expect(call(client, method)).rejects.toMatchObject({ name: 'Unavailable', delivered, status: undefined });
  });

  it('an answer that breaks off halfway is no answer', async () => {
    const half: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"half":');
      setTimeout(() => response.destroy(), 20);
    };
    await expect(call(await clientOf([half]), 'PUT')).rejects.toMatchObject({ name: 'Unavailable', delivered: 'maybe' });
  });

  it.each([
    ['GET', 'no'],
    ['POST', 'maybe'],
  ])('%s to a server that says nothing: %s, and not longer than the deadline', async (method, delivered) => {
    const client = await clientOf([() => undefined], 200);
    const before = performance.now();
    await expect(call(client, method)).rejects.toMatchObject({
      name: 'Unavailable',
      delivered,
      message: expect.stringMatching(/in time/),
    });
    expect(performance.now() - before).toBeLessThan(8_000);
  });

  it('nothing when nobody listens', async () => {
    const client = graphClient({ token: async () => 't', send: localGraphSend(`http://127.0.0.1:${await freePort()}`) });
    await expect(call(client, 'POST')).rejects.toMatchObject({ delivered: 'no', message: expect.stringMatching(/ECONNREFUSED/) });
  });

  it.each([
    ['fails', () => Promise.reject(new Error('no certificate'))],
    ['never comes', () => new Promise<string>(() => undefined)],
  ])('nothing when the token %s', async (_, token) => {
    const send: typeof fetch = () => Promise.reject(new Error('must not be called'));
    const client = graphClient({ token, send, deadlineMs: 100 });
    await expect(call(client, 'POST')).rejects.toMatchObject({
      name: 'Unavailable',
      delivered: 'no',
      message: expect.stringMatching(/token/),
    });
  });

  it('remembers a doubtful attempt behind a certain one', async () => {
    const client = await clientOf([no(504, { 'retry-after': '0' }), no(429, { 'retry-after': '3600' })]);
    await expect(call(client, 'PUT')).rejects.toMatchObject({ status: 429, delivered: 'maybe' });
  });

  it('does not call our own earlier change a conflict', async () => {
    const client = await clientOf([no(504, { 'retry-after': '0' }), no(412)]);
    await expect(call(client, 'PATCH', { 'If-Match': '"1"' })).rejects.toMatchObject({ name: 'Unavailable', delivered: 'maybe' });
  });
});

describe('what is said of a failure', () => {
  it.each([
    [400, Refused, /column/],
    [401, Refused, /certificate/],
    [403, Refused, /Sites.Selected/],
    [404, Refused, /configuration/],
    [409, Refused, /already lies/],
    [412, Refused, /read again/],
    [423, Unavailable, /close it/],
    [429, Unavailable, /slow down/],
    [502, Unavailable, /service health/],
    [507, Unavailable, /more space/],
  ])('%i is %o and tells what to do', async (status, kind, next) => {
    const client = await clientOf([no(status, { 'request-id': 'id-1', 'retry-after': '3600' })]);
    const error = await call(client, 'GET').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(kind);
    const { message } = error as Error;
    expect(message).toMatch(next);
    expect(message).toContain(`GET /drives/d 1/root:/åäö.docx: ${status}`);
    expect(message).toContain('id-1');
  });

  it('says locked when Graph says notAllowed and means locked', async () => {
    const client = await clientOf([no(409, {}, { code: 'notAllowed', innerError: { code: 'resourceLocked' } })]);
    await expect(call(client, 'PUT')).rejects.toMatchObject({ name: 'Unavailable', message: expect.stringMatching(/close it/) });
  });

  it('never tells what stood in a body, a query or the token', async () => {
    const body = { code: 'personnummer 19900101-0017', message: 'Anna Andersson' };
    for (const status of [400, 403, 503]) {
      const client = await clientOf([no(status, { 'retry-after': '3600' }, body)]);
      const error = await client
        .api('/drives/d?tempauth=hemlig')
        .get()
        .catch((reason: unknown) => reason);
      expect(everythingIn(error)).not.toMatch(/Anna|1990|hemlig|secret/);
      await server?.close();
    }
  });

  it('copes with the page of a gateway', async () => {
    const page: Answer = (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
    await expect(call(await clientOf([page]), 'GET')).rejects.toMatchObject({ name: 'Unavailable', status: 502 });
  });

  it('takes a page in the place of JSON for no answer', async () => {
    const login: Answer = (response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('<html>Logga in</html>');
    await expect(call(await clientOf([login]), 'PUT')).rejects.toMatchObject({ name: 'Unavailable', delivered: 'maybe' });
  });

  it('says who we are', async () => {
    const client = await clientOf([ok]);
    await call(client, 'GET');
    expect(asked[0]?.headers).toMatchObject({
      'user-agent': 'NONISV|Exempel|Samverkan/1.0',
      'client-request-id': expect.any(String),
    });
  });
});

const ok: Answer = (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"fine":true}');

function no(
  status: number,
  headers: Record<string, string> = {},
  error: object = { code: 'someCode', message: 'Some text' },
): Answer {
  return (response) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ error }));
}

/** A client before a server that gives these answers in turn, the last one for ever. */
async function clientOf(answers: Answer[], deadlineMs = 5000) {
  let turn = 0;
  server = await listening((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      answers[Math.min(turn++, answers.length - 1)]?.(response, request);
    });
  });
  const send = localGraphSend(server.url);
  return graphClient({ token: async () => 'secret', send, deadlineMs, userAgent: 'NONISV|Exempel|Samverkan/1.0' });
}

function call(client: ReturnType<typeof graphClient>, method: string, headers: Record<string, string> = {}): Promise<unknown> {
  const request = client.api(`/drives/d%201/root:/${encodeURIComponent('åäö.docx')}`).headers(headers);
  const content = Buffer.from('{"some":"thing"}');
  if (method === 'PUT') return request.put(content);
  if (method === 'POST') return request.post(content);
  if (method === 'PATCH') return request.patch(content);
  return method === 'DELETE' ? request.delete() : request.get();
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** An error the way a log would show it, causes and all. */
function everythingIn(error: unknown): string {
  return inspect(error, { depth: 10 });
}
