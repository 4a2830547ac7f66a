import { createHash, generateKeyPairSync } from 'node:crypto';
import tls from 'node:tls';
import { jwtVerify } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { graphToken } from '../../../src/adapters/graph/token.ts';
import { Unavailable } from '../../../src/ports.ts';
import { type Listening, listening } from '../local/listening.ts';
import { selfSigned } from './self-signed.ts';

const secret = selfSigned();
tls.setDefaultCACertificates([...tls.getCACertificates('default'), secret.cert]);

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const thumbprintSha256 = createHash('sha256').update('the certificate').digest('hex');

type Answer = { status: number; body: object; after?: number };

let authority: Listening | undefined;
let asked: URLSearchParams[] = [];

afterEach(async () => {
  vi.useRealTimers();
  await authority?.close();
  asked = [];
});

describe('the token for Graph', () => {
  it('is asked for with an assertion signed by the certificate', async () => {
    const token = await tokenFrom([granted('token-1')]);
    expect(await token()).toBe('token-1');
    const [request] = asked;
    expect(Object.fromEntries(request ?? [])).toMatchObject({
      grant_type: 'client_credentials',
      client_id: 'our-app',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    });
    expect(request?.get('scope')).toContain('https://graph.microsoft.com/.default');
    const { payload, protectedHeader } = await jwtVerify(request?.get('client_assertion') ?? '', publicKey);
    expect(payload).toMatchObject({ iss: 'our-app', sub: 'our-app', aud: `${authority?.url}/tenant/oauth2/v2.0/token` });
    expect(protectedHeader).toMatchObject({
      alg: 'PS256',
      'x5t#S256': Buffer.from(thumbprintSha256, 'hex').toString('base64url'),
    });
  });

  it('is asked for once, however many need it at the same time', async () => {
    const token = await tokenFrom([granted('token-1')]);
    expect(await Promise.all([token(), token(), token()])).toEqual(['token-1', 'token-1', 'token-1']);
    expect(await token()).toBe('token-1');
    expect(asked).toHaveLength(1);
  });

  it('stays in use as long as it is valid, when a newer one cannot be had', async () => {
    const token = await tokenFrom([granted('token-1', 2), refused(500, 'server_error')]);
    expect(await token()).toBe('token-1');
    vi.setSystemTime(Date.now() + 10_000);
    expect(await token()).toBe('token-1');
    expect(asked.length).toBeGreaterThan(1);
    const before = asked.length;
    expect(await token()).toBe('token-1');
    expect(asked).toHaveLength(before);
  });

  it('is not used past its time', async () => {
    const token = await tokenFrom([granted('token-1', 2), refused(401, 'invalid_client')]);
    await token();
    vi.setSystemTime(Date.now() + 3600_000);
    await expect(token()).rejects.toBeInstanceOf(Unavailable);
  });

  it('is renewed when it is time', async () => {
    const token = await tokenFrom([granted('token-1', 2), granted('token-2')]);
    await token();
    vi.setSystemTime(Date.now() + 10_000);
    await token();
    expect(await token()).toBe('token-2');
    expect(asked).toHaveLength(2);
  });

  it.each([
    [401, 'invalid_client', /certificate/],
    [400, 'unauthorized_client', /client id/],
    [503, 'temporarily_unavailable', /app registration/],
  ])('that is denied with %i %s tells what to do, and nothing was sent', async (status, code, next) => {
    const token = await tokenFrom([refused(status, code)]);
    const error = await token().catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'Unavailable', delivered: 'no', message: expect.stringMatching(next) });
    expect(String(error)).toContain(code);
  });

  it('is asked for anew after a failure', async () => {
    const token = await tokenFrom([refused(401, 'invalid_client'), granted('token-1')]);
    await expect(token()).rejects.toBeInstanceOf(Unavailable);
    expect(await token()).toBe('token-1');
  });

  it('does not keep anybody waiting for an authority that says nothing', async () => {
    const token = await tokenFrom([{ ...granted('late'), after: 5000 }], 200);
    const before = performance.now();
    await expect(token()).rejects.toMatchObject({ name: 'Unavailable', message: expect.stringMatching(/could not be reached/) });
    expect(performance.now() - before).toBeLessThan(4_500);
  });
});

function granted(token: string, refreshIn = 1800): Answer {
  return { status: 200, body: { token_type: 'Bearer', access_token: token, expires_in: 3599, refresh_in: refreshIn } };
}

function refused(status: number, error: string): Answer {
  return { status, body: { error, error_description: 'AADSTS7000215: hemligt', error_codes: [7000215] } };
}

/** An authority that gives these answers in turn, the last one for ever. */
async function tokenFrom(answers: Answer[], timeoutMs = 3000): Promise<() => Promise<string>> {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(new Date('2027-03-01T08:00:00Z'));
  let turn = 0;
  authority = await listening((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      asked.push(new URLSearchParams(body));
      const answer = answers[Math.min(turn++, answers.length - 1)];
      setTimeout(
        () => response.writeHead(answer?.status ?? 500, { 'content-type': 'application/json' }).end(JSON.stringify(answer?.body)),
        answer?.after ?? 0,
      );
    });
  }, secret);
  const { url } = authority;
  return graphToken({
    tenantId: 'tenant',
    clientId: 'our-app',
    certificate: { thumbprintSha256, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() },
    authority: `${url}/tenant`,
    knownAuthorities: [new URL(url).host],
    authorityMetadata: JSON.stringify({
      authorization_endpoint: `${url}/tenant/oauth2/v2.0/authorize`,
      token_endpoint: `${url}/tenant/oauth2/v2.0/token`,
      issuer: `${url}/tenant/v2.0`,
      jwks_uri: `${url}/tenant/discovery/v2.0/keys`,
    }),
    timeoutMs,
  });
}
