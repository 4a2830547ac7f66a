import { afterAll, beforeAll, expect, it } from 'vitest';
import { message, postCard } from '../../src/flows/cards.ts';
import { type Play, play, textOf } from '../support/local.ts';

let hub: Play;
beforeAll(async () => {
  hub = await play({ limited: true });
});
afterAll(() => hub?.stop());

const count = (text: string) => hub.messages('per').filter((one) => one.from === null && textOf(one.card).includes(text)).length;

it('more cards at once than Teams takes all arrive, each once', async () => {
  await hub.say('per', 'hjälp');
  const { product } = hub.local.running;
  await product.store.change(async (change) => {
    for (let n = 10; n < 22; n++) await postCard(change, { person: 'per' }, `many/${n}`, message(`Kort nummer ${n}.`));
  });
  await hub.settle();
  // What Teams would not take within a few seconds comes with the next round of the queue.
  await hub.to('2027-03-10T09:30');
  for (let n = 10; n < 22; n++) expect([n, count(`Kort nummer ${n}.`)]).toEqual([n, 1]);
}, 180_000);

it('somebody who asks faster than Teams lets us answer gets every answer, once', async () => {
  await Promise.all(
    Array.from({ length: 9 }, () => hub.local.world.teams.say({ as: 'per', conversation: 'personal', text: 'hjälp' })),
  );
  expect(count('Det här kan du skriva')).toBe(10);
}, 180_000);
