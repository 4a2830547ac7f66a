import { ConfidentialClientApplication } from '@azure/msal-node';
import { Unavailable } from '../../ports.ts';
import type { Log } from './chain.ts';
import { type Held, heldToken } from './held-token.ts';
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
  return heldToken({ ask, denied: noToken, codeOf, log });

  async function ask(): Promise<Held> {
    const result = await application.acquireTokenByClientCredential({ scopes });
    if (!result?.accessToken || !result.expiresOn) throw new Error('the authority gave no token');
    return { token: result.accessToken, expires: result.expiresOn.getTime() };
  }
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
