/** `npm start` as a process of its own that a test can kill. Orders are lines of JSON on stdin, the first one where and how. */
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { readConfig } from '../../bot/config.ts';
import { startLocal } from '../../bot/local/start-local.ts';
import type { Write } from '../../src/adapters/local/faults.ts';

export interface Begin {
  dir: string;
  port: number;
  /** Kills itself at this point, when this was the last thing written on the samarbetsyta. */
  dieAt?: { point: string; after: Write };
}

export type Order =
  | { kind: 'lock' | 'unlock'; path: string }
  /** Kills itself when the samarbetsyta has done this and nobody has heard of it. */
  | { kind: 'die-unheard'; write: Write };

const die = () => process.kill(process.pid, 'SIGKILL');
const isSame = (one: Write | undefined, other: Write) => one?.method === other.method && one.path === other.path;

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const { dir, port, dieAt } = JSON.parse((await lines.next()).value as string) as Begin;

function lastWrite(): Write | undefined {
  const log = fs
    .readFileSync(path.join(dir, 'samarbetsyta', '.samarbetsyta.jsonl'), 'utf8')
    .trim()
    .split('\n');
  return log.map((line) => JSON.parse(line) as Write & { kind: string }).findLast((one) => one.kind === 'request');
}

const probe = (point: string) => {
  if (dieAt && point === dieAt.point && isSame(lastWrite(), dieAt.after)) die();
};

const config = readConfig({ SAMVERKAN_DATA_DIR: dir, SAMVERKAN_LOG_LEVEL: 'silent', PORT: String(port) }, 'local');
if (!config.ok) throw new Error(config.faults.join());
const local = await startLocal(config.value, undefined, probe, false);
process.once('SIGTERM', () => void local.stop().then(() => process.exit(0)));
process.stdout.write(`${JSON.stringify({ port: local.port })}\n`);

const { faults } = local.world.samarbetsyta;
for await (const line of lines) {
  const order = JSON.parse(line) as Order;
  if (order.kind === 'die-unheard')
    faults.loseAnswer(1, 'cut', (write) => {
      if (isSame(write, order.write)) die();
      return false;
    });
  else faults[order.kind](order.path);
  process.stdout.write(`${JSON.stringify({ done: order.kind })}\n`);
}
