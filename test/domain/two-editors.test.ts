import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kept, together } from '../../src/domain/two-editors.ts';

const mark = (text: string) => `<${text.trim()}>`;
const fields = (...texts: string[]) => texts.map((text, n) => ({ id: `f${n}`, text }));
const typed = (...texts: string[]) => new Map(texts.map((text, n) => [`f${n}`, text]));

describe('two who change a draft at the same time', () => {
  const before = ['Ett.', 'Två.', 'Tre.', 'Fyra.'];
  const seen = before.map(mark);

  it('each keep what only they changed, and see both where both did', () => {
    const present = fields('Ett.', 'Två, av Sara.', 'Tre, av Sara.', 'Fyra.');
    const mine = typed('Ett, av Per.', 'Två.', 'Tre, av Per.', 'Fyra.');
    expect(together(present, mine, seen, mark)).toEqual([
      { id: 'f0', text: 'Ett, av Per.' },
      { id: 'f1', text: 'Två, av Sara.' },
      { id: 'f2', text: 'Tre, av Per.', theirs: 'Tre, av Sara.' },
      { id: 'f3', text: 'Fyra.' },
    ]);
  });

  it('the later one chooses, and both is both', () => {
    const field = { id: 'f', text: 'Av Per.', theirs: 'Av Sara.' };
    expect(kept(field, 'both', '\n')).toBe('Av Sara.\nAv Per.');
    expect(kept(field, 'mine', '\n')).toBe('Av Per.');
    expect(kept(field, 'theirs', '\n')).toBe('Av Sara.');
    expect(kept({ ...field, theirs: '' }, 'both', '\n')).toBe('Av Per.');
    expect(kept({ id: 'f', text: 'Av Per.' }, 'theirs', '\n')).toBe('Av Per.');
  });

  it('nothing new that either wrote is missing, whatever they do, also without knowing what was seen', () => {
    const anyText = fc.constantFrom('', 'a', 'b', 'c');
    const four = fc.tuple(anyText, anyText, anyText, anyText);
    fc.assert(
      fc.property(four, four, four, fc.boolean(), (was, now, mine, known) => {
        const merged = together(fields(...now), typed(...mine), known ? was.map(mark) : [], mark);
        merged.forEach(({ text, theirs }, n) => {
          const both = [text, theirs];
          if (now[n] !== was[n]) expect(both).toContain(now[n]);
          if (mine[n] !== was[n]) expect(both).toContain(mine[n]);
        });
      }),
    );
  });
});
