import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Play, play, textOf } from '../support/local.ts';

describe('what was almost said', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
    await hub.to('2027-03-16T13:00');
  });
  afterAll(() => hub.stop());

  it('is shown where it only shows, with a word of how it was read', async () => {
    const [first, second] = await hub.say('sara', 'dagornding');
    expect(first).toContain('Jag läste det som ”dagordning”.');
    expect(second).toContain('Informationsöverföring mellan nivåerna');
  });

  it('is offered and not done where it writes', async () => {
    const answers = await hub.say('sara', 'antekna 2 Tolken uteblev');
    expect(answers).toHaveLength(1);
    expect(answers[0]).toContain('Menade du ”anteckna”? Jag har inte sparat något.');
    expect(textOf(hub.card('sara', 'minutes/hub-intro-2027-03-16')!.card)).not.toContain('Tolken uteblev');
    const open = await hub.local.running.product.store.read((reader) => reader.meeting('hub-intro-2027-03-16'));
    expect(open?.notes).toEqual([]);
  });

  it('is help where it is far from everything', async () => {
    const [first, second] = await hub.say('sara', 'god morgon på er');
    expect(first).toContain('Jag förstod inte.');
    expect(second).toContain('föreslå');
  });
});
