import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { expect } from 'vitest';
import { graphChanges } from '../../../src/adapters/graph/changes.ts';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { localSamarbetsyta } from '../../../src/adapters/local/samarbetsyta.ts';
import { localGraphSend } from '../../../src/adapters/local/send.ts';
import { type ChangesWorld, changesContract } from '../../contracts/changes.ts';
import { conforming, unlike } from '../../contracts/graph-schemas.ts';
import { listening } from '../local/listening.ts';
import { names } from './samarbetsyta-world.ts';

const world = async (kind: 'library' | 'list'): Promise<ChangesWorld> => {
  const dir = mkdtempSync(join(tmpdir(), 'changes-'));
  const now = '2027-03-01T08:00:00Z';
  const local = localSamarbetsyta({
    dir,
    libraries: [
      { id: 'b!möten', name: names.meetings },
      { id: 'b!statistik', name: names.statistics },
    ],
    lists: [{ id: 'l1', name: 'Samtal', columns: [{ name: 'Title', type: 'text' }] }],
    now: () => now,
    appId: 'our-app',
    publicUrl: () => '',
  });
  const told: ChangesWorld['told'] = [];
  const problems: string[] = [];
  const ear = new Hono();
  ear.post('/told', async (c) => {
    const token = c.req.query('validationToken');
    if (token !== undefined) return c.text(token);
    const { value } = await c.req.json();
    for (const one of value) problems.push(...unlike('microsoft.graph.changeNotification', one));
    told.push(...value);
    return c.body(null, 202);
  });
  const [server, hearing] = [await listening(local.app), await listening(ear)];
  const checked = conforming(localGraphSend(server.url));
  const client = graphClient({ token: async () => 'any', send: checked.send });
  const file = (nth: number) => join(dir, names.statistics, `fil ${nth}.xlsx`);
  let versions = 0;
  const [list] = local.lists;
  /** The row that is somebody's nth thing. */
  const rows = new Map<number, number>();
  const rowOf = (nth: number) => list!.find(rows.get(nth) ?? 0);
  const inList = {
    what: 'list:Samtal' as const,
    async someoneChanges(nth: number) {
      const row = rowOf(nth);
      const fields = { Title: `version ${++versions}` };
      rows.set(nth, (row ? list!.change(row, fields, 'someone') : list!.add(fields, 'someone')).id);
    },
    someoneDeletes: async (nth: number) => list!.remove(rowOf(nth)!),
  };
  const inLibrary = {
    what: 'library:statistics' as const,
    someoneChanges: async (nth: number) => writeFileSync(file(nth), `version ${++versions}`),
    someoneDeletes: async (nth: number) => rmSync(file(nth)),
  };
  return {
    changes: graphChanges({ client, site: { hostname: 'exempel.sharepoint.com', path: 'sites/samverkan' }, libraries: names }),
    ...(kind === 'list' ? inList : inLibrary),
    now: Temporal.Instant.from(now),
    forgetMarks: () => local.faults.forgetMarks(),
    url: `${hearing.url}/told`,
    told,
    deafUrl: `${hearing.url}/elsewhere`,
    async close() {
      await server.close();
      await hearing.close();
      local.close();
      rmSync(dir, { recursive: true });
      expect(problems).toEqual([]);
      expect(checked.problems).toEqual([]);
    },
  };
};

changesContract('a library through Graph, against the local samarbetsyta', () => world('library'));
changesContract('a list through Graph, against the local samarbetsyta', () => world('list'));
