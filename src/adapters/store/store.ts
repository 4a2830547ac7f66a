/** The Store port on the PostgreSQL dialect. A change is one transaction; the jobs it sends commit with it. */
import type { Kysely, Transaction } from 'kysely';
import { type Change, type Clock, type Reader, type Store, StoreAway } from '../../ports.ts';
import { calendarEventsChange, calendarEventsReader } from './calendar-events.ts';
import { isAway, isBroken } from './database-fault.ts';
import { effectsChange, effectsReader } from './effects.ts';
import { filedChange, filedReader } from './filed.ts';
import { meetingsChange, meetingsReader } from './meetings.ts';
import { notesChange, notesReader } from './notes.ts';
import { observationsChange, observationsReader } from './observations.ts';
import { passing } from './passing.ts';
import { postsChange, postsReader } from './posts.ts';
import { questionsChange, questionsReader } from './questions.ts';
import { remembered } from './remembered.ts';
import { reportsChange, reportsReader } from './reports.ts';
import { settingsChange, settingsReader } from './settings.ts';
import { stepsChange, stepsReader } from './steps.ts';
import type { Tables } from './tables.ts';
import { targetsChange, targetsReader } from './targets.ts';
import { now } from './values.ts';
import type { Wake } from './wake.ts';

export type { Wake } from './wake.ts';

export const reader = (db: Kysely<Tables>): Reader => ({
  ...calendarEventsReader(db),
  ...effectsReader(db),
  ...filedReader(db),
  ...meetingsReader(db),
  ...notesReader(db),
  ...observationsReader(db),
  ...postsReader(db),
  ...questionsReader(db),
  ...reportsReader(db),
  ...settingsReader(db),
  ...stepsReader(db),
  ...targetsReader(db),
});

const change = (tx: Transaction<Tables>, clock: Clock, wake: Wake): Change => ({
  ...reader(tx),
  ...calendarEventsChange(tx),
  ...effectsChange(tx, clock, wake),
  ...filedChange(tx),
  ...meetingsChange(tx),
  ...notesChange(tx, clock),
  ...observationsChange(tx, clock),
  ...postsChange(tx),
  ...questionsChange(tx),
  ...reportsChange(tx),
  ...settingsChange(tx),
  ...stepsChange(tx, clock, wake),
  ...targetsChange(tx, clock),
  async once(cause) {
    const done = await tx
      .insertInto('causes')
      .values({ id: cause, at: now(clock) })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst();
    return Number(done.numInsertedOrUpdatedRows ?? 0) > 0;
  },
  takeAway: (what, before, atMost) => passing[what](tx, new Date(before.epochMilliseconds), atMost),
});

/** Asks once more on another connection, while nothing has been done: the first may have been cut since it was last used. */
async function freshly<T>(ask: () => Promise<T>, nothingDone: () => boolean): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!isAway(error)) throw error;
    if (!nothingDone() || !isBroken(error)) throw new StoreAway(error);
    return ask().catch((again: unknown) => {
      throw isAway(again) ? new StoreAway(again) : again;
    });
  }
}

/** `alone`: no other process changes the database, so what has been read holds until we change something. */
export function createStore(db: Kysely<Tables>, clock: Clock, wake: Wake, alone = false): Store {
  const { reader: reads, forget } = alone ? remembered(reader(db)) : { reader: reader(db), forget: () => {} };
  return {
    read: (work) =>
      freshly(
        () => work(reads),
        () => true,
      ),
    async change(work) {
      let begun = false;
      const result = await freshly(
        () =>
          db.transaction().execute((tx) => {
            begun = true;
            return work(change(tx, clock, wake));
          }),
        () => !begun,
      );
      forget();
      wake.committed();
      return result;
    },
  };
}
