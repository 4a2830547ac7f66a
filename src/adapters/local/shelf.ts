import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { GraphNo } from './graph-no.ts';
import { isHidden } from './names.ts';

/** What lies at a path on disk, by the names it has there. */
export interface OnDisk {
  path: string;
  folder: boolean;
  size: number;
  mtimeMs: number;
}

/** A file written in full beside the library, ready to be moved into place. */
export interface Prepared {
  sha256: string;
  size: number;
  mtimeMs: number;
  moveTo(path: string): void;
}

/** The folder of one library. Names are compared as SharePoint does: whatever the case, whatever the form of åäö. */
export interface Shelf {
  look(path: string): OnDisk | undefined;
  list(path: string): string[];
  read(path: string): Buffer;
  prepare(bytes: Uint8Array, at: string): Prepared;
  makeFolder(path: string): void;
  remove(path: string): void;
  /** True while somebody has the file open in LibreOffice or Word. */
  isOpen(path: string): boolean;
}

export function openShelf(root: string, uploads: string): Shelf {
  mkdirSync(root, { recursive: true });
  rmSync(uploads, { recursive: true, force: true });
  mkdirSync(uploads, { recursive: true });
  let prepared = 0;

  return {
    look(path) {
      let found = '';
      let stats = lstatSync(root);
      for (const part of path === '' ? [] : path.split('/')) {
        const entry = stats.isDirectory() ? findEntry(join(root, found), part) : undefined;
        if (entry === undefined) return undefined;
        found = found === '' ? entry.name : `${found}/${entry.name}`;
        stats = entry.stats;
        if (!stats.isFile() && !stats.isDirectory())
          throw new GraphNo(400, 'invalidRequest', 'A link lies on the way; it is not followed.');
      }
      return { path: found, folder: stats.isDirectory(), size: stats.size, mtimeMs: stats.mtimeMs };
    },
    list: (path) =>
      readdirSync(join(root, path), { withFileTypes: true })
        .filter((entry) => (entry.isFile() || entry.isDirectory()) && !isHidden(entry.name))
        .map((entry) => (path === '' ? entry.name : `${path}/${entry.name}`))
        .sort(),
    read: (path) => readFileSync(join(root, path)),
    prepare(bytes, at) {
      const file = join(uploads, `${process.pid}-${++prepared}`);
      writeFileSync(file, bytes, { flush: true });
      const moment = new Date(at);
      utimesSync(file, moment, moment);
      const { size, mtimeMs } = lstatSync(file);
      return {
        sha256: sha256(bytes),
        size,
        mtimeMs,
        moveTo(path) {
          renameSync(file, join(root, path));
          syncFolder(dirname(join(root, path)));
        },
      };
    },
    makeFolder(path) {
      mkdirSync(join(root, path));
      syncFolder(dirname(join(root, path)));
    },
    remove: (path) => rmSync(join(root, path), { recursive: true }),
    isOpen(path) {
      const [folder, name] = [dirname(join(root, path)), basename(path)];
      // Word leaves out up to two letters of the name, depending on its length.
      const locks = [`.~lock.${name}#`, ...[0, 1, 2].map((letters) => `~$${name.slice(letters)}`)];
      return locks.some((lock) => existsSync(join(folder, lock)));
    },
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Two names are one when SharePoint would say so. */
export function sameName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

function findEntry(folder: string, name: string): { name: string; stats: Stats } | undefined {
  if (isHidden(name)) return undefined;
  const names = readdirSync(folder);
  const found = names.find((one) => one === name) ?? names.find((one) => sameName(one) === sameName(name));
  return found === undefined ? undefined : { name: found, stats: lstatSync(join(folder, found)) };
}

/** A rename is only safe from a power cut once its folder is synced; Windows has no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  fsyncSync(fd);
  closeSync(fd);
}
