import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { graphSamarbetsyta } from '../../../src/adapters/graph/samarbetsyta.ts';
import { type LocalSamarbetsyta, localSamarbetsyta } from '../../../src/adapters/local/samarbetsyta.ts';
import type { Library } from '../../../src/ports.ts';
import { conforming } from '../../contracts/graph-schemas.ts';
import type { SamarbetsytaWorld } from '../../contracts/samarbetsyta.ts';
import type { Listening } from '../local/listening.ts';

export const names: Record<Library, string> = { meetings: 'Mötesdokument', drafts: 'Utkast', statistics: 'Statistik' };

export interface Way {
  serve(app: LocalSamarbetsyta['app']): Promise<Listening>;
  send(baseUrl: string): typeof fetch;
  token: () => Promise<string>;
}

/** The Graph adapter in front of a local samarbetsyta, over real HTTP; every message is compared with Microsoft's schemas. */
export async function graphWorld({ serve, send, token }: Way): Promise<SamarbetsytaWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'samarbetsyta-'));
  let server: Listening | undefined;
  const local = localSamarbetsyta({
    dir,
    libraries: [
      { id: 'b!möten', name: names.meetings },
      { id: 'b!utkast', name: names.drafts },
      { id: 'b!statistik', name: names.statistics },
    ],
    now: () => '2027-03-01T08:00:00Z',
    appId: 'our-app',
    publicUrl: () => server?.url ?? '',
  });
  server = await serve(local.app);
  const checked = conforming(send(server.url));
  const client = graphClient({ token, send: checked.send });
  const on = (library: Library, path: string) => join(dir, names[library], path);
  return {
    samarbetsyta: graphSamarbetsyta({
      client,
      site: { hostname: 'exempel.sharepoint.com', path: 'sites/samverkan' },
      libraries: names,
      appId: 'our-app',
      fragments: { above: 400_000, units: 1 },
      wait: () => Promise.resolve(),
    }),
    async someoneSaves(library, path, text) {
      mkdirSync(dirname(on(library, path)), { recursive: true });
      writeFileSync(on(library, path), text);
    },
    someoneDeletes: async (library, path) => rmSync(on(library, path)),
    someoneOpens: (library, path) => local.faults.lock(`${names[library]}/${path}`),
    someoneCloses: (library, path) => local.faults.unlock(`${names[library]}/${path}`),
    fillUp: (full) => local.faults.fillUp(full),
    loseAnswers: (n, how) => local.faults.loseAnswer(n, how),
    files: async () =>
      (await local.files()).map(({ library, path, columns }) => ({
        library: libraryNamed(library),
        path,
        text: readFileSync(join(dir, library, path), 'utf8'),
        columns,
      })),
    async close() {
      await server.close();
      local.close();
      rmSync(dir, { recursive: true });
      expect(checked.problems).toEqual([]);
    },
  };
}

function libraryNamed(name: string): Library {
  return (Object.keys(names) as Library[]).find((library) => names[library] === name)!;
}
