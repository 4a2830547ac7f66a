/** What has changed since a mark. A mark says which ledger lines were written when it was given, and in which age: forgotten marks are of an earlier one. */
import { type Asked, libraryOf, type Parts, type Reply, type Surroundings } from './asked.ts';
import { GraphNo } from './graph-no.ts';
import type { ListHandler } from './rows.ts';

const pageSize = 100;

export function driveDelta(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const library = libraryOf(parts, around);
  const { show } = around;
  return changes(asked, around, (since) =>
    library.register
      .changedSince(since)
      .map((one) => ('gone' in one ? { id: one.gone, deleted: { state: 'deleted' } } : show.driveItem(library, one.item))),
  );
}

export const listDelta: ListHandler = (asked, _, around, list) =>
  changes(asked, around, (since) =>
    list
      .changedSince(since)
      .map((one) => ('gone' in one ? { id: String(one.gone), deleted: { state: 'deleted' } } : around.show.row(list, one.row))),
  );

/** One page of what `since` gives, with the link to the next or, on the last page, the one to ask with later. */
function changes({ url }: Asked, { ledger, faults }: Surroundings, since: (lines: number) => object[]): Reply {
  const token = url.searchParams.get('token');
  const age = faults.age();
  const beginning: Mark = { age, from: 0, to: undefined, skip: 0 };
  const mark = token === null || token === 'latest' ? beginning : markOf(token);
  const { from, to, skip } = mark;
  if (from > ledger.lines.length || mark.age !== age) {
    const inner = 'resyncChangesApplyDifferences';
    throw new GraphNo(410, 'resyncRequired', 'The token is too old.', { inner, location: linkTo(url) });
  }
  const all = since(from);
  // What changes while the pages are read belongs to the next time.
  const end = to ?? ledger.lines.length;
  if (token === 'latest') return { status: 200, body: { '@odata.deltaLink': linkTo(url, `${age}-${end}`), value: [] } };
  const value = all.slice(skip, skip + pageSize);
  const isLast = skip + pageSize >= all.length;
  const link = isLast
    ? { '@odata.deltaLink': linkTo(url, `${age}-${end}`) }
    : { '@odata.nextLink': linkTo(url, `${age}-${from}.${end}.${skip + pageSize}`) };
  return { status: 200, body: { ...link, value } };
}

interface Mark {
  age: number;
  from: number;
  /** Set on every page but the first. */
  to: number | undefined;
  skip: number;
}

function markOf(token: string): Mark {
  const [, age, from, to, skip = '0'] = /^(\d+)-(\d+)(?:\.(\d+)\.(\d+))?$/.exec(token) ?? [];
  if (from === undefined) throw new GraphNo(400, 'invalidRequest', 'The token is not one of ours.');
  return { age: Number(age), from: Number(from), to: to === undefined ? undefined : Number(to), skip: Number(skip) };
}

const linkTo = (url: URL, token?: string) =>
  `https://graph.microsoft.com${url.pathname}${token === undefined ? '' : `?token=${token}`}`;
