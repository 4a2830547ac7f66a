import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Changes, Refused, type Watched } from '../../src/ports.ts';
import { until } from '../support/until.ts';

/** Something that changes, and an address that is told. */
export interface ChangesWorld {
  changes: Changes;
  what: Watched;
  now: Temporal.Instant;
  /** Somebody changes or adds the nth thing there. */
  someoneChanges(nth: number): Promise<void>;
  someoneDeletes(nth: number): Promise<void>;
  /** Marks given until now are too old from now on. */
  forgetMarks(): void;
  /** Where notifications come, and what has come there. */
  url: string;
  told: { subscriptionId: string; clientState: string; changeType: string; resource: string }[];
  /** An address where nobody answers as they should. */
  deafUrl: string;
  close(): Promise<void>;
}

/** What every place that tells of changes promises the flows. */
export function changesContract(name: string, open: () => Promise<ChangesWorld>): void {
  describe(`changes in ${name}`, () => {
    let world: ChangesWorld;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());

    const since = async (mark: string | undefined) => {
      const answer = await world.changes.since(world.what, mark);
      if (answer === 'too-old') throw new Error('too old');
      return answer;
    };
    const subscribe = (secret = 'hemlig', days = 29) =>
      world.changes.subscribe(world.what, { url: world.url, secret, until: world.now.add({ hours: days * 24 }) });

    it('are counted from a mark, each thing once, and not again', async () => {
      await world.someoneChanges(1);
      const begun = await since(undefined);
      expect(begun.changed).toBe(0);
      expect((await since(begun.mark)).changed).toBe(0);
      await world.someoneChanges(1);
      await world.someoneChanges(1);
      await world.someoneChanges(2);
      const next = await since(begun.mark);
      expect(next.changed).toBe(2);
      expect((await since(next.mark)).changed).toBe(0);
    });

    it('tell what has been taken away too', async () => {
      await world.someoneChanges(1);
      const { mark } = await since(undefined);
      await world.someoneDeletes(1);
      expect((await since(mark)).changed).toBe(1);
    });

    it('are all counted when there are many', async () => {
      const { mark } = await since(undefined);
      for (let nth = 1; nth <= 230; nth++) await world.someoneChanges(nth);
      const next = await since(mark);
      expect(next.changed).toBe(230);
      expect((await since(next.mark)).changed).toBe(0);
    });

    it('are too old to be told after a long time, and then there is a new mark', async () => {
      const { mark } = await since(undefined);
      await world.someoneChanges(1);
      world.forgetMarks();
      expect(await world.changes.since(world.what, mark)).toBe('too-old');
      await world.someoneChanges(2);
      expect((await since(undefined)).changed).toBe(0);
    });

    it('are told to who asked, with the secret, once they happen', async () => {
      const { id, until: granted } = await subscribe();
      expect(Temporal.Instant.from(granted).equals(world.now.add({ hours: 29 * 24 }))).toBe(true);
      expect(world.told).toEqual([]);
      await world.someoneChanges(1);
      const told = await until('a notification', () => world.told[0]);
      expect(told).toMatchObject({ subscriptionId: id, clientState: 'hemlig', changeType: 'updated' });
    });

    it('are told to nobody who does not answer when asked whether they want it', async () => {
      const asked = world.changes.subscribe(world.what, {
        url: world.deafUrl,
        secret: 'hemlig',
        until: world.now.add({ hours: 24 }),
      });
      await expect(asked).rejects.toBeInstanceOf(Refused);
    });

    it('are told no longer than Graph allows', async () => {
      await expect(subscribe('hemlig', 30)).rejects.toBeInstanceOf(Refused);
    });

    it('go on being told when the time is prolonged, and cannot be prolonged once ended', async () => {
      const { id } = await subscribe('hemlig', 1);
      const longer = world.now.add({ hours: 29 * 24 });
      const renewed = await world.changes.renew(id, longer);
      expect(renewed !== 'gone' && Temporal.Instant.from(renewed.until).equals(longer)).toBe(true);
      await world.changes.unsubscribe(world.what, world.deafUrl);
      expect(await world.changes.renew(id, longer)).not.toBe('gone');
      await world.changes.unsubscribe(world.what, world.url);
      expect(await world.changes.renew(id, longer)).toBe('gone');
      await world.changes.unsubscribe(world.what, world.url);
    });
  });
}
