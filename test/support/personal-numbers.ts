/**
 * Numbers of Skatteverket's test series, made as they are needed, and every way we know to dress one up. Serials 238 and
 * 239 belong to nobody born from 1990 on, 980–989 to nobody born before 1920.
 */
import fc from 'fast-check';

export interface TestNumber {
  century: string;
  /** YYMMDD, the day plus 60 in a samordningsnummer. */
  date: string;
  /** Serial and check digit. */
  last: string;
  kind: 'personnummer' | 'samordningsnummer';
}

const two = (number: number) => String(number).padStart(2, '0');

export function checkDigit(nine: string): string {
  const sum = [...nine].reduce((so, sign, k) => {
    const doubled = Number(sign) * (k % 2 === 0 ? 2 : 1);
    return so + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

const made = (date: Temporal.PlainDate, serial: number, kind: TestNumber['kind'], unknown: '' | 'month' | 'day'): TestNumber => {
  const month = unknown === 'month' ? '00' : two(date.month);
  const day = kind === 'personnummer' ? two(date.day) : unknown === 'day' ? '60' : two(date.day + 60);
  const ymd = `${two(date.year % 100)}${month}${day}`;
  const nine = `${ymd}${serial}`;
  return { century: String(Math.floor(date.year / 100)), date: ymd, last: `${serial}${checkDigit(nine)}`, kind };
};

const dayBetween = (from: string, to: string) => {
  const first = Temporal.PlainDate.from(from);
  return fc.integer({ min: 0, max: first.until(to).total('days') }).map((days) => first.add({ days }));
};

const adults = dayBetween('1990-01-01', '2009-10-31');
const children = dayBetween('2009-11-01', '2024-10-30');
const old = dayBetween('1890-01-01', '1919-12-31');
const serial = fc.constantFrom(238, 239);

const person = (days: typeof adults, serials: fc.Arbitrary<number>) =>
  fc.tuple(days, serials).map(([day, one]) => made(day, one, 'personnummer', ''));
const coordination = fc
  .tuple(adults, serial, fc.constantFrom('' as const, 'month' as const, 'day' as const))
  .map(([day, one, unknown]) => made(day, one, 'samordningsnummer', unknown));

/** Born from 1990 on, and long ago. */
export const testNumber: fc.Arbitrary<TestNumber> = fc.oneof(
  { weight: 5, arbitrary: person(adults, serial) },
  { weight: 2, arbitrary: person(children, serial) },
  { weight: 1, arbitrary: person(old, fc.integer({ min: 980, max: 989 })) },
  { weight: 3, arbitrary: coordination },
);

const DASHES = [
  '-',
  '‐',
  '‑',
  '‒',
  '–',
  '—',
  '―',
  '−',
  '﹘',
  '﹣',
  '－',
  '\u00ad',
  '⁃',
  '‧-'.slice(1),
  '--',
  '&#8209;',
  '&ndash;',
  '&minus;',
  '&shy;',
  '&#x2d;',
  '&hyphen;',
];
const BLANKS = ['', ' ', '\u00a0', '\u2009', '\u202f', '\u3000', '\t', '\n', '\r\n', '  ', '&nbsp;', '&#160;', '&thinsp;'];
const UNSEEN = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u200e',
  '\ufe0f',
  '\u034f',
  '&#8203;',
  '&zwnj;',
  '<wbr>',
  '<b>',
  '</i>',
  '<span class="x">',
  '<!-- -->',
  '&shy;',
];

const digitsFrom = (zero: number) => (digit: string) => String.fromCodePoint(zero + Number(digit));
const ALPHABETS: [string, (digit: string) => string][] = [
  ['ASCII', (digit) => digit],
  ['full width', digitsFrom(0xff10)],
  ['mathematical bold', digitsFrom(0x1d7ce)],
  ['monospace', digitsFrom(0x1d7f6)],
  ['Arabic-Indic', digitsFrom(0x660)],
  ['Devanagari', digitsFrom(0x966)],
  ['raised', (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!],
  ['lowered', digitsFrom(0x2080)],
  ['circled', (digit) => '⓪①②③④⑤⑥⑦⑧⑨'[Number(digit)]!],
  ['entities', (digit) => `&#${48 + Number(digit)};`],
  ['hexadecimal entities', (digit) => `&#x3${digit};`],
  ['keycaps', (digit) => `${digit}\ufe0f\u20e3`],
  ['underlined', (digit) => `${digit}\u0332`],
];

const pick = (list: readonly string[]) => fc.constantFrom(...list);
const between = fc.tuple(pick(BLANKS), pick(DASHES), pick(BLANKS)).map((parts) => parts.join(''));
const separator = fc.oneof(
  { weight: 4, arbitrary: between },
  { weight: 2, arbitrary: pick(BLANKS.filter((blank) => blank !== '')) },
  { weight: 1, arbitrary: pick(['', '+', '_', '/', '.', ':', '*-*', '**-**', '|', '%2D']) },
);

/** How the eight or six digits of the date are written, before what parts them from the last four. */
const layouts: ((n: TestNumber, gap: string) => string)[] = [
  (n, gap) => `${n.century}${n.date}${gap}${n.last}`,
  (n, gap) => `${n.date}${gap}${n.last}`,
];
const parted = ['-', ' ', '.', '/', '\u00a0', '–'].flatMap((by): ((n: TestNumber, gap: string) => string)[] => [
  (n, gap) => `${n.century}${n.date.slice(0, 2)}${by}${n.date.slice(2, 4)}${by}${n.date.slice(4)}${gap}${n.last}`,
  (n, gap) => `${n.date.slice(0, 2)}${by}${n.date.slice(2, 4)}${by}${n.date.slice(4)}${gap}${n.last}`,
]);

const written = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(testNumber, fc.constantFrom(...layouts), separator).map(([n, lay, gap]) => lay(n, gap)) },
  { weight: 2, arbitrary: fc.tuple(adultNumber(), fc.constantFrom(...parted), between).map(([n, lay, gap]) => lay(n, gap)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(testNumber, pick([' ', '\u00a0']))
      .map(([n, by]) => [n.century + n.date.slice(0, 2), n.date.slice(2), n.last].join(by)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(testNumber, pick([' ', '\u2009', '.', '-']))
      .map(([n, by]) => [...`${n.century}${n.date}${n.last}`].join(by)),
  },
);

function adultNumber() {
  return fc.oneof(person(adults, serial), coordination);
}

/** A number as somebody might try to get it past: any layout, any digits, unseen signs and tags anywhere. */
export const disguised: fc.Arbitrary<string> = fc
  .tuple(written, fc.constantFrom(...ALPHABETS), fc.array(fc.tuple(fc.nat(40), pick(UNSEEN)), { maxLength: 4 }))
  .map(([text, [, dress], unseen]) => {
    const signs = text.match(/&[#\w]+;|%2D|\d|[\s\S]/gu) ?? [];
    const dressed = signs.map((sign) => (/^\d$/.test(sign) ? dress(sign) : sign));
    for (const [at, sign] of unseen) dressed.splice(1 + (at % (dressed.length - 1)), 0, sign);
    return dressed.join('');
  });

/** O for 0 and l for 1, at one place or more. */
export const misspelt: fc.Arbitrary<string> = fc
  .tuple(
    testNumber,
    fc.constantFrom(...layouts),
    pick(['-', '', ' ', '–']),
    fc.constantFrom('O', 'o', 'О'),
    fc.constantFrom('l', 'I'),
  )
  .filter(([n]) => /[01]/.test(n.date + n.last))
  .map(([n, lay, gap, zero, one]) => lay(n, gap).replaceAll('0', zero).replace(/1/g, one));
