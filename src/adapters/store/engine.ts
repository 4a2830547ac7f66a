/** The database: embedded in a directory, in memory, or the user's PostgreSQL. Same SQL, same migrations, same jobs. */
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { fromPglite } from 'pg-boss';
import { databaseFault, tooOld } from './database-fault.ts';
import { openDurable, openInMemory } from './durable-pglite.ts';
import { migrations } from './migrations.ts';
import { sparingly } from './sparingly.ts';
import type { Tables } from './tables.ts';

export type Where = { dir: string } | { url: string; schema?: string } | 'memory' | { copyOf: Blob };

export interface Engine {
  db: Kysely<Tables>;
  /** What pg-boss needs to run on the same database. */
  boss: Record<string, unknown>;
  /** True when this process is the only one: jobs of a dead process may be taken back at once. */
  alone: boolean;
  /** Everything in a database in memory, to begin another with. */
  copy?(): Promise<Blob>;
  close(): Promise<void>;
}

/** A replica that stands still in the middle of a change lets go of what it has locked; the change is then taken back. */
const STANDSTILL = '-c idle_in_transaction_session_timeout=10s';

async function migrate(db: Kysely<Tables>, schema?: string): Promise<void> {
  const provider = { getMigrations: async () => migrations };
  const migrator = new Migrator({ db, provider, ...(schema ? { migrationTableSchema: schema } : {}) });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

/**
 * `lost` hears of connections that broke while nobody used them; the pool makes new ones. 'as it is' leaves the tables of
 * an older or newer version alone, for those who only read.
 */
export async function openEngine(
  where: Where,
  lost: (error: Error) => void = () => {},
  tables: 'up to date' | 'as it is' = 'up to date',
): Promise<Engine> {
  if (where === 'memory' || 'dir' in where || 'copyOf' in where) {
    const open = () =>
      where === 'memory' ? openInMemory() : 'dir' in where ? openDurable(where.dir) : openInMemory(where.copyOf);
    const { pglite, close } = await open();
    const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
    if (tables === 'up to date') await migrate(db);
    const copy = () => pglite.dumpDataDir('none');
    return { db, boss: { db: fromPglite(pglite), backend: 'pglite' }, alone: true, copy, close };
  }
  const DATE_OID = 1082;
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === DATE_OID ? (v: string) => v : pg.types.getTypeParser(oid, format as 'text'),
  };
  const schema = where.schema ?? 'public';
  const pool = new pg.Pool({
    connectionString: where.url,
    types: types as pg.CustomTypesConfig,
    options: `-c search_path=${schema} ${STANDSTILL}`,
    max: 8,
    connectionTimeoutMillis: 10_000,
  });
  const broken = sparingly(lost);
  pool.on('error', broken);
  // The pool hears only of those nobody has in hand; one that breaks between two statements of a change would end the process.
  pool.on('connect', (client) => client.on('error', broken));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const { rows } = await pool.query<{ server_version_num: string }>('show server_version_num');
    const old = tooOld(Number(rows[0]?.server_version_num), where.url);
    if (old) throw old;
    if (tables === 'up to date') await migrate(db, schema);
  } catch (error) {
    await db.destroy();
    throw databaseFault(error, where.url) ?? error;
  }
  return {
    db,
    boss: { connectionString: where.url, options: STANDSTILL, schema: schema === 'public' ? 'pgboss' : `${schema}_boss`, max: 5 },
    alone: false,
    close: () => db.destroy(),
  };
}
