/**
 * Filed minutes are registered by each authority under a number of its own (OSL 5:1). The bot keeps the number, and shows
 * what is left to register; registering itself is done in the authority's own system.
 */
import { type Agreement, type Authority, authoritiesIn, type Forum, type Person } from './agreement.ts';
import type { Meeting } from './meeting.ts';
import type { SafeText } from './privacy.ts';
import { type Numbered, type NumberNo, newNumbers, numbersOf, ownAuthorities } from './register-numbers.ts';
import { editionOf } from './reopen.ts';
import { no, type Result, yes } from './result.ts';
import { mayIn } from './rights.ts';

export type RegisterNo = 'not-filed' | 'not-secretary' | NumberNo;

const numbered = (meeting: Meeting): Numbered => ({ ...meeting, edition: editionOf(meeting) });

/** Each authority of the forum with its number for the edition that lies filed; undefined until it has one. */
export const registrations = (agreement: Agreement, meeting: Meeting) => numbersOf(agreement, numbered(meeting));

export const isRegistered = (agreement: Agreement, meeting: Meeting): boolean =>
  meeting.stage.name === 'filed' && registrations(agreement, meeting).every(({ dnr }) => dnr !== undefined);

/**
 * Those whose number somebody may write in: the secretary and the convener all, other members their own authority's, and a
 * registrar that of theirs.
 */
export function mayRegister(agreement: Agreement, person: Person, meeting: Meeting): Authority[] {
  if (meeting.stage.name !== 'filed') return [];
  if (mayIn(agreement, person, 'register-all', meeting)) return registrations(agreement, meeting).map((one) => one.authority);
  return mayIn(agreement, person, 'register-own', meeting) ? ownAuthorities(agreement, person, meeting.forum) : [];
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
  const may = { allowed: mayRegister(agreement, person, meeting), else: 'not-secretary' as const };
  const written = newNumbers(agreement, numbered(meeting), may, { person: person.id, numbers, at });
  return written.ok ? yes({ ...meeting, registered: [...(meeting.registered ?? []), ...written.value] }) : written;
}
