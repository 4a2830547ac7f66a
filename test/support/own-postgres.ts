import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';

const HOME = '/usr/lib/postgresql';

export interface OwnPostgres {
  url: string;
  start(): void;
  /** As when the machine under it loses its power: nobody is told, nothing is put in order. */
  stop(): void;
  remove(): void;
}

/** A PostgreSQL of the test's own, from Debian's packages, that it may take away. As `postgres` where we are root: initdb refuses root. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const newest = fs.readdirSync(HOME).sort((a, b) => Number(b) - Number(a))[0]!;
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-postgres-'));
  const root = process.getuid?.() === 0;
  if (root) execFileSync('chown', ['postgres', dir]);
  const run = (program: string, ...args: string[]) => {
    const command = [path.join(HOME, newest, 'bin', program), '-D', path.join(dir, 'data'), ...args];
    const [file = '', ...rest] = root ? ['runuser', '-u', 'postgres', '--', ...command] : command;
    execFileSync(file, rest, { stdio: 'ignore', cwd: dir });
  };
  run('initdb', '-A', 'trust', '-U', 'postgres');
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${dir}`;
  const start = () => run('pg_ctl', '-w', '-o', settings, '-l', path.join(dir, 'log'), 'start');
  const stop = () => run('pg_ctl', '-m', 'immediate', 'stop');
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    remove() {
      if (fs.existsSync(path.join(dir, 'data', 'postmaster.pid'))) stop();
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
