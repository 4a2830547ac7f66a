import { describe, expect, it } from 'vitest';
import { cards } from '../../cards/cards.ts';
import { type Language, words } from '../../cards/words.ts';

/** A plain path: what the card designer shows without surprises, and what has no traps when expanded. */
const path = /^(\$root\.)?[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)*$/;
const comparison = /^\$\{([^}]+?) (==|!=) (true|false|'')\}$/;

type Json = Record<string, unknown>;

describe.each(Object.entries(cards).map(([name, card]) => ({ name, card })))('the template of $name', ({ name, card }) => {
  it('uses only plain paths, $data, and $when with a comparison', () => {
    for (const { key, value } of strings(card.template)) {
      if (key === '$when') {
        expect(value).toMatch(comparison);
        expect(comparison.exec(value)?.[1]).toMatch(path);
      } else for (const [, reference] of value.matchAll(/\$\{([^}]*)\}/g)) expect(reference).toMatch(path);
    }
  });

  it('asks only for what the data has', () => {
    for (const [sample, view] of Object.entries(card.samples))
      for (const language of Object.keys(words) as Language[])
        for (const space of ['full', 'tight'] as const) {
          const data = card.present(view as never, words[language], space) as Json;
          expect(missing(card.template, data, data), `${name}, ${sample}`).toEqual([]);
        }
  });

  it('opens in the card designer: it says what it is and which version', () => {
    expect(card.template).toMatchObject({
      type: 'AdaptiveCard',
      version: '1.5',
      $schema: expect.stringContaining('adaptive-card'),
    });
  });
});

/** References that the data does not answer, each looked up in the scope that `$data` gives it. */
function missing(node: unknown, scope: unknown, root: Json): string[] {
  if (typeof node === 'string')
    return [...node.matchAll(/\$\{([^}]*)\}/g)]
      .map(([, inside]) => inside!.split(/ [!=]= /)[0]!)
      .filter((ref) => look(ref, scope, root) === undefined);
  if (Array.isArray(node)) return node.flatMap((each) => missing(each, scope, root));
  if (node === null || typeof node !== 'object') return [];
  const { $data, ...rest } = node as Json;
  if (typeof $data !== 'string') return Object.values(rest).flatMap((each) => missing(each, scope, root));
  const rows = look($data.slice(2, -1), scope, root);
  if (!Array.isArray(rows)) return [`${$data} is not a list`];
  return rows.flatMap((row) => Object.values(rest).flatMap((each) => missing(each, row, root)));
}

function look(reference: string, scope: unknown, root: Json): unknown {
  const [from, path] = reference.startsWith('$root.') ? [root, reference.slice(6)] : [scope, reference];
  return path.split('.').reduce<unknown>((value, key) => (value as Json | undefined)?.[key], from);
}

function strings(node: unknown, key = ''): { key: string; value: string }[] {
  if (typeof node === 'string') return [{ key, value: node }];
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([name, value]) => strings(value, Array.isArray(node) ? key : name));
}
