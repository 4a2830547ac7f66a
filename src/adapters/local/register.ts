import { randomBytes, randomUUID } from 'node:crypto';
import { GraphNo } from './graph-no.ts';
import type { Item, Ledger } from './ledger.ts';
import { numbered } from './names.ts';
import { type OnDisk, type Shelf, sameName, sha256 } from './shelf.ts';

export type Conflict = 'fail' | 'replace' | 'rename';

/**
 * What lies in one library, with the identity and versions Graph gives things. The folder on disk is the truth of what
 * exists; the ledger remembers the rest. What somebody does in the folder is noticed when it is next looked at.
 */
export interface Register {
  find(path: string): Item | undefined;
  findById(id: string): Item | undefined;
  findByListItem(listItemId: number): Item | undefined;
  children(folder: Item): Item[];
  /** Every file and folder below the root. */
  everything(): Item[];
  read(item: Item): Buffer;
  /** What has changed since so many lines of the ledger, each thing once; `gone` when it is not there any longer. */
  changedSince(lines: number): ({ item: Item } | { gone: string })[];
  isOpen(path: string): boolean;
  /** @param n the number of the request, which the ledger must be told the outcome of. */
  put(path: string, bytes: Uint8Array, conflict: Conflict, n: number): { item: Item; outcome: 'created' | 'replaced' };
  changeFields(item: Item, values: Record<string, string | number | boolean | null>): Item;
  remove(item: Item): void;
}

export function openRegister(library: { id: string; name: string }, shelf: Shelf, ledger: Ledger, now: () => string): Register {
  const byPath = new Map<string, Item>();
  let lastListItem = 0;
  for (const line of ledger.lines) {
    if (line.kind === 'gone' && line.library === library.id) byPath.delete(sameName(line.path));
    if ((line.kind === 'seen' || line.kind === 'request') && line.item?.library === library.id) remember(line.item);
    if (line.kind === 'request' && line.outcome === 'deleted' && line.path.startsWith(`${library.name}/`)) {
      byPath.delete(sameName(line.path.slice(library.name.length + 1)));
    }
  }
  finishWhatACrashLeft();

  return {
    find,
    findById: (id) => known((item) => item.id === id),
    findByListItem: (listItemId) => known((item) => item.listItemId === listItemId),
    children,
    everything: () => below(find('') ?? raise()),
    read: (item) => shelf.read(item.path),
    changedSince,
    isOpen: (path) => shelf.isOpen(path),
    put,
    changeFields(item, values) {
      const fields = Object.entries({ ...item.fields, ...values }).filter(
        (entry): entry is [string, string | number | boolean] => entry[1] !== null,
      );
      return remember({
        ...item,
        fields: Object.fromEntries(fields),
        version: item.version + 1,
        modifiedAt: now(),
        modifiedBy: 'app',
      });
    },
    remove(item) {
      shelf.remove(item.path);
      byPath.delete(sameName(item.path));
    },
  };

  function find(path: string): Item | undefined {
    const onDisk = shelf.look(path);
    const before = byPath.get(sameName(path));
    if (before && (!onDisk || onDisk.folder !== before.folder)) forget(before);
    if (!onDisk) return undefined;
    const remembered = byPath.get(sameName(path));
    return remembered ? upToDate(remembered, onDisk) : seen(newItem(onDisk, 'someone', hashOf(onDisk)));
  }

  function upToDate(item: Item, onDisk: OnDisk): Item {
    if (item.folder || (item.size === onDisk.size && item.mtimeMs === onDisk.mtimeMs)) return item;
    const { size, mtimeMs } = onDisk;
    const hash = hashOf(onDisk);
    if (hash === item.sha256) return remember({ ...item, mtimeMs });
    return seen({
      ...item,
      path: onDisk.path,
      size,
      mtimeMs,
      sha256: hash,
      version: item.version + 1,
      contentVersion: item.contentVersion + 1,
      // The clock of this world may stand at another time than the one that dated the file.
      modifiedAt: now(),
      modifiedBy: 'someone',
    });
  }

  function changedSince(lines: number): ({ item: Item } | { gone: string })[] {
    below(find('') ?? raise());
    for (const { path } of [...byPath.values()]) find(path);
    const changed = new Map<string, { item: Item } | { gone: string }>();
    for (const line of ledger.lines.slice(lines)) {
      if (line.kind === 'gone' && line.library === library.id) changed.set(line.id, { gone: line.id });
      if ((line.kind !== 'seen' && line.kind !== 'request') || line.item?.library !== library.id) continue;
      const isDeleted = line.kind === 'request' && line.outcome === 'deleted';
      changed.set(line.item.id, isDeleted ? { gone: line.item.id } : { item: line.item });
    }
    return [...changed.values()];
  }

  function known(which: (item: Item) => boolean): Item | undefined {
    const item = byPath.values().find(which);
    return item && find(item.path);
  }

  function children(folder: Item): Item[] {
    return shelf.list(folder.path).flatMap((path) => find(path) ?? []);
  }

  function below(folder: Item): Item[] {
    return children(folder).flatMap((item) => (item.folder ? [item, ...below(item)] : [item]));
  }

  function put(path: string, bytes: Uint8Array, conflict: Conflict, n: number) {
    const before = find(path);
    if (before && conflict === 'rename') return put(firstFree(path), bytes, 'fail', n);
    if (before && (before.folder || conflict === 'fail')) {
      throw new GraphNo(409, 'nameAlreadyExists', 'An item with the same name already exists under the parent.');
    }
    const folder = makeFolders(path.split('/').slice(0, -1));
    const target = before?.path ?? [folder, path.split('/').at(-1)].filter(Boolean).join('/');
    const at = now();
    const file = shelf.prepare(bytes, at);
    const facts = { path: target, folder: false, size: file.size, mtimeMs: file.mtimeMs };
    const item: Item = before
      ? {
          ...before,
          ...facts,
          sha256: file.sha256,
          version: before.version + 1,
          contentVersion: before.contentVersion + 1,
          modifiedAt: at,
          modifiedBy: 'app',
        }
      : newItem(facts, 'app', file.sha256);
    ledger.append({ kind: 'intent', n, at, path: `${library.name}/${target}`, replaces: before !== undefined, item });
    file.moveTo(target);
    return { item: remember(item), outcome: before ? ('replaced' as const) : ('created' as const) };
  }

  function firstFree(path: string): string {
    for (let number = 1; ; number++) {
      const candidate = numbered(path, number);
      if (!find(candidate)) return candidate;
    }
  }

  function makeFolders(parts: readonly string[]): string {
    let path = '';
    for (const part of parts) {
      const wanted = path === '' ? part : `${path}/${part}`;
      const there = find(wanted);
      if (there && !there.folder) throw new GraphNo(400, 'invalidRequest', 'The parent is not a folder.');
      if (!there) {
        shelf.makeFolder(wanted);
        seen(newItem({ path: wanted, folder: true, size: 0, mtimeMs: Date.parse(now()) }, 'app', ''));
      }
      path = there?.path ?? wanted;
    }
    return path;
  }

  function newItem(facts: OnDisk, by: 'app' | 'someone', hash: string): Item {
    const at = by === 'app' ? now() : instant(facts.mtimeMs);
    return {
      ...facts,
      id: newItemId(),
      listItemId: ++lastListItem,
      guid: randomUUID(),
      library: library.id,
      version: 1,
      contentVersion: 1,
      sha256: hash,
      createdAt: at,
      createdBy: by,
      modifiedAt: at,
      modifiedBy: by,
      fields: {},
    };
  }

  function hashOf(onDisk: OnDisk): string {
    return onDisk.folder ? '' : sha256(shelf.read(onDisk.path));
  }

  function remember(item: Item): Item {
    byPath.set(sameName(item.path), item);
    lastListItem = Math.max(lastListItem, item.listItemId);
    return item;
  }

  function seen(item: Item): Item {
    ledger.append({ kind: 'seen', at: now(), item });
    return remember(item);
  }

  function forget(item: Item): void {
    ledger.append({ kind: 'gone', at: now(), library: library.id, path: item.path, id: item.id });
    byPath.delete(sameName(item.path));
  }

  /** A crash can fall between a file and the line that says it is there; the intent before it tells whose it is. */
  function finishWhatACrashLeft(): void {
    const answered = new Set(ledger.lines.filter((line) => line.kind === 'request').map((line) => line.n));
    for (const line of ledger.lines) {
      if (line.kind !== 'intent' || line.item.library !== library.id || answered.has(line.n)) continue;
      const { n, path, item, replaces } = line;
      const onDisk = shelf.look(item.path);
      const done = onDisk !== undefined && !onDisk.folder && hashOf(onDisk) === item.sha256;
      const [status, outcome] = replaces ? [200, 'replaced'] : [201, 'created'];
      ledger.append({
        kind: 'request',
        n,
        at: now(),
        method: 'PUT',
        path,
        status: done ? status : 0,
        outcome: done ? outcome : 'not done',
        answer: 'lost',
        ...(done ? { item: remember(item) } : {}),
      });
    }
  }

  function raise(): never {
    throw new Error(`the folder of ${library.name} is gone`);
  }
}

/** The form of SharePoint's own: 34 characters of base 32. */
function newItemId(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return `01${[...randomBytes(32)].map((byte) => letters[byte % 32]).join('')}`;
}

function instant(mtimeMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(mtimeMs)).toString();
}
