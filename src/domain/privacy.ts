/**
 * The personal-data stop: text that carries a personal identity number goes no further. The bot is stricter than the
 * law here (ours, domain rule 18). What is looked for stands in privacy-scan.ts and the files beside it.
 */
import { type Allowed, type Finding, NOBODY_ALLOWED, scan } from './privacy-scan.ts';

declare const screened: unique symbol;

/** Text that has passed `screen`; stores, cards and documents take nothing else from people. */
export type SafeText = string & { readonly [screened]: true };

export type Screened = { ok: true; text: SafeText } | { ok: false; findings: Finding[] };

/** The day ages are reckoned from where nobody has said which: children and time stamps are told apart by it. */
const SOME_DAY = Temporal.PlainDate.from('2026-01-01');

/** Lets text from people through, or says what must not go on. Warnings go on; `scan` tells of them. */
export function screen(text: string, today = SOME_DAY, allowed: Allowed = NOBODY_ALLOWED): Screened {
  const findings = scan(text, today, allowed).filter(({ action }) => action !== 'warn');
  return findings.length === 0 ? { ok: true, text: text as SafeText } : { ok: false, findings };
}

/** What goes on and its writer should hear of: phones, addresses, birth dates, words of protected identity. */
export const warningsIn = (text: string, today: Temporal.PlainDate, allowed: Allowed): Finding[] =>
  scan(text, today, allowed).filter(({ action }) => action === 'warn');

/** More than a number reaches with the words that say what it is. */
const REACH = 120;

/** A number that begins in one field and ends in the next: what of each belongs to it. */
export interface Split {
  finding: Finding;
  /** The first field from here on, and the second up to here. */
  from: number;
  to: number;
}

/** What two fields hold together and neither alone, when the second is read right after the first. */
export function splitOver(first: string, second: string, today: Temporal.PlainDate): Split | undefined {
  if (!/\p{Nd}/u.test(first) || !/\p{Nd}/u.test(second)) return undefined;
  const ends = first.trimEnd().slice(-REACH);
  const skipped = second.length - second.trimStart().length;
  const seam = ends.length;
  const begins = second.slice(skipped, skipped + REACH);
  for (const joint of [' ', '']) {
    const found = scan(ends + joint + begins, today);
    const goesOn = seam + joint.length;
    const finding = found.find(({ action, start, end }) => action !== 'warn' && start < seam && end > goesOn);
    if (finding) return { finding, from: first.trimEnd().length - seam + finding.start, to: skipped + finding.end - goesOn };
  }
  return undefined;
}

/** The text with something else in the place of what was found. */
export function without(text: string, found: readonly Finding[], instead: string): string {
  let out = '';
  let at = 0;
  for (const { start, end } of found) {
    out += text.slice(at, start) + instead;
    at = end;
  }
  return out + text.slice(at);
}

/** Without blanks round it; none where there is no text. */
export const trimmed = (text: SafeText | undefined): SafeText => (text ?? '').trim() as SafeText;

/** Text the product itself wrote, or that was screened when it was stored. */
export const ownText = (text: string): SafeText => text as SafeText;

export type { Allowed, Finding };
