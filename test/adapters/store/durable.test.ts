import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDurable } from '../../../src/adapters/store/durable-pglite.ts';
import { root } from '../../support/needs.ts';

const fresh = () => fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-durable-'));

describe('the embedded database', () => {
  it('belongs to one process: a second one is refused with words', async () => {
    const dir = fresh();
    const first = await openDurable(dir);
    await expect(openDurable(dir)).rejects.toThrow(/Another process is using/);
    await first.close();
    const again = await openDurable(dir);
    await again.close();
  });

  it('starts over from a first boot that was cut short', async () => {
    const dir = fresh();
    fs.mkdirSync(path.join(dir, 'pgdata.new'), { recursive: true });
    fs.writeFileSync(path.join(dir, 'pgdata.new', 'PG_VERSION'), '');
    const database = await openDurable(dir);
    expect((await database.pglite.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await database.close();
  });

  it('keeps every commit it has acknowledged when it is killed', async () => {
    const dir = fresh();
    const program = `
      import { openDurable } from ${JSON.stringify(path.join(root, 'src/adapters/store/durable-pglite.ts'))};
      const { pglite } = await openDurable(${JSON.stringify(dir)});
      await pglite.exec('create table if not exists t(n int)');
      for (let n = 1; ; n += 1) { await pglite.query('insert into t values ($1)', [n]); process.stdout.write(n + '\\n'); }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = 0;
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (data: Buffer) => {
        const numbers = data.toString().trim().split('\n').map(Number);
        acknowledged = Math.max(acknowledged, ...numbers.filter((n) => !Number.isNaN(n)));
        if (acknowledged >= 100) child.kill('SIGKILL');
      });
      child.once('exit', () => resolve());
    });
    const database = await openDurable(dir);
    const { rows } = await database.pglite.query<{ most: number }>('select max(n) as most from t');
    expect(rows[0]!.most).toBeGreaterThanOrEqual(acknowledged);
    await database.close();
  });
});
