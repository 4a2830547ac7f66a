/** What may point at a person without being a number of one: phone, e-mail, birth date, words of protected identity. */
import type { Found } from './privacy-numbers.ts';
import { around } from './privacy-words.ts';

export interface Allowed {
  /** Own organisations' e-mail domains. */
  domains: readonly string[];
  /** Switchboards and dial-in numbers, in any writing. */
  phones: readonly string[];
}

const MONTHS =
  'jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const BIRTH_DATE = new RegExp(
  `(?:\\d{4}([-./])\\d{1,2}\\1\\d{1,2}|\\d{2}-\\d{2}-\\d{2}|\\d{8}|\\d{6}|\\d{1,2}[/.] ?\\d{1,2}[-/. ]{1,3}(?:\\d{4}|\\d{2})|\\d{1,2}\\.? (?:${MONTHS})\\.? -?(?:\\d{4}|\\d{2}))(?!\\d)`,
  'iy',
);
const BORN = /(?<![\p{L}\d])(?:född?a?|födelse(?:datum|dag|data|tid)(?:et|en)?|f\.|f)(?:[\s:]*(?:den|är|:))*[\s:]*$/iu;

export function birthDateAt(text: string, at: number, size: number): Found | undefined {
  // "1990" alone is a year; what follows a day or a year's digits is a sign of a date.
  if (size < 5 && !'-./ '.includes(text[at + size] ?? 'x')) return undefined;
  BIRTH_DATE.lastIndex = at;
  const whole = BIRTH_DATE.exec(text)?.[0];
  if (!whole || !BORN.test(text.slice(Math.max(0, at - 30), at))) return undefined;
  return { type: 'fodelsedatum', action: 'warn', from: at, to: at + whole.length };
}

const ABROAD = /(?:\+|00)[1-9]\d{0,2}[-\s]?(?:\(0\))?[-\s]?\d{1,4}(?:[-/\s]?\d{2,4}){2,4}(?!\d)/y;
const HOME = /\(?0\d{1,3}\)?[-/\s]? ?\d{2,4}(?:[-\s]?\d{2,4}){1,3}(?!\d|[-.,]\d)/y;
const PHONE_WORD =
  /(?:tel|tfn|telefon|mobil|mob|ring|nås|växel|fax|sms|swish)[\p{L}]{0,8}\.?(?:[-\s]?(?:nr|nummer))?(?:\s(?:på|till|är|in))?[^\p{L}\d]{0,8}$/iu;
/** Numbers of services, not of people: 020, 0200, 077x, 0900 … */
const SERVICE = /^0(?:20|77\d|9(?:00|39|44))/;
const DIALS_IN = /^\s?,{1,3}\d+#?/;

const plainPhone = (said: string): string =>
  said
    .replace(/\(0\)/, '')
    .replace(/[^\d+]/g, '')
    .replace(/^(?:\+|00)46/, '0');

/** A phone number that begins at the digits at `at`, or at the plus or bracket before them. */
export function phoneAt(text: string, at: number, allowed: Allowed): Found | undefined {
  const lead = text[at - 1];
  const from = lead === '+' || lead === '(' ? at - 1 : at;
  if (/\d[-/.,:+ ]?$|\p{L}$/u.test(text.slice(Math.max(0, from - 2), from))) return undefined;
  const pattern = lead === '+' || text.startsWith('00', at) ? ABROAD : HOME;
  pattern.lastIndex = from;
  const whole = pattern.exec(text)?.[0];
  if (!whole) return undefined;
  const plain = plainPhone(whole);
  const count = plain.replace('+', '').length;
  if (count < 8 || count > (plain.startsWith('0') ? 10 : 15) || SERVICE.test(plain)) return undefined;
  const written = pattern === ABROAD || /^\(|^0\d{1,3}[-/)]|^07[02369]/.test(whole);
  if (!written && !PHONE_WORD.test(text.slice(Math.max(0, from - 24), from))) return undefined;
  if (around(text, from, from).otherNumber()) return undefined;
  if (DIALS_IN.test(text.slice(from + whole.length, from + whole.length + 24))) return undefined;
  if (allowed.phones.some((one) => plainPhone(one) === plain)) return undefined;
  return { type: 'telefonnummer', action: 'warn', from, to: from + whole.length };
}

const LOCAL = /[\p{L}\d._%+'-]/u;
const DOMAIN = /(?:[\p{L}\d](?:[\p{L}\d-]{0,62})\.){1,5}\p{L}{2,24}(?![\p{L}\d])/uy;

export function emailsIn(text: string, allowed: Allowed): Found[] {
  const found: Found[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > at - 64 && LOCAL.test(text[from - 1] ?? ' ')) from -= 1;
    while (from < at && /[.'-]/.test(text[from]!)) from += 1;
    if (from === at) continue;
    DOMAIN.lastIndex = at + 1;
    const domain = DOMAIN.exec(text)?.[0].toLowerCase();
    // Teams names its threads 19:…@thread.v2.
    if (!domain || /\d:$/.test(text.slice(Math.max(0, from - 3), from))) continue;
    if (allowed.domains.some((own) => domain === own || domain.endsWith(`.${own}`))) continue;
    found.push({ type: 'epostadress', action: 'warn', from, to: at + 1 + domain.length });
  }
  return found;
}

const PROTECTED =
  /sekretessmarker(?:ing(?:en)?|ad|at|ade)|(?:skydda(?:d|de|t)|fingera(?:d|de|t)|hemliga?)\s(?:folkbokföring(?:en)?|identitet(?:en)?|person(?:uppgifter|nummer)|adress(?:en)?|boende(?:t)?|uppgifter|telefonnummer)|kvarskriv(?:ning(?:en)?|en|na)|spärrmarker(?:ing(?:en)?|ad|at|ade)/gi;
/** Texts about routines and papers concern nobody in particular. */
const ROUTINE =
  /rutin|handling(?:ar|en)|riktlinj|utbildning|genomgång|checklist|information(?:en)? om|regl(?:er|erna)|process|mall|vägledning|statistik|lagstiftning|föreläsning|definition/i;
/** Looked for first: parts of the words that are found without reading every sign. */
const STEMS = ['kydda', 'ingera', 'emlig', 'varskr', 'essmar', 'rrmar'];
const MENTIONED = new RegExp([...STEMS, ...STEMS.map((stem) => stem.toUpperCase())].join('|'));

export function protectedWordsIn(text: string): Found[] {
  if (!MENTIONED.test(text)) return [];
  const found: Found[] = [];
  for (const match of text.matchAll(PROTECTED)) {
    const [from, to] = [match.index, match.index + match[0].length];
    if (ROUTINE.test(sentence(text, from, to))) continue;
    found.push({ type: 'skyddad_identitet', action: 'warn', from, to });
  }
  return found;
}

const SPAN = 120;

/** The sentence around, as far as it is near. */
function sentence(text: string, from: number, to: number): string {
  const ahead = text.slice(Math.max(0, from - SPAN), from);
  const after = text.slice(to, to + SPAN);
  return `${ahead.slice(Math.max(...['.', '!', '?', '\n'].map((end) => ahead.lastIndexOf(end))) + 1)}${text.slice(from, to)}${after.split(/[.!?\n]/, 1)[0]}`;
}
