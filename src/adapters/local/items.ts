import { type Asked, itemAt, libraryOf, many, one, type Parts, pathAt, type Reply, type Surroundings } from './asked.ts';
import { columnValues } from './columns.ts';
import { GraphNo, notFound } from './graph-no.ts';
import type { Item } from './ledger.ts';
import { mustMatch, type OpenLibrary } from './library.ts';
import { expansions, selected, unknownExpansion } from './query.ts';
import type { Conflict } from './register.ts';

export function driveItem(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const library = libraryOf(parts, around);
  if (asked.method === 'DELETE') return remove(asked, parts, library, around);
  return one(asked, expanded(asked, library, itemAt(parts, library), around));
}

function remove(asked: Asked, parts: Parts, library: OpenLibrary, around: Surroundings): Reply {
  const found = itemAt(parts, library);
  if (found.path === '') throw new GraphNo(400, 'invalidRequest', 'The root cannot be deleted.');
  asked.about = `${library.name}/${found.path}`;
  mustBeFree(library, found.path, around);
  mustMatch(found, asked.ifMatch);
  library.register.remove(found);
  return { status: 204, did: { outcome: 'deleted', item: found } };
}

export function children(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const library = libraryOf(parts, around);
  const folder = itemAt(parts, library);
  const inside = folder.folder ? library.register.children(folder) : [];
  return many(
    asked,
    inside.map((child) => expanded(asked, library, child, around)),
  );
}

export function content(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const library = libraryOf(parts, around);
  return asked.method === 'GET' ? download(asked, parts, library, around) : upload(asked, parts, library, around);
}

function download({ url }: Asked, parts: Parts, library: OpenLibrary, { ticketFor }: Surroundings): Reply {
  const found = itemAt(parts, library);
  if (found.folder) throw new GraphNo(400, 'invalidRequest', 'A folder has no content.');
  const format = url.searchParams.get('format');
  if (format !== null && !(format === 'pdf' && found.path.toLowerCase().endsWith('.docx')))
    throw new GraphNo(406, 'notSupported', 'The file cannot be converted.');
  return { status: 302, location: ticketFor(library, found, format === null ? 'as it is' : 'pdf') };
}

function upload(asked: Asked, parts: Parts, library: OpenLibrary, around: Surroundings): Reply {
  const { url, body, ifMatch, n } = asked;
  const path = pathAt(parts, library);
  if (path === '') throw new GraphNo(400, 'invalidRequest', 'The root has no content.');
  asked.about = `${library.name}/${path}`;
  mustBeFree(library, path, around);
  mustHaveRoom(around);
  const before = library.register.find(path);
  if (before) mustMatch(before, ifMatch);
  else if (ifMatch !== undefined) throw notFound();
  const { item, outcome } = library.register.put(path, body, conflictOf(url.searchParams), n);
  asked.about = `${library.name}/${item.path}`;
  return { status: outcome === 'created' ? 201 : 200, body: around.show.driveItem(library, item), did: { outcome, item } };
}

function conflictOf(query: URLSearchParams): Conflict {
  const wanted = query.get('@microsoft.graph.conflictBehavior') ?? 'replace';
  if (wanted === 'fail' || wanted === 'replace' || wanted === 'rename') return wanted;
  throw new GraphNo(400, 'invalidRequest', 'Unknown conflictBehavior.');
}

/** @throws GraphNo 423 while somebody has the file open. */
export function mustBeFree(library: OpenLibrary, path: string, { faults }: Surroundings): void {
  if (!faults.isLocked(`${library.name}/${path}`) && !library.register.isOpen(path)) return;
  throw new GraphNo(423, 'notAllowed', 'The resource you are attempting to access is locked', { inner: 'resourceLocked' });
}

export function mustHaveRoom({ faults }: Surroundings): void {
  if (faults.isFull()) throw new GraphNo(507, 'quotaLimitReached', 'There is no space left.');
}

export function columns(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const library = libraryOf(parts, around);
  return many(
    asked,
    library.columns.map((column) => around.show.column(library, column)),
  );
}

export function listItems(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const library = libraryOf(parts, around);
  return many(
    asked,
    library.register.everything().map((found) => listItemShown(asked.url.searchParams, library, found, around)),
  );
}

export function listItem(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const library = libraryOf(parts, around);
  return one(asked, listItemShown(asked.url.searchParams, library, itemAt(parts, library), around));
}

export function fields(asked: Asked, parts: Parts, around: Surroundings): Reply {
  const library = libraryOf(parts, around);
  const found = itemAt(parts, library);
  if (asked.method === 'GET') return one(asked, around.show.fields(found));
  asked.about = `${library.name}/${found.path}`;
  mustBeFree(library, found.path, around);
  mustMatch(found, asked.ifMatch);
  const changed = library.register.changeFields(found, columnValues(library.columns, json(asked.body)));
  return { status: 200, body: around.show.fields(changed), did: { outcome: 'columns written', item: changed } };
}

function expanded({ url }: Asked, library: OpenLibrary, found: Item, around: Surroundings): object {
  const shown: Record<string, unknown> = around.show.driveItem(library, found);
  for (const { name, within } of expansions(url.searchParams)) {
    if (name !== 'listItem') throw unknownExpansion(name);
    shown[name] = listItemShown(new URLSearchParams(within), library, found, around);
  }
  return shown;
}

function listItemShown(query: URLSearchParams, library: OpenLibrary, found: Item, around: Surroundings): object {
  const shown: Record<string, unknown> = around.show.listItem(library, found);
  for (const { name, within } of expansions(query)) {
    if (name !== 'fields') throw unknownExpansion(name);
    shown[name] = selected(new URLSearchParams(within), around.show.fields(found));
  }
  return shown;
}

export function json(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch (cause) {
    throw new GraphNo(400, 'invalidRequest', 'The body is not JSON.', { cause });
  }
}
