import { Template } from 'adaptivecards-templating';
import { z } from 'zod';
import type { Card, Plain, Presented, Space } from './card.ts';
import { cards } from './cards.ts';
import { type Language, words } from './words.ts';

export interface Filled {
  /** An AdaptiveCard, ready to send. Never fill it again: text from people would be evaluated. */
  card: FilledCard;
  /** One sentence for the notification. */
  summary: string;
}

export interface FilledCard {
  type: 'AdaptiveCard';
  version: '1.5';
  lang: string;
  fallbackText: string;
  body: object[];
  actions?: object[];
  refresh?: object;
}

/** Teams refreshes a card by itself for at most so many. */
export const REFRESHED_FOR = 60;

/** Teams counts a message as UTF-16: it asks for at most 80 KB and refuses at about 100. */
const roomy = 80 * 1024;
const most = 96 * 1024;

/** Parsed once, when first used: parsing costs twenty times what filling does. */
const templates = new Map<string, Template>();
function templateOf(name: string, card: Card<unknown>): Template {
  const known = templates.get(name) ?? new Template(card.template);
  templates.set(name, known);
  return known;
}

/** Cards that have just been filled: between two changes many ask for the same one. */
const lately = new Map<string, Filled>();
const LATELY = 32;

type Options = { language?: Language; key?: string; readers?: readonly string[] };

/**
 * The card with this name, filled with a view.
 * `key` becomes the id of the first body element, so that the posted card can be found again. `readers` are those, by their
 * Teams id, whose Teams asks for the card anew when they open it; the others can, from its menu.
 * @throws when there is no such card, the data is not what the card asks for, or the result is not fit to send.
 */
export function fill(name: string, data: unknown, { key, ...options }: Options = {}): Filled {
  const called = JSON.stringify([name, data, options]);
  const filled = lately.get(called) ?? fillAnew(name, data, options);
  lately.delete(called);
  lately.set(called, filled);
  for (const oldest of lately.keys()) if (lately.size > LATELY) lately.delete(oldest);
  if (key === undefined) return filled;
  const [first, ...others] = filled.card.body;
  return { ...filled, card: { ...filled.card, body: [{ ...first, id: key }, ...others] } };
}

function fillAnew(name: string, data: unknown, options: Omit<Options, 'key'>): Filled {
  if (!Object.hasOwn(cards, name)) throw new Error(`No card "${name}". There are: ${Object.keys(cards).join(', ')}.`);
  const card: Card<unknown> = cards[name as keyof typeof cards];
  const view = card.schema.safeParse(data);
  if (!view.success) throw new Error(`Card "${name}" got wrong data:\n${z.prettifyError(view.error)}`);

  const say = words[options.language ?? 'sv'];
  const make = (space: Space) => {
    const presented = card.present(view.data, say, space);
    const expanded = expand(name, templateOf(name, card), presented);
    const filled = { ...expanded, version: '1.5', lang: say.lang, fallbackText: presented.summary } as FilledCard;
    const refresh = card.refresh?.(view.data);
    if (refresh) {
      const action = { type: 'Action.Execute', title: say.figuresRefresh, ...refresh };
      filled.refresh = { action, userIds: (options.readers ?? []).slice(0, REFRESHED_FOR) };
    }
    return { card: filled, summary: presented.summary };
  };

  const full = make('full');
  if (size(full.card) <= roomy) return full;
  const tight = make('tight');
  if (size(tight.card) > most) throw new Error(`Card "${name}" is ${size(tight.card)} bytes; Teams takes ${most}.`);
  return tight;
}

/** Bytes as Teams counts them. */
export function size(card: object): number {
  return JSON.stringify(card).length * 2;
}

/** While the template is expanded, `${` in people's text is written with a mark, so what is left over is the template's own. */
const mark = '\uE000{';

function expand(name: string, template: Template, presented: Presented): object {
  refuseHoles(name, presented, 'data');
  const given = JSON.stringify(presented);
  const marked = /[$\uE000]\{/.test(given);
  const data = marked ? (JSON.parse(given.replaceAll('${', mark)) as Presented) : presented;
  const expanded = template.expand({ $root: data }) as object;
  refuseHoles(name, expanded, 'card');
  const text = JSON.stringify(expanded);
  const left = /\$\{[^}]*\}?/.exec(text);
  if (left) throw new Error(`Card "${name}": the template asks for ${left[0]}, which the data does not have.`);
  return marked ? (JSON.parse(text.replaceAll(mark, '${')) as object) : expanded;
}

function refuseHoles(name: string, node: Plain | unknown, path: string): void {
  const hole = holeIn(node);
  if (hole !== undefined) throw new Error(`Card "${name}": ${path}${hole}.`);
}

/** Where something is missing: `.items.0.title is null`. */
function holeIn(node: unknown): string | undefined {
  if (node === null || node === undefined) return ` is ${node}`;
  if (typeof node !== 'object') return undefined;
  for (const key of Object.keys(node)) {
    const hole = holeIn((node as Record<string, unknown>)[key]);
    if (hole !== undefined) return `.${key}${hole}`;
  }
  return undefined;
}
