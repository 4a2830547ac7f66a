/**
 * What a sign looks like to a person, whatever it is to a computer: every dash is a hyphen, every blank a space, every
 * digit of every script 0–9. A number dressed up is then read as a number.
 */

/** Signs nobody sees: they are read as nothing. */
export const NOTHING = 0xffff;
/** A line's end between two digits may be a blank or nothing at all. */
export const LINE = 0x0a;
/** A soft hyphen is a hyphen where a number has one, and nothing elsewhere. */
export const SOFT_HYPHEN = 0xad;
const [BLANK, HYPHEN, PLUS, FULL_STOP] = [0x20, 0x2d, 0x2b, 0x2e];

/** Where each script's ten digits begin, in the basic plane. */
const ZEROS = [
  0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0de6, 0x0e50, 0x0ed0, 0x0f20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0x2080, 0xa620, 0xa8d0, 0xa900,
  0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];
/** Circled, bracketed and dotted 1–9. */
const ONES = [0x2460, 0x2474, 0x2488, 0x24f5, 0x2776, 0x2780, 0x278a];
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Beyond the basic plane: mathematical (five alphabets), segmented, and the scripts that have their digits there. */
const HIGH_ZEROS = [0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1fbf0, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x1e950];

const spans = (...ends: [number, number][]) =>
  ends.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n));

const DASHES = [
  ...spans([0x2010, 0x2015]),
  ...[0x02d7, 0x058a, 0x05be, 0x1400, 0x1806, 0x2043, 0x207b, 0x208b, 0x2212, 0x2500, 0x2501, 0x2796, 0x2e17, 0x2e1a, 0x2e3a],
  ...[0x2e3b, 0x2e40, 0x301c, 0x3030, 0x30a0, 0x30fc, 0x00af, 0x203e, 0xfe31, 0xfe32, 0xfe58, 0xfe63, 0xff0d, 0xff70],
];
const PLUSES = [0x207a, 0x208a, 0x2795, 0xfb29, 0xfe62, 0xff0b];
const BLANKS = [0x09, 0x0b, 0x00a0, 0x1680, ...spans([0x2000, 0x200a]), 0x202f, 0x205f, 0x2800, 0x3000];
const LINES = [0x0c, 0x0d, 0x85, 0x2028, 0x2029];
const INVISIBLE = [
  ...spans([0x00, 0x08], [0x0e, 0x1f], [0x7f, 0x84], [0x86, 0x9f], [0x200b, 0x200f], [0x202a, 0x202e], [0x2060, 0x206f]),
  ...spans([0xfe00, 0xfe0f], [0xfff9, 0xfffb], [0x180b, 0x180f], [0x17b4, 0x17b5]),
  ...[0x034f, 0x061c, 0x115f, 0x1160, 0x3164, 0xfeff, 0xffa0],
];
const DOTS = [0x2024, 0xfe52, 0xff0e, 0x3002, 0xff61];
/** Letters of other alphabets that look like O, l and I, and what else stands for a slash, a colon or an underscore. */
const ALIKE: [number[], string][] = [
  [[0x041e, 0x043e, 0x039f, 0x03bf, 0xff2f, 0xff4f, 0x3007], 'O'],
  [[0x0406, 0x0456, 0x0399, 0x03b9, 0xff4c, 0x217c, 0x01c0, 0x2223, 0xff29, 0x2160], 'l'],
  [[0xff0f, 0x2044, 0x2215], '/'],
  [[0xff1a, 0x2236], ':'],
  [[0xff3f], '_'],
  [[0xff5c], '|'],
];

/** What each sign of the basic plane is read as. */
export const READ_AS = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
/** Raised digits are digits among themselves; after an ordinary one they are a footnote's mark. */
export const raised = (code: number): boolean =>
  code < 0x2080 && (code === 0xb9 || code === 0xb2 || code === 0xb3 || code >= 0x2070);

const readAs = (codes: Iterable<number>, as: number) => {
  for (const code of codes) READ_AS[code] = as;
};
readAs(DASHES, HYPHEN);
readAs(PLUSES, PLUS);
readAs(BLANKS, BLANK);
readAs(LINES, LINE);
readAs(INVISIBLE, NOTHING);
readAs(DOTS, FULL_STOP);
for (const zero of ZEROS) for (let digit = 0; digit < 10; digit += 1) READ_AS[zero + digit] = 0x30 + digit;
for (const one of ONES) for (let digit = 1; digit < 10; digit += 1) READ_AS[one + digit - 1] = 0x30 + digit;
readAs([0x24ea, 0x24ff], 0x30);
for (let digit = 0; digit < 10; digit += 1) READ_AS[RAISED.charCodeAt(digit)] = 0x30 + digit;
for (const [alike, as] of ALIKE) readAs(alike, as.charCodeAt(0));

/** What a sign beyond the basic plane is read as; itself (as a replacement sign) when it is nothing we know. */
export function readHigh(point: number): number {
  for (const zero of HIGH_ZEROS) if (point >= zero && point < zero + 10) return 0x30 + point - zero;
  if (point >= 0x1f100 && point <= 0x1f10a) return 0x30 + Math.max(0, point - 0x1f101);
  const tag = point >= 0xe0000 && point <= 0xe01ef;
  return tag ? NOTHING : 0xfffd;
}

/** Marks set over, under or round the sign before. */
export const isMark = (code: number): boolean =>
  (code >= 0x0300 && code <= 0x036f) || (code >= 0x20d0 && code <= 0x20ff) || (code >= 0x1ab0 && code <= 0x1aff);

/** å, ä and ö when they come in two parts. */
export const COMPOSED: Record<number, Record<number, number>> = {
  778: { 97: 0xe5, 65: 0xc5 },
  776: { 97: 0xe4, 65: 0xc4, 111: 0xf6, 79: 0xd6 },
};
