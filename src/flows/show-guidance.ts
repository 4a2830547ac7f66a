/** Fact cards, routes and the ladder, as views. What is asked for is looked up; what is found is shown in the sources' words. */
import type { Origin } from '../domain/agreement.ts';
import { type FactCard, factCardsAbout, type Guidance, type Route, routesFor } from '../domain/guidance.ts';
import type { GuidanceView } from './views/guidance.ts';

const said = (origin: Origin) =>
  'source' in origin ? { source: origin.source, choice: '' } : { source: '', choice: origin.choice };

const groupOf = (guidance: Guidance, card: FactCard) => guidance.groups.find(({ id }) => id === card.group)!;

function factCard(guidance: Guidance, card: FactCard): GuidanceView {
  const { name, about } = groupOf(guidance, card);
  const { mission, responsibility, execution, laws } = card;
  return {
    kind: 'fact-card',
    name: card.name,
    group: name,
    about,
    laws,
    mission,
    responsibility,
    execution,
    ...said(card.origin),
  };
}

/** Every form of cooperation by its group, and those the source lists without a fact card. */
export function allFactCards(guidance: Guidance, missed: string): GuidanceView {
  return {
    kind: 'fact-cards',
    missed,
    groups: guidance.groups.map(({ id, name, about }) => ({
      name,
      about,
      cards: guidance.factCards.filter(({ group }) => group === id).map((card) => card.name),
    })),
    without: guidance.forms.flatMap(({ name, list, factCard: id }) => (id === undefined ? [{ name, list }] : [])),
  };
}

/** The fact card about a word; several where the word fits several; all of them where it fits none. */
export function factCardsOn(guidance: Guidance, word: string): GuidanceView[] {
  const found = word === '' ? [] : factCardsAbout(guidance, word);
  const form = guidance.forms.find(({ name, factCard: id }) => id === undefined && name.toLowerCase() === word.toLowerCase());
  if (found.length === 0 && form) return [{ kind: 'no-fact-card', name: form.name, list: form.list }];
  if (found.length === 0) return [allFactCards(guidance, word)];
  return found.map((card) => factCard(guidance, card));
}

const route = ({ name, steps }: Route): GuidanceView => ({
  kind: 'route',
  name,
  steps: steps.map(({ text, origin }) => ({ text, ...said(origin) })),
});

/** A rung of the ladder, from 0; undefined beyond the last. */
export function rungOf(guidance: Guidance, at: number, meeting: string): GuidanceView | undefined {
  const rung = guidance.ladder[at];
  if (!rung) return undefined;
  return { kind: 'rung', meeting, at, of: guidance.ladder.length, name: rung.name, text: rung.text, ...said(rung.origin) };
}

/** The routes a question asks for; the ladder and all routes where it asks for none. */
export function routesOn(guidance: Guidance, question: string, meeting: string): GuidanceView[] {
  const found = question === '' ? [] : routesFor(guidance, question);
  if (found.length > 0) return found.map(route);
  const first = rungOf(guidance, 0, meeting);
  return [{ kind: 'routes', missed: question, names: guidance.routes.map(({ name }) => name) }, ...(first ? [first] : [])];
}

/** Where the ladder ended: at a rung that answered, or above the last one. `meeting` is where an item can be proposed. */
export function ladderEnd(guidance: Guidance, at: number, meeting: string): GuidanceView {
  const rung = guidance.ladder[at];
  return { kind: 'ladder-end', answered: rung?.name ?? '', meeting };
}
