/** What is to be done outside, once: asked for, tried, and what came of it. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Change, Clock, EffectKind, Posting, Reader, StoredEffect } from '../../ports.ts';
import type { Tables } from './tables.ts';
import { instant, json, now } from './values.ts';
import type { Wake } from './wake.ts';

const OPEN = ['pending', 'inflight', 'unknown'] as const;

type EffectRow = {
  id: string;
  idem_key: string;
  kind: string;
  lane: string;
  payload: object;
  rendered: object | null;
  state: string;
  attempts: number;
  not_before: Date | null;
};

const effectOf = (row: EffectRow): StoredEffect => ({
  id: String(row.id),
  idemKey: row.idem_key,
  kind: row.kind as StoredEffect['kind'],
  lane: row.lane,
  payload: row.payload,
  rendered: row.rendered ?? undefined,
  state: row.state as StoredEffect['state'],
  attempts: row.attempts,
  ...(row.not_before ? { notBefore: instant(row.not_before) } : {}),
  lastTried: undefined,
  held: undefined,
});

export const effectsReader = (db: Kysely<Tables>): Pick<Reader, 'openEffects' | 'postings'> => ({
  async openEffects() {
    const rows = await db.selectFrom('effects').selectAll().where('state', 'in', OPEN).orderBy('id').execute();
    return rows.map((row) => effectOf(row as unknown as EffectRow));
  },
  async postings(forum, since) {
    const rows = await db
      .selectFrom('effects')
      .selectAll()
      .where('kind', '=', 'post')
      .where('state', '<>', 'superseded')
      .where('created_at', '>=', new Date(since.epochMilliseconds))
      .where(sql<boolean>`(payload->'to'->>'forum' = ${forum}
        or jsonb_exists(payload->'to', 'person') and idem_key ~ ${`/${forum}(/|-[0-9]{4}-)`})`)
      .orderBy('id', 'desc')
      .execute();
    return rows.map((row) => ({
      effect: String(row.id),
      key: row.idem_key.replace(/^post\//, ''),
      to: (row.payload as unknown as { to: Posting['to'] }).to,
      state: row.state as Posting['state'],
      attempts: row.attempts,
      status: row.status ?? undefined,
      asked: row.created_at.toISOString(),
      done: row.done_at?.toISOString(),
    }));
  },
});

export const effectsChange = (
  tx: Transaction<Tables>,
  clock: Clock,
  wake: Wake,
): Pick<Change, 'enqueue' | 'supersede' | 'tryAgain' | 'claim' | 'hold' | 'finish'> => ({
  async enqueue(effect) {
    const notBefore = effect.notBefore ? new Date(effect.notBefore.epochMilliseconds) : null;
    const row = {
      idem_key: effect.idemKey,
      kind: effect.kind,
      lane: effect.lane,
      payload: json(effect.payload),
      created_at: now(clock),
      state: 'pending',
      attempts: 0,
      not_before: notBefore,
    };
    const inserted = await tx
      .insertInto('effects')
      .values(row)
      .onConflict((c) => c.column('idem_key').doNothing())
      .returning('id')
      .executeTakeFirst();
    const when = { ...(effect.after ? { after: effect.after } : {}), ...(notBefore ? { notBefore } : {}) };
    if (inserted) await wake.effect(tx, { id: String(inserted.id), kind: effect.kind, lane: effect.lane, ...when });
  },
  async supersede(lane, idemKeyPrefix) {
    await tx
      .updateTable('effects')
      .set({ state: 'superseded' })
      .where('lane', '=', lane)
      .where('state', '=', 'pending')
      .where('attempts', '=', 0)
      .where(sql<boolean>`starts_with(idem_key, ${idemKeyPrefix})`)
      .execute();
  },
  async tryAgain(ids) {
    if (ids.length === 0) return 0;
    const rows = await tx
      .updateTable('effects')
      .set({ state: 'pending', rendered: null, status: null, not_before: null })
      .where('id', 'in', ids)
      .where('state', '=', 'dead')
      .returning(['id', 'kind', 'lane'])
      .execute();
    for (const { id, kind, lane } of rows) await wake.effect(tx, { id: String(id), kind: kind as EffectKind, lane, again: true });
    return rows.length;
  },
  async claim(id) {
    const row = await tx.selectFrom('effects').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (!row || !(OPEN as readonly string[]).includes(row.state)) return undefined;
    const earlier = await tx
      .selectFrom('effects')
      .select('id')
      .where('lane', '=', row.lane)
      .where('id', '<', id)
      .where('state', 'in', OPEN)
      .limit(1)
      .executeTakeFirst();
    if (earlier) return 'wait';
    const before = await tx
      .selectFrom('effect_attempts')
      .select('started_at')
      .where('effect', '=', id)
      .where('n', '=', row.attempts)
      .executeTakeFirst();
    await tx
      .updateTable('effects')
      .set({ state: 'inflight', attempts: row.attempts + 1 })
      .where('id', '=', id)
      .execute();
    const started = now(clock);
    await tx
      .insertInto('effect_attempts')
      .values({ effect: id, n: row.attempts + 1, started_at: started, outcome: null })
      .execute();
    // The state before this attempt tells whether an earlier one may have gone through.
    const lastTried = before && instant(before.started_at);
    return { ...effectOf(row as unknown as EffectRow), attempts: row.attempts + 1, lastTried, held: instant(started) };
  },
  async hold(effect) {
    const row = await tx
      .selectFrom('effects')
      .select('id')
      .where('id', '=', effect.id)
      .where('attempts', '=', effect.attempts)
      .where('state', '=', 'inflight')
      .forUpdate()
      .executeTakeFirst();
    if (!row) return undefined;
    const started = now(clock);
    // Whoever takes over waits from here on before believing that nothing was done.
    await tx
      .updateTable('effect_attempts')
      .set({ started_at: started })
      .where('effect', '=', effect.id)
      .where('n', '=', effect.attempts)
      .execute();
    return instant(started);
  },
  async finish(effect, outcome) {
    const mine = tx
      .updateTable('effects')
      .where('id', '=', effect.id)
      .where('attempts', '=', effect.attempts)
      .where('state', '=', 'inflight');
    if (outcome.state === 'inflight') {
      const kept = await mine.set({ rendered: json(outcome.rendered) }).executeTakeFirst();
      return Number(kept.numUpdatedRows) > 0;
    }
    const done = await mine
      .set({
        state: outcome.state,
        last_error: outcome.state === 'done' ? null : outcome.detail,
        done_at: outcome.state === 'done' ? now(clock) : null,
        status: outcome.state === 'done' ? null : (outcome.status ?? null),
      })
      .executeTakeFirst();
    if (Number(done.numUpdatedRows) === 0) return false;
    await tx
      .updateTable('effect_attempts')
      .set({ outcome: outcome.state })
      .where('effect', '=', effect.id)
      .where('n', '=', effect.attempts)
      .execute();
    return true;
  },
});
