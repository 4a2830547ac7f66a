import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { graphCalendar } from '../../../src/adapters/graph/calendar.ts';
import { graphClient } from '../../../src/adapters/graph/client.ts';
import { graphSamarbetsyta } from '../../../src/adapters/graph/samarbetsyta.ts';
import { localGraphSend } from '../../../src/adapters/local/send.ts';
import { type FiledDocument, Unavailable } from '../../../src/ports.ts';
import { mailbox, meetings } from './library-of-tests.ts';

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

it('holds a meeting once when it is killed after the writing and before the answer', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'killed-'));
  const invitation = {
    subject: 'Kommunhubb Intro',
    start: '2027-03-16T13:00',
    end: '2027-03-16T14:00',
    online: true,
    place: '',
    attendees: [{ mail: 'sara@stad.example', name: 'Sara Nyström', needed: 'always' as const }],
    paragraphs: ['Välkomna.'],
    agendaUrl: '',
  };
  const dying = await start(dir, 'before-answer');
  const died = once(dying.process, 'exit');
  await expect(calendar(dying.url).create(invitation, 'k')).rejects.toMatchObject({ name: 'Unavailable', delivered: 'maybe' });
  await died;
  const running = await start(dir);
  const made = await calendar(running.url).create(invitation, 'k');
  expect(await calendar(running.url).between('2027-01-01', '2027-12-31')).toEqual([made]);
  expect(await calendar(running.url).create(invitation, 'k')).toEqual(made);
  running.process.kill('SIGKILL');
  await once(running.process, 'exit');
  const lines = readFileSync(join(dir, '.samarbetsyta.jsonl'), 'utf8').trim().split('\n');
  expect(lines.filter((line) => JSON.parse(line).kind === 'event')).toHaveLength(1);
  rmSync(dir, { recursive: true });
});

function calendar(url: string) {
  return graphCalendar({ client: graphClient({ token: async () => 'any', send: localGraphSend(url) }), mailbox });
}

function samarbetsyta(url: string) {
  return graphSamarbetsyta({
    client: graphClient({ token: async () => 'any', send: localGraphSend(url) }),
    site: { hostname: 'exempel.sharepoint.com', path: 'sites/samverkan' },
    libraries: { meetings: meetings.name, drafts: meetings.name, statistics: meetings.name },
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

async function start(dir: string, ...how: string[]): Promise<{ process: ChildProcess; url: string }> {
  const script = fileURLToPath(new URL('serve-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, [script, dir, ...how], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [url] = await once(createInterface(child.stdout), 'line');
  return { process: child, url: String(url) };
}

async function killAfter(child: ChildProcess, ms: number): Promise<void> {
  const gone = once(child, 'exit');
  setTimeout(() => child.kill('SIGKILL'), ms);
  await gone;
}
