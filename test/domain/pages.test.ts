import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, pagesOf, readThrough } from '../../src/domain/pages.ts';

const anyBlock = fc.record<Block>({
  kind: fc.constantFrom('heading', 'text'),
  text: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), fc.lorem({ maxCount: 60 })),
});

describe('a long text in pages', () => {
  it('holds everything, in order, and nothing twice', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 40 }), (blocks) => {
        const pages = pagesOf(blocks, 100);
        expect(
          pages
            .flat()
            .map(({ text }) => text)
            .join(''),
        ).toBe(blocks.map(({ text }) => text).join(''));
        for (const { text } of pages.flat()) expect(text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('has no empty page, and none much longer than asked for', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 1, maxLength: 40 }), (blocks) => {
        for (const page of pagesOf(blocks, 100)) {
          expect(page.length).toBeGreaterThan(0);
          const texts = page.filter(({ kind }) => kind === 'text').map(({ text }) => text.length);
          expect(texts.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('has a heading on the page of what stands under it', () => {
    const pages = pagesOf(
      [
        { kind: 'text', text: 'a'.repeat(90) },
        { kind: 'heading', text: 'Punkt 2' },
        { kind: 'text', text: 'b'.repeat(20) },
      ],
      100,
    );
    expect(pages.map((page) => page[0]?.text)).toEqual(['a'.repeat(90), 'Punkt 2']);
  });
});

it('is read when each of its pages has been opened, in whatever order', () => {
  expect(readThrough([3, 1, 2], 3)).toBe(true);
  for (const opened of [[], [3], [1, 3], [1, 1, 3, 4]]) expect(readThrough(opened, 3)).toBe(false);
});
