import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { connectorLimits } from '../../../bot/local/connector-limits.ts';

/** A connector that says yes to everything within the limits, and its clock. */
function connector() {
  const clock = { seconds: 1_000 };
  const limits = connectorLimits(() => clock.seconds);
  const app = new Hono();
  app.post('/:conversation', limits.meet('send'), (c) => c.body(null, 201));
  app.get('/:conversation', limits.meet('members'), (c) => c.json([]));
  const ask = async (method: string, conversation: string) => {
    const { status, headers } = await app.request(`/${encodeURIComponent(conversation)}`, { method });
    return [status, headers.get('retry-after')];
  };
  return { clock, send: (to: string) => ask('POST', to), members: (of: string) => ask('GET', of) };
}

describe('how often the bot may write in a conversation', () => {
  it('is seven times a second and eight in two; then it is told when to come back', async () => {
    const { clock, send } = connector();
    for (let n = 0; n < 7; n++) expect(await send('a:1')).toEqual([201, null]);
    expect(await send('a:1')).toEqual([429, '1']);
    clock.seconds += 1;
    expect(await send('a:1')).toEqual([201, null]);
    expect(await send('a:1')).toEqual([429, '1']);
    clock.seconds += 1;
    expect(await send('a:1')).toEqual([201, null]);
  });

  it('is sixty times in half a minute, however evenly', async () => {
    const { clock, send } = connector();
    for (let n = 0; n < 60; n++) {
      expect((await send('a:1'))[0]).toBe(201);
      clock.seconds += 0.25;
    }
    expect(await send('a:1')).toEqual([429, '15']);
    clock.seconds += 15;
    expect((await send('a:1'))[0]).toBe(201);
  });

  it('is counted for each conversation and thread, and apart from asking who is there', async () => {
    const { send, members } = connector();
    for (let n = 0; n < 7; n++) await send('19:hub@thread.tacv2;messageid=1');
    expect((await send('19:hub@thread.tacv2;messageid=1'))[0]).toBe(429);
    expect((await send('19:hub@thread.tacv2;messageid=2'))[0]).toBe(201);
    for (let n = 0; n < 14; n++) expect((await members('19:hub@thread.tacv2;messageid=1'))[0]).toBe(200);
    expect(await members('19:hub@thread.tacv2;messageid=1')).toEqual([429, '1']);
  });
});
