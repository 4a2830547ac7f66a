import { describe, expect, it } from 'vitest';
import { whyWaiting } from '../../src/domain/filing-waits.ts';

describe('a document that waits to be filed', () => {
  it.each([
    [423, 'open'],
    [507, 'full'],
    [403, 'no-right'],
    [401, 'no-right'],
  ])('is told of at once when a person can do something about it: %i', (status, why) => {
    expect(whyWaiting(status, 1)).toBe(why);
  });

  it.each([409, 412, 429, 500, 503, 504, undefined])('is not told of while it may pass by itself: %s', (status) => {
    expect([1, 2, 3, 4].map((attempts) => whyWaiting(status, attempts))).toEqual([undefined, undefined, undefined, undefined]);
    expect(whyWaiting(status, 5)).toBe('away');
  });
});
