/**
 * Filed minutes are registered by each authority under a number of its own (OSL 5:1). The bot keeps the number, and shows
 * what is left to register; registering itself is done in the authority's own system.
 */
import { type Agreement, type Authority, authoritiesIn, type Forum, forumOf, type Person } from './agreement.ts';
import type { Meeting, Registered } from './meeting.ts';
import type { SafeText } from './privacy.ts';
import { editionOf } from './reopen.ts';
import { no, type Result, yes } from './result.ts';
import { mayIn } from './rights.ts';

export type RegisterNo = 'not-filed' | 'not-secretary' | 'no-number' | 'long-number';

/** Longest number; those of authorities are a third of it. */
const LONGEST = 60;

/** Each authority of the forum with its number for the edition that lies filed; undefined until it has one. */
export function registrations(agreement: Agreement, meeting: Meeting): { authority: Authority; dnr: string | undefined }[] {
  const present = (meeting.registered ?? []).filter((one) => one.edition === editionOf(meeting));
  return authoritiesIn(agreement, forumOf(agreement, meeting.forum)).map((authority) => ({
    authority,
    dnr: present.findLast((one) => one.authority === authority.id)?.dnr,
  }));
}

export const isRegistered = (agreement: Agreement, meeting: Meeting): boolean =>
  meeting.stage.name === 'filed' && registrations(agreement, meeting).every(({ dnr }) => dnr !== undefined);

/**
 * Those whose number somebody may write in: the secretary and the convener all, other members their own authority's, and a
 * registrar that of theirs.
 */
export function mayRegister(agreement: Agreement, person: Person, meeting: Meeting): Authority[] {
  if (meeting.stage.name !== 'filed') return [];
  const all = registrations(agreement, meeting).map(({ authority }) => authority);
  if (mayIn(agreement, person, 'register-all', meeting)) return all;
  if (!mayIn(agreement, person, 'register-own', meeting)) return [];
  const unit = person.forums.includes(meeting.forum) ? agreement.units.find(({ id }) => id === person.unit) : undefined;
  return all.filter(({ id }) => id === unit?.authority || id === person.registersFor);
}

/** Those who register for an authority of the forum and can be told in Teams. */
export const registrarsIn = (agreement: Agreement, forum: Forum): { person: Person; authority: Authority }[] =>
  authoritiesIn(agreement, forum).flatMap((authority) =>
    agreement.people
      .filter(({ registersFor, entraId }) => registersFor === authority.id && entraId !== undefined)
      .map((person) => ({ person, authority })),
  );

/** Writes numbers in, by authority; a number that is already there is kept once, and a new one takes its place. */
export function register(
  agreement: Agreement,
  meeting: Meeting,
  person: Person,
  numbers: ReadonlyMap<string, SafeText>,
  at: string,
): Result<Meeting, RegisterNo> {
  if (meeting.stage.name !== 'filed') return no('not-filed');
  const allowed = mayRegister(agreement, person, meeting).map(({ id }) => id);
  const present = registrations(agreement, meeting);
  const written: Registered[] = [];
  for (const [authority, text] of numbers) {
    const dnr = text.trim() as SafeText;
    if (dnr === '') continue;
    if (!allowed.includes(authority)) return no('not-secretary');
    if (dnr.length > LONGEST) return no('long-number');
    const before = present.find((one) => one.authority.id === authority)?.dnr;
    if (before !== dnr) written.push({ authority, dnr, edition: editionOf(meeting), by: person.id, at });
  }
  const hasNothing = [...numbers.values()].every((text) => text.trim() === '');
  return hasNothing ? no('no-number') : yes({ ...meeting, registered: [...(meeting.registered ?? []), ...written] });
}
