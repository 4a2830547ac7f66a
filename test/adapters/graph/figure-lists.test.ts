import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { figureColumns } from '../../../bot/local/sample-world.ts';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { graphLists } from '../../../src/adapters/graph/figure-lists.ts';
import { localSamarbetsyta } from '../../../src/adapters/local/samarbetsyta.ts';
import { localGraphSend } from '../../../src/adapters/local/send.ts';
import { conforming } from '../../contracts/graph-schemas.ts';
import { listsContract } from '../../contracts/lists.ts';
import { listening } from '../local/listening.ts';

listsContract('SharePoint through Graph, against the local samarbetsyta', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lists-'));
  const local = localSamarbetsyta({
    dir,
    libraries: [],
    lists: [{ id: 'l1', name: 'Samtal åäö', columns: figureColumns }],
    now: () => '2027-03-01T08:00:00Z',
    appId: 'our-app',
    publicUrl: () => 'https://exempel.sharepoint.com',
  });
  const server = await listening(local.app);
  const checked = conforming(localGraphSend(server.url));
  const client = graphClient({ token: async () => 'any', send: checked.send });
  const [list] = local.lists;
  return {
    lists: graphLists({ client, site: { hostname: 'exempel.sharepoint.com', path: 'sites/samverkan' } }),
    list: 'Samtal åäö',
    someoneWrites: async (fields) => list!.add(fields, 'someone').id,
    loseAnswer: () => local.faults.loseAnswer(1),
    async close() {
      await server.close();
      local.close();
      rmSync(dir, { recursive: true });
      expect(checked.problems).toEqual([]);
    },
  };
});
