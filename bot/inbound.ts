/**
 * Who may talk to the bot. Every request passes here before the adapter sees it: the token of the Bot Connector is
 * checked in full, and the activity's envelope is known to hold what the rest relies on.
 */
import { randomUUID } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import * as z from 'zod';
import { isLoopback, isSafe } from './service-url.ts';
import { KeysUnavailable, type SigningKeys, signingKeys } from './signing-keys.ts';

const envelope = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().min(1).max(1000),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url().max(2000),
  from: z.looseObject({ id: z.string().min(1).max(1000) }),
  recipient: z.looseObject({ id: z.string().min(1).max(1000) }),
  conversation: z.looseObject({ id: z.string().min(1).max(1000), tenantId: z.string().nullish() }),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).nullish() }).nullish(),
});

/** An activity whose sender is known and whose envelope is whole; the rest is as loose as Teams sent it. */
export type Envelope = z.infer<typeof envelope>;

export interface Refusal {
  ok: false;
  status: 400 | 401 | 403 | 413 | 415 | 503;
  /** For the log; the caller is told nothing but an id. */
  reason: string;
}

export type Inbound = { ok: true; activity: Envelope } | Refusal;
export type Verify = (authorization: string | null, body: unknown) => Promise<Inbound>;

/** Bytes of one activity. Teams keeps messages under 100 KB of UTF-16. */
export const bodyLimit = 256 * 1024;

const botConnector = {
  issuer: 'https://api.botframework.com',
  openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  channel: 'msteams',
};

export interface Expected {
  appId: string;
  tenantId: string;
  openIdMetadataUrl?: string;
  issuer?: string;
  now?: () => Date;
  fetch?: typeof fetch;
  /** Only for tests: takes a connector at http://127.0.0.1. */
  connectorOnLoopback?: boolean;
}

/**
 * Checks token and envelope of a Teams activity. Skill, emulator and AseChannel tokens are refused: the bot has no such callers.
 * The tenant is the one that hosts the conversation (`conversation.tenantId`, else `channelData.tenant.id`), so guests and
 * members of shared channels come in, and an app package that somebody made with our app id in another tenant does not.
 */
export function inboundVerifier(expected: Expected): Verify {
  const keys = signingKeys({
    metadataUrl: expected.openIdMetadataUrl ?? botConnector.openIdMetadataUrl,
    now: expected.now ?? (() => new Date()),
    fetch: expected.fetch ?? fetch,
  });

  return async (authorization, body) => {
    const token = await readToken(authorization, keys, expected);
    if (!token.ok) return token;
    const { serviceurl } = token.claims;
    const claimed = partOf(body);
    if (typeof serviceurl !== 'string' || serviceurl === '' || claimed.serviceUrl !== serviceurl)
      return refusal(401, 'the token is for another serviceUrl than the activity names');
    if (claimed.channelId !== botConnector.channel || !(token.endorsements?.includes(botConnector.channel) ?? true))
      return refusal(401, 'the activity or the key is of another channel than msteams');

    const read = readEnvelope(body);
    if (!read.ok) return read;
    if (!isSafe(new URL(read.activity.serviceUrl), expected.connectorOnLoopback === true))
      return refusal(400, 'serviceUrl is not https');
    const { conversation, channelData } = read.activity;
    const host = conversation.tenantId ?? channelData?.tenant?.id;
    if (host?.toLowerCase() !== expected.tenantId.toLowerCase())
      return refusal(403, host === undefined ? 'the activity names no tenant' : 'the conversation belongs to another tenant');
    return read;
  };
}

/** Local mode: nobody signs in, and answers go to this machine only. */
export function localInbound(): Verify {
  return async (_authorization, body) => {
    const read = readEnvelope(body);
    if (!read.ok || isLoopback(new URL(read.activity.serviceUrl))) return read;
    return refusal(400, 'serviceUrl is not on this machine');
  };
}

/** Reads, limits and verifies what was posted to /api/messages. */
export async function receive(request: Request, verify: Verify): Promise<Inbound> {
  const body = await readJson(request);
  return body.ok ? verify(request.headers.get('authorization'), body.value) : body;
}

/** What a refused caller gets: the status and an id; the reason goes to the log under the same id. */
export function refused(refusal: Refusal, log: { warn(facts: object, message: string): void }): Response {
  const id = randomUUID().slice(0, 8);
  log.warn({ id, status: refusal.status, reason: refusal.reason }, 'an activity was refused');
  return Response.json({ error: wordsFor[refusal.status], id }, { status: refusal.status });
}

const wordsFor: Record<Refusal['status'], string> = {
  400: 'bad request',
  401: 'unauthorized',
  403: 'forbidden',
  413: 'too large',
  415: 'unsupported media type',
  503: 'try again later',
};

type Token = { ok: true; claims: JWTPayload & { serviceurl?: unknown }; endorsements: readonly string[] | undefined } | Refusal;

async function readToken(authorization: string | null, keys: SigningKeys, expected: Expected): Promise<Token> {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) return refusal(401, 'no bearer token');
  let endorsements: readonly string[] | undefined;
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = await keys.find(kid ?? '');
        if (key === undefined) throw new errors.JWKSNoMatchingKey();
        endorsements = key.endorsements;
        return key.publicKey;
      },
      {
        algorithms: ['RS256', 'RS512'],
        issuer: expected.issuer ?? botConnector.issuer,
        requiredClaims: ['exp', 'aud', 'iss', 'serviceurl'],
        clockTolerance: '5 minutes',
        currentDate: expected.now?.() ?? new Date(),
      },
    );
    if (payload.aud !== expected.appId) return refusal(401, 'the token is for another app');
    if ([payload['appid'], payload['azp']].some((caller) => caller !== undefined && caller !== expected.appId))
      return refusal(401, 'the token was given to another bot (a skill)');
    return { ok: true, claims: payload, endorsements };
  } catch (error) {
    if (error instanceof KeysUnavailable) return refusal(503, error.message);
    return refusal(401, error instanceof errors.JOSEError ? `${error.code}: ${error.message}` : `unreadable token: ${error}`);
  }
}

type Json = { ok: true; value: unknown } | Refusal;

export async function readJson(request: Request): Promise<Json> {
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return refusal(415, 'the body is not application/json');
  const bytes = await limited(request);
  if (bytes === undefined) return refusal(413, `the body is above ${bodyLimit} bytes`);
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    return refusal(400, `the body is not JSON: ${error instanceof Error ? error.name : error}`);
  }
}

/** The body, or undefined as soon as it is known to be too large; chunk by chunk only when nobody said how large. */
async function limited(request: Request): Promise<ArrayBuffer | Uint8Array | undefined> {
  const declared = request.headers.get('content-length');
  if (Number(declared) > bodyLimit) return undefined;
  if (declared !== null) {
    const whole = await request.arrayBuffer();
    return whole.byteLength > bodyLimit ? undefined : whole;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > bodyLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readEnvelope(body: unknown): Inbound {
  const read = envelope.safeParse(body);
  if (read.success) return { ok: true, activity: read.data };
  return refusal(
    400,
    `the activity is not whole: ${read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', ')}`,
  );
}

function partOf(body: unknown): { serviceUrl?: unknown; channelId?: unknown } {
  return typeof body === 'object' && body !== null ? body : {};
}

function refusal(status: Refusal['status'], reason: string): Refusal {
  return { ok: false, status, reason };
}
