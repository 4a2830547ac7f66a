import { ConfidentialClientApplication } from '@azure/msal-node';
import { Unavailable } from '../../ports.ts';
import type { Log } from './chain.ts';
import { tokenNetwork } from './token-network.ts';

export interface GraphTokenOptions {
  tenantId: string;
  clientId: string;
  /** `thumbprintSha256` in hex; `privateKey` and `x5c` as PEM. */
  certificate: { thumbprintSha256: string; privateKey: string; x5c?: string };
  authority?: string;
  knownAuthorities?: string[];
  /** JSON; keeps msal from looking the authority up. */
  authorityMetadata?: string;
  scope?: string;
  /** Milliseconds for one request to the authority. */
  timeoutMs?: number;
  log?: Log;
}

interface Held {
  token: string;
  expires: number;
}

/** How long a token must still live to be used when no newer one can be had, and how long we then wait before asking. */
const margin = 60_000;
const pause = 60_000;

/** The app's own token for Graph: one request at a time, and the token in hand for as long as it is valid. */
export function graphToken(options: GraphTokenOptions): () => Promise<string> {
  const { tenantId, clientId, certificate, authority, knownAuthorities, authorityMetadata, log } = options;
  const scopes = [options.scope ?? 'https://graph.microsoft.com/.default'];
  const application = new ConfidentialClientApplication({
    auth: {
      clientId,
      authority: authority ?? `https://login.microsoftonline.com/${tenantId}`,
      clientCertificate: certificate,
      ...(knownAuthorities ? { knownAuthorities } : {}),
      ...(authorityMetadata ? { authorityMetadata } : {}),
    },
    system: { networkClient: tokenNetwork(options.timeoutMs ?? 5_000) },
  });
  let held: Held | undefined;
  let notBefore = 0;
  let asking: Promise<string> | undefined;

  return () => {
    if (held && Date.now() < notBefore && isUsable(held)) return Promise.resolve(held.token);
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };

  async function ask(): Promise<string> {
    try {
      const result = await application.acquireTokenByClientCredential({ scopes });
      if (!result?.accessToken || !result.expiresOn) throw new Error('the authority gave no token');
      held = { token: result.accessToken, expires: result.expiresOn.getTime() };
      return held.token;
    } catch (cause) {
      if (!held || !isUsable(held)) throw noToken(cause);
      notBefore = Date.now() + pause;
      log?.warn({ reason: codeOf(cause) }, 'no newer token for Graph could be had; the one in hand is still valid');
      return held.token;
    }
  }
}

function isUsable(held: Held): boolean {
  return held.expires - margin > Date.now();
}

const steps: Record<string, string> = {
  invalid_client:
    'The certificate was not accepted. Upload its public part to the app registration, and check thumbprint and expiry.',
  unauthorized_client: 'The app is not known in this tenant. Check tenant id and client id.',
  invalid_request: 'The tenant or the client id is wrong. Check both in the configuration.',
  network_error: 'The authority could not be reached. Check the network between the server and login.microsoftonline.com.',
};

function noToken(cause: unknown): Unavailable {
  const code = codeOf(cause);
  const next =
    steps[code.split(' ')[0] ?? ''] ?? 'No access token for Graph could be had. Check the app registration and its certificate.';
  return new Unavailable({ call: 'token for Graph', delivered: 'no', next: `${next} (code ${code})`, cause });
}

function codeOf(error: unknown): string {
  const { errorCode, errorNo } = error as { errorCode?: unknown; errorNo?: unknown };
  return [errorCode, errorNo].filter((code) => typeof code === 'string' && code !== '').join(' ') || 'unknown';
}
