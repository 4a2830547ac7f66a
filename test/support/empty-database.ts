/** An empty database with its tables, made once for each version of them: making one is half of what it costs to start the product. */
import { createHash } from 'node:crypto';
import fs, { openAsBlob } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { PgBoss } from 'pg-boss';
import { openEngine, type Where } from '../../src/adapters/store/engine.ts';

const root = new URL('../../', import.meta.url);
const madeOf = ['package-lock.json', 'src/adapters/store/migrations.ts', 'src/adapters/store/work.ts'];

const file = (): string => {
  const hash = createHash('sha256');
  for (const one of madeOf) hash.update(fs.readFileSync(new URL(one, root)));
  return path.join(os.tmpdir(), `samverkan-tables-${hash.digest('hex').slice(0, 16)}.tar`);
};

async function make(to: string): Promise<void> {
  const engine = await openEngine('memory');
  const boss = new PgBoss({ ...engine.boss } as ConstructorParameters<typeof PgBoss>[0] & object);
  await boss.start();
  await boss.stop({ graceful: false });
  const copy = new Uint8Array(await (await engine.copy!()).arrayBuffer());
  await engine.close();
  // Several test files may make it at once: each writes its own, and the last one stays.
  const own = `${to}.${process.pid}`;
  fs.writeFileSync(own, copy);
  fs.renameSync(own, to);
}

/** In memory, empty and up to date. */
export async function emptyDatabase(): Promise<Where> {
  const from = file();
  if (!fs.existsSync(from)) await make(from);
  return { copyOf: await openAsBlob(from) };
}
