import { describe, expect, it } from 'vitest';
import { systemClock } from '../../../bot/local/told-clock.ts';
import { openEngine } from '../../../src/adapters/store/engine.ts';
import { createStore } from '../../../src/adapters/store/store.ts';
import { freshDatabase, onServer } from '../../support/engines.ts';
import { needs } from '../../support/needs.ts';

const noWake = { effect: async () => {}, step: async () => {}, committed: () => {} };

describe.skipIf(!needs('postgres'))('a replica that stands still in the middle of a change', () => {
  it('lets go of the forum, and its change is taken back', async () => {
    const database = await freshDatabase();
    const engines = await Promise.all([openEngine(database), openEngine(database)]);
    const [still, awake] = engines.map((engine) => createStore(engine.db, systemClock, noWake));
    const [locked, woken] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const standing = still!.change(async (change) => {
      await change.lock('hub-intro');
      await change.keepSetting('half', 'done');
      locked.resolve();
      await woken.promise;
      await change.keepSetting('whole', 'done');
    });
    standing.catch(() => {});
    await locked.promise;
    await awake!.change((change) => change.lock('hub-intro'));
    woken.resolve();
    await expect(standing).rejects.toThrow();
    for (const name of ['half', 'whole']) expect(await awake!.read((reader) => reader.setting(name))).toBeUndefined();
    await Promise.all(engines.map((engine) => engine.close()));
    await database.drop();
  });

  it('does so also in what pg-boss has begun', async () => {
    const database = await freshDatabase();
    const engine = await openEngine(database);
    const { options } = engine.boss as { options: string };
    const told = new URL(database.url);
    told.searchParams.set('options', options);
    const [said] = await onServer<{ idle_in_transaction_session_timeout: string }>(
      'show idle_in_transaction_session_timeout',
      told.href,
    );
    expect(said?.idle_in_transaction_session_timeout).toBe('10s');
    await engine.close();
    await database.drop();
  });
});
