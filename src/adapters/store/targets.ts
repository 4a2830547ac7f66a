/** The targets that have been set and taken back. Each has its row, which is never written over. */
import type { Kysely } from 'kysely';
import type { SetTarget, TakenBack } from '../../domain/targets.ts';
import type { Change, Clock, Reader } from '../../ports.ts';
import type { Tables } from './tables.ts';
import { json, now } from './values.ts';

export const targetsReader = (db: Kysely<Tables>): Pick<Reader, 'targets'> => ({
  async targets() {
    const rows = await db
      .selectFrom('targets')
      .leftJoin('targets_taken_back', 'targets_taken_back.target', 'targets.id')
      .select(['targets.id', 'targets.body', 'set_at', 'targets_taken_back.body as back'])
      .orderBy('targets.id')
      .execute();
    return rows.map(({ id, body, set_at, back }) => ({
      ...(body as SetTarget),
      id: String(id),
      at: set_at.toISOString(),
      ...(back ? { takenBack: back as TakenBack } : {}),
    }));
  },
});

export const targetsChange = (tx: Kysely<Tables>, clock: Clock): Pick<Change, 'keepTarget' | 'takeBackTarget'> => ({
  async keepTarget(target) {
    await tx
      .insertInto('targets')
      .values({ indicator: target.indicator, body: json(target), set_at: now(clock) })
      .execute();
  },
  async takeBackTarget(target, takenBack) {
    await tx
      .insertInto('targets_taken_back')
      .values({ target, body: json(takenBack), taken_back_at: now(clock) })
      .execute();
  },
});
