import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownText, screen } from '../../src/domain/privacy.ts';
import { type Finding, scan } from '../../src/domain/privacy-scan.ts';
import { needs, shared } from '../support/needs.ts';
import { KINDS, ordinaryText } from '../support/ordinary-texts.ts';
import { disguised, misspelt, testNumber } from '../support/personal-numbers.ts';

interface Case {
  id: string;
  text: string;
  expected: { type: string; start: number; end: number; action: string }[];
}

const today = Temporal.PlainDate.from('2024-10-31');
const stops = (text: string) => scan(text, today).some(({ action }) => action !== 'warn');
const blocks = (text: string) => scan(text, today).some(({ action }) => action === 'block');
const told = (findings: { type: string; action: string; start: number; end: number }[]) =>
  findings.map(({ type, action, start, end }) => ({ type, action, start, end }));

const hasCorpus = needs('shared');
const corpus: Case[] = hasCorpus
  ? fs
      .readFileSync(`${shared}/data/personal-data-cases.jsonl`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Case)
  : [];

describe.runIf(hasCorpus)('on texts as people write them', () => {
  const own = { domains: ['stockholm.se'], phones: [] };

  it('has a corpus to look at', () => expect(corpus.length).toBeGreaterThan(100));

  it.each(corpus.map((one) => [one.id, one] as const))('tells of %s what it carries, and where', (_id, { text, expected }) => {
    expect(told(scan(text, today, own))).toEqual(told(expected.filter(({ action }) => action !== 'allow')));
  });
});

describe('a number of the test series', () => {
  it('is stopped in any disguise', () => {
    fc.assert(
      fc.property(disguised, (text) => blocks(text)),
      { numRuns: 3000 },
    );
  });

  it('is stopped with O for 0 and l or I for 1', () => {
    fc.assert(
      fc.property(misspelt, (text) => blocks(text)),
      { numRuns: 1000 },
    );
  });

  it('is stopped wherever it stands in a text', () => {
    const around = fc.stringMatching(/^[a-zåäö .,!?\n]{0,60}$/);
    fc.assert(
      fc.property(disguised, around, around, (text, before, after) => blocks(`${before}\n${text}\n${after}`)),
      { numRuns: 1000 },
    );
  });

  it('is stopped in file names, addresses, tables and lists', () => {
    const dresses = [
      'fil_#.docx',
      '#_samtycke.pdf',
      'https://a.example/p?nr=#&b=1',
      '/person/#/plan',
      '| 1 | # |',
      '"#"',
      '<#>',
      '(#)',
      'x#y',
      '1. #',
      '**#**',
    ];
    fc.assert(
      fc.property(testNumber, fc.constantFrom(...dresses), ({ century, date, last }, dress) =>
        blocks(dress.replace('#', `${century}${date}-${last}`)),
      ),
      { numRuns: 1000 },
    );
  });

  it('is found exactly where it stands', () => {
    fc.assert(
      fc.property(testNumber, ordinaryText, ({ century, date, last, kind }, before) => {
        const text = `${before}\n<b>Se</b> ${century}${date}<i>\u2013</i>${last} där`;
        // What stands before it may hold a day and an hour that pass for a number too.
        const [found] = scan(text, today).filter(({ action, start }) => action === 'block' && start > before.length);
        expect(found && { type: found.type, at: text.slice(found.start, found.end) }).toEqual({
          type: kind,
          at: `${century}${date}<i>\u2013</i>${last}`,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('with a slip of the finger is asked about, not let through', () => {
    const wrong = testNumber
      .filter(({ century, date }) => `${century}${date}` < '20080101')
      .map(({ century, date, last }) => `${century}${date}-${last.slice(0, 3)}${(Number(last[3]) + 1) % 10}`);
    fc.assert(
      fc.property(wrong, (text) => {
        expect(scan(`Personnummer ${text}`, today).map(({ action }) => action)).toEqual(['confirm']);
        expect(screen(text, today).ok).toBe(false);
      }),
    );
  });
});

describe('ordinary Swedish', () => {
  it.each(Object.entries(KINDS))('with %s goes on', (_kind, texts) => {
    const some = fc.sample(texts, { numRuns: 300, seed: 7 });
    expect(some.filter(stops).length).toBeLessThanOrEqual(3);
  });

  it('is stopped less than once in a hundred texts', () => {
    const some = fc.sample(ordinaryText, { numRuns: 3000, seed: 7 });
    expect(some.filter(stops).length / some.length).toBeLessThan(0.01);
  });

  it('goes on as it is', () => {
    for (const text of ['', 'Vi ses 2027-03-16 kl. 13.00.', 'Dnr Af-2022/0101 5990', 'v. 11, 85 % av 49', '19:abc@thread.v2']) {
      expect(screen(text)).toEqual({ ok: true, text });
      expect(ownText(text)).toBe(text);
    }
  });

  it('goes on with a warning when it names a phone, an address or a protected identity', () => {
    const texts = ['Ring 070-174 06 05', 'Mejla anna@example.org', 'Personen har skyddad identitet', 'född den 8 maj 1990'];
    for (const text of texts) {
      expect(
        scan(text, today).map(({ action }) => action),
        text,
      ).toEqual(['warn']);
      expect(screen(text, today).ok).toBe(true);
    }
    const own = { domains: ['example.org'], phones: ['+46 70 174 06 05'] };
    expect(texts.slice(0, 2).flatMap((text): Finding[] => scan(text, today, own))).toEqual([]);
  });
});

describe('hostile texts', () => {
  const long = (piece: string) => piece.repeat(Math.ceil(200_000 / piece.length));
  const pieces = [
    '9',
    '9-',
    '9 0 0 1 ',
    '900128-238',
    '<',
    '<a ',
    '<b>',
    ' ',
    '\u2013\u2212',
    'dnr ocr ',
    'abcdef0123 ',
    '\u200b',
    '&nbsp',
    '&amp;',
    '@',
    'a@',
    'Oo',
    '%2D ',
    '\ud800',
    '9\u0332',
  ];

  it.each(pieces.map((piece) => [JSON.stringify(piece), long(piece)]))('of 200 kB are read to the end: %s', (_name, text) => {
    expect(Array.isArray(scan(text, today))).toBe(true);
  });

  it.each(pieces.filter((piece) => piece !== '<a ').map((piece) => [JSON.stringify(piece), long(piece)]))(
    'hide no number at their end: %s',
    (_name, text) => {
      // One of Skatteverket's published test numbers.
      expect(blocks(`${text} x 19900128-2384`)).toBe(true);
    },
  );
});
