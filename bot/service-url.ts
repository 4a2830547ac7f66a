/** Where activities come from and answers go: https, except on this machine in local mode and in tests. */
export function isSafe(serviceUrl: URL, onLoopback: boolean): boolean {
  return serviceUrl.protocol === 'https:' || (onLoopback && isLoopback(serviceUrl));
}

export function isLoopback(url: URL): boolean {
  return /^https?:$/.test(url.protocol) && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
}
