import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Engine, openEngine } from '../../src/adapters/store/engine.ts';
import { createStore } from '../../src/adapters/store/store.ts';
import { message } from '../../src/flows/cards.ts';
import { performEffect } from '../../src/flows/perform-effect.ts';
import type { Product } from '../../src/flows/product.ts';
import { type Chat, type Posted, type Store, Unavailable } from '../../src/ports.ts';
import { clockAt } from '../support/clock.ts';
import { quiet } from '../support/quiet.ts';

const noAnswer = new Unavailable({ call: 'POST', delivered: 'maybe', next: '' });
const graphIsDown = new Unavailable({ call: 'GET', delivered: 'no', next: '' });

describe('an effect', () => {
  const clock = clockAt('2027-03-10T09:00');
  let engine: Engine;
  let store: Store;
  /** What Teams has, oldest first. */
  let there: Posted[] = [];
  let key = '';
  let number = 0;

  beforeAll(async () => {
    engine = await openEngine('memory');
    store = createStore(engine.db, clock, { effect: async () => {}, step: async () => {}, committed: () => {} });
  });
  afterAll(() => engine.close());
  beforeEach(() => {
    there = [];
    key = `card-${++number}`;
  });

  const product = (chat: Partial<Chat>) =>
    ({
      store,
      clock,
      log: quiet,
      probe: () => {},
      settleSeconds: 10,
      chat: { render: async () => ({}), post: async () => landed(), find: async () => there[0] ?? 'absent', ...chat },
    }) as unknown as Product;

  function landed(): Posted {
    const posted = { serviceUrl: 's', conversationId: 'c', activityId: `${key}/${there.length + 1}` };
    there.push(posted);
    return posted;
  }

  async function enqueued(): Promise<string> {
    const payload = { to: { forum: 'hub-intro' }, key, view: message('Hej') };
    await store.change((change) => change.enqueue({ idemKey: `post/${key}`, kind: 'post', lane: `card/${key}`, payload }));
    return (await store.read((reader) => reader.openEffects())).find((one) => one.idemKey === `post/${key}`)!.id;
  }

  const kept = () => store.read((reader) => reader.posted(key));

  it('whose answer was lost is looked for again, also when the first look fails', async () => {
    const id = await enqueued();
    const lost = product({
      post: async () => {
        landed();
        throw noAnswer;
      },
    });
    expect(await performEffect(lost, id)).toBe('later');
    expect(await performEffect(product({ find: () => Promise.reject(graphIsDown) }), id)).toBe('later');
    expect(await performEffect(product({}), id)).toBe('over');
    expect(there).toHaveLength(1);
    expect(await kept()).toEqual(there[0]);
  });

  /** An attempt that came to nothing, long enough ago for a look to be believed. */
  async function triedInVain(id: string): Promise<void> {
    expect(await performEffect(product({ post: () => Promise.reject(noAnswer) }), id)).toBe('later');
    clock.tell(clock.now().add({ seconds: 40 }));
  }

  it('of a process that stood still is left to the one that took it over', async () => {
    const id = await enqueued();
    await triedInVain(id);
    const slept = product({
      find: async () => {
        clock.tell(clock.now().add({ seconds: 40 }));
        expect(await performEffect(product({}), id)).toBe('over');
        return 'absent';
      },
    });
    expect(await performEffect(slept, id)).toBe('over');
    expect(there).toHaveLength(1);
    expect(await kept()).toEqual(there[0]);
  });

  it('of a process that stood still is done by it, when nobody took it over', async () => {
    const id = await enqueued();
    await triedInVain(id);
    const slept = product({
      find: async () => {
        clock.tell(clock.now().add({ seconds: 40 }));
        return 'absent';
      },
    });
    expect(await performEffect(slept, id)).toBe('over');
    expect(there).toHaveLength(1);
    expect(await kept()).toEqual(there[0]);
  });

  it('that a process sent after it was taken over changes nothing that is remembered', async () => {
    const id = await enqueued();
    const late = product({
      // Between the last question and the call there is nobody to ask.
      post: async () => {
        clock.tell(clock.now().add({ seconds: 40 }));
        expect(await performEffect(product({}), id)).toBe('over');
        return landed();
      },
    });
    expect(await performEffect(late, id)).toBe('over');
    expect(there).toHaveLength(2);
    expect(await kept()).toEqual(there[0]);
  });

  it('that the samarbetsyta asks to wait with lets its worker wait; a card that must wait lets other cards go', async () => {
    const asked: number[] = [];
    const busy = new Unavailable({ call: 'PUT file', status: 429, delivered: 'no', retryAfter: 45, next: 'Ask later.' });
    const given = {
      ...product({ post: () => Promise.reject(busy) }),
      documents: { write: () => new Uint8Array(), words: () => '', faults: () => 0, contentType: '' },
      samarbetsyta: { file: () => Promise.reject(busy) },
      waitAsAsked: async (seconds: number) => void asked.push(seconds),
    } as unknown as Product;
    expect(await performEffect(given, await enqueued())).toBe('later');
    expect(asked).toEqual([]);
    const payload = { meeting: 'none', path: 'a/b.docx', columns: {}, type: 'dagordning', text: {} };
    await store.change((change) => change.enqueue({ idemKey: `file/${key}`, kind: 'file', lane: `file/${key}`, payload }));
    const file = (await store.read((reader) => reader.openEffects())).find((one) => one.idemKey === `file/${key}`)!;
    expect(await performEffect(given, file.id)).toBe('later');
    expect(asked).toEqual([45]);
  });
});
