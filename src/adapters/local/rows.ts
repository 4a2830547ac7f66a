/** What Graph answers about the rows of a list. */
import { type Asked, many, one, type Parts, type Reply, type Surroundings } from './asked.ts';
import { columnValues } from './columns.ts';
import { GraphNo } from './graph-no.ts';
import { json } from './items.ts';
import type { Row } from './ledger.ts';
import { mustExist } from './library.ts';
import type { OpenList } from './list.ts';
import { expansions, selected, unknownExpansion } from './query.ts';

export type ListHandler = (asked: Asked, parts: Parts, around: Surroundings, list: OpenList) => Reply;

const rowAt = ({ listItem }: Parts, list: OpenList): Row => mustExist(list.find(Number(listItem)));

export const rowColumns: ListHandler = (asked, _, { show }, list) =>
  many(
    asked,
    list.columns.map((column) => show.column(list, column)),
  );

export const rows: ListHandler = (asked, _, around, list) => {
  if (asked.method === 'POST') return add(asked, around, list);
  return many(
    asked,
    list.everything().map((row) => shown(asked.url.searchParams, list, row, around)),
  );
};

function add(asked: Asked, around: Surroundings, list: OpenList): Reply {
  const { fields = {} } = json(asked.body) as { fields?: unknown };
  const row = list.add(columnValues(list.columns, fields), 'app');
  asked.about = `${list.name}/${row.id}`;
  return { status: 201, body: shown(new URLSearchParams('$expand=fields'), list, row, around), did: { outcome: 'row added' } };
}

export const row: ListHandler = (asked, parts, around, list) => {
  const found = rowAt(parts, list);
  if (asked.method === 'GET') return one(asked, shown(asked.url.searchParams, list, found, around));
  asked.about = `${list.name}/${found.id}`;
  mustMatchRow(found, asked.ifMatch);
  list.remove(found);
  return { status: 204, did: { outcome: 'row deleted' } };
};

export const rowFields: ListHandler = (asked, parts, { show }, list) => {
  const found = rowAt(parts, list);
  if (asked.method === 'GET') return one(asked, show.rowFields(found));
  asked.about = `${list.name}/${found.id}`;
  mustMatchRow(found, asked.ifMatch);
  const changed = list.change(found, columnValues(list.columns, json(asked.body)), 'app');
  return { status: 200, body: show.rowFields(changed), did: { outcome: 'row changed' } };
};

function mustMatchRow({ guid, version }: Row, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch.replace(/^W\//, '') === `"${guid},${version}"`) return;
  throw new GraphNo(412, 'preconditionFailed', "ETag does not match current item's value");
}

function shown(query: URLSearchParams, list: OpenList, found: Row, { show }: Surroundings): object {
  const item: Record<string, unknown> = show.row(list, found);
  for (const { name, within } of expansions(query)) {
    if (name !== 'fields') throw unknownExpansion(name);
    item[name] = selected(new URLSearchParams(within), show.rowFields(found));
  }
  return item;
}
