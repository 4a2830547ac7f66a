import { describe, expect, it } from 'vitest';
import { givenUp, reachOf, type Sending } from '../../src/domain/reach.ts';

const sent = (more: Partial<Sending>): Sending => ({ state: 'pending', attempts: 1, status: undefined, ...more });

describe('whether a card reached whom it was for', () => {
  it.each([
    ['it did', sent({ state: 'done' }), true, 'reached'],
    ['it has not been tried', sent({ attempts: 0 }), true, 'waits'],
    ['Teams does not answer', sent({ state: 'unknown', status: 503 }), true, 'trying'],
    ['nobody knows where they are', sent({}), false, 'not-met'],
    ['the app is not there', sent({ status: 403 }), true, 'not-installed'],
    ['the conversation is gone', sent({ state: 'dead', status: 404 }), true, 'gone'],
    ['it may be there', sent({ state: 'dead' }), true, 'unknown'],
    ['Teams said no', sent({ state: 'dead', status: 413 }), true, 'refused'],
  ] as const)('%s', (_what, sending, met, reach) => expect(reachOf(sending, met)).toBe(reach));

  it('only what is given up needs somebody to send it again', () => {
    expect(['pending', 'inflight', 'unknown', 'done', 'dead'].filter((state) => givenUp({ state } as Sending))).toEqual(['dead']);
  });
});
