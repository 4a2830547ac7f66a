/** The digits of a reading with what stands between them, in one pass. */

/** What can stand between two digits of one number; `OTHER` parts numbers for good. */
export const GAP = { LINE: 1, BLANK: 2, HYPHEN: 4, PLUS: 8, DOT: 16, SLASH: 32, MARK: 64, SOFT: 128, OTHER: 256 } as const;

const DIGIT = 512;
/** Longest gap within a number. */
const LONGEST = 40;

/** Signs beyond these part numbers. */
const KNOWN = 0x2300;
const KINDS = Uint16Array.from({ length: KNOWN }, () => GAP.OTHER);
for (let digit = 0x30; digit <= 0x39; digit += 1) KINDS[digit] = DIGIT;
const kind = (signs: string, as: number) => {
  for (const sign of signs) KINDS[sign.charCodeAt(0)] = as;
};
kind('\n', GAP.LINE);
kind(' ', GAP.BLANK);
kind('-', GAP.HYPHEN);
kind('+', GAP.PLUS);
kind('.', GAP.DOT);
kind('/', GAP.SLASH);
kind('\u00ad', GAP.SOFT);
kind('_:,;*~\'"`´()[]{}|=·^\\«»‹›‘’‚“”„…•‧∙⋅', GAP.MARK);

export interface Digits {
  count: number;
  /** 0–9. */
  value: Uint8Array;
  /** Where each stands in the reading. */
  at: Int32Array;
  /** What stands before each: 0 for nothing at all. One more than there are digits: what follows the last. */
  gap: Uint16Array;
}

const ANY_DIGIT = /\d/g;

/** Where the next digit stands, by a search that is faster than looking at every sign; the text's end where there is none. */
function nextDigit(text: string, from: number): number {
  ANY_DIGIT.lastIndex = from;
  return ANY_DIGIT.test(text) ? ANY_DIGIT.lastIndex - 1 : text.length;
}

export function digitsIn(text: string): Digits {
  let room = 64;
  let [value, at, gap] = [new Uint8Array(room), new Int32Array(room), new Uint16Array(room + 1)];
  let count = 0;
  let between: number = GAP.OTHER;
  let since = 0;
  for (let k = nextDigit(text, 0); k < text.length; k += 1) {
    const code = text.charCodeAt(k);
    const what = code < KNOWN ? KINDS[code]! : GAP.OTHER;
    if (what !== DIGIT) {
      since += 1;
      between |= since > LONGEST ? GAP.OTHER : what;
      // What parts numbers for good need not be read to its end.
      if (between & GAP.OTHER) k = nextDigit(text, k + 1) - 1;
      continue;
    }
    if (count === room) {
      room *= 2;
      const more = { value: new Uint8Array(room), at: new Int32Array(room), gap: new Uint16Array(room + 1) };
      more.value.set(value);
      more.at.set(at);
      more.gap.set(gap);
      ({ value, at, gap } = more);
    }
    value[count] = code - 0x30;
    at[count] = k;
    gap[count] = between & GAP.OTHER ? GAP.OTHER : between;
    count += 1;
    between = 0;
    since = 0;
  }
  gap[count] = GAP.OTHER;
  return { count, value, at, gap };
}
