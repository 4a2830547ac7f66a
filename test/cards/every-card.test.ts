import { describe, expect, it } from 'vitest';
import { cards } from '../../cards/cards.ts';
import { fill, size } from '../../cards/fill.ts';
import { hostile } from '../../cards/samples.ts';
import { dialogs, verbs } from '../../cards/verbs.ts';
import { type Language, words } from '../../cards/words.ts';
import { lintCard } from '../support/card-lint.ts';
import { needs, root, shared } from '../support/needs.ts';

const samples = Object.entries(cards).flatMap(([name, card]) =>
  Object.entries(card.samples).flatMap(([sample, view]) =>
    (Object.keys(words) as Language[]).map((language) => ({ name, sample, language, view })),
  ),
);

/** A short answer needs no heading; hostile text may hold `${` and is no sentence. */
const allowed = (name: string, sample: string) => [
  ...(name === 'message' ? ['heading'] : []),
  ...(sample === 'hostile' ? ['placeholder', 'sentence'] : []),
];

describe('every sample of every card, in every language', () => {
  it.each(samples)('$name, $sample, $language can be read in Teams, on a phone and by a screen reader', (each) => {
    const { card } = fill(each.name, each.view, { language: each.language });
    expect(lintCard(card, allowed(each.name, each.sample))).toEqual([]);
  });

  it.each(samples)('$name, $sample, $language stays under the size Teams asks for', ({ name, view, language }) => {
    expect(size(fill(name, view, { language }).card)).toBeLessThan(80 * 1024);
  });

  it.each(samples)('$name, $sample, $language says what it is in one sentence', ({ name, view, language }) => {
    const { card, summary } = fill(name, view, { language });
    expect(card.fallbackText).toBe(summary);
    expect(card.lang).toBe(language);
  });

  it.each(samples.filter(({ sample }) => sample === 'hostile'))(
    '$name shows text from people as it was typed, and only where nothing reads it ($language)',
    ({ name, view, language }) => {
      const { card } = fill(name, view, { language });
      const [open, rest] = textsOf(card);
      expect(open.filter((text) => text.includes('<at>') || text.includes('**') || text.includes('${'))).toEqual([]);
      expect(rest.some((text) => text.includes(hostile))).toBe(true);
    },
  );

  const withSchemas = needs('shared') ? it.each(samples) : it.skip.each(samples);
  withSchemas('$name, $sample, $language follows the schemas of Adaptive Cards and Teams', async (each) => {
    process.env['CARD_TOOLS_ROOT'] = root;
    const { lintCard: lintBySchema } = (await import(/* @vite-ignore */ `${shared}/tools/card-lint.mjs`)) as SharedLint;
    const { card } = fill(each.name, each.view, { language: each.language });
    const allow = [
      'size', // its warning is for webhooks; ours is above
      ...(each.name === 'message' ? ['a11y-heading'] : []),
      ...(each.sample === 'hostile' ? ['placeholder', 'html', 'mention'] : []), // it takes TextRun and input values for TextBlock
    ];
    expect(lintBySchema(card, { allow }).filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

describe('what buttons ask for', () => {
  const used = () =>
    samples
      .filter(({ sample, name }) => sample !== 'hostile' && name !== 'message')
      .flatMap(({ name, view }) => actionsOf(fill(name, view).card));

  it('is in the list of verbs, and every verb in the list is on a card', () => {
    const found = new Set(
      used()
        .filter(({ type }) => type === 'Action.Execute')
        .map(({ verb }) => verb),
    );
    expect([...found].sort()).toEqual([...verbs]);
  });

  it('is in the list of dialogs, and every dialog in the list is on a card', () => {
    const found = new Set(
      used()
        .filter(({ type }) => type === 'Action.Submit')
        .map(({ data }) => data['dialog']),
    );
    expect([...found].sort()).toEqual([...dialogs]);
  });

  it('says which version and which text are approved', () => {
    const approve = used().find(({ verb }) => verb === 'minutes_approve');
    expect(approve?.data).toEqual({ meeting: 'hub-intro-2027-03-16', version: 3, hash: '9f2c7a51e0b84d36', comments: 0 });
  });
});

interface SharedLint {
  lintCard(card: object, options: { allow: string[] }): { level: 'error' | 'warn' | 'info'; rule: string; path: string }[];
}

interface Action {
  type: string;
  verb?: string;
  data: Record<string, unknown>;
}

function actionsOf(card: object): Action[] {
  return nodesOf(card).filter((node): node is Action & Record<string, unknown> =>
    /^Action\.(Execute|Submit)$/.test(String(node['type'])),
  );
}

/** Texts in places that read markdown or mentions, and the others. */
function textsOf(card: object): [open: string[], rest: string[]] {
  const open: string[] = [];
  const rest: string[] = [];
  for (const node of nodesOf(card))
    for (const [key, value] of Object.entries(node))
      if (typeof value === 'string') {
        const plain = node['type'] === 'TextRun' || key !== 'text' || String(node['type']).startsWith('Input.');
        (plain ? rest : open).push(value);
      }
  return [open, rest];
}

function nodesOf(value: unknown): Record<string, unknown>[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(nodesOf)];
}
