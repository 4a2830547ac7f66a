import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type Engine, openEngine } from '../../src/adapters/store/engine.ts';
import { needs } from './needs.ts';

export interface EngineKind {
  name: string;
  available: boolean;
  open(): Promise<Engine>;
}

let made = 0;

/** Does one thing on the test server, or in the database at the address, beside what is tested. */
export async function onServer<Row extends object>(statement: string, url = process.env['TEST_DATABASE_URL']!): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(statement);
  await client.end();
  return rows;
}

/** A schema of the test's own, for as many engines as it wants. */
export async function freshSchema(): Promise<{ url: string; schema: string }> {
  const schema = `t${process.pid}_${++made}`;
  await onServer(`create schema ${schema}`);
  return { url: process.env['TEST_DATABASE_URL']!, schema };
}

/** A database of the test's own. */
export async function freshDatabase(): Promise<{ url: string; name: string; drop(): Promise<void> }> {
  const name = `t${process.pid}_${++made}`;
  await onServer(`create database ${name}`);
  const url = new URL(process.env['TEST_DATABASE_URL']!);
  url.pathname = `/${name}`;
  return { url: url.href, name, drop: async () => void (await onServer(`drop database ${name} with (force)`)) };
}

/** Every database the product runs on; a new store is finished when it passes on all of them. */
export const engines: EngineKind[] = [
  { name: 'in memory', available: true, open: () => openEngine('memory') },
  {
    name: 'embedded on disk',
    available: true,
    open: () => openEngine({ dir: fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-store-')) }),
  },
  { name: 'PostgreSQL', available: needs('postgres'), open: async () => openEngine(await freshSchema()) },
];
