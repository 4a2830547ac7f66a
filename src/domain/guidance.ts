/**
 * Guidance on where to turn (domain rule 21): fact cards, routes and the ladder of routes, in the sources' words. What one
 * may write to find them is ours.
 */
import type { Origin } from './agreement.ts';
import { bare } from './swedish.ts';

/** How pressing a form of cooperation is: by law, by need with a mission, by need without. */
export interface GuidanceGroup {
  id: string;
  name: string;
  about: string;
  origin: Origin;
}

/** A form of cooperation in the source's lists; `factCard` is undefined where the source has no fact card for it. */
export interface CooperationForm {
  name: string;
  list: string;
  factCard: string | undefined;
  origin: Origin;
}

export interface FactCard {
  id: string;
  name: string;
  group: string;
  words: string[];
  laws: string[];
  mission: string[];
  responsibility: string[];
  execution: string[];
  origin: Origin;
}

/** One rung: where to turn, and the words that say so. */
export interface Rung {
  id: string;
  name: string;
  text: string;
  origin: Origin;
}

export interface Route {
  id: string;
  name: string;
  words: string[];
  steps: { text: string; origin: Origin }[];
}

/** A question that a meeting of managers may reflect on. */
export interface Reflection {
  text: string;
  origin: Origin;
}

export interface Guidance {
  reflections: Reflection[];
  groups: GuidanceGroup[];
  forms: CooperationForm[];
  factCards: FactCard[];
  ladder: Rung[];
  routes: Route[];
}

/** Longest ending a Swedish word may have and still be the same word: "samtycken", "läkarintyget". */
const ENDING = 4;
/** Shorter words must be written whole. */
const WHOLE = 3;

const sameWord = (said: string, known: string): boolean =>
  said === known ||
  (known.length > WHOLE && said.startsWith(known) && said.length - known.length <= ENDING) ||
  (said.length > WHOLE && known.startsWith(said) && known.length - said.length <= ENDING);

/** How many words of the phrase are said, when all of them are; 0 when one is missing. */
function phraseIn(said: readonly string[], phrase: string): number {
  const known = bare(phrase).split(' ');
  return known.every((word) => said.some((one) => sameWord(one, word))) ? known.length : 0;
}

const weight = (said: string, phrases: readonly string[]): number => {
  const words = bare(said).split(' ');
  return phrases.reduce((sum, phrase) => sum + phraseIn(words, phrase), 0);
};

/** Those that most of what was said fits, in the definition's order; none when nothing does. */
function best<T>(all: readonly T[], said: string, phrases: (one: T) => readonly string[]): T[] {
  const weighed = all.map((one) => ({ one, fits: weight(said, phrases(one)) }));
  const most = Math.max(0, ...weighed.map(({ fits }) => fits));
  return most === 0 ? [] : weighed.filter(({ fits }) => fits === most).map(({ one }) => one);
}

export const factCardsAbout = ({ factCards }: Guidance, said: string): FactCard[] =>
  best(factCards, said, ({ name, words }) => [name, ...words]);

export const routesFor = ({ routes }: Guidance, question: string): Route[] => best(routes, question, ({ words }) => words);
