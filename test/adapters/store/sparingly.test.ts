import { expect, it } from 'vitest';
import { sparingly } from '../../../src/adapters/store/sparingly.ts';

it('what is said again and again is told once a minute, and what is new at once', () => {
  const told: string[] = [];
  let now = 0;
  const say = sparingly(
    (error) => told.push(error.message),
    () => now,
  );
  for (; now < 61_000; now += 1_000) say(new Error('refused'));
  say(new Error('starting up'));
  expect(told).toEqual(['refused', 'refused', 'starting up']);
});
