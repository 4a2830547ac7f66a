/**
 * Who takes part in a forum and who calls it, as the sources say, against the roster: "Varje verksamhet ansvarar för att
 * representant från verksamheten finns med" (N 1.8). What nobody has settled yet is a warning with what to do, not a fault.
 */
import { type Fault, fieldName, type Read } from './read-yaml.ts';

type Entry = Record<string, unknown>;

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
const entries = (value: unknown): Entry[] => (Array.isArray(value) ? value.map((one) => (isEntry(one) ? one : {})) : []);
const cited = (rule: Entry): string => String(rule['källa'] ?? `vårt val: ${rule['vårt val']}`);

interface Seats {
  part: Read<unknown>;
  people: Read<unknown>;
  forums: readonly Entry[];
  units: readonly string[] | undefined;
  persons: readonly Entry[] | undefined;
  groups: readonly Entry[];
}

export function seatFaults({ part, people, forums, units, persons, groups }: Seats): { faults: Fault[]; warnings: Fault[] } {
  const faults: Fault[] = [];
  const warnings: Fault[] = [];
  const said = (to: Fault[], read: Read<unknown>, at: PropertyKey[], text: string) =>
    to.push({ file: read.source.file, line: read.source.line(at), field: fieldName(at), text });

  for (const [n, forum] of forums.entries()) {
    const id = String(forum['id']);
    const seats = texts(forum['verksamheter']);
    const roles = entries(forum['deltar']);
    for (const [k, role] of roles.entries())
      for (const [u, unit] of texts(role['från']).entries()) {
        const at = ['forum', n, 'deltar', k, 'från', u];
        if (units && !units.includes(unit))
          said(faults, part, at, `"${unit}" är ingen verksamhet. Skriv något av: ${units.join(', ')}.`);
        else if (!seats.includes(unit) && role['när'] !== 'vid behov')
          said(
            faults,
            part,
            at,
            `"${unit}" deltar men står inte under verksamheter. Skriv in den där, eller skriv "när: vid behov".`,
          );
      }
    const named = new Set(roles.flatMap((role) => texts(role['från'])));
    for (const [k, unit] of seats.entries())
      if (roles.length > 0 && !named.has(unit))
        said(
          warnings,
          part,
          ['forum', n, 'verksamheter', k],
          `"${unit}" har ingen roll under deltar. Skriv vem som kommer därifrån.`,
        );
    if (!persons || typeof forum['id'] !== 'string') continue;

    const members = [...persons, ...groups].filter((one) => texts(one['forum']).includes(id));
    for (const unit of persons.length > 0 ? seats : []) {
      if (members.some((one) => one['verksamhet'] === unit)) continue;
      const role = roles.find((one) => texts(one['från']).includes(unit));
      const who = role ? `${role['roll']} (${cited(role)})` : 'en representant';
      said(warnings, people, ['personer'], `Ingen från ${unit} är med i ${id}. Skriv in ${who} med "forum: [${id}]".`);
    }
    const calling = forum['sammankallande'];
    const convener = persons.find((one) => texts(one['sammankallar']).includes(id));
    const write = `skriv "sammankallar: [${id}]" hos hen.`;
    if (!convener)
      said(
        warnings,
        people,
        ['personer'],
        isEntry(calling)
          ? `Ingen sammankallar ${id}. Det ska vara ${calling['vem']} (${cited(calling)}): ${write}`
          : `Ingen sammankallar ${id}. Överenskommelsen namnger ingen: kom överens om en, och ${write} Till dess flyttas inga möten i forumet för hand.`,
      );
    else if (isEntry(calling) && !texts(calling['från']).includes(String(convener['verksamhet'])))
      said(
        warnings,
        people,
        ['personer', persons.indexOf(convener), 'sammankallar'],
        `${id} ska sammankallas av ${calling['vem']} (${cited(calling)}), men ${convener['id']} hör till ${convener['verksamhet']}. Välj någon därifrån, eller ändra i forumet om ni har kommit överens om annat.`,
      );
    if (isEntry(calling))
      for (const [k, unit] of texts(calling['från']).entries())
        if (units && !units.includes(unit))
          said(
            faults,
            part,
            ['forum', n, 'sammankallande', 'från', k],
            `"${unit}" är ingen verksamhet. Skriv något av: ${units.join(', ')}.`,
          );
  }
  return { faults, warnings };
}
