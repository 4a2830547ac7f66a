import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindingType } from '../../src/domain/privacy-scan.ts';
import { type Stops, stopLines, withStops } from '../../src/domain/stops.ts';

const DAY = '2027-03-10';
const kinds = fc.array(fc.constantFrom<FindingType>('personnummer', 'samordningsnummer', 'personnummer_misstankt'), {
  minLength: 1,
});

describe('what was stopped on a day', () => {
  it('is counted by kind and forum', () => {
    const first = withStops(undefined, DAY, 'hub-intro', ['personnummer', 'samordningsnummer']);
    const stops = withStops(withStops(first, DAY, 'hub-intro', ['personnummer']), DAY, 'hub-ec', ['tf_nummer']);
    expect(stopLines(stops, (id) => `forum ${id}`)).toEqual([
      'forum hub-intro: personnummer\u00a02 och samordningsnummer\u00a01',
      'forum hub-ec: tillfälliga personnummer\u00a01',
    ]);
  });

  it('begins anew the next day', () => {
    const yesterday = withStops(undefined, DAY, 'hub-ec', ['personnummer']);
    expect(withStops(yesterday, '2027-03-11', 'hub-intro', ['personnummer'])).toEqual({
      day: '2027-03-11',
      forums: { 'hub-intro': { personnummer: 1 } },
    });
  });

  it('adds up to all there was, in any order, and leaves what it was given as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b'), kinds)), (all) => {
        let stops: Stops | undefined;
        for (const [forum, found] of all) {
          const before = JSON.stringify(stops);
          const after = withStops(stops, DAY, forum, found);
          expect(JSON.stringify(stops)).toBe(before);
          stops = after;
        }
        const counted = Object.values(stops?.forums ?? {}).flatMap((counts) => Object.values(counts));
        expect(counted.reduce((sum, n) => sum + n, 0)).toBe(all.flatMap(([, found]) => found).length);
      }),
    );
  });
});
