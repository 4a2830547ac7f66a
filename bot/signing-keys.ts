/**
 * The public keys of the Bot Connector, with the channels each is endorsed for (jose's own remote key set drops those).
 * Fetched when first needed and once a day; an unknown key id asks again, but never more than once in five minutes.
 */
import { createPublicKey, type KeyObject } from 'node:crypto';
import * as z from 'zod';

export interface SigningKey {
  publicKey: KeyObject;
  /** Channels the key speaks for; absent where the document does not say. */
  endorsements: readonly string[] | undefined;
}

export interface SigningKeys {
  /** @throws KeysUnavailable when no set of keys could be fetched in the last five days. */
  find(kid: string): Promise<SigningKey | undefined>;
}

export class KeysUnavailable extends Error {}

const minutes = 60_000;
const fresh = 24 * 60 * minutes;
const usable = 5 * fresh;
const cooldown = 5 * minutes;
const cooldownWithoutKeys = 5_000;
const patience = 5_000;

const metadata = z.looseObject({ jwks_uri: z.url() });
const keySet = z.looseObject({
  keys: z
    .array(z.looseObject({ kty: z.string(), kid: z.string().optional(), endorsements: z.array(z.string()).optional() }))
    .max(100),
});

export function signingKeys(from: { metadataUrl: string; now: () => Date; fetch: typeof fetch }): SigningKeys {
  let keys: ReadonlyMap<string, SigningKey> | undefined;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let failure: unknown;
  let fetching: Promise<void> | undefined;

  const refresh = () => {
    fetching ??= fetchKeys(from.metadataUrl, from.fetch)
      .then(
        (fetched) => {
          keys = fetched;
          fetchedAt = from.now().getTime();
          failure = undefined;
        },
        (error) => {
          failure = error;
        },
      )
      .finally(() => {
        triedAt = from.now().getTime();
        fetching = undefined;
      });
    return fetching;
  };

  return {
    async find(kid) {
      const now = from.now().getTime();
      const wanted = !keys?.has(kid) || now - fetchedAt > fresh;
      const mayAsk = fetching !== undefined || now - triedAt > (keys === undefined ? cooldownWithoutKeys : cooldown);
      if (wanted && mayAsk) await refresh();
      if (keys === undefined || from.now().getTime() - fetchedAt > usable)
        throw new KeysUnavailable(`the signing keys at ${from.metadataUrl} cannot be read: ${failure}`);
      return keys.get(kid);
    },
  };
}

async function fetchKeys(metadataUrl: string, get: typeof fetch): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = metadata.parse(await getJson(metadataUrl, get));
  const set = keySet.parse(await getJson(jwks_uri, get));
  return new Map(
    set.keys.flatMap(({ kid, endorsements, ...jwk }) =>
      kid !== undefined && jwk.kty === 'RSA'
        ? [[kid, { publicKey: createPublicKey({ key: jwk, format: 'jwk' }), endorsements }] as const]
        : [],
    ),
  );
}

async function getJson(url: string, get: typeof fetch): Promise<unknown> {
  const response = await get(url, { signal: AbortSignal.timeout(patience) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}
