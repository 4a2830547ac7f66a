import { ManagedIdentityApplication } from '@azure/msal-node';
import { Unavailable } from '../../ports.ts';
import type { Log } from './chain.ts';
import { type Held, heldToken } from './held-token.ts';
import { tokenNetwork } from './token-network.ts';

export interface ManagedTokenOptions {
  /** Client id of a user-assigned identity; absent = the machine's own. */
  clientId?: string | undefined;
  resource: string;
  /** Milliseconds until a token is there, msal's own retries included. */
  deadlineMs?: number;
  log?: Log;
}

/** The token of the identity Azure gives the machine. */
export function managedToken({ clientId, resource, deadlineMs = 5_000, log }: ManagedTokenOptions): () => Promise<string> {
  const application = new ManagedIdentityApplication({
    ...(clientId === undefined ? {} : { managedIdentityIdParams: { userAssignedClientId: clientId } }),
    system: { networkClient: tokenNetwork(deadlineMs) },
  });
  return heldToken({ ask: () => inTime(ask(), deadlineMs), denied: (cause) => noToken(resource, cause), codeOf, log });

  async function ask(): Promise<Held> {
    const { accessToken, expiresOn } = await application.acquireToken({ resource });
    if (!accessToken || !expiresOn) throw new Error('the machine gave no token');
    return { token: accessToken, expires: expiresOn.getTime() };
  }
}

async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no token came in ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function noToken(resource: string, cause: unknown): Unavailable {
  const next = 'Check that the user-assigned identity is attached to this machine and is the one the app is registered with.';
  return new Unavailable({
    call: `managed identity token for ${resource}`,
    delivered: 'no',
    next: `${next} (code ${codeOf(cause)})`,
    cause,
  });
}

function codeOf(cause: unknown): string {
  const { errorCode, message } = cause as { errorCode?: unknown; message?: unknown };
  return typeof errorCode === 'string' && errorCode !== '' ? errorCode : String(message ?? 'unknown');
}
