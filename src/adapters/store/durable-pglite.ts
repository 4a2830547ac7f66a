/**
 * PGlite as a store one can trust: stock PGlite never calls fsync, and two processes on one directory corrupt it.
 * Here every commit reaches the disk (checked at start), one process owns the directory by a kernel lock, and the first
 * boot happens in a scratch directory that is renamed when it is whole.
 */
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

const DATE_OID = 1082;
/** Dates stay `2027-03-16`; a Date at midnight would move a meeting by a day. */
const parsers = { [DATE_OID]: (value: string) => value };

const startParams = (): string[] => [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  // fdatasync never reaches the hook below.
  ...['-c', 'wal_sync_method=fsync', '-c', 'shared_buffers=16MB', '-c', 'max_wal_size=64MB', '-c', 'min_wal_size=32MB'],
];

interface EmscriptenModule {
  NODEFS: { stream_ops: Record<string, unknown>; realPath(node: unknown): string };
}

/** NodeFS whose fsync is one. */
class DurableNodeFS extends NodeFS {
  syncs = 0;

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const result = await super.init(pg, options);
    const preRun = result.emscriptenOpts.preRun as unknown as ((module: EmscriptenModule) => void)[];
    preRun.push((module) => {
      module.NODEFS.stream_ops['fsync'] = (stream: { nfd?: number; node: unknown }) => {
        this.syncs += 1;
        if (stream.nfd != null) fs.fsyncSync(stream.nfd);
        else {
          const handle = fs.openSync(module.NODEFS.realPath(stream.node), 'r');
          try {
            fs.fsyncSync(handle);
          } finally {
            fs.closeSync(handle);
          }
        }
        return 0;
      };
    });
    return result;
  }
}

/** Takes the directory for this process; the kernel lets go when the process dies, however it dies. */
function own(dir: string): DatabaseSync {
  const lock = new DatabaseSync(path.join(dir, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE');
    return lock;
  } catch (cause) {
    lock.close();
    throw new Error(`Another process is using ${dir}. Stop it, or choose another directory.`, { cause });
  }
}

function syncTree(dir: string): void {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    const full = path.join(dir, entry.name);
    if (entry.isDirectory()) syncTree(full);
    else if (entry.isFile()) syncPath(full);
  }
  syncPath(dir);
}

function syncPath(target: string): void {
  if (process.platform === 'win32') return;
  const handle = fs.openSync(target, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

export interface DurableDatabase {
  pglite: PGlite;
  close(): Promise<void>;
}

const MINUTE = 60_000;

/** Opens (or makes) the database in `dir`. @throws when another process has it, or when commits do not reach the disk. */
export async function openDurable(dir: string): Promise<DurableDatabase> {
  fs.mkdirSync(dir, { recursive: true });
  const lock = own(dir);
  try {
    const data = path.join(dir, 'pgdata');
    if (!fs.existsSync(data)) {
      const scratch = path.join(dir, 'pgdata.new');
      fs.rmSync(scratch, { recursive: true, force: true });
      const first = await PGlite.create({ dataDir: scratch });
      await first.close();
      syncTree(scratch);
      fs.renameSync(scratch, data);
      syncPath(dir);
    }
    fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
    const disk = new DurableNodeFS(data);
    const pglite = await PGlite.create({ fs: disk, startParams: startParams(), parsers });
    const before = disk.syncs;
    await pglite.exec(
      'create table if not exists durable_check(n int); insert into durable_check values (1); delete from durable_check',
    );
    if (disk.syncs === before)
      throw new Error('The embedded database does not reach the disk on this machine; use DATABASE_URL.');
    const housekeeping = setInterval(() => void pglite.exec('checkpoint').catch(() => clearInterval(housekeeping)), 5 * MINUTE);
    const vacuum = setInterval(() => void pglite.exec('vacuum analyze').catch(() => clearInterval(vacuum)), 60 * MINUTE);
    housekeeping.unref();
    vacuum.unref();
    return {
      pglite,
      async close() {
        clearInterval(housekeeping);
        clearInterval(vacuum);
        await pglite.close();
        lock.close();
      },
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** A database in memory, for tests; `from` is another's files to begin with, which is four times faster than making them. */
export async function openInMemory(from?: Blob): Promise<DurableDatabase> {
  const pglite = await PGlite.create({ parsers, ...(from ? { loadDataDir: from } : {}) });
  return { pglite, close: () => pglite.close() };
}
