/** How often personal data were stopped on a day: kinds and counts per forum, never who wrote or what (ours, domain rule 18). */
import type { FindingType } from './privacy-scan.ts';
import { list } from './swedish.ts';

export interface Stops {
  /** `2027-03-16` */
  day: string;
  forums: Record<string, Partial<Record<FindingType, number>>>;
}

/** The day's stops with these; another day begins anew. */
export function withStops(before: Stops | undefined, day: string, forum: string, kinds: readonly FindingType[]): Stops {
  const forums = before?.day === day ? before.forums : {};
  const counts = { ...forums[forum] };
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1;
  return { day, forums: { ...forums, [forum]: counts } };
}

const NAMES: Record<FindingType, string> = {
  personnummer: 'personnummer',
  samordningsnummer: 'samordningsnummer',
  tf_nummer: 'tillfälliga personnummer',
  lma_nummer: 'LMA- eller dossiernummer',
  personnummer_misstankt: 'misstänkta personnummer',
  personnummer_maskerat: 'delar av personnummer',
  personnummer_del: 'delar av personnummer',
  fodelsedatum: 'födelsedatum',
  telefonnummer: 'telefonnummer',
  epostadress: 'e-postadresser',
  skyddad_identitet: 'skyddade uppgifter',
};

/** "kommunhubb Intro: personnummer 2 och samordningsnummer 1", a line for each forum. */
export function stopLines({ forums }: Stops, nameOf: (forum: string) => string): string[] {
  return Object.entries(forums).map(([forum, counts]) => {
    const kinds = Object.entries(counts) as [FindingType, number][];
    return `${nameOf(forum)}: ${list(kinds.map(([kind, count]) => `${NAMES[kind]}\u00a0${count}`))}`;
  });
}
