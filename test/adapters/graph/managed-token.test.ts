import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { managedToken } from '../../../src/adapters/graph/managed-token.ts';
import { listening as logListening } from '../../support/quiet.ts';
import { type Listening, listening } from '../local/listening.ts';

interface Answer {
  status: number;
  body?: object;
  /** Milliseconds before it comes. */
  after?: number;
}

/** Where the tokens of Azure App Service come from: an address and a secret in the environment, which msal reads once. */
let machine: Listening;
let answers: Answer[] = [];
let asked: { query: URLSearchParams; secret: string | undefined }[] = [];

beforeAll(async () => {
  machine = await listening((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://machine');
    asked.push({ query: searchParams, secret: request.headers['x-identity-header'] as string | undefined });
    const { status, body = {}, after = 0 } = answers[Math.min(asked.length, answers.length) - 1]!;
    setTimeout(() => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)), after);
  });
  vi.stubEnv('IDENTITY_ENDPOINT', `${machine.url}/msi/token`);
  vi.stubEnv('IDENTITY_HEADER', 'machine-secret');
});
beforeEach(() => {
  asked = [];
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await machine.close();
});

/** msal keeps tokens by resource, for the whole process. */
let resources = 0;
const tokenFrom = (given: Answer[], more: { deadlineMs?: number; log?: ReturnType<typeof logListening> } = {}) => {
  answers = given;
  resources += 1;
  return managedToken({ clientId: 'our-identity', resource: `https://graph.example/${resources}`, ...more });
};
const granted = (token: string, seconds = 3600): Answer => ({
  status: 200,
  body: { access_token: token, token_type: 'Bearer', expires_on: Math.round(Date.now() / 1000) + seconds },
});

describe("the token of the machine's identity", () => {
  it('is asked for once for everybody, for the identity the bot is registered with', async () => {
    const token = tokenFrom([granted('token-1')]);
    expect(await Promise.all([token(), token()])).toEqual(['token-1', 'token-1']);
    expect(await token()).toBe('token-1');
    expect(asked).toHaveLength(1);
    const [{ query, secret } = { query: new URLSearchParams(), secret: undefined }] = asked;
    expect(Object.fromEntries(query)).toMatchObject({
      client_id: 'our-identity',
      resource: expect.stringContaining('graph.example'),
    });
    expect(secret).toBe('machine-secret');
  });

  it('keeps nobody waiting for a machine that says nothing', async () => {
    const token = tokenFrom([{ ...granted('late'), after: 5_000 }], { deadlineMs: 200 });
    const before = performance.now();
    await expect(token()).rejects.toMatchObject({ name: 'Unavailable', delivered: 'no' });
    expect(performance.now() - before).toBeLessThan(4_500);
  });

  it('keeps nobody waiting while msal asks a failing machine again and again', async () => {
    const token = tokenFrom([{ status: 500 }], { deadlineMs: 300 });
    const before = performance.now();
    await expect(token()).rejects.toMatchObject({
      name: 'Unavailable',
      message: expect.stringMatching(/attached to this machine/),
    });
    expect(performance.now() - before).toBeLessThan(4_500);
  });

  it('stays in use as long as it is valid, when a newer one cannot be had', async () => {
    const log = logListening();
    // Under five minutes before its end msal asks for a new one.
    const token = tokenFrom([granted('token-1', 240), { status: 400, body: { error: 'bad' } }], { log });
    expect(await token()).toBe('token-1');
    expect(await token()).toBe('token-1');
    expect(asked.length).toBeGreaterThan(1);
    expect(log.lines.map((line) => line.message)).toEqual([expect.stringContaining('still valid')]);
  });

  it('is asked for anew after a failure', async () => {
    const token = tokenFrom([{ status: 400, body: { error: 'bad' } }, granted('token-2')]);
    await expect(token()).rejects.toThrow(/managed identity token/);
    expect(await token()).toBe('token-2');
  });
});
