/** Where a simulation keeps what the product knows: in its directory, or in a PostgreSQL under a name kept in the directory. */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Where } from '../../src/adapters/store/engine.ts';
import { no, type Result, yes } from '../../src/domain/result.ts';

/**
 * A directory never shares its schema: simulations stay apart from each other, and from what a tenant keeps in the same
 * database. A directory begun on one engine is refused on the other, which would know nothing of what has been posted.
 */
export function storeOf(dir: string, databaseUrl: string | undefined): Result<Where, string> {
  const embedded = path.join(dir, 'store');
  const named = path.join(dir, 'schema');
  if (!databaseUrl) {
    if (!fs.existsSync(named)) return yes({ dir: embedded });
    return no('Katalogen hör till en PostgreSQL. Sätt DATABASE_URL som förra gången, eller välj en annan katalog med --dir.');
  }
  if (fs.existsSync(embedded))
    return no('Katalogen har redan en egen databas. Ta bort DATABASE_URL, eller välj en annan katalog med --dir.');
  if (!fs.existsSync(named)) {
    fs.mkdirSync(dir, { recursive: true });
    fs.writeFileSync(named, `simulation_${randomBytes(6).toString('hex')}`);
  }
  return yes({ url: databaseUrl, schema: fs.readFileSync(named, 'utf8').trim() });
}
