import { describe, expect, it } from 'vitest';
import { type AppParts, botApp } from '../../bot/app.ts';
import type { Store, StoredEffect } from '../../src/ports.ts';
import { at, clockAt } from '../support/clock.ts';

describe('/health', () => {
  const told: Record<string, unknown>[] = [];
  const log = { info: () => {}, warn: () => {}, error: (facts: Record<string, unknown>) => void told.push(facts) };
  const asked = async (read: Store['read']) => {
    const product = { clock: clockAt('2027-03-16T20:00') };
    const app = botApp({ store: { read } as Store, log, product } as unknown as AppParts);
    const answer = await app.request('/health');
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  it('counts what is open, what is uncertain, and apart what waits for its hour', async () => {
    const morning = at('2027-03-17T08:00').toInstant();
    const open = [{ state: 'pending' }, { state: 'unknown' }, { state: 'pending', notBefore: morning }] as StoredEffect[];
    const { status, body } = await asked((work) => work({ openEffects: async () => open } as never));
    expect([status, body]).toEqual([200, { status: 'ok', openEffects: 2, waiting: 1, uncertain: 1 }]);
  });

  it('says that the store is away, what to do, and under which id the log tells more', async () => {
    const { status, body } = await asked(() => Promise.reject(new Error('connection terminated')));
    expect(status).toBe(503);
    expect(body).toMatchObject({
      status: 'unavailable',
      reason: expect.stringContaining('store'),
      next: expect.stringContaining('database'),
    });
    expect(JSON.stringify(body)).not.toContain('terminated');
    expect(told.at(-1)).toMatchObject({ id: body['id'], error: expect.stringContaining('terminated') });
  });
});
