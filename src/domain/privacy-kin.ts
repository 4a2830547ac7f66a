/** Numbers given in place of a personnummer: TF and T numbers, and those of Migrationsverket; and masked ones. */
import type { Found } from './privacy-numbers.ts';
import { isBirthDate } from './privacy-person.ts';

const DATE = '((?:1[89]|20)?\\d{2})([-./ ]?)(\\d{2})\\2(\\d{2})';
const INTERIM = new RegExp(`${DATE}( ?[-+] ?| ?)(TF ?\\d{2}|T\\d{3}|[RSUWXJKLMN]\\d{3})(?![\\dT])`, 'iy');
const MASKED = new RegExp(
  `${DATE}( ?[-+] ?| ?)([x*•?#_n]{4}|\\d[x*•?#]{3}|\\d\\d[x*•?#]{2}|\\d{3}[x*•?#])(?![\\p{L}\\d*])`,
  'iuy',
);
const INTERIM_WORD = /interim|tillfälligt|(?<!\p{L})tf(?!\p{L})|t-?nummer|t-?nr/iu;
const DOSSIER = /(?:\d{1,2}[- ]\d{6}|\d{7,8})(?:[/-]\d{1,2})?(?![\d]|[-.,]\d)/y;
const DOSSIER_WORD = /(?<!\p{L})lma|dossi|migrationsv/iu;
const UNTIL = /(?:till|t\.?o\.?m\.?|den|datum|from|fr\.?o\.?m\.?|giltigt?|gäller|sedan|från)[^\p{L}\d]{0,4}$/iu;

const fromDate = (
  text: string,
  pattern: RegExp,
  at: number,
  today: number,
): { match: RegExpExecArray; date: string } | undefined => {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const date = `${match[1]}${match[3]}${match[4]}`;
  return isBirthDate(date, today) ? { match, date } : undefined;
};

const isDigit = (sign: string | undefined): boolean => sign !== undefined && sign >= '0' && sign <= '9';

/** What stands at the group of digits that begins at `at` and is `size` long. */
export function kinAt(text: string, at: number, size: number, today: number): Found | undefined {
  const next = text[at + size];
  const dateGoesOn = (size === 2 || size === 4) && '-./ '.includes(next ?? 'x') && isDigit(text[at + size + 1]);
  if (dateGoesOn || ((size === 6 || size === 8) && next !== undefined)) {
    const found = interim(text, at, today) ?? masked(text, at, today);
    if (found) return found;
  }
  const dossierGoesOn = size <= 2 && (next === '-' || next === ' ') && isDigit(text[at + size + 6]);
  return dossierGoesOn || size === 7 || size === 8 ? dossier(text, at, today) : undefined;
}

function interim(text: string, at: number, today: number): Found | undefined {
  const found = fromDate(text, INTERIM, at, today);
  if (!found) return undefined;
  const [whole, , , , , main = '', tail = ''] = found.match;
  const sure = /^TF/i.test(tail) || (/^T/i.test(tail) && main.trim() !== '');
  const adult = Number(String(today).slice(0, 4)) - Number(found.date.slice(0, 4)) >= 15 && found.date.length === 8;
  if (!sure && !adult && !INTERIM_WORD.test(text.slice(Math.max(0, at - 60), at))) return undefined;
  return { type: 'tf_nummer', action: 'block', from: at, to: at + whole.length };
}

function masked(text: string, at: number, today: number): Found | undefined {
  const found = fromDate(text, MASKED, at, today);
  return found && { type: 'personnummer_maskerat', action: 'warn', from: at, to: at + found.match[0].length };
}

function dossier(text: string, at: number, today: number): Found | undefined {
  DOSSIER.lastIndex = at;
  const whole = DOSSIER.exec(text)?.[0];
  if (!whole) return undefined;
  const ahead = text.slice(Math.max(0, at - 40), at);
  if (!DOSSIER_WORD.test(ahead) && !DOSSIER_WORD.test(text.slice(at + whole.length, at + whole.length + 40))) return undefined;
  if (whole.length === 8 && UNTIL.test(ahead) && (isBirthDate(whole, today) || /^20\d{2}(?:0\d|1[0-2])[0-3]\d$/.test(whole)))
    return undefined;
  return { type: 'lma_nummer', action: 'block', from: at, to: at + whole.length };
}
