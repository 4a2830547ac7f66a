import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Engine, openEngine } from '../../src/adapters/store/engine.ts';
import { needs } from './needs.ts';

export interface EngineKind {
  name: string;
  available: boolean;
  open(): Promise<Engine>;
}

let schemas = 0;

async function freshSchema(): Promise<Engine> {
  const url = process.env['TEST_DATABASE_URL']!;
  schemas += 1;
  const schema = `t${process.pid}_${schemas}`;
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema ${schema}`);
  await client.end();
  return openEngine({ url, schema });
}

/** Every database the product runs on; a new store is finished when it passes on all of them. */
export const engines: EngineKind[] = [
  { name: 'in memory', available: true, open: () => openEngine('memory') },
  {
    name: 'embedded on disk',
    available: true,
    open: () => openEngine({ dir: fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-store-')) }),
  },
  { name: 'PostgreSQL', available: needs('postgres'), open: freshSchema },
];
