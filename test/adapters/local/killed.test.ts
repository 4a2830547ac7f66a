import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { graphSamarbetsyta } from '../../../src/adapters/graph/samarbetsyta.ts';
import { localGraphSend } from '../../../src/adapters/local/send.ts';
import { type FiledDocument, Unavailable } from '../../../src/ports.ts';
import { meetings } from './library-of-tests.ts';

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

it('files every document once, through kill -9 at any moment', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'killed-'));
  const answered = new Map<string, FiledDocument>();
  let running = await start(dir);
  for (let round = 0; round < 4; round++) {
    const killed = killAfter(running.process, 10 + round * 25);
    let restarted = false;
    for (let number = 0; number < 6; number++) {
      const name = `${round}-${number}.docx`;
      for (let done = false; !done; ) {
        try {
          const filed = await samarbetsyta(running.url).file(document(name));
          answered.set(name, filed);
          done = true;
        } catch (error) {
          if (!(error instanceof Unavailable) || restarted) throw error;
          await killed;
          running = await start(dir);
          restarted = true;
        }
      }
    }
    if (!restarted) {
      await killed;
      running = await start(dir);
    }
  }
  for (const [name, filed] of answered) {
    const again = await samarbetsyta(running.url).file(document(name));
    expect({ id: again.id, eTag: again.eTag }).toEqual({ id: filed.id, eTag: filed.eTag });
  }
  running.process.kill('SIGKILL');
  await once(running.process, 'exit');
  expect(readdirSync(join(dir, meetings.name)).toSorted()).toEqual([...answered.keys()].toSorted());
  const created = readFileSync(join(dir, '.samarbetsyta.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((line) => line.kind === 'request' && line.outcome === 'created')
    .map((line) => line.path.replace(`${meetings.name}/`, ''));
  expect(created.toSorted()).toEqual([...answered.keys()].toSorted());
  rmSync(dir, { recursive: true });
});

function samarbetsyta(url: string) {
  return graphSamarbetsyta({
    client: graphClient({ token: async () => 'any', send: localGraphSend(url) }),
    site: { hostname: 'exempel.sharepoint.com', path: 'sites/samverkan' },
    libraries: { meetings: meetings.name, statistics: meetings.name },
    appId: 'our-app',
  });
}

function document(name: string) {
  const bytes = Buffer.from(name);
  return {
    library: 'meetings' as const,
    path: name,
    bytes,
    contentType: 'text/plain',
    columns: { Title: name },
    effectId: `effect ${name}`,
  };
}

async function start(dir: string): Promise<{ process: ChildProcess; url: string }> {
  const script = fileURLToPath(new URL('serve-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [url] = await once(createInterface(child.stdout), 'line');
  return { process: child, url: String(url) };
}

async function killAfter(child: ChildProcess, ms: number): Promise<void> {
  const gone = once(child, 'exit');
  setTimeout(() => child.kill('SIGKILL'), ms);
  await gone;
}
