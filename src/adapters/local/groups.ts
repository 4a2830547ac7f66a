/** Groups as Entra has them, for Graph's question who is in one, and for whoever plays administrator. */
import { Hono } from 'hono';
import { z } from 'zod';
import type { Asked, Parts, Reply, Surroundings } from './asked.ts';
import { many } from './asked.ts';
import { GraphNo } from './graph-no.ts';

const member = z.strictObject({ id: z.guid(), displayName: z.string().min(1), mail: z.email().nullable() });

export type LocalGroupMember = z.infer<typeof member>;

/** By object id. Kept in memory: at the next start there are none until somebody lays them. */
export type LocalGroups = Map<string, LocalGroupMember[]>;

export function groupUsers(asked: Asked, { group = '' }: Parts, { groups }: Surroundings): Reply {
  const members = groups.get(decodeURIComponent(group).toLowerCase());
  if (!members) throw new GraphNo(404, 'Request_ResourceNotFound', 'The group does not exist.');
  return many(asked, members);
}

/** Below `/directory`. */
export function groupRoutes(groups: LocalGroups): Hono {
  const app = new Hono();
  app.onError((error, c) => c.text(error instanceof z.ZodError ? z.prettifyError(error) : error.message, 400));
  app.put('/groups/:id', async (c) => {
    groups.set(c.req.param('id').toLowerCase(), z.array(member).parse(await c.req.json()));
    return c.json({});
  });
  app.delete('/groups/:id', (c) => c.json({ was: groups.delete(c.req.param('id').toLowerCase()) }));
  return app;
}
