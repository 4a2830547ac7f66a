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
}

/** Teams counts a message as UTF-16: it asks for at most 80 KB and refuses at about 100. */
const roomy = 80 * 1024;
const most = 96 * 1024;

const templates = new Map(Object.entries(cards).map(([name, card]) => [name, new Template(card.template)]));

/**
 * The card with this name, filled with a view.
 * `key` becomes the id of the first body element, so that the posted card can be found again.
 * @throws when there is no such card, the data is not what the card asks for, or the result is not fit to send.
 */
export function fill(name: string, data: unknown, options: { language?: Language; key?: string } = {}): Filled {
  if (!Object.hasOwn(cards, name)) throw new Error(`No card "${name}". There are: ${Object.keys(cards).join(', ')}.`);
  const card: Card<unknown> = cards[name as keyof typeof cards];
  const view = card.schema.safeParse(data);
  if (!view.success) throw new Error(`Card "${name}" got wrong data:\n${z.prettifyError(view.error)}`);

  const say = words[options.language ?? 'sv'];
  const make = (space: Space) => {
    const presented = card.present(view.data, say, space);
    const expanded = expand(name, presented);
    const filled = { ...expanded, version: '1.5', lang: say.lang, fallbackText: presented.summary } as FilledCard;
    if (options.key !== undefined) filled.body = [{ ...filled.body[0], id: options.key }, ...filled.body.slice(1)];
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

function expand(name: string, presented: Presented): object {
  refuseHoles(name, presented, 'data');
  const data = JSON.parse(JSON.stringify(presented).replaceAll('${', mark)) as Presented;
  const template = templates.get(name);
  if (!template) throw new Error(`Card "${name}" has no template.`);
  const expanded: unknown = template.expand({ $root: data });
  refuseHoles(name, expanded, 'card');
  const text = JSON.stringify(expanded);
  const left = /\$\{[^}]*\}?/.exec(text);
  if (left) throw new Error(`Card "${name}": the template asks for ${left[0]}, which the data does not have.`);
  return JSON.parse(text.replaceAll(mark, '${')) as object;
}

function refuseHoles(name: string, node: Plain | unknown, path: string): void {
  if (node === null || node === undefined) throw new Error(`Card "${name}": ${path} is ${node}.`);
  if (typeof node !== 'object') return;
  for (const [key, value] of Object.entries(node)) refuseHoles(name, value, `${path}.${key}`);
}
