/**
 * Finds numbers again whatever they are dressed in. It shares nothing with the product's own reading, so that what the
 * product overlooks is not overlooked here too.
 */
import PizZip from 'pizzip';

/** What a digit of any script counts as: Unicode has each script's ten in a row, after NFKC from a zero. */
function digitOf(point: number): string {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}

const pointOf = (code: string): string => {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  return point <= 0x10ffff ? String.fromCodePoint(point) : ' ';
};

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text.replace(/%([0-7][0-9a-f])/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }
}

/** Entities as signs, tags as nothing, every script's digits as 0–9. */
export function undisguised(text: string): string {
  return percentDecoded(text)
    .replace(/&(?:amp;)*#(x[0-9a-f]{1,6}|\d{1,7});?/gi, (_, code: string) => pointOf(code))
    .replace(/&[a-z]{2,14}\d{0,2};/gi, ' ')
    .replace(/<[^<>]{0,200}>/g, '')
    .normalize('NFKC')
    .replace(/[^\p{ASCII}]/gu, (sign) => (/\p{Nd}/u.test(sign) ? digitOf(sign.codePointAt(0)!) : sign));
}

/** Ten digits of a number however it is written: the last ten there are. */
export function tenDigits(dressed: string): string {
  const digits = withLetters(undisguised(dressed)).replace(/\D/g, '');
  if (digits.length !== 10 && digits.length !== 12) throw new Error(`${digits.length} digits`);
  return digits.slice(-10);
}

const withLetters = (text: string): string => text.replace(/[OoОо]/g, '0').replace(/[lI]/g, '1');

/** Digits with nothing between them that is a letter, and not much of anything. */
const RUNS = /\d(?:[^\p{L}\d]{0,12}\d){9,}/gu;
const LETTER_RUNS = /[\dOoОоlI](?:[^\p{L}\d]{0,3}[\dOoОоlI]){9,}/gu;

/** Which of the numbers (ten digits each) stand in the text. */
export function numbersLeft(text: string, numbers: ReadonlySet<string>): string[] {
  const plain = undisguised(text);
  const runs = [...plain.matchAll(RUNS), ...plain.matchAll(LETTER_RUNS)].map(([run]) => withLetters(run).replace(/\D/g, ''));
  return runs.flatMap((digits) =>
    Array.from({ length: digits.length - 9 }, (_, at) => digits.slice(at, at + 10)).filter((ten) => numbers.has(ten)),
  );
}

/** Every text within a value, names of fields too. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'bigint') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [name, ...textsIn(part)]);
}

/** The texts of bytes: of each part of a docx or xlsx, of each line of JSON, or as they are. */
export function textsOf(bytes: Uint8Array): string[] {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isZip) {
    const { files } = new PizZip(bytes);
    // What stands in two runs or cells stands beside each other without their tags.
    return Object.values(files).flatMap((part) => [part.name, ...part.asText().split(/<\/(?:w:p|row|si)>/)]);
  }
  return Buffer.from(bytes)
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return textsIn(JSON.parse(line));
      } catch {
        return [line];
      }
    });
}
