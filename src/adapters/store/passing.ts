/** What may be taken away when it is old enough. An effect's row and its key remain: doing it again is refused for ever. */
import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Passing } from '../../domain/retention.ts';
import type { Tables } from './tables.ts';

type TakeAway = (tx: Transaction<Tables>, before: Date, atMost: number) => Promise<number>;

const taking =
  (statement: (before: Date, atMost: number) => RawBuilder<unknown>): TakeAway =>
  async (tx, before, atMost) =>
    Number((await statement(before, atMost).execute(tx)).numAffectedRows ?? 0);

/** Done, or never needed. What failed for good stays whole, for whoever looks into it. */
const over = (before: Date) => sql`(state = 'done' and done_at < ${before} or state = 'superseded' and created_at < ${before})`;

export const passing: Record<Passing, TakeAway> = {
  // A cause with a / in it is a ledger of ours.
  causes: taking(
    (before, atMost) => sql`delete from causes where id in (
      select id from causes where at < ${before} and position('/' in id) = 0 limit ${atMost})`,
  ),
  attempts: taking(
    (before, atMost) => sql`delete from effect_attempts where (effect, n) in (
      select a.effect, a.n from effect_attempts a join effects on effects.id = a.effect where ${over(before)} limit ${atMost})`,
  ),
  contents: taking(
    (before, atMost) => sql`update effects set payload = '{}', rendered = null where id in (
      select id from effects where ${over(before)} and (rendered is not null or payload <> '{}') limit ${atMost})`,
  ),
  steps: taking(
    (before, atMost) => sql`delete from steps where (meeting, name) in (
      select meeting, name from steps where done_at < ${before} limit ${atMost})`,
  ),
};
