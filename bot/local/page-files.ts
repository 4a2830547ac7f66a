import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { type Context, Hono } from 'hono';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const own = join(import.meta.dirname, 'page');
const dist = (name: string) => join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), 'dist');
const vendor = { adaptivecards: 'adaptivecards.min.js', 'markdown-it': 'markdown-it.min.js' };

/** The page, its modules and Microsoft's renderer; only files that are known at start can be asked for. */
export function pageFiles(): Hono {
  const app = new Hono();
  const served = new Map<string, string>([
    ...readdirSync(own).map((name) => [`/assets/${name}`, join(own, name)] as const),
    ...Object.entries(vendor).map(([name, file]) => [`/vendor/${file}`, join(dist(name), file)] as const),
    ['/', join(own, 'index.html')] as const,
  ]);
  const serveFile = (c: Context) => {
    const file = served.get(new URL(c.req.url).pathname);
    if (!file) return c.notFound();
    c.header('content-type', types[extname(file)] ?? 'application/octet-stream');
    c.header('cache-control', 'no-cache');
    return c.body(readFileSync(file));
  };
  app.get('/', serveFile);
  app.get('/assets/*', serveFile);
  app.get('/vendor/*', serveFile);
  return app;
}
