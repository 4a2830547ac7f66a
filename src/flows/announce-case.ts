/**
 * Cases are announced, get their consents and are taken off again. Who may: those whose organisation lets the information
 * go. The forum is told when a case goes, and why; nobody is told whose case it is.
 */
import { forumOf } from '../domain/agreement.ts';
import {
  announce,
  type Case,
  type CaseNo,
  type CaseRules,
  type Consent,
  consentLastDay,
  giveConsent,
  giverOf,
  takeOff,
} from '../domain/cases.ts';
import { type Meeting, wallClock } from '../domain/meeting.ts';
import type { SafeText } from '../domain/privacy.ts';
import { no, type Result, yes } from '../domain/result.ts';
import { mayIn } from '../domain/rights.ts';
import { longDate } from '../domain/swedish.ts';
import type { Change } from '../ports.ts';
import type { FigureMap } from './agenda-view.ts';
import { message, postCard } from './cards.ts';
import { type Changed, changeMeeting } from './change-meeting.ts';
import { showAgenda } from './meeting-cards.ts';
import type { Actor, Product, Refusal } from './product.ts';

export interface Announced {
  alias: SafeText;
  kind: string;
  of: string;
  wanted: SafeText;
  /** Days the consents were given; '' where it is not known. */
  given: { own: string; other: string };
}

export const caseId = (cause: string): string => `case-${cause}`;

const consentOf = (rules: CaseRules, giver: string, given: string): Consent => ({
  giver,
  given,
  lastDay: consentLastDay(given, rules.givers.find(({ id }) => id === giver)!.months),
});

const worded = (said: CaseNo): Refusal => (said === 'not-open' ? 'no-more-cases' : said);

async function show(product: Product, change: Change, meeting: Meeting, figures: FigureMap, cause: string): Promise<void> {
  await change.save(meeting);
  if (meeting.stage.name !== 'planned') await showAgenda(product, change, meeting, figures, cause);
}

export function announceCase(
  product: Product,
  who: Actor,
  meetingId: string,
  what: Announced,
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    const forum = forumOf(product.agreement, meeting.forum);
    const { cases: rules } = forum;
    const own = rules && giverOf(rules, who.person.unit);
    if (!rules || !own) return no('no-cases');
    if (!rules.kinds.some(({ id }) => id === what.kind) || !rules.givers.some(({ id }) => id === what.of)) return no('no-cases');
    const consents = [
      ...(what.given.own ? [consentOf(rules, own.id, what.given.own)] : []),
      ...(what.given.other ? [consentOf(rules, what.of, what.given.other)] : []),
    ];
    const one: Case = {
      id: caseId(who.cause),
      alias: what.alias,
      kind: what.kind,
      from: own.id,
      of: what.of,
      wanted: what.wanted,
      consents,
      lookedFor: 'not-there',
      by: who.person.id,
      at: wallClock(product.clock.now()),
    };
    const announced = announce(meeting, forum, one);
    if (!announced.ok) return no(worded(announced.no));
    await show(product, change, announced.value, figures, who.cause);
    return announced;
  });
}

/** `given` is the day a newer consent was given, or 'withdrawn': then the case goes at once. */
export function consentTo(
  product: Product,
  who: Actor,
  meetingId: string,
  id: string,
  given: string,
): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    const forum = forumOf(product.agreement, meeting.forum);
    const { cases: rules } = forum;
    const own = rules && giverOf(rules, who.person.unit);
    const found = (meeting.cases ?? []).find((one) => one.id === id);
    if (!rules || !found) return no('no-such-case');
    if (!own || (found.from !== own.id && found.of !== own.id)) return no('not-your-case');
    const done = given === 'withdrawn' ? takeOff(meeting, forum, id) : giveConsent(meeting, id, consentOf(rules, own.id, given));
    if (!done.ok) return no(worded(done.no));
    if (given === 'withdrawn') await tellGone(change, meeting, found, 'samtycket är återkallat', who.cause);
    await show(product, change, done.value, figures, who.cause);
    return done;
  });
}

export function removeCase(product: Product, who: Actor, meetingId: string, id: string): Promise<Result<Changed, Refusal>> {
  return changeMeeting(product, who, meetingId, async (change, meeting, figures) => {
    const found = (meeting.cases ?? []).find((one) => one.id === id);
    if (!found) return no('no-such-case');
    const also = found.by === who.person.id ? (['owner'] as const) : [];
    if (!mayIn(product.agreement, who.person, 'remove-case', meeting, also)) return no('not-your-case');
    const done = takeOff(meeting, forumOf(product.agreement, meeting.forum), id);
    if (!done.ok) return no(worded(done.no));
    await show(product, change, done.value, figures, who.cause);
    return yes(done.value);
  });
}

const tellGone = (change: Change, meeting: Meeting, one: Case, why: string, cause: string): Promise<void> =>
  postCard(
    change,
    { forum: meeting.forum },
    `case-gone/${one.id}/${cause}`,
    message(`Ärende ${one.alias} är borttaget från dagordningen ${longDate(meeting.start)}: ${why}.`),
  );

/** A meeting has moved: cases whose consents do not cover the new day are gone, and the forum hears which and why. */
export async function tellExpired(change: Change, was: Meeting, meeting: Meeting): Promise<void> {
  const left = new Set((meeting.cases ?? []).map(({ id }) => id));
  for (const one of was.cases ?? []) {
    if (left.has(one.id)) continue;
    const why = 'samtycket gäller inte den nya dagen. Förnya samtycket och anmäl ärendet igen';
    await tellGone(change, meeting, one, why, `moved-${(meeting.moves ?? []).length}`);
  }
}
