/** The routes everybody has: messages from Teams, and health. */
import { Hono } from 'hono';
import type { Store } from '../src/ports.ts';
import { receive, refused, type Verify } from './inbound.ts';
import type { Log, Logic, Teams } from './teams.ts';

export interface AppParts {
  teams: Teams;
  verify: Verify;
  logic: Logic;
  store: Store;
  log: Log;
  /** Called when a turn has been answered: does what it left to do. */
  answered(): void;
}

export function botApp({ teams, verify, logic, store, log, answered }: AppParts): Hono {
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
  app.get('/health', async (c) => {
    const open = await store.read((reader) => reader.openEffects());
    return c.json({
      status: 'ok',
      openEffects: open.length,
      uncertain: open.filter((effect) => effect.state === 'unknown').length,
    });
  });
  return app;
}
