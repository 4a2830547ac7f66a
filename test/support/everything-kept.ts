/** Everything the product leaves behind after a play: tables, log, files, what it posted and what it sent to Graph. */
import fs from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import pino from 'pino';
import type { Happening } from '../../bot/local/happenings.ts';
import { LIBRARIES } from '../../bot/local/sample-world.ts';
import { openEngine } from '../../src/adapters/store/engine.ts';
import type { Play } from './local.ts';
import { textsIn, textsOf } from './undisguised.ts';

export interface Trace {
  where: string;
  texts: string[];
}

/** Listens from now on to the log, at its most talkative, and to what is sent to Graph. */
export function listening(hub: Play): { log: string[]; traces: Trace[]; stop(): void } {
  const log: string[] = [];
  const traces: Trace[] = [];
  const pinned = hub.local.running.product.log as unknown as pino.Logger & Record<symbol, unknown>;
  pinned.level = 'trace';
  pinned[pino.symbols.streamSym] = { write: (line: string) => void log.push(line) };
  const before = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (/\/graph\//.test(url)) {
      const body = init?.body;
      const sent = body instanceof Uint8Array ? textsOf(body) : typeof body === 'string' ? textsOf(Buffer.from(body)) : [];
      traces.push({ where: `Graph ${init?.method ?? 'GET'}`, texts: [url, ...sent] });
    }
    return before(input, init);
  };
  const stop = () => {
    globalThis.fetch = before;
  };
  return { log, traces, stop };
}

/** The rows of every table of every schema, the jobs' too. */
export async function tablesOf(dir: string): Promise<Trace[]> {
  const { db, close } = await openEngine({ dir: path.join(dir, 'store') }, undefined, 'as it is');
  try {
    const { rows } = await sql<{ schema: string; name: string }>`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(db);
    const traces: Trace[] = [];
    for (const { schema, name } of rows) {
      const found = await sql<{ row: object }>`select to_jsonb(t) as row from ${sql.table(`${schema}.${name}`)} t`.execute(db);
      traces.push({ where: `table ${schema}.${name}`, texts: found.rows.flatMap(({ row }) => textsIn(row)) });
    }
    return traces;
  } finally {
    await close();
  }
}

/**
 * Every file below the directory, but what people themselves have put there: the statistikfiler, and their own words in
 * Teams. Of the outside's ledgers only what the bot did is the product's.
 */
export function filesOf(dir: string): Trace[] {
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .flatMap((one): Trace[] => {
      const file = path.join(one.parentPath, one.name);
      const where = path.relative(dir, file);
      if (where.startsWith(path.join('samarbetsyta', LIBRARIES.statistics))) return [];
      const bytes = fs.readFileSync(file);
      if (where.startsWith('store')) return [{ where, texts: [bytes.toString('utf8')] }];
      if (where === path.join('teams', 'teams.jsonl')) return [{ where, texts: theBotsOwn(bytes.toString('utf8')) }];
      if (where.startsWith('samarbetsyta') && where.endsWith('.jsonl'))
        return [{ where, texts: theAppsOwn(bytes.toString('utf8')) }];
      return [{ where, texts: [where, ...textsOf(bytes)] }];
    });
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '');

/** What people say, press and fill in stands in Teams’ own log, as in Teams itself; the rest is the bot’s. */
const theBotsOwn = (text: string): string[] =>
  lines(text)
    .map((line) => JSON.parse(line) as Happening)
    .filter(({ kind }) => kind !== 'said' && kind !== 'invoked')
    .flatMap(textsIn);

/** What people put on the samarbetsyta is noted there as theirs. */
const theAppsOwn = (text: string): string[] =>
  lines(text)
    .map((line) => JSON.parse(line) as { kind: string; row?: { modifiedBy: string }; item?: { modifiedBy: string } })
    .filter(({ row, item }) => row?.modifiedBy !== 'someone' && item?.modifiedBy !== 'someone')
    .flatMap(textsIn);
