/** An agreement with some of its forums, and nothing that speaks of the others. */
import type { Agreement } from '../../src/domain/agreement.ts';

export function onlyForums(agreement: Agreement, kept: readonly string[]): Agreement {
  const those = (ids: readonly string[]) => ids.filter((id) => kept.includes(id));
  const people = agreement.people.map((person) => ({
    ...person,
    forums: those(person.forums),
    whenNeeded: those(person.whenNeeded),
    convenes: those(person.convenes),
  }));
  return {
    ...agreement,
    forums: agreement.forums.filter(({ id }) => kept.includes(id)),
    people: people.filter(({ forums }) => forums.length > 0),
    indicators: agreement.indicators.map((one) =>
      one.setBy && kept.includes(one.setBy.forum) ? one : { ...one, setBy: undefined },
    ),
  };
}
