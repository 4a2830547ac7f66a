import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { answer, bodyOf, type Served, serveHttp } from './http.ts';

/** What one request to the stand-in connector looked like. */
export interface Call {
  method: string;
  path: string;
  authorization: string | undefined;
  body: Record<string, unknown>;
}

export interface ConnectorStub extends Served {
  calls: Call[];
  /** Answers of the next requests, in order; after them everything succeeds. `undefined` = never answers. */
  script: (Answer | undefined)[];
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** Ends the connection instead of answering. */
  reset?: true;
}

/** The Bot Connector as far as the bot uses it: every post gets an id. */
export async function connectorStub(): Promise<ConnectorStub> {
  const calls: Call[] = [];
  const script: (Answer | undefined)[] = [];
  const served = await serveHttp(async (request, response) => {
    const text = await bodyOf(request);
    calls.push({
      method: request.method ?? '',
      path: decodeURIComponent(request.url ?? ''),
      authorization: request.headers.authorization,
      body: text === '' ? {} : JSON.parse(text),
    });
    if (script.length > 0) {
      const next = script.shift();
      if (next?.reset) request.socket.destroy();
      else if (next) answer(response, next.status, next.body, next.headers);
      return;
    }
    answer(response, 200, { id: `19:thread;messageid=${calls.length}`, activityId: `activity-${calls.length}` });
  });
  return { ...served, calls, script };
}

export interface Oidc extends Served {
  metadataUrl: string;
  /** Requests for the metadata and for the keys, counted together. */
  fetched: number;
  /** Kid → key and what it is endorsed for; change it to rotate keys. */
  keys: Map<string, { key: KeyObject; endorsements?: string[] }>;
  /** Set to make the server answer 500. */
  broken: boolean;
}

/** The Bot Connector's metadata and keys, at a new address every time: the SDK caches by address. */
export async function oidcStub(): Promise<Oidc> {
  const keys: Oidc['keys'] = new Map();
  const state = { fetched: 0, broken: false };
  const served = await serveHttp((request, response) => {
    state.fetched++;
    if (state.broken) return answer(response, 500);
    if (request.url === '/oidc') return answer(response, 200, { jwks_uri: `http://${request.headers.host}/keys` });
    const published = [...keys].map(([kid, { key, endorsements }]) => {
      const { n, e } = key.export({ format: 'jwk' });
      return { kty: 'RSA', use: 'sig', kid, n, e, ...(endorsements ? { endorsements } : {}) };
    });
    return answer(response, 200, { keys: published });
  });
  return Object.assign(state, { ...served, metadataUrl: `${served.url}/oidc`, keys });
}

export function rsaKey(): KeyObject {
  return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
}

const hashes: Record<string, string> = { RS256: 'sha256', RS512: 'sha512', RS384: 'sha384' };

/** A token made by hand, so that it can be wrong in every way. */
export function token(header: { alg: string; kid?: string }, claims: Record<string, unknown>, key?: KeyObject): string {
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify({ ...part })).toString('base64url')).join('.');
  return `${signed}.${key ? signature(header.alg, signed, key).toString('base64url') : ''}`;
}

function signature(alg: string, signed: string, key: KeyObject): Buffer {
  const hash = hashes[alg];
  if (hash !== undefined) return sign(hash, Buffer.from(signed), key);
  // The old trick: the public key, which everybody has, as the secret of an HMAC.
  const secret = createPublicKey(key).export({ type: 'spki', format: 'pem' });
  return createHmac('sha256', secret).update(signed).digest();
}
