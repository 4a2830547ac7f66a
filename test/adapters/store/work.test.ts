import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../bot/local/told-clock.ts';
import { type Engine, openEngine } from '../../../src/adapters/store/engine.ts';
import { createStore } from '../../../src/adapters/store/store.ts';
import { createWork, type Work } from '../../../src/adapters/store/work.ts';
import { planned } from '../../../src/domain/meeting.ts';
import { stepsFor } from '../../../src/domain/steps.ts';
import type { Store } from '../../../src/ports.ts';
import { hub } from '../../support/agreement.ts';
import { at, clockAt } from '../../support/clock.ts';
import { engines, freshDatabase, freshSchema, onServer } from '../../support/engines.ts';
import { needs } from '../../support/needs.ts';
import { listening, quiet } from '../../support/quiet.ts';

const until = async (done: () => boolean, patience = 20_000): Promise<void> => {
  for (let waited = 0; !done(); waited += 20) {
    if (waited > patience) throw new Error('it never happened');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Does an effect as the product does: in the order of its lane, once. */
const doing = (store: () => Store, did: string[]) => async (id: string) => {
  const effect = await store().change((change) => change.claim(id));
  if (effect === 'wait') return 'behind';
  if (effect === undefined) return 'over';
  did.push(effect.idemKey);
  await store().change((change) => change.finish(effect, { state: 'done', detail: '' }));
  return 'over';
};

/** As after a restore: the row is there, its job is not. */
async function loseJob(engine: Engine, store: Store, idemKey: string): Promise<void> {
  const effect = (await store.read((reader) => reader.openEffects())).find((one) => one.idemKey === idemKey)!;
  const job = sql.table(`${engine.boss['schema'] ?? 'pgboss'}.job`);
  await sql`delete from ${job} where name = 'effect' and data->>'id' = ${effect.id}`.execute(engine.db);
}

for (const kind of engines) {
  describe.skipIf(!kind.available)(`due work ${kind.name}, told time`, () => {
    const clock = clockAt('2027-03-01T09:00');
    const did: string[] = [];
    let engine: Engine;
    let work: Work;
    let store: Store;
    let answer: 'over' | 'later' = 'over';

    beforeAll(async () => {
      engine = await kind.open();
      work = createWork(engine, clock, quiet, true);
      store = createStore(engine.db, clock, work);
      await work.start({
        effect: async (id) => {
          did.push(`effect ${id}`);
          return answer;
        },
        steps: async (forum) => {
          did.push(`steps ${forum}`);
          return 'over';
        },
      });
    });
    afterAll(async () => {
      await work.stop();
      await engine.close();
    });

    it('wakes for an effect when its change has committed, and not when it was taken back', async () => {
      await expect(
        store.change(async (tx) => {
          await tx.enqueue({ idemKey: 'rolled back', kind: 'post', lane: 'x', payload: {} });
          throw new Error('no');
        }),
      ).rejects.toThrow('no');
      await work.settle();
      expect(did).toEqual([]);
      await store.change((tx) => tx.enqueue({ idemKey: 'kept', kind: 'post', lane: 'x', payload: {} }));
      await work.settle();
      expect(did).toHaveLength(1);
    });

    it('keeps the order of a lane, and the other lanes going, when one effect must wait', async () => {
      did.length = 0;
      answer = 'later';
      await store.change(async (tx) => {
        for (const n of [1, 2, 3]) await tx.enqueue({ idemKey: `o${n}`, kind: 'post', lane: 'ordered', payload: {} });
      });
      await work.settle();
      expect(did).toHaveLength(1);
      answer = 'over';
      await store.change((tx) => tx.enqueue({ idemKey: 'other', kind: 'post', lane: 'other', payload: {} }));
      await work.settle();
      expect(did).toHaveLength(2);
      clock.tell(clock.now().add({ hours: 2 }));
      await work.settle();
      const ids = did.map((one) => Number(one.split(' ')[1]));
      expect(ids.slice(2)).toEqual([ids[0], ids[0]! + 1, ids[0]! + 2]);
    });

    it('wakes for a step when time has come to it, not before', async () => {
      did.length = 0;
      const meeting = {
        id: 'hub-intro-2027-03-16',
        forum: 'hub-intro',
        slot: Temporal.PlainDate.from('2027-03-16'),
        start: at('2027-03-16T13:00'),
        end: at('2027-03-16T14:00'),
        moved: undefined,
      };
      await store.change(async (tx) => {
        await tx.save(planned(meeting));
        await tx.planSteps(meeting.id, 'hub-intro', stepsFor(meeting, hub));
      });
      await work.settle();
      expect(did).toEqual([]);
      clock.tell(at('2027-03-08T08:00'));
      await work.settle();
      expect(did).toEqual(['steps hub-intro']);
    });

    it('gives open work without a job a new one', async () => {
      did.length = 0;
      await work.sweep();
      await work.settle();
      // The effects above were never finished in their rows, so the sweep queues each of them; due steps too.
      expect(did.filter((one) => one.startsWith('effect')).length).toBeGreaterThanOrEqual(4);
      expect(did).toContain('steps hub-intro');
    });

    it('leaves an effect that is not to be done yet, also when work is swept, and does it when its time comes', async () => {
      const ofMorning = () => did.filter((one) => one === `effect ${id}`).length;
      const notBefore = clock.now().add({ hours: 14 }).toInstant();
      await store.change((tx) => tx.enqueue({ idemKey: 'morning', kind: 'post', lane: 'morning', payload: {}, notBefore }));
      const { id } = (await store.read((reader) => reader.openEffects())).find(({ idemKey }) => idemKey === 'morning')!;
      await work.settle();
      expect(ofMorning()).toBe(0);
      await work.sweep();
      await work.settle();
      expect(ofMorning()).toBe(0);
      clock.tell(clock.now().add({ hours: 14 }));
      await work.settle();
      expect(ofMorning()).toBe(1);
    });
  });

  describe.skipIf(!kind.available)(`a lane ${kind.name}, told time`, () => {
    it('keeps its order and goes on, when an effect at its head has lost its job', async () => {
      const engine = await kind.open();
      const did: string[] = [];
      const work = createWork(engine, clockAt('2027-03-01T09:00'), quiet, true);
      const store = createStore(engine.db, clockAt('2027-03-01T09:00'), work);
      await work.start({ effect: doing(() => store, did), steps: async () => 'over' });
      await store.change(async (tx) => {
        for (const idemKey of ['first', 'second', 'third']) await tx.enqueue({ idemKey, kind: 'post', lane: 'x', payload: {} });
      });
      await loseJob(engine, store, 'first');
      await work.settle();
      expect(did).toEqual(['first', 'second', 'third']);
      await work.stop();
      await engine.close();
    });
  });

  // In memory there is one process and told time only.
  if (kind.name === 'in memory') continue;
  describe.skipIf(!kind.available)(`due work ${kind.name}, real time`, () => {
    it('is done by a worker by itself, soon after it was committed', async () => {
      const engine = await kind.open();
      const did: string[] = [];
      const work = createWork(engine, systemClock, quiet, false);
      const store = createStore(engine.db, systemClock, work);
      await work.start({
        effect: async (id) => {
          did.push(id);
          return 'over';
        },
        steps: async () => 'over',
      });
      await store.change((tx) => tx.enqueue({ idemKey: 'now', kind: 'post', lane: 'x', payload: {} }));
      await until(() => did.length === 1);
      await work.stop();
      await engine.close();
    });

    it('of one lane is done in a row, in order, without a pause between', async () => {
      const engine = await kind.open();
      const did: string[] = [];
      const work = createWork(engine, systemClock, quiet, false);
      const store = createStore(engine.db, systemClock, work);
      await work.start({ effect: doing(() => store, did), steps: async () => 'over' });
      const lane = Array.from({ length: 10 }, (_, n) => `effect-${n}`);
      await store.change(async (tx) => {
        for (const idemKey of lane) await tx.enqueue({ idemKey, kind: 'post', lane: 'x', payload: {} });
      });
      // A worker that waited for its next look would need twenty seconds.
      await until(() => did.length === lane.length, 10_000);
      expect(did).toEqual(lane);
      await work.stop();
      await engine.close();
    });
  });
}

describe.skipIf(!needs('postgres'))('due work on two replicas', () => {
  const replicas = async () => {
    const where = await freshSchema();
    return Promise.all([openEngine(where), openEngine(where)]);
  };

  it('starts on an empty database from both at once, and is done once', async () => {
    const pair = await replicas();
    const did: string[] = [];
    const works = pair.map((engine) => {
      const work = createWork(engine, systemClock, quiet, false);
      return { engine, work, store: createStore(engine.db, systemClock, work) };
    });
    await Promise.all(works.map(({ work, store }) => work.start({ effect: doing(() => store, did), steps: async () => 'over' })));
    const keys = Array.from({ length: 30 }, (_, n) => `effect-${n}`);
    await works[0]!.store.change(async (tx) => {
      for (const [n, idemKey] of keys.entries()) await tx.enqueue({ idemKey, kind: 'post', lane: `lane-${n % 7}`, payload: {} });
    });
    await Promise.all(works.map(({ work }) => work.sweep()));
    await until(() => did.length >= keys.length);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([...did].sort()).toEqual([...keys].sort());
    await Promise.all(works.map(({ work }) => work.stop()));
    await Promise.all(pair.map((engine) => engine.close()));
  });

  it('has its routines done by one of them, and said when they fail', async () => {
    const pair = await replicas();
    let ran = 0;
    const log = listening();
    const works = pair.map((engine) => createWork(engine, systemClock, log, false));
    const routine = {
      name: 'sweep',
      cron: '* * * * *',
      run: async () => {
        ran += 1;
        throw new Error('no');
      },
    };
    for (const work of works) await work.start({ effect: async () => 'over', steps: async () => 'over' }, [routine]);
    await until(() => ran > 0, 70_000);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(ran).toBe(1);
    expect(log.lines.filter((line) => line.level === 'error')).toEqual([
      expect.objectContaining({ facts: { routine: 'sweep', error: 'Error: no' } }),
    ]);
    await Promise.all(works.map((work) => work.stop()));
    await Promise.all(pair.map((engine) => engine.close()));
  }, 100_000);

  it('goes on after the database has cut every connection', async () => {
    const database = await freshDatabase();
    const lost: Error[] = [];
    const engine = await openEngine(database, (error) => lost.push(error));
    const did: string[] = [];
    const work = createWork(engine, systemClock, quiet, false);
    const store = createStore(engine.db, systemClock, work);
    await work.start({ effect: doing(() => store, did), steps: async () => 'over' });
    await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}'`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await store.change((tx) => tx.enqueue({ idemKey: 'after', kind: 'post', lane: 'x', payload: {} }));
    await until(() => did.length === 1);
    expect(lost.length).toBeGreaterThan(0);
    await work.stop();
    await engine.close();
    await database.drop();
  });
});
