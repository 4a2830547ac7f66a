/** The routes everybody has: messages from Teams, changes on the samarbetsyta, feeds, and health. */
import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { feedFor } from '../src/flows/feed.ts';
import type { Product } from '../src/flows/product.ts';
import type { Store } from '../src/ports.ts';
import { icsFeed } from './feed-file.ts';
import { receive, refused, type Verify } from './inbound.ts';
import { toldOfChanges } from './notifications.ts';
import type { Log, Logic, Teams } from './teams.ts';

export interface AppParts {
  product: Product;
  teams: Teams;
  verify: Verify;
  logic: Logic;
  store: Store;
  log: Log;
  /** Called when a turn has been answered: does what it left to do. */
  answered(): void;
}

export const NOTIFICATIONS = '/notifications';

export function botApp({ product, teams, verify, logic, store, log, answered }: AppParts): Hono {
  const app = new Hono();
  app.post('/api/messages', async (c) => {
    const inbound = await receive(c.req.raw, verify);
    if (!inbound.ok) return refused(inbound, log);
    try {
      return await teams.handle(c.req.raw, inbound.activity, logic);
    } finally {
      answered();
    }
  });
  app.get('/feed/:file{[A-Za-z0-9_-]+\\.ics}', async (c) => {
    const feed = await feedFor(product, c.req.param('file').slice(0, -'.ics'.length));
    if (!feed) return c.text('Not found', 404);
    const headers = { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=3600' };
    return c.body(icsFeed(feed.name, feed.meetings, product.clock.now().toInstant()), 200, headers);
  });
  app.post(NOTIFICATIONS, async (c) => {
    try {
      return await toldOfChanges(c.req.raw, product, log);
    } finally {
      answered();
    }
  });
  app.get('/health', async (c) => {
    try {
      const all = await store.read((reader) => reader.openEffects());
      const now = product.clock.now().toInstant();
      // A card that waits for its hour is not behind.
      const open = all.filter(({ notBefore }) => !notBefore || Temporal.Instant.compare(notBefore, now) <= 0);
      const uncertain = open.filter((effect) => effect.state === 'unknown').length;
      return c.json({ status: 'ok', openEffects: open.length, waiting: all.length - open.length, uncertain });
    } catch (error) {
      const id = randomUUID();
      log.error({ id, error: String(error) }, 'health: the store does not answer');
      const next = 'See that the database is up and reachable. What is due waits for it, and is then done once.';
      return c.json({ status: 'unavailable', reason: 'the store does not answer', next, id }, 503);
    }
  });
  return app;
}
