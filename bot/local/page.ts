import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { Control } from './control.ts';
import { loopbackOnly } from './loopback.ts';
import { calendarSchema } from './page-calendar.ts';
import { pageFiles } from './page-files.ts';
import { pageState } from './page-state.ts';
import { type LocalTeams, NotThere } from './teams-contract.ts';
import { openDialogSchema, pressSchema, refreshSchema, saySchema, submitDialogSchema } from './what-people-do.ts';

const clockSchema = z.strictObject({ to: z.union([z.literal('next'), z.literal('day'), z.iso.datetime({ offset: true })]) });

/** The local Teams as a page in a browser; mount it at `/`. */
export function localPage(options: {
  teams: LocalTeams;
  control: Control /** What the compose box offers to try. */;
  examples?: string[];
}): Hono {
  const { teams, control, examples = ['hjälp', 'nästa möte', 'dagordning'] } = options;
  const app = new Hono();
  const moves = clockMoves();
  app.use(loopbackOnly, guarded);

  app.onError((error, c) => {
    if (error instanceof NotThere) return c.json({ error: 'Du är inte med i den konversationen.' }, 404);
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    console.error(error);
    return c.json({ error: 'Något gick fel på servern. Se utskriften där du startade den.' }, 500);
  });
  const body = async <T>(c: Context, schema: z.ZodType<T>): Promise<T> => schema.parse(await c.req.json());

  app.get('/page/state', async (c) => {
    const { me, conversation } = c.req.query();
    return c.json({ ...(await pageState(teams, control, { me, conversation })), examples });
  });
  app.post('/page/say', async (c) => c.json(await teams.say(await body(c, saySchema))));
  app.post('/page/press', async (c) => c.json(await teams.press(await body(c, pressSchema))));
  app.post('/page/refresh', async (c) => c.json((await teams.refresh(await body(c, refreshSchema))) ?? { kind: 'rested' }));
  app.post('/page/openDialog', async (c) => c.json(await teams.openDialog(await body(c, openDialogSchema))));
  app.post('/page/submitDialog', async (c) => c.json(await teams.submitDialog(await body(c, submitDialogSchema))));
  app.post('/page/calendar', async (c) => {
    control.calendar.act(await body(c, calendarSchema));
    return c.json({});
  });
  app.post('/page/clock', async (c) => {
    const { to } = await body(c, clockSchema);
    try {
      const moved = await control.advance(to);
      await control.settled();
      return c.json(moved);
    } finally {
      moves.happened();
    }
  });

  app.get('/page/events', (c) =>
    streamSSE(c, async (stream) => {
      const wake = alarm();
      const stops = [teams.onChange(wake.ring), moves.onMove(wake.ring)];
      stream.onAbort(() => {
        for (const stop of stops) stop();
        wake.ring();
      });
      while (!stream.aborted) {
        await stream.writeSSE({ data: String(teams.changes() + moves.count()) });
        await wake.wait();
      }
    }),
  );

  app.route('/', pageFiles());
  return app;
}

/** The page may load nothing from elsewhere; the renderer sets style attributes. */
const guarded: MiddlewareHandler = async (c, next) => {
  await next();
  c.header(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  c.header('x-content-type-options', 'nosniff');
  c.header('referrer-policy', 'no-referrer');
};

function clockMoves() {
  const listeners = new Set<() => void>();
  let count = 0;
  return {
    count: () => count,
    happened() {
      count += 1;
      for (const listener of listeners) listener();
    },
    onMove(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Wakes the one that waits, at once when it rang meanwhile, and every 20 s so that a gone browser is noticed. */
function alarm() {
  let rang = false;
  let resolve = () => {};
  return {
    ring() {
      rang = true;
      resolve();
    },
    async wait() {
      if (!rang) {
        await new Promise<void>((done) => {
          const timer = setTimeout(done, 20_000);
          timer.unref();
          resolve = () => {
            clearTimeout(timer);
            done();
          };
        });
      }
      rang = false;
    },
  };
}
