import tls from 'node:tls';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { UPLOADS } from '../../../src/adapters/local/send.ts';
import { Refused } from '../../../src/ports.ts';
import { type SamarbetsytaWorld, samarbetsytaContract } from '../../contracts/samarbetsyta.ts';
import { listening } from '../local/listening.ts';
import { graphWorld } from './samarbetsyta-world.ts';
import { selfSigned } from './self-signed.ts';

const secret = selfSigned();
tls.setDefaultCACertificates([...tls.getCACertificates('default'), secret.cert]);

samarbetsytaContract('the samarbetsyta through Graph, over https and with a token', () => world('right-token'));

describe('the token on its way', () => {
  it('is refused when it is wrong, and is not in the message', async () => {
    const { samarbetsyta, close } = await world('wrong-token');
    const refusal = await samarbetsyta.read('meetings', 'a.docx').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal).toMatchObject({ status: 401, message: expect.stringMatching(/token was not accepted/) });
    expect(String(refusal)).not.toContain('wrong-token');
    await close();
  });

  it('stays behind when a download leads out of Graph', async () => {
    const { samarbetsyta, someoneSaves, close } = await world('right-token');
    await someoneSaves('statistics', 'a.xlsx', 'ett');
    expect(await samarbetsyta.read('statistics', 'a.xlsx')).toMatchObject({ kind: 'read' });
    expect(downloads).toEqual([undefined]);
    await close();
  });
});

let downloads: (string | undefined)[] = [];

/** The local samarbetsyta behind https and a check of the token, as Graph has it. */
function world(token: string): Promise<SamarbetsytaWorld> {
  downloads = [];
  return graphWorld({
    serve(app) {
      const guarded = new Hono();
      guarded.use('/v1.0/*', async (context, next) => {
        if (context.req.header('authorization') === 'Bearer right-token') return next();
        return context.json({ error: { code: 'InvalidAuthenticationToken', message: 'Access token validation failure.' } }, 401);
      });
      guarded.use('/samarbetsyta-download/*', async (context, next) => {
        downloads.push(context.req.header('authorization'));
        return next();
      });
      guarded.route('/', app);
      return listening(guarded, secret);
    },
    send: (baseUrl) => (input, init) =>
      fetch(String(input).replace('https://graph.microsoft.com', baseUrl).replace(UPLOADS, baseUrl), init),
    token: async () => token,
  });
}
