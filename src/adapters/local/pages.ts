import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { GraphNo } from './graph-no.ts';
import type { Item } from './ledger.ts';
import type { OpenLibrary } from './library.ts';
import { pathOf } from './names.ts';
import { pdfCopy } from './pdf-copy.ts';
import { contentType } from './resources.ts';

export interface PeoplesPages {
  /** A link that works for an hour, for whoever has it. */
  ticketFor(library: OpenLibrary, item: Item, as: 'as it is' | 'pdf'): string;
  download(context: Context): Response;
  webPage(context: Context): Response;
}

const lifetime = 60 * 60 * 1000;

/** What people and download links reach: the files themselves. */
export function peoplesPages(libraries: readonly OpenLibrary[], publicUrl: () => string): PeoplesPages {
  const tickets = new Map<string, { library: OpenLibrary; path: string; as: 'as it is' | 'pdf'; until: number }>();

  return {
    ticketFor(library, { path }, as) {
      const now = performance.now();
      for (const [old, { until }] of tickets) if (until < now) tickets.delete(old);
      const ticket = randomBytes(24).toString('base64url');
      tickets.set(ticket, { library, path, as, until: now + lifetime });
      return `${publicUrl()}/samarbetsyta-download/${ticket}`;
    },
    download(context) {
      const found = tickets.get(context.req.param('ticket') ?? '');
      return found && found.until >= performance.now() ? file(found.library, found.path, found.as) : missing();
    },
    webPage(context) {
      const [name = '', ...rest] = new URL(context.req.url).pathname.split('/').slice(2);
      try {
        const library = libraries.find((one) => one.name === pathOf(name));
        return library && rest.length > 0 ? file(library, pathOf(rest.join('/'))) : missing();
      } catch (error) {
        if (error instanceof GraphNo) return missing();
        throw error;
      }
    },
  };
}

/** Always as a file to save: nothing in a library may run as a page of ours. */
function file(library: OpenLibrary, path: string, as: 'as it is' | 'pdf' = 'as it is'): Response {
  const item = library.register.find(path);
  if (!item || item.folder) return missing();
  const name = encodeURIComponent(item.path.split('/').at(-1) ?? '');
  const bytes = new Uint8Array(library.register.read(item));
  if (as === 'pdf') return new Response(new Uint8Array(pdfCopy(bytes)), { headers: { 'content-type': 'application/pdf' } });
  return new Response(bytes, {
    headers: {
      'content-type': contentType(path),
      'content-disposition': `attachment; filename*=UTF-8''${name}`,
      'x-content-type-options': 'nosniff',
    },
  });
}

function missing(): Response {
  return new Response('Filen finns inte på samarbetsytan.', {
    status: 404,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
