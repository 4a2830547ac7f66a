/**
 * Due work: pg-boss owns when and who (timers, one worker at a time, retries); our rows own what. A job is only a
 * wake-up: the row decides whether there is anything to do. `sweep` gives every open row without a job a new one.
 */
import type { Transaction } from 'kysely';
import { fromKysely, type Job, PgBoss, TestClock } from 'pg-boss';
import type { Clock, Log, Reader } from '../../ports.ts';
import type { Engine } from './engine.ts';
import type { Wake } from './store.ts';
import type { Tables } from './tables.ts';

export interface Handlers {
  /** Performs one effect; 'later' when it must be tried again. */
  effect(id: string): Promise<'over' | 'later'>;
  /** Runs every due step of the forum, in order. */
  steps(forum: string): Promise<'over' | 'later'>;
}

export interface Work extends Wake {
  start(handlers: Handlers): Promise<void>;
  /** Embedded and told time: does everything that is due now, then returns. A no-op where workers run by themselves. */
  settle(): Promise<void>;
  /** Gives every open step and effect a job. */
  sweep(read: <T>(work: (reader: Reader) => Promise<T>) => Promise<T>): Promise<void>;
  stop(): Promise<void>;
}

const EFFECT = 'effect';
const STEP = 'step';
const TEN_YEARS = 315_360_000;

/** In a lane jobs run first in, first out; ids break the tie between jobs of one transaction. */
const jobId = (effect: string): string => `00000000-0000-7000-8000-${BigInt(effect).toString(16).padStart(12, '0')}`;

interface StepJob {
  forum: string;
}

/** `told` true: time stands still until somebody moves it, so work is done by `settle` and pg-boss follows our clock. */
export function createWork(engine: Engine, clock: Clock, log: Log, told: boolean): Work {
  const testClock = told ? new TestClock(clock.now().epochMilliseconds) : undefined;
  const boss = new PgBoss({
    ...engine.boss,
    ...(testClock ? { clock: testClock, supervise: false, schedule: false } : {}),
  } as ConstructorParameters<typeof PgBoss>[0] & object);
  boss.on('error', (error) => log.error({ error: String(error) }, 'due work: pg-boss reported an error'));
  let handlers: Handlers | undefined;
  let settling: Promise<void> = Promise.resolve();

  /** Retries in told time must not wait for real seconds; in real time they back off to an hour. */
  const retries = { retryLimit: 1_000_000, retryBackoff: true, retryDelay: 2, retryDelayMax: 3600 };

  async function perform(queue: string, job: Job<{ id?: string } & Partial<StepJob>>): Promise<'over' | 'later'> {
    if (!handlers) throw new Error('work was not started');
    return queue === EFFECT ? handlers.effect(String(job.data.id)) : handlers.steps(String(job.data.forum));
  }

  /** An open effect whose job has ended, or was lost, gets its job anew. */
  async function requeue({ id, lane }: { id: string; lane: string }): Promise<void> {
    const send = () => boss.send(EFFECT, { id }, { id: jobId(id), singletonKey: lane, ...retries });
    if (await send()) return;
    const [job] = await boss.findJobs(EFFECT, { id: jobId(id) });
    if (!job || job.state === 'created' || job.state === 'retry' || job.state === 'active') return;
    await boss.deleteJob(EFFECT, jobId(id));
    await send();
  }

  async function drain(): Promise<void> {
    await testClock?.setTime(clock.now().epochMilliseconds);
    for (let did = true; did; ) {
      did = false;
      for (const queue of [STEP, EFFECT]) {
        for (const job of await boss.fetch<{ id?: string }>(queue, { batchSize: 20 })) {
          did = true;
          if ((await perform(queue, job)) === 'over') await boss.complete(queue, job.id);
          else await boss.fail(queue, job.id);
        }
      }
    }
  }

  return {
    async effect(tx: Transaction<Tables>, { id, lane }) {
      await boss.send(EFFECT, { id }, { id: jobId(id), singletonKey: lane, db: fromKysely(tx), ...retries });
    },
    async step(tx, { meeting, name, at }) {
      const forum = (await tx.selectFrom('meetings').select('forum').where('id', '=', meeting).executeTakeFirstOrThrow()).forum;
      await boss.send(STEP, { forum }, { singletonKey: `${meeting}/${name}`, startAfter: at, db: fromKysely(tx), ...retries });
    },
    async start(given) {
      handlers = given;
      await boss.start();
      const options = { retentionSeconds: TEN_YEARS, heartbeatSeconds: 10, expireInSeconds: 300, notify: !told };
      await boss.createQueue(EFFECT, { policy: 'key_strict_fifo', ...options });
      await boss.createQueue(STEP, { policy: 'exclusive', ...options });
      if (engine.alone) {
        // This process owns the directory: whatever a dead one left behind is recreated by the sweep.
        await boss.deleteAllJobs(EFFECT);
        await boss.deleteAllJobs(STEP);
      }
      // The first send fills pg-boss's queue cache; inside a transaction on one connection that would wait for itself.
      for (const queue of [EFFECT, STEP]) {
        const id = await boss.send(queue, {}, { singletonKey: 'warm-up', startAfter: new Date('9999-01-01') });
        if (id) await boss.deleteJob(queue, id);
      }
      if (told) return;
      const run = (queue: string) => async (jobs: Job<{ id?: string }>[]) => {
        for (const job of jobs) if ((await perform(queue, job)) === 'later') throw new Error('not yet; tried again later');
      };
      const pace = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 2, batchSize: 1 };
      await boss.work(EFFECT, pace, run(EFFECT));
      await boss.work(STEP, pace, run(STEP));
    },
    settle() {
      if (!told) return Promise.resolve();
      settling = settling.then(drain, drain);
      return settling;
    },
    async sweep(read) {
      const { steps, effects } = await read(async (reader) => ({
        steps: await reader.openSteps(),
        effects: await reader.openEffects(),
      }));
      for (const step of steps) {
        const at = new Date(step.at.epochMilliseconds);
        await boss.send(
          STEP,
          { forum: step.forum },
          { singletonKey: `${step.meeting}/${step.name}`, startAfter: at, ...retries },
        );
      }
      for (const effect of effects) await requeue(effect);
    },
    stop: () => boss.stop({ graceful: !told, timeout: 5000 }),
  };
}
