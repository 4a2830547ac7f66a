import { Refused, Unavailable } from '../../ports.ts';
import { headersOf, type Step, urlOf } from './chain.ts';

/**
 * Signs a call, when it goes over https to Graph or to a host we were told to trust, and never otherwise: an address to
 * upload to carries its own right, and refuses a token beside it.
 */
export function bearer(token: () => Promise<string>, hosts: readonly string[]): Step {
  const trusted = new Set(['graph.microsoft.com', ...hosts]);
  return async (call, next) => {
    const headers = headersOf(call);
    for (const name of Object.keys(headers)) if (name.toLowerCase() === 'authorization') delete headers[name];
    const url = new URL(urlOf(call));
    const isGraph = url.protocol === 'https:' && trusted.has(url.hostname) && url.pathname.startsWith('/v1.0/');
    if (isGraph) headers['Authorization'] = `Bearer ${await tokenOrReason(token)}`;
    return next();
  };
}

async function tokenOrReason(token: () => Promise<string>): Promise<string> {
  try {
    return await token();
  } catch (cause) {
    if (cause instanceof Unavailable || cause instanceof Refused) throw cause;
    const next =
      'No access token for Graph could be had; nothing was sent. See the cause, and check the certificate and tenant id.';
    throw new Unavailable({ call: 'token for Graph', delivered: 'no', next, cause });
  }
}
