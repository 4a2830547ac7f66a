/** Finds the member meant by "@Per": by Teams' own mention first, then by name among the forum's members. */
import { membersOf, type Person } from '../src/domain/agreement.ts';
import { no, type Result, yes } from '../src/domain/result.ts';
import type { Turn } from './turn.ts';

export function findMember(
  turn: Turn,
  text: string,
): Result<{ person: Person; rest: string }, 'unknown-person' | 'ambiguous-person'> {
  const members = membersOf(turn.product.agreement, turn.forum.id);
  const [mention] = turn.mentioned.filter(({ person }) => members.includes(person));
  if (mention) {
    const rest = text.replace(mention.text, ' ').replace(/\s+/g, ' ').trim();
    return yes({ person: mention.person, rest });
  }
  const at = text.indexOf('@');
  // Nobody named: the writer takes it.
  if (at < 0) return yes({ person: turn.actor.person, rest: text.trim() });
  const after = text.slice(at + 1).toLocaleLowerCase('sv');
  const byName = (nameOf: (person: Person) => string) =>
    members.filter((person) => {
      const name = nameOf(person).toLocaleLowerCase('sv');
      return after.startsWith(name) && !/^[\p{L}-]/u.test(after.slice(name.length));
    });
  const full = byName((person) => person.name);
  const found = full.length > 0 ? full : byName((person) => person.name.split(' ')[0]!);
  if (found.length > 1) return no('ambiguous-person');
  const [person] = found;
  if (!person) return no('unknown-person');
  const length = full.length > 0 ? person.name.length : person.name.split(' ')[0]!.length;
  const rest = `${text.slice(0, at)} ${text.slice(at + 1 + length)}`.replace(/\s+/g, ' ').trim();
  return yes({ person, rest });
}
