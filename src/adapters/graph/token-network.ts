import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';

/** msal's own network has no timeout for POST: a silent authority would hold every call to Graph for ever. */
export function tokenNetwork(timeoutMs: number): INetworkModule {
  return {
    sendGetRequestAsync: (url, options, timeout) => send('GET', url, options, timeout ?? timeoutMs),
    sendPostRequestAsync: (url, options) => send('POST', url, options, timeoutMs),
  };
}

async function send<T>(
  method: 'GET' | 'POST',
  url: string,
  options: NetworkRequestOptions | undefined,
  timeoutMs: number,
): Promise<NetworkResponse<T>> {
  const response = await fetch(url, {
    method,
    headers: options?.headers ?? {},
    ...(method === 'POST' ? { body: options?.body ?? '' } : {}),
    signal: AbortSignal.timeout(timeoutMs),
  });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: (await response.json()) as T,
  };
}
