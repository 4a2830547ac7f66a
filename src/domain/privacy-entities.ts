/** Reads what HTML and addresses write in another way: `&nbsp;`, `&#8209;`, `&#x39;`, `%2D`. */

const NAMED: Record<string, number> = {
  nbsp: 0xa0,
  shy: 0xad,
  ndash: 0x2013,
  mdash: 0x2014,
  minus: 0x2212,
  hyphen: 0x2010,
  dash: 0x2010,
  horbar: 0x2015,
  plus: 0x2b,
  lowbar: 0x5f,
  period: 0x2e,
  sol: 0x2f,
  colon: 0x3a,
  comma: 0x2c,
  ensp: 0x2002,
  emsp: 0x2003,
  emsp13: 0x2004,
  emsp14: 0x2005,
  numsp: 0x2007,
  puncsp: 0x2008,
  thinsp: 0x2009,
  hairsp: 0x200a,
  mediumspace: 0x205f,
  zerowidthspace: 0x200b,
  zwnj: 0x200c,
  zwj: 0x200d,
  lrm: 0x200e,
  rlm: 0x200f,
  nobreak: 0x2060,
  tab: 0x09,
  newline: 0x0a,
  lt: 0x3c,
  gt: 0x3e,
  quot: 0x22,
  apos: 0x27,
  ast: 0x2a,
  amp: 0x26,
};
const ENTITY = /(?:amp;)*(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,14}\d{0,2}));?/iy;
const PERCENT = /(?:20|2B|2D|2E|2F|3[0-9]|C2%A0|C2%AD|E2%80%(?:8[BCDEF]|9[0-5])|E2%88%92)/iy;

export interface Coded {
  point: number;
  /** Where the text goes on. */
  to: number;
}

/** The sign written as an entity from `at`, where the text has a `&`. */
export function entityAt(text: string, at: number): Coded | undefined {
  ENTITY.lastIndex = at + 1;
  const found = ENTITY.exec(text);
  if (!found) return undefined;
  const [whole, decimal, hexadecimal, name] = found;
  const point = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : NAMED[name!.toLowerCase()];
  // A name needs its semicolon: "R&period" is no full stop.
  if (point === undefined || point > 0x10ffff || (name && !whole.endsWith(';'))) return undefined;
  return { point, to: ENTITY.lastIndex };
}

/** The sign written as in an address from `at`, where the text has a `%`. */
export function percentAt(text: string, at: number): Coded | undefined {
  PERCENT.lastIndex = at + 1;
  const found = PERCENT.exec(text);
  if (!found) return undefined;
  const sign = decodeURIComponent(`%${found[0]}`);
  return { point: sign.codePointAt(0)!, to: PERCENT.lastIndex };
}
