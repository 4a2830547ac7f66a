/**
 * Members that a group in Entra gives, beside those the definition names. Who leaves the group is no member any longer, and
 * what they have written and decided stays theirs: they are remembered, without a forum.
 */
import type { Person } from './agreement.ts';

/** A group whose members sit in these forums, for this unit. */
export interface GroupSource {
  /** Object id in Entra. */
  id: string;
  unit: string;
  role: string;
  forums: string[];
}

/** Somebody in the group now. */
export interface GroupMember {
  entraId: string;
  name: string;
  mail: string | undefined;
}

/** Somebody who is or has been in it. */
export interface KnownMember extends GroupMember {
  /** First day seen, for those who came after the group was first read. */
  since?: string;
  left?: true;
}

/**
 * What is known of a group after it has been read; `known` is undefined the first time. The directory promises no order, and
 * turns go round in one: who is known keeps their place, and those who are new come last, by name.
 */
export function follow(known: readonly KnownMember[] | undefined, there: readonly GroupMember[], today: string): KnownMember[] {
  const now = new Map(there.map((one) => [one.entraId, one]));
  const before = (known ?? []).map(({ entraId, name, since, left }): KnownMember => {
    const one = now.get(entraId);
    return one ? member(one, left ? today : since) : { entraId, name, mail: undefined, left: true };
  });
  const met = new Set(before.map(({ entraId }) => entraId));
  const added = [...now.values()].filter(({ entraId }) => !met.has(entraId)).sort(byName);
  return [...before, ...added.map((one) => member(one, known && today))];
}

const member = ({ entraId, name, mail }: GroupMember, since: string | undefined): KnownMember => ({
  ...{ entraId, name, mail },
  ...(since === undefined ? {} : { since }),
});

const byName = (a: GroupMember, b: GroupMember): number => a.name.localeCompare(b.name, 'sv') || (a.entraId < b.entraId ? -1 : 1);

/**
 * The definition's people and those of its groups. Somebody in both is one and is as the definition says: known by Entra's
 * id, or by the address where the definition gives no id. Of several groups the first in the definition gives the unit.
 */
export function withGroups(
  defined: readonly Person[],
  groups: readonly GroupSource[],
  known: ReadonlyMap<string, readonly KnownMember[]>,
): Person[] {
  const people = [...defined];
  for (const group of groups)
    for (const one of known.get(group.id) ?? []) {
      const at = people.findIndex((person) => isSame(person, one));
      const there = people[at];
      if (!there) people.push(personOf(group, one));
      else if (!one.left) people[at] = joined(there, group, one);
    }
  return people;
}

const lower = (text: string | undefined): string | undefined => text?.toLowerCase();

const isSame = (person: Person, member: KnownMember): boolean =>
  person.entraId === undefined
    ? member.mail !== undefined && lower(person.mail) === lower(member.mail)
    : lower(person.entraId) === lower(member.entraId);

function joined(person: Person, { forums }: GroupSource, { entraId, mail, since }: KnownMember): Person {
  // Who had left one group and is in another has no forum yet, and comes back as new there.
  const back = person.forums.length === 0 && person.whenNeeded.length === 0;
  return {
    ...person,
    entraId: person.entraId ?? entraId,
    mail: person.mail ?? mail,
    forums: [...new Set([...person.forums, ...forums])],
    since: back ? since : person.since,
  };
}

const personOf = (group: GroupSource, { entraId, name, mail, since, left }: KnownMember): Person => ({
  id: `entra-${entraId.toLowerCase()}`,
  name,
  role: group.role,
  unit: group.unit,
  mail: left ? undefined : mail,
  forums: left ? [] : [...group.forums],
  whenNeeded: [],
  convenes: [],
  registersFor: undefined,
  leadsReports: false,
  tenant: undefined,
  entraId,
  since,
  away: [],
});
