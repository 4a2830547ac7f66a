import { join } from 'node:path';
import type { Column } from './columns.ts';
import { GraphNo, notFound } from './graph-no.ts';
import type { Item, Ledger } from './ledger.ts';
import { isHidden } from './names.ts';
import { openRegister, type Register } from './register.ts';
import { openShelf } from './shelf.ts';

/** A document library: a drive, a list and a folder on disk, all three. */
export interface OpenLibrary {
  id: string;
  name: string;
  columns: readonly Column[];
  register: Register;
}

export function openLibrary(dir: string, facts: Omit<OpenLibrary, 'register'>, ledger: Ledger, now: () => string): OpenLibrary {
  const { id, name } = facts;
  if (/[/\\]/.test(name) || isHidden(name)) throw new Error(`"${name}" cannot be the name of a library`);
  const shelf = openShelf(join(dir, name), join(dir, '.uploads', encodeURIComponent(id)));
  return { ...facts, register: openRegister(facts, shelf, ledger, now) };
}

/** `"{GUID},2"` for the whole item. */
export function eTag({ guid, version }: Item): string {
  return `"{${guid.toUpperCase()}},${version}"`;
}

/** Moves with the content only. */
export function cTag({ guid, contentVersion }: Item): string {
  return `"c:{${guid.toUpperCase()}},${contentVersion}"`;
}

/** `"guid,2"`: the list's way to write the same tag. */
export function listETag({ guid, version }: Item): string {
  return `"${guid},${version}"`;
}

/** @throws GraphNo 412 when the item is not the one the caller knows. */
export function mustMatch(item: Item, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*') return;
  const wanted = ifMatch.replace(/^W\//, '');
  if ([eTag(item), cTag(item), listETag(item)].some((tag) => tag.toLowerCase() === wanted.toLowerCase())) return;
  throw new GraphNo(412, 'preconditionFailed', "ETag does not match current item's value");
}

export function mustExist<T>(found: T | undefined): T {
  if (found === undefined) throw notFound();
  return found;
}
