/** What is common to all that authorities register: each gives what lies filed a number of its own (OSL 5:1). */
import { type Agreement, type Authority, authoritiesIn, forumOf, type Person } from './agreement.ts';
import type { Registered } from './meeting.ts';
import type { SafeText } from './privacy.ts';
import { no, type Result, yes } from './result.ts';

/** An edition that lies filed, or has been, and the numbers of all editions, oldest first. */
export interface Numbered {
  forum: string;
  edition: number;
  registered?: readonly Registered[];
}

export type NumberNo = 'no-number' | 'long-number';

/** Longest number; those of authorities are a third of it. */
const LONGEST = 60;

/** The number of one authority for one edition: the latest holds. */
export const numberOf = (registered: readonly Registered[], authority: string, edition: number): SafeText | undefined =>
  registered.findLast((one) => one.authority === authority && one.edition === edition)?.dnr;

/** Each authority of the forum with its number for the edition; undefined until it has one. */
export const numbersOf = (
  agreement: Agreement,
  { forum, edition, registered = [] }: Numbered,
): { authority: Authority; dnr: SafeText | undefined }[] =>
  authoritiesIn(agreement, forumOf(agreement, forum)).map((authority) => ({
    authority,
    dnr: numberOf(registered, authority.id, edition),
  }));

/** Of a forum's authorities: that of the unit somebody sits there for, and the one they register for. */
export function ownAuthorities(agreement: Agreement, person: Person, forum: string): Authority[] {
  const unit = person.forums.includes(forum) ? agreement.units.find(({ id }) => id === person.unit) : undefined;
  return authoritiesIn(agreement, forumOf(agreement, forum)).filter(
    ({ id }) => id === unit?.authority || id === person.registersFor,
  );
}

/** What is to be kept of numbers written in by authority: a number that is there already is kept once, a new one takes its place. */
export function newNumbers<No extends string>(
  agreement: Agreement,
  filed: Numbered,
  may: { allowed: readonly Authority[]; else: No },
  { person, numbers, at }: { person: string; numbers: ReadonlyMap<string, SafeText>; at: string },
): Result<Registered[], NumberNo | No> {
  const present = numbersOf(agreement, filed);
  const written: Registered[] = [];
  for (const [authority, text] of numbers) {
    const dnr = text.trim() as SafeText;
    if (dnr === '') continue;
    if (!may.allowed.some(({ id }) => id === authority)) return no(may.else);
    if (dnr.length > LONGEST) return no('long-number');
    const before = present.find((one) => one.authority.id === authority)?.dnr;
    if (before !== dnr) written.push({ authority, dnr, edition: filed.edition, by: person, at });
  }
  const hasNothing = [...numbers.values()].every((text) => text.trim() === '');
  return hasNothing ? no('no-number') : yes(written);
}
