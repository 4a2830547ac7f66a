/**
 * Due work: pg-boss owns when and who (timers, one worker at a time, retries); our rows own what. A job is only a
 * wake-up: the row decides whether there is anything to do. `sweep` gives every open row without a job a new one.
 */
import type { Transaction } from 'kysely';
import { fromKysely, type Job, PgBoss, TestClock } from 'pg-boss';
import { STOCKHOLM } from '../../domain/calendar.ts';
import type { Clock, EffectKind, Log, StoredEffect } from '../../ports.ts';
import type { Engine } from './engine.ts';
import { sparingly } from './sparingly.ts';
import { reader, type Wake } from './store.ts';
import type { Tables } from './tables.ts';

export interface Handlers {
  /** Performs one effect; 'later' when it must be tried again, 'behind' when an earlier one of its lane is still open. */
  effect(id: string): Promise<'over' | 'later' | 'behind'>;
  /** Runs every due step of the forum, in order. */
  steps(forum: string): Promise<'over' | 'later'>;
}

/** What is done again and again in real time, by one replica at a time. */
export interface Routine {
  name: string;
  /** Five fields, wall clock in Stockholm. */
  cron: string;
  run(): Promise<void>;
}

export interface Work extends Wake {
  /** `routines` run in real time only. */
  start(handlers: Handlers, routines?: readonly Routine[]): Promise<void>;
  /** Embedded and told time: does everything that is due now, then returns. A no-op where workers run by themselves. */
  settle(): Promise<void>;
  /** Gives every open step and effect a job, the effects of a lane in their order. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

const EFFECT = 'effect';
/** Documents have workers of their own: a samarbetsyta that asks us to wait holds up no card. */
const DOCUMENT = 'document';
const STEP = 'step';
const TEN_YEARS = 315_360_000;

const queueOf = (kind: EffectKind): string => (kind === 'file' ? DOCUMENT : EFFECT);

/** In a lane jobs run first in, first out; ids break the tie between jobs of one transaction. */
const jobId = (effect: string): string => `00000000-0000-7000-8000-${BigInt(effect).toString(16).padStart(12, '0')}`;

interface StepJob {
  forum: string;
}

/** How often replicas look for the jobs of a dead one; an embedded database has no other replica. */
const WATCH = { superviseIntervalSeconds: 10, monitorIntervalSeconds: 10 };

/** Longer than one call to the outside may take with its retries, shorter than hosts wait before they kill. */
const STOP_MS = 20_000;

/** `told` true: time stands still until somebody moves it, so work is done by `settle` and pg-boss follows our clock. */
export function createWork(engine: Engine, clock: Clock, log: Log, told: boolean): Work {
  const testClock = told ? new TestClock(clock.now().epochMilliseconds) : undefined;
  const boss = new PgBoss({
    ...engine.boss,
    ...(testClock ? { clock: testClock, supervise: false, schedule: false } : {}),
    ...(engine.alone ? {} : WATCH),
  } as ConstructorParameters<typeof PgBoss>[0] & object);
  const reported = sparingly((error) => log.error({ error: String(error) }, 'due work: pg-boss reported an error'));
  boss.on('error', reported);
  let handlers: Handlers | undefined;
  let settling: Promise<void> = Promise.resolve();
  /** True when something may be due that was not when `settle` last looked. */
  let stirred = true;

  /** Without end, and at most ten minutes apart: a samarbetsyta that is back, or an app installed late, waits no longer. */
  const retries = { retryLimit: 1_000_000, retryBackoff: true, retryDelay: 2, retryDelayMax: 600 };

  async function perform(queue: string, job: Job<{ id?: string } & Partial<StepJob>>): Promise<'over' | 'later' | 'behind'> {
    if (!handlers) throw new Error('work was not started');
    return queue === STEP ? handlers.steps(String(job.data.forum)) : handlers.effect(String(job.data.id));
  }

  /**
   * Gives an effect a job when it has none that lives; `last` also when it has, so that it comes after those of its lane
   * that just got theirs. True when it got one.
   */
  async function requeue({ id, kind, lane, notBefore }: StoredEffect, last: boolean): Promise<boolean> {
    const later = notBefore ? { startAfter: new Date(notBefore.epochMilliseconds) } : {};
    const queue = queueOf(kind);
    const send = () => boss.send(queue, { id }, { id: jobId(id), singletonKey: lane, ...retries, ...later });
    if (await send()) return true;
    const [job] = await boss.findJobs(queue, { id: jobId(id) });
    if (!job || job.state === 'active') return false;
    if ((job.state === 'created' || job.state === 'retry') && !last) return false;
    await boss.deleteJob(queue, jobId(id));
    return (await send()) !== null;
  }

  async function sweep(): Promise<void> {
    stirred = true;
    const open = reader(engine.db);
    const steps = (await open.openSteps()).map(({ meeting, name, forum, at }) => ({
      data: { forum },
      singletonKey: `${meeting}/${name}`,
      startAfter: new Date(at.epochMilliseconds),
      ...retries,
    }));
    if (steps.length > 0) await boss.insert(STEP, steps);
    const renewed = new Set<string>();
    for (const effect of await open.openEffects()) if (await requeue(effect, renewed.has(effect.lane))) renewed.add(effect.lane);
  }

  /** @returns true when an effect was met before an earlier one of its lane, which has lost its job. */
  async function drain(): Promise<boolean> {
    await testClock?.setTime(clock.now().epochMilliseconds);
    let disordered = false;
    for (let did = true; did; ) {
      did = false;
      for (const queue of [STEP, EFFECT, DOCUMENT]) {
        for (const job of await boss.fetch<{ id?: string }>(queue, { batchSize: 20 })) {
          did = true;
          const done = await perform(queue, job);
          disordered ||= done === 'behind';
          if (done === 'later') await boss.fail(queue, job.id);
          else await boss.complete(queue, job.id);
        }
      }
    }
    return disordered;
  }

  async function settleNow(): Promise<void> {
    if (!stirred && clock.now().epochMilliseconds === testClock?.now()) return;
    stirred = false;
    try {
      if (!(await drain())) return;
      await sweep();
      await drain();
    } catch (error) {
      stirred = true;
      throw error;
    }
  }

  /** Workers that do one job at a time, and look for the next as soon as one is done. */
  async function attend(queue: string, howMany: number): Promise<void> {
    const pace = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2, batchSize: 1, localConcurrency: howMany };
    let first = '';
    first = await boss.work<{ id?: string }>(queue, pace, async ([job]) => {
      boss.notifyWorker(first);
      if (!job) return;
      const done = await perform(queue, job).catch((error: unknown) => {
        log.error({ queue, ...job.data, error: String(error) }, 'due work could not be done; it is tried again');
        throw error;
      });
      if (done === 'later') throw new Error('not yet; tried again later');
    });
  }

  async function keep({ name, cron, run }: Routine): Promise<void> {
    await boss.createQueue(name, { policy: 'exclusive', heartbeatSeconds: 10, retryLimit: 0, deleteAfterSeconds: 3600 });
    await boss.work(name, { pollingIntervalSeconds: 5 }, () =>
      run().catch((error: unknown) => {
        log.error({ routine: name, error: String(error) }, 'a routine could not be done; it is done again at its next time');
        throw error;
      }),
    );
    await boss.schedule(name, cron, {}, { tz: STOCKHOLM });
  }

  return {
    committed() {
      stirred = true;
    },
    async effect(tx: Transaction<Tables>, { id, kind, lane, after, notBefore, again }) {
      if (again) await boss.deleteJob(queueOf(kind), jobId(id), { db: fromKysely(tx) });
      const at = notBefore ?? after;
      const later = at === undefined ? {} : { startAfter: at };
      await boss.send(queueOf(kind), { id }, { id: jobId(id), singletonKey: lane, db: fromKysely(tx), ...retries, ...later });
    },
    async step(tx, { meeting, name, at }) {
      const forum = (await tx.selectFrom('meetings').select('forum').where('id', '=', meeting).executeTakeFirstOrThrow()).forum;
      await boss.send(STEP, { forum }, { singletonKey: `${meeting}/${name}`, startAfter: at, db: fromKysely(tx), ...retries });
    },
    async start(given, routines = []) {
      handlers = given;
      await boss.start();
      const options = { retentionSeconds: TEN_YEARS, heartbeatSeconds: 10, expireInSeconds: 300, notify: !told };
      for (const queue of [EFFECT, DOCUMENT]) await boss.createQueue(queue, { policy: 'key_strict_fifo', ...options });
      await boss.createQueue(STEP, { policy: 'exclusive', ...options });
      if (engine.alone || told) {
        // Nobody else works here, for the directory or the told time is this process's own: what a dead one had in hand
        // need not be waited for. The sweep recreates it.
        for (const queue of [EFFECT, DOCUMENT, STEP]) await boss.deleteAllJobs(queue);
      }
      // The first send fills pg-boss's queue cache; inside a transaction on one connection that would wait for itself.
      for (const queue of [EFFECT, DOCUMENT, STEP]) {
        const id = await boss.send(queue, {}, { singletonKey: 'warm-up', startAfter: new Date('9999-01-01') });
        if (id) await boss.deleteJob(queue, id);
      }
      if (told) return;
      // A samarbetsyta that answers slowly does not hold up the cards.
      await attend(EFFECT, 3);
      await attend(DOCUMENT, 2);
      await attend(STEP, 1);
      for (const routine of routines) await keep(routine);
    },
    settle() {
      if (!told) return Promise.resolve();
      settling = settling.then(settleNow, settleNow);
      return settling;
    },
    sweep,
    stop: () => boss.stop({ graceful: !told, timeout: STOP_MS }),
  };
}
