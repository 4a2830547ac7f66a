import { methodOf, type Ongoing, urlOf } from './chain.ts';

/** What a call is called in messages: method and path. The query is left out, it may carry a ticket. */
export function callName(call: Ongoing): string {
  const url = new URL(urlOf(call));
  const path = url.hostname === 'graph.microsoft.com' ? readable(url.pathname.replace(/^\/v1\.0/, '')) : `at ${url.hostname}`;
  return `${methodOf(call)} ${path}${call.redirected ? ' (download)' : ''}`;
}

function readable(path: string): string {
  return path.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    const text = Buffer.from(escaped.replaceAll('%', ''), 'hex').toString('utf8');
    return /[\p{Cc}\ufffd]/u.test(text) ? escaped : text;
  });
}
