import { Refused } from '../../ports.ts';
import { type Answer, headersOf, methodOf, type Ongoing, type Step, urlOf } from './chain.ts';
import { callName } from './naming.ts';

const hops = 3;

/**
 * The last step: sends, follows the redirect of a download without our token, and reads the answer to its end, so
 * that a connection that breaks halfway is a failure of the call and not of whoever reads it.
 */
export function sending(send: typeof fetch): Step {
  return async (call) => {
    call.sent = true;
    call.redirected = false;
    let url = urlOf(call);
    let response = await send(url, { ...call.options, redirect: 'manual' });
    for (let hop = 0; hop < hops && methodOf(call) === 'GET' && isRedirect(response); hop++) {
      url = target(call, url, response);
      await response.arrayBuffer();
      call.redirected = true;
      response = await send(url, {
        method: 'GET',
        headers: withoutSecrets(headersOf(call)),
        signal: call.options?.signal ?? null,
        redirect: 'manual',
      });
    }
    return readToTheEnd(response);
  };
}

function isRedirect(response: Response): boolean {
  return [301, 302, 303, 307, 308].includes(response.status) && response.headers.has('location');
}

function target(call: Ongoing, from: string, response: Response): string {
  const url = new URL(response.headers.get('location') ?? '', from);
  if (url.protocol === 'https:') return url.href;
  const next =
    'Graph pointed to an address without https, which is not followed. Check what stands between the server and Graph.';
  throw new Refused({ call: callName(call), status: response.status, next });
}

function withoutSecrets(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() === 'user-agent'));
}

async function readToTheEnd(response: Response): Promise<Answer> {
  const { status, ok, headers } = response;
  const bytes = await response.arrayBuffer();
  const text = () => new TextDecoder().decode(bytes);
  let parsed: Promise<unknown> | undefined;
  const json = () => (parsed ??= Promise.resolve().then(() => JSON.parse(text()) as unknown));
  return { status, ok, headers, arrayBuffer: async () => bytes, text: async () => text(), json };
}
