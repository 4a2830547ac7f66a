/** What the product has stored, for tools that only look: the database of the data directory, or that of DATABASE_URL. */
import fs from 'node:fs';
import path from 'node:path';
import { openEngine, type Where } from '../../src/adapters/store/engine.ts';
import { reader } from '../../src/adapters/store/store.ts';
import { no, type Result, yes } from '../../src/domain/result.ts';
import type { Reader } from '../../src/ports.ts';
import { type Environment, readKept } from '../config.ts';
import { CLOCK_SETTING } from '../local/advance.ts';
import { systemClock } from '../local/told-clock.ts';

export interface Kept {
  read: Reader;
  /** What time it is for the product: told time in local mode. */
  now: Temporal.ZonedDateTime;
  /** Where it lies, in words. */
  where: string;
}

/** No such table: the product has not been run on this database, or only an old release has. */
const NO_TABLE = '42P01';

/** Does one thing with what is stored, and changes nothing. A *no* is one Swedish sentence that says what to do. */
export async function withKept<T>(env: Environment, work: (kept: Kept) => Promise<T>): Promise<Result<T, string>> {
  const config = readKept(env);
  if (!config.ok) return no(config.faults.join('\n'));
  const url = config.value.databaseUrl?.reveal();
  const dir = path.join(config.value.dataDir, 'store');
  if (!url && !fs.existsSync(path.join(dir, 'pgdata')))
    return no(`Det finns ingen databas i ${dir}: produkten har inte körts där. Ange SAMVERKAN_DATA_DIR eller DATABASE_URL.`);
  const where: Where = url ? { url } : { dir };
  try {
    const engine = await openEngine(where, () => {}, 'as it is');
    try {
      const read = reader(engine.db);
      const told = await read.setting(CLOCK_SETTING);
      const now = told ? Temporal.ZonedDateTime.from(told) : systemClock.now();
      return yes(await work({ read, now, where: url ? 'DATABASE_URL' : dir }));
    } finally {
      await engine.close();
    }
  } catch (error) {
    return no(storeFault(error, dir));
  }
}

/** What keeps a store from being read, in one sentence. @throws what is no fault of how the store is set up. */
export function storeFault(error: unknown, dir: string): string {
  if (!(error instanceof Error)) throw error;
  if (error.message.startsWith('Another process is using'))
    return `Produkten är igång och håller databasen i ${dir}. Stoppa den, kör det här och starta den igen; med DATABASE_URL går det medan den är igång.`;
  if ('code' in error && error.code === NO_TABLE)
    return 'Databasen har inte de tabeller som behövs: produkten har inte körts mot den, eller bara en äldre version.';
  if (error.message.startsWith('DATABASE_URL')) return error.message;
  throw error;
}
