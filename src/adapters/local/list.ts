/** A SharePoint list of the local samarbetsyta: rows in the ledger, for the app and for people alike. */
import { randomUUID } from 'node:crypto';
import type { Column } from './columns.ts';
import type { Ledger, Row } from './ledger.ts';

export interface ListFacts {
  id: string;
  name: string;
  columns: readonly Column[];
  /** What lies in it before anybody has done anything. */
  rows?: readonly Row['fields'][];
}

type Values = Record<string, string | number | boolean | null>;

export interface OpenList extends ListFacts {
  everything(): Row[];
  find(id: number): Row | undefined;
  add(fields: Values, by: Row['createdBy']): Row;
  change(row: Row, fields: Values, by: Row['createdBy']): Row;
  remove(row: Row): void;
  changedSince(lines: number): ({ row: Row } | { gone: number })[];
}

export function openList(facts: ListFacts, ledger: Ledger, now: () => string): OpenList {
  const rows = new Map<number, Row>();
  let last = 0;
  for (const line of ledger.lines) {
    if (line.kind === 'row' && line.list === facts.id) {
      rows.set(line.row.id, line.row);
      last = Math.max(last, line.row.id);
    }
    if (line.kind === 'row-gone' && line.list === facts.id) rows.delete(line.id);
  }

  function keep(row: Row): Row {
    ledger.append({ kind: 'row', at: now(), list: facts.id, row });
    rows.set(row.id, row);
    return row;
  }

  const list: OpenList = {
    ...facts,
    everything: () => [...rows.values()],
    find: (id) => rows.get(id),
    add: (fields, by) =>
      keep({
        id: ++last,
        guid: randomUUID(),
        version: 1,
        createdAt: now(),
        createdBy: by,
        modifiedAt: now(),
        modifiedBy: by,
        fields: filled(fields),
      }),
    change: (row, fields, by) =>
      keep({ ...row, version: row.version + 1, modifiedAt: now(), modifiedBy: by, fields: filled({ ...row.fields, ...fields }) }),
    remove({ id }) {
      ledger.append({ kind: 'row-gone', at: now(), list: facts.id, id });
      rows.delete(id);
    },
    changedSince(lines) {
      const changed = new Map<number, { row: Row } | { gone: number }>();
      for (const line of ledger.lines.slice(lines)) {
        if (line.kind === 'row' && line.list === facts.id) changed.set(line.row.id, { row: line.row });
        if (line.kind === 'row-gone' && line.list === facts.id) changed.set(line.id, { gone: line.id });
      }
      return [...changed.values()];
    },
  };
  if (last === 0) for (const fields of facts.rows ?? []) list.add(fields, 'someone');
  return list;
}

const filled = (fields: Values): Row['fields'] =>
  Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, string | number | boolean] => entry[1] !== null));
