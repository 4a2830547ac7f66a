/** From a guidance file to Guidance, and what in it refers to nothing. */
import type { Guidance } from '../domain/guidance.ts';
import type { GivenGuidance } from './guidance-schema.ts';
import { originOf } from './load-indicator.ts';
import { type Fault, fieldName, type Read } from './read-yaml.ts';
import { entries } from './references.ts';

export const guidanceOf = (given: GivenGuidance): Guidance => ({
  groups: given.grupper.map((one) => ({ id: one.id, name: one.namn, about: one.om, origin: originOf(one) })),
  forms: given.former.map((one) => ({ name: one.namn, list: one.lista, factCard: one.faktakort, origin: originOf(one) })),
  factCards: given.faktakort.map((one) => ({
    id: one.id,
    name: one.namn,
    group: one.grupp,
    words: one.ord,
    laws: one.lagrum ?? [],
    mission: one.uppdrag,
    responsibility: one.ansvar,
    execution: one.genomförande,
    origin: originOf(one),
  })),
  reflections: (given.reflektionsfrågor ?? []).map((one) => ({ text: one.text, origin: originOf(one) })),
  ladder: given.stege.map((one) => ({ id: one.id, name: one.namn, text: one.ord, origin: originOf(one) })),
  routes: given.vägar.map((one) => ({
    id: one.id,
    name: one.namn,
    words: one.ord,
    steps: one.steg.map((step) => ({ text: step.text, origin: originOf(step) })),
  })),
});

/** Ids that stand twice, groups and fact cards that are named and do not exist. Looks at whatever can be made out. */
export function guidanceFaults(read: Read<unknown>): Fault[] {
  const found: Fault[] = [];
  const fault = (at: PropertyKey[], text: string) =>
    found.push({ file: read.source.file, line: read.source.line(at), field: fieldName(at), text });
  const idsOf = (key: string) => (entries(read.raw, key) ?? []).map((one) => one['id']);
  for (const key of ['grupper', 'faktakort', 'stege', 'vägar']) {
    idsOf(key).forEach((id, n, all) => {
      if (typeof id === 'string' && all.indexOf(id) !== n) fault([key, n, 'id'], `"${id}" finns redan. Välj ett annat id.`);
    });
  }
  const named = (key: string, field: string, among: string, what: string) => {
    const known = idsOf(among);
    entries(read.raw, key)?.forEach((one, n) => {
      const id = one[field];
      if (typeof id === 'string' && known.length > 0 && !known.includes(id))
        fault([key, n, field], `"${id}" är ${what}. Skriv något av: ${known.join(', ')}.`);
    });
  };
  named('faktakort', 'grupp', 'grupper', 'ingen grupp');
  named('former', 'faktakort', 'faktakort', 'inget faktakort');
  return found;
}
