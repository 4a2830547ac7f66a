import os from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordDefinition } from '../../src/flows/record-definition.ts';
import { planEverything } from '../../src/flows/run-steps.ts';
import { type Play, play, textOf } from '../support/local.ts';

describe('a definition that is changed while meetings are planned', () => {
  let hub: Play;
  beforeAll(async () => {
    hub = await play();
  });
  afterAll(() => hub.stop());
  const stored = () => hub.local.running.product.store.read((reader) => reader.meetings('hub-intro'));
  const told = () => hub.messages('per', 'channel').filter((one) => one.key.startsWith('moved/'));
  /** What a restart with another definition does. */
  async function changed(anchor: string, start: string) {
    const { product } = hub.local.running;
    product.agreement.forums = product.agreement.forums.map((forum) =>
      forum.id === 'hub-intro' && forum.rhythm.kind === 'every'
        ? { ...forum, rhythm: { ...forum.rhythm, anchor, start } }
        : forum,
    );
    await planEverything(product);
    await hub.settle();
  }

  it('moves what is announced and what is planned, the same meetings with their agendas, and says why', async () => {
    const before = await stored();
    await changed('2027-01-20', '09:00');
    const after = await stored();
    expect(after.map((one) => one.id)).toEqual(before.map((one) => one.id));
    expect(after.slice(0, 2).map((one) => one.start)).toEqual(['2027-03-17T09:00', '2027-03-31T09:00']);
    expect(after[0]!.items.map((item) => item.id)).toEqual(before[0]!.items.map((item) => item.id));
    expect(textOf(hub.card('per', 'agenda/hub-intro-2027-03-16', 'channel')!.card)).toMatch(/[Oo]nsdag 17 mars 2027/);
    const far = hub.messages('per', 'channel').filter((one) => one.key.startsWith('moved-far/'));
    expect(told()).toHaveLength(3);
    expect(far).toHaveLength(1);
    expect(textOf(far[0]!.card)).toContain(`${before.length - 3} möten längre fram är flyttade.`);
    const events = hub.local.world.samarbetsyta.outlook!.events().filter(({ subject }) => subject.includes('Kommunhubb Intro'));
    const wall = (instant: string) =>
      Temporal.Instant.from(instant)
        .toZonedDateTimeISO('Europe/Stockholm')
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' });
    expect(events.map(({ start }) => wall(start)).toSorted()).toEqual(after.map(({ start }) => start));
    expect(textOf(told()[0]!.card)).toContain('Överenskommelsens fil är ändrad, var 14:e dag räknat från onsdag 20 januari 2027');
  });

  it('says it once, however often the product is started', async () => {
    const before = told().length;
    await changed('2027-01-20', '09:00');
    expect(told()).toHaveLength(before);
  });

  it('begins at the new time, and goes on in the new rhythm with nothing twice', async () => {
    await hub.to('2027-03-16T13:30');
    expect((await stored())[0]!.stage.name).toBe('published');
    await hub.to('2027-03-17T09:00');
    expect((await stored())[0]!.stage.name).toBe('in-progress');
    await hub.to('2027-04-08T09:00');
    const starts = (await stored()).map((one) => one.start);
    expect(starts).toContain('2027-04-28T09:00');
    expect(new Set(starts.map((one) => one.slice(0, 10))).size).toBe(starts.length);
    expect(starts.every((one) => Temporal.PlainDateTime.from(one).dayOfWeek === 3)).toBe(true);
  });

  it('is recorded: which version, when and by which account, once each', async () => {
    const { product } = hub.local.running;
    const name = `${product.agreement.id}/${product.agreement.appendix}`;
    const versions = () => product.store.read((reader) => reader.definitionVersions(name));
    expect(await versions()).toMatchObject([{ at: '2027-03-10T08:00:00.000Z', by: os.userInfo().username }]);
    expect(await recordDefinition(product, 'lena')).toBe(true);
    expect(await recordDefinition(product, 'lena')).toBe(false);
    const [first, second, ...more] = await versions();
    expect(more).toEqual([]);
    expect(second).toMatchObject({ by: 'lena', at: product.clock.now().toInstant().toString({ fractionalSecondDigits: 3 }) });
    expect(second!.hash).not.toBe(first!.hash);
  });

  it('never changes history', async () => {
    const held = (await stored())[0]!;
    await changed('2027-01-21', '09:00');
    expect((await stored())[0]).toEqual(held);
  });
});
