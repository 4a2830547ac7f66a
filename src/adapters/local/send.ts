/**
 * Sends what is meant for Graph to the local samarbetsyta instead, over plain http. Follows the redirect of a download
 * itself, without the token.
 */
export function localGraphSend(baseUrl: string): typeof fetch {
  const base = baseUrl.replace(/\/$/, '');
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const response = await fetch(url.replace(/^https:\/\/graph\.microsoft\.com(?=\/)/, base), { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status !== 302 || location === null || (init?.method ?? 'GET') !== 'GET') return response;
    await response.arrayBuffer();
    return fetch(new URL(location, base), { signal: init?.signal ?? null });
  };
}
