/**
 * Ärendeanmälan: a case is announced to a hub without saying whose it is (domain rules 9, 18 and 19). What is kept: the
 * alias both sides know, the kind of need, what is wanted of whom, and each giver's consent with its last day.
 */
import type { Forum, Origin } from './agreement.ts';
import type { Meeting } from './meeting.ts';
import { reachedStage } from './meeting.ts';
import type { SafeText } from './privacy.ts';
import { no, type Result, yes } from './result.ts';

export interface CaseKind {
  id: string;
  name: string;
  /** "bra att anmäla i förväg" (N 1.8). */
  inAdvance: boolean;
  origin: Origin;
}

/** An organisation that lets information go with the person's written consent, and how long one lasts at most. */
export interface ConsentGiver {
  id: string;
  name: string;
  units: string[];
  months: number;
  origin: Origin;
}

export interface CaseRules {
  /** The standing item under which cases are taken up. */
  item: string;
  minutesEach: number;
  purgeAfterDays: number;
  /** What is done before a case is announced, in the agreement's words where it has some. */
  first: { rule: string; origin: Origin };
  kinds: CaseKind[];
  givers: ConsentGiver[];
  origin: Origin;
}

export interface Consent {
  giver: string;
  given: string;
  /** The last day it is valid. */
  lastDay: string;
}

export interface Case {
  id: string;
  alias: SafeText;
  kind: string;
  /** The giver that announces, and the one that something is wanted of. */
  from: string;
  of: string;
  wanted: SafeText;
  consents: Consent[];
  /** N 1.8: the information was looked for on Mina sidor together with the person, and is not there. */
  lookedFor: 'not-there';
  by: string;
  at: string;
}

export type CaseNo = 'not-open' | 'alias-taken' | 'consent-early' | 'consent-short' | 'no-such-case' | 'same-giver';

/** Letters and at most five digits, as in `A-17` or `IS204`: nothing that names or numbers a person fits in it (ours). */
export const isAlias = (text: string): boolean => /^(?:\p{L}{1,3}[- ]?)?\d{1,5}\p{L}?$/u.test(text);

export const giverOf = ({ givers }: CaseRules, unit: string): ConsentGiver | undefined =>
  givers.find(({ units }) => units.includes(unit));

/**
 * The last day of a consent that lasts `months` from the day it was given: the day with the same number, or the month's
 * last where there is none (as time is counted by lag 1930:173, 1 §). 29 February 2028 and twelve months is 28 February 2029.
 */
export const consentLastDay = (given: string, months: number): string =>
  Temporal.PlainDate.from(given).add({ months }).toString();

const covers = ({ given, lastDay }: Consent, day: string): boolean => given <= day && day <= lastDay;

/** The givers whose consent a case still waits for. */
export const waitsFor = ({ from, of, consents }: Case): string[] =>
  [from, of].filter((giver) => !consents.some((consent) => consent.giver === giver));

const isValidOn = (one: Case, day: string): boolean => one.consents.every((consent) => covers(consent, day));

/** Cases that may be taken up: every consent is there, and valid on the day of the meeting, whatever day it is now. */
export const mayBeTakenUp = (meeting: Meeting): Case[] =>
  (meeting.cases ?? []).filter((one) => waitsFor(one).length === 0 && isValidOn(one, meeting.start.slice(0, 10)));

/** The item of the cases with the time they need; never less than the definition gives it. */
export function withCaseTime(meeting: Meeting, forum: Forum): Meeting {
  const { cases: rules } = forum;
  if (!rules) return meeting;
  const least = forum.standingItems.find(({ id }) => id === rules.item)?.minutes ?? 0;
  const minutes = Math.max(least, (meeting.cases ?? []).length * rules.minutesEach);
  return { ...meeting, items: meeting.items.map((item) => (item.id === rules.item ? { ...item, minutes } : item)) };
}

/** A consent that does not cover the meeting's day is no consent for that meeting. */
function consentNo(consent: Consent, day: string): CaseNo | undefined {
  if (consent.given > day) return 'consent-early';
  return consent.lastDay < day ? 'consent-short' : undefined;
}

/** Announces a case until the meeting is closed. The same id twice is once. */
export function announce(meeting: Meeting, forum: Forum, one: Case): Result<Meeting, CaseNo> {
  const cases = meeting.cases ?? [];
  if (cases.some(({ id }) => id === one.id)) return yes(meeting);
  if (reachedStage(meeting, 'draft')) return no('not-open');
  if (one.from === one.of) return no('same-giver');
  const alias = one.alias.toLocaleLowerCase('sv');
  if (cases.some((other) => other.alias.toLocaleLowerCase('sv') === alias)) return no('alias-taken');
  for (const consent of one.consents) {
    const short = consentNo(consent, meeting.start.slice(0, 10));
    if (short) return no(short);
  }
  return yes(withCaseTime({ ...meeting, cases: [...cases, one] }, forum));
}

/** Adds a giver's consent, or puts a newer one in its place. */
export function giveConsent(meeting: Meeting, id: string, consent: Consent): Result<Meeting, CaseNo> {
  if (reachedStage(meeting, 'draft')) return no('not-open');
  const found = (meeting.cases ?? []).find((one) => one.id === id);
  if (!found || (found.from !== consent.giver && found.of !== consent.giver)) return no('no-such-case');
  const short = consentNo(consent, meeting.start.slice(0, 10));
  if (short) return no(short);
  const consents = [...found.consents.filter(({ giver }) => giver !== consent.giver), consent];
  return yes({ ...meeting, cases: meeting.cases!.map((one) => (one.id === id ? { ...one, consents } : one)) });
}

/** Takes a case off the agenda. */
export function takeOff(meeting: Meeting, forum: Forum, id: string): Result<Meeting, CaseNo> {
  if (reachedStage(meeting, 'draft')) return no('not-open');
  if (!(meeting.cases ?? []).some((one) => one.id === id)) return no('no-such-case');
  return yes(withCaseTime({ ...meeting, cases: meeting.cases!.filter((one) => one.id !== id) }, forum));
}

/** What is left of the cases of a meeting at another time: those whose consents cover the new day. */
export function stillValid(meeting: Meeting): Meeting {
  if (!meeting.cases) return meeting;
  const day = meeting.start.slice(0, 10);
  return { ...meeting, cases: meeting.cases.filter((one) => isValidOn(one, day)) };
}

/** What minutes may say of cases: how many of each kind, in the definition's order. */
export const countsOf = (meeting: Meeting, { kinds }: CaseRules): { kind: string; count: number }[] =>
  kinds.flatMap(({ id, name }) => {
    const count = mayBeTakenUp(meeting).filter((one) => one.kind === id).length;
    return count > 0 ? [{ kind: name, count }] : [];
  });

/** At closing: the numbers stay, and are all that is left once the cases are purged. */
export const countCases = (meeting: Meeting, rules: CaseRules): Meeting => ({ ...meeting, caseCounts: countsOf(meeting, rules) });

export function purgeCases(meeting: Meeting): Meeting {
  const { cases: _, ...kept } = meeting;
  return kept;
}
