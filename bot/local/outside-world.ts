/** What the local world is told when it is a process of its own, and the world it then is. */
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { z } from 'zod';
import { localWorld } from './world.ts';
import { worldRoutes } from './world-routes.ts';

const person = z.strictObject({
  id: z.string(),
  name: z.string(),
  tenantId: z.string(),
  aadObjectId: z.string(),
  teamsId: z.string(),
  organisation: z.string(),
  unit: z.string(),
  role: z.string(),
  memberOf: z.array(z.string()),
});
const configuration = z.strictObject({
  dir: z.string(),
  /** 0 = any free port; the one taken is printed. */
  port: z.int(),
  botUrl: z.url(),
  people: z.array(person),
  team: z.strictObject({
    id: z.string(),
    name: z.string(),
    tenantId: z.string().optional(),
    aadGroupId: z.string().optional(),
    channels: z.array(z.strictObject({ id: z.string(), name: z.string(), forum: z.string() })),
  }),
  botId: z.string(),
  botName: z.string(),
  libraries: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  lists: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        columns: z.array(z.strictObject({ name: z.string(), type: z.enum(['text', 'dateTime', 'number', 'boolean']) })),
        rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
      }),
    )
    .default([]),
  appId: z.string(),
  /** ISO instant the world's clock starts at. */
  start: z.string(),
});
export type OutsideConfiguration = z.input<typeof configuration>;

/** `line`: the configuration as JSON. Says on stdout where it listens. */
export function beOutside(line: string): void {
  const config = configuration.parse(JSON.parse(line));
  let { botUrl } = config;
  let now = Temporal.Instant.from(config.start).toString();
  let publicUrl = '';
  const world = localWorld({
    ...config,
    botUrl: () => botUrl,
    publicUrl: () => publicUrl,
    now: () => now,
  });
  world.app.route(
    '/world',
    worldRoutes({
      teams: world.teams,
      faults: world.faults,
      samarbetsytaFaults: world.samarbetsyta.faults,
      clock: {
        now: () => now,
        set: (instant) => {
          now = instant;
        },
      },
      bot: {
        setUrl: (url) => {
          botUrl = url;
        },
      },
    }),
  );
  serve({ fetch: world.app.fetch, port: config.port, hostname: '127.0.0.1' }, ({ port }: AddressInfo) => {
    publicUrl = `http://127.0.0.1:${port}`;
    process.stdout.write(`${JSON.stringify({ listening: port })}\n`);
  });
}
