/** Where the calendar invites people: every address belongs to one person, and made-up people have made-up addresses. */
import { type Fault, fieldName, type Read } from './read-yaml.ts';

/** An address that may be somebody's: no mail ever reaches one that ends in .example (RFC 2606). */
const MAY_BE_REAL = /@.*\.(?!example$)[a-z]{2,}$/i;

const inForums = (person: Record<string, unknown>): boolean =>
  [person['forum'], person['vid behov']].some((forums) => Array.isArray(forums) && forums.length > 0);

export function addressFaults(
  people: Read<unknown>,
  persons: readonly Record<string, unknown>[],
): { faults: Fault[]; warnings: Fault[] } {
  const sample = (people.raw as { exempel?: unknown } | undefined)?.exempel === 'ja';
  const said = (n: number, key: string, text: string): Fault => {
    const at = ['personer', n, key];
    return { file: people.source.file, line: people.source.line(at), field: fieldName(at), text };
  };
  const mails = persons.map((one) => (typeof one['epost'] === 'string' ? one['epost'].toLowerCase() : undefined));
  const faults = mails.flatMap((mail, n) => {
    if (mail === undefined) return [];
    if (mails.indexOf(mail) !== n) return [said(n, 'epost', `"${mail}" finns redan. Skriv personens egen adress.`)];
    return sample && MAY_BE_REAL.test(mail)
      ? [said(n, 'epost', 'kan vara någons riktiga adress. Låt påhittade personers adresser sluta på .example.')]
      : [];
  });
  const without = persons.flatMap((one, n) =>
    one['epost'] === undefined && inForums(one) ? [{ id: String(one['id']), n }] : [],
  );
  const [first] = without;
  if (!first) return { faults, warnings: [] };
  const who = without.map(({ id }) => id).join(', ');
  const text = `saknas hos ${who}, som inte får någon inbjudan. Skriv arbetsadressen, eller ge dem kalenderns adress (skriv "kalender forum" i Teams).`;
  return { faults, warnings: [said(first.n, 'epost', text)] };
}
