/** Where uploads in fragments go: as with SharePoint, another host than Graph's. */
export const UPLOADS = 'https://uppladdning.sharepoint.example';

/**
 * Sends what is meant for Graph to the local samarbetsyta instead, over plain http. Follows the redirect of a download
 * itself, without the token.
 */
export function localGraphSend(baseUrl: string): typeof fetch {
  const base = baseUrl.replace(/\/$/, '');
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const response = await fetch(localOf(url, base), { ...init, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status !== 302 || location === null || (init?.method ?? 'GET') !== 'GET') return response;
    await response.arrayBuffer();
    return fetch(new URL(location, base), { signal: init?.signal ?? null });
  };
}

const localOf = (url: string, base: string): string =>
  url.startsWith(`${UPLOADS}/`)
    ? `${base}${url.slice(UPLOADS.length)}`
    : url.replace(/^https:\/\/graph\.microsoft\.com(?=\/)/, base);
