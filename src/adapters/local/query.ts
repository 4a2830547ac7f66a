import { GraphNo } from './graph-no.ts';

const defaultPage = 200;

/** Leaves what `$select` names, and annotations, as Graph does; expanded parts stay. */
export function selected(query: URLSearchParams, resource: object): object {
  const select = query.get('$select');
  if (!select) return resource;
  const names = new Set([...select.split(','), ...expansions(query).map(({ name }) => name)].map((name) => name.trim()));
  return Object.fromEntries(Object.entries(resource).filter(([name]) => name.startsWith('@') || names.has(name)));
}

/** One page of a collection; the link to the next is written as Graph writes it, to Graph. */
export function page(url: URL, all: readonly object[], unlessAsked = defaultPage) {
  for (const unknown of ['$filter', '$orderby', '$search']) {
    if (url.searchParams.has(unknown))
      throw new GraphNo(400, 'invalidRequest', `The local samarbetsyta does not know ${unknown}.`);
  }
  const skip = Number(url.searchParams.get('$skiptoken') ?? 0);
  const top = Number(url.searchParams.get('$top') ?? unlessAsked);
  if (!Number.isInteger(skip) || !Number.isInteger(top) || top < 1)
    throw new GraphNo(400, 'invalidRequest', 'Bad $top or $skiptoken.');
  const value = all.slice(skip, skip + top);
  if (skip + top >= all.length) return { value };
  const next = new URL(`https://graph.microsoft.com${url.pathname}`);
  for (const [name, one] of url.searchParams) if (name !== '$skiptoken') next.searchParams.set(name, one);
  next.searchParams.set('$skiptoken', String(skip + top));
  return { '@odata.nextLink': next.href, value };
}

/** What `$expand` asks for: `listItem($expand=fields)` → `{ name: 'listItem', within: '$expand=fields' }`. */
export function expansions(query: URLSearchParams): { name: string; within: string }[] {
  const expand = query.get('$expand');
  if (!expand) return [];
  return expand.split(/,(?![^(]*\))/).map((part) => {
    const [, name = '', within = ''] = /^\s*(\w+)(?:\((.*)\))?\s*$/.exec(part) ?? [];
    return { name, within };
  });
}

export function unknownExpansion(name: string): GraphNo {
  return new GraphNo(400, 'invalidRequest', `The local samarbetsyta cannot expand ${name}.`);
}
