/**
 * `npx node test/bench/privacy.ts`: the personal-data stop in ratios of one run on one machine. Reading takes time in
 * proportion to the text whatever is in it (2 MB cost at most 2.3 times 1 MB), and ordinary Swedish at most 30 times a bare
 * search for digits. Processor time, the least disturbed of the rounds.
 */
import os from 'node:os';
import fc from 'fast-check';
import { scan } from '../../src/domain/privacy-scan.ts';
import { KINDS, ordinaryText } from '../support/ordinary-texts.ts';

const MEGABYTE = 1_000_000;
const ROUNDS = 15;
const BARE_TIMES = 10;
const today = Temporal.PlainDate.from('2024-10-31');

/** Each is repeated until the text is long enough. */
const SHAPES: Record<string, string> = {
  'one digit': '9',
  'digits and hyphens': '9-',
  'digits and blanks': '9 0 0 1 ',
  'nearly a number': '900128-238',
  'dates in a row': '1990-01-28 ',
  'numbers in a row': '19900128-2384 ',
  'phones in a row': '070-174 06 05 ',
  'eight digits and a word': 'lma 19900128 ',
  'less than': '<',
  'tags that never end': '<a ',
  'bold tags': '<b>',
  'empty tags and digits': '9<b></b>',
  blanks: ' ',
  dashes: '\u2013\u2212',
  'words before numbers': 'dnr ocr ',
  hexadecimal: 'abcdef0123 ',
  'unseen signs': '\u200b',
  'digits and unseen signs': '9\u200b',
  'half an entity': '&nbsp',
  'entities of entities': '&amp;',
  'entities of digits': '&#57;',
  at: '@',
  addresses: 'a@',
  'dots and at': '.@a.',
  letters: 'Oo',
  'letters and digits': 'O1lI0 ',
  'per cent': '%2D ',
  'half a pair': '\ud800',
  'mathematical digits': '\u{1d7d7}',
  underlined: '9\u0332',
  'protected words': 'skyddad identitet rutin ',
};

const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

function milliseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The pair is measured in turns, so that what disturbs one disturbs the other; of each the least disturbed counts. */
function least(one: () => unknown, other: () => unknown): [number, number] {
  const rounds = Array.from({ length: ROUNDS }, () => [milliseconds(one), milliseconds(other)] as const);
  return [Math.min(...rounds.map(([a]) => a)), Math.min(...rounds.map(([, b]) => b))];
}

const twoDecimals = (number: number) => Math.round(number * 100) / 100;

function ordinary(length: number): string {
  const parts: string[] = [];
  let size = 0;
  const prose = fc.oneof(
    { weight: 1, arbitrary: ordinaryText },
    ...Object.values(KINDS).map((arbitrary) => ({ weight: 1, arbitrary })),
  );
  const some = fc.sample(prose, { numRuns: 2000, seed: 7 });
  for (let n = 0; size < length; n += 1) {
    const text = some[n % some.length]!;
    parts.push(text);
    size += text.length + 1;
  }
  return parts.join('\n').slice(0, length);
}

/** What anybody would write first. */
const BARE = /(?:19|20)?\d{6}[-+ ]?\d{4}/g;

const growth = Object.entries(SHAPES).map(([name, piece]) => {
  const [short, long] = [filled(piece, MEGABYTE), filled(piece, 2 * MEGABYTE)];
  scan(short, today);
  const [one, two] = least(
    () => scan(short, today),
    () => scan(long, today),
  );
  return { name, ratio: twoDecimals(two / one), milliseconds: Math.round(one) };
});

/** The stop beside the bare regex on one text, and what it found. */
function beside(text: string): string {
  for (let n = 0; n < 3; n += 1) scan(text, today);
  const [stop, bare] = least(
    () => scan(text, today),
    () => Array.from({ length: BARE_TIMES }, () => text.match(BARE)?.length),
  );
  return `${twoDecimals((stop / bare) * BARE_TIMES)} times a bare regex (at most 30); ${scan(text, today).length} found, ${twoDecimals(stop)} ms`;
}

const LETTERS = 'Vi gick igenom underlaget och kom fram till att fler behöver komma till mötet. ';
const [load] = os.loadavg();
const steepest = growth.toSorted((a, b) => b.ratio - a.ratio)[0]!;
console.log(
  JSON.stringify(
    {
      load: twoDecimals(load!),
      growth: Object.fromEntries(growth.map(({ name, ratio }) => [name, ratio])),
      milliseconds: Object.fromEntries(growth.map(({ name, milliseconds: ms }) => [name, ms])),
      steepest: `${steepest.name}: ${steepest.ratio} (at most 2.3)`,
      'a number in every sentence': beside(ordinary(MEGABYTE)),
      'letters only': beside(filled(LETTERS, MEGABYTE)),
    },
    null,
    2,
  ),
);
