/** What is to be done around a meeting, and when. */
import type { Kysely, Transaction } from 'kysely';
import { STOCKHOLM } from '../../domain/calendar.ts';
import type { StepName } from '../../domain/steps.ts';
import type { Change, Clock, DueStep, Reader } from '../../ports.ts';
import type { Tables } from './tables.ts';
import { now } from './values.ts';
import type { Wake } from './wake.ts';

export const stepsReader = (db: Kysely<Tables>): Pick<Reader, 'openSteps'> => ({
  async openSteps(forum) {
    let query = db.selectFrom('steps').select(['meeting', 'forum', 'name', 'due_at']).where('done_at', 'is', null);
    if (forum) query = query.where('forum', '=', forum);
    const rows = await query.orderBy('due_at').execute();
    return rows.map(
      (row): DueStep => ({
        meeting: row.meeting,
        forum: row.forum,
        name: row.name as StepName,
        at: Temporal.Instant.fromEpochMilliseconds(row.due_at.getTime()).toZonedDateTimeISO(STOCKHOLM),
      }),
    );
  },
});

export const stepsChange = (
  tx: Transaction<Tables>,
  clock: Clock,
  wake: Wake,
): Pick<Change, 'planSteps' | 'retimeSteps' | 'finishStep'> => ({
  async planSteps(meeting, forum, steps) {
    for (const step of steps) {
      const at = new Date(step.at.epochMilliseconds);
      const row = { meeting, name: step.name, forum, due_at: at, done_at: null };
      const done = await tx
        .insertInto('steps')
        .values(row)
        .onConflict((c) => c.doNothing())
        .executeTakeFirst();
      if (Number(done.numInsertedOrUpdatedRows ?? 0) > 0) await wake.step(tx, { meeting, name: step.name, at });
    }
  },
  async retimeSteps(meeting, steps) {
    for (const step of steps) {
      const at = new Date(step.at.epochMilliseconds);
      const changed = await tx
        .updateTable('steps')
        .set({ due_at: at })
        .where('meeting', '=', meeting)
        .where('name', '=', step.name)
        .where('done_at', 'is', null)
        .executeTakeFirst();
      // The old job finds nothing due and ends; the row decides.
      if (Number(changed.numUpdatedRows) > 0) await wake.step(tx, { meeting, name: `${step.name}@${at.toISOString()}`, at });
    }
  },
  async finishStep(meeting, name) {
    await tx
      .updateTable('steps')
      .set({ done_at: now(clock) })
      .where('meeting', '=', meeting)
      .where('name', '=', name)
      .where('done_at', 'is', null)
      .execute();
  },
});
