import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../bot/local/told-clock.ts';
import type { Engine } from '../../../src/adapters/store/engine.ts';
import { createStore } from '../../../src/adapters/store/store.ts';
import { createWork, type Work } from '../../../src/adapters/store/work.ts';
import { planned } from '../../../src/domain/meeting.ts';
import { stepsFor } from '../../../src/domain/steps.ts';
import type { Store } from '../../../src/ports.ts';
import { hub } from '../../support/agreement.ts';
import { at, clockAt } from '../../support/clock.ts';
import { engines } from '../../support/engines.ts';
import { quiet } from '../../support/quiet.ts';

const until = async (done: () => boolean): Promise<void> => {
  for (let waited = 0; !done(); waited += 20) {
    if (waited > 20_000) throw new Error('it never happened');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

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
      clock.tell(at('2027-03-09T08:00'));
      await work.settle();
      expect(did).toEqual(['steps hub-intro']);
    });

    it('gives open work without a job a new one', async () => {
      did.length = 0;
      await work.sweep(store.read);
      await work.settle();
      // The effects above were never finished in their rows, so the sweep queues each of them; due steps too.
      expect(did.filter((one) => one.startsWith('effect')).length).toBeGreaterThanOrEqual(4);
      expect(did).toContain('steps hub-intro');
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
  });
}
