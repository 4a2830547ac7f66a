import { Unavailable } from '../../ports.ts';

const neverReached = /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|CERT|SELF_SIGNED|TLS/;

/** True when no connection came about, so that nothing of ours can have reached Graph. */
export function certainlyNotDelivered(error: unknown): boolean {
  if (error instanceof Unavailable) return error.delivered === 'no';
  return neverReached.test(networkCode(error) ?? '');
}

/** `ECONNREFUSED` and its like, wherever in the chain of causes fetch has put it. */
export function networkCode(error: unknown): string | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = (at as { code?: unknown }).code;
    if (typeof code === 'string') return code;
  }
  return undefined;
}
