/** What the running product knows of itself: settings, the definitions it has run, what it listens to. */
import type { Kysely } from 'kysely';
import type { Facets } from '../../domain/audit.ts';
import type { Change, Reader, Watched } from '../../ports.ts';
import type { Tables } from './tables.ts';
import { json } from './values.ts';

export const settingsReader = (db: Kysely<Tables>): Pick<Reader, 'setting' | 'definitionVersions' | 'subscriptions'> => ({
  async setting(name) {
    return (await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst())?.value;
  },
  async definitionVersions(agreement) {
    const rows = await db.selectFrom('definitions').selectAll().where('agreement', '=', agreement).orderBy('id').execute();
    return rows.map(({ hash, run_at, run_by, facets }) => ({
      hash,
      at: run_at.toISOString(),
      by: run_by,
      facets: facets as Facets,
    }));
  },
  async subscriptions() {
    const rows = await db.selectFrom('subscriptions').selectAll().orderBy('what').execute();
    return rows.map((row) => ({
      what: row.what as Watched,
      id: row.id,
      url: row.url,
      secretHash: row.secret_hash,
      renewed: row.renewed_at.toISOString(),
      until: row.until.toISOString(),
    }));
  },
});

export const settingsChange = (
  tx: Kysely<Tables>,
): Pick<Change, 'keepSetting' | 'keepDefinitionVersion' | 'keepSubscription' | 'dropSubscription'> => ({
  async keepSetting(name, value) {
    await tx
      .insertInto('settings')
      .values({ name, value })
      .onConflict((c) => c.column('name').doUpdateSet({ value }))
      .execute();
  },
  async keepDefinitionVersion(agreement, { hash, at, by, facets }) {
    await tx
      .insertInto('definitions')
      .values({ agreement, hash, run_at: new Date(at), run_by: by, facets: json(facets) })
      .execute();
  },
  async keepSubscription({ what, id, url, secretHash, renewed, until }) {
    const row = { id, url, secret_hash: secretHash, renewed_at: new Date(renewed), until: new Date(until) };
    await tx
      .insertInto('subscriptions')
      .values({ what, ...row })
      .onConflict((c) => c.column('what').doUpdateSet(row))
      .execute();
  },
  async dropSubscription(what) {
    await tx.deleteFrom('subscriptions').where('what', '=', what).execute();
  },
});
