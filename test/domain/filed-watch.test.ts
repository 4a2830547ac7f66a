import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Lies, newsOf, toldAfter } from '../../src/domain/filed-watch.ts';

it('a filed document that is changed or taken away is told of once, and again only when something else happens to it', () => {
  const looks = fc.array(fc.constantFrom<Lies>('as-filed', 'changed', 'gone'));
  fc.assert(
    fc.property(looks, (seen) => {
      let told: '' | 'changed' | 'gone' = '';
      const news = seen.map((lies) => {
        const one = newsOf(told, lies);
        told = toldAfter(lies);
        return one;
      });
      const expected = seen.map((lies, n) => (lies === 'as-filed' || lies === seen[n - 1] ? '' : lies));
      expect(news).toEqual(expected);
    }),
  );
});
