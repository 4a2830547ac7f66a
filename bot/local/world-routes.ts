import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { ConnectorFaults } from './connector-faults.ts';
import { type LocalTeams, NotThere } from './teams-contract.ts';
import { openDialogSchema, pressSchema, saySchema, submitDialogSchema } from './what-people-do.ts';

const call = z.enum(['create', 'post', 'update', 'delete']).optional();
const times = z.int().min(1);
const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('lose-answer'), times, call }),
  z.strictObject({ kind: z.literal('throttle'), times, seconds: z.number(), call }),
  z.strictObject({ kind: z.literal('hang'), times, call }),
  z.strictObject({ kind: z.literal('clear') }),
]);
const instant = z.string().transform((text) => Temporal.Instant.from(text).toString());

export interface WorldClock {
  now(): string;
  set(instant: string): void;
}

/** Control over the local world for a simulator in another process; mount it below `/world`. */
export function worldRoutes(world: {
  teams: LocalTeams;
  faults: ConnectorFaults;
  /** Faults of the samarbetsyta, by name. */
  samarbetsytaFaults: object;
  clock: WorldClock;
  bot: { setUrl(url: string): void };
}): Hono {
  const { teams, faults, clock, bot } = world;
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof NotThere) return c.json({ error: error.message }, 404);
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400);
    return c.json({ error: String(error) }, 500);
  });
  const body = async <T>(c: Context, schema: z.ZodType<T>): Promise<T> => schema.parse(await c.req.json());
  const query = (c: Context, name: string) => z.string({ error: `?${name}= is missing` }).parse(c.req.query(name));

  app.post('/say', async (c) => c.json(await teams.say(await body(c, saySchema))));
  app.post('/press', async (c) => c.json(await teams.press(await body(c, pressSchema))));
  app.post('/openDialog', async (c) => c.json(await teams.openDialog(await body(c, openDialogSchema))));
  app.post('/submitDialog', async (c) => c.json(await teams.submitDialog(await body(c, submitDialogSchema))));
  app.post('/install', async (c) => {
    const { scope } = await body(
      c,
      z.strictObject({ scope: z.union([z.literal('team'), z.strictObject({ person: z.string() })]) }),
    );
    return c.json(await teams.install(scope));
  });
  app.post('/resend', async (c) =>
    c.json(await teams.resend((await body(c, z.strictObject({ activityId: z.string() }))).activityId)),
  );
  app.get('/unanswered', (c) => c.json(teams.unanswered()));
  app.get('/conversations', (c) => c.json(teams.conversationsOf(query(c, 'person'))));
  app.get('/messages', (c) => c.json(teams.messages(query(c, 'conversation'), query(c, 'person'))));
  app.get('/time', (c) => c.json({ now: clock.now() }));
  app.post('/time', async (c) => {
    clock.set((await body(c, z.strictObject({ now: instant }))).now);
    return c.json({ now: clock.now() });
  });
  app.post('/bot', async (c) => {
    bot.setUrl((await body(c, z.strictObject({ url: z.url() }))).url);
    return c.json({});
  });
  app.post('/block', async (c) => {
    const { person, blocked } = await body(c, z.strictObject({ person: z.string(), blocked: z.boolean() }));
    teams.block(person, blocked);
    return c.json({});
  });
  app.post('/faults', async (c) => {
    const fault = await body(c, faultSchema);
    if (fault.kind === 'clear') faults.clear();
    else if (fault.kind === 'throttle') faults.throttle(fault.times, fault.seconds, fault.call);
    else if (fault.kind === 'hang') faults.hang(fault.times, fault.call);
    else faults.loseAnswer(fault.times, fault.call);
    return c.json({});
  });
  app.post('/samarbetsyta-faults', async (c) => {
    const { name, args } = await body(c, z.strictObject({ name: z.string(), args: z.array(z.unknown()) }));
    const fault: unknown = Object.hasOwn(world.samarbetsytaFaults, name)
      ? (world.samarbetsytaFaults as Record<string, unknown>)[name]
      : undefined;
    if (typeof fault !== 'function') return c.json({ error: `The samarbetsyta knows no fault ${name}.` }, 400);
    fault(...args);
    return c.json({});
  });
  return app;
}
