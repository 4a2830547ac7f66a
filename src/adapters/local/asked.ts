import type { OpenCalendar } from './calendar.ts';
import type { ActiveFaults } from './faults.ts';
import type { LocalGroups } from './groups.ts';
import type { Item, Ledger } from './ledger.ts';
import { mustExist, type OpenLibrary } from './library.ts';
import type { OpenList } from './list.ts';
import { pathOf } from './names.ts';
import { page, selected } from './query.ts';
import type { Resources } from './resources.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { UploadSessions } from './upload-sessions.ts';

export interface Asked {
  method: string;
  url: URL;
  ifMatch: string | undefined;
  prefer?: string | undefined;
  /** `bytes 0-327679/1000000`: which part of a file the body is. */
  range?: string | undefined;
  /** True when it carries a token. */
  signed?: boolean;
  body: Uint8Array;
  /** The number of this request, when it is one that changes something. */
  n: number;
  /** What it is about, `<library>/<path in it>`: set as soon as that is known, so that a refusal tells too. */
  about?: string;
}

export interface Reply {
  status: number;
  body?: object;
  location?: string;
  /** What a write did, for the ledger. */
  did?: { outcome: string; item?: Item };
}

export interface Surroundings {
  libraries: readonly OpenLibrary[];
  lists: readonly OpenList[];
  calendar?: OpenCalendar | undefined;
  groups: LocalGroups;
  show: Resources;
  /** An address that gives the file to whoever has it. */
  ticketFor(library: OpenLibrary, item: Item, as: 'as it is' | 'pdf'): string;
  uploads: UploadSessions;
  ledger: Ledger;
  faults: ActiveFaults;
  subscriptions: Subscriptions;
  messages?: { channel(teamId: string, channelId: string): object[]; chat(chatId: string): object[] } | undefined;
}

/** The named parts of an address. */
export type Parts = Record<string, string | undefined>;
export function one({ url }: Asked, resource: object): Reply {
  return { status: 200, body: selected(url.searchParams, resource) };
}

export function many({ url }: Asked, all: readonly object[]): Reply {
  return {
    status: 200,
    body: page(
      url,
      all.map((resource) => selected(url.searchParams, resource)),
    ),
  };
}

export function libraryOf({ drive, list }: Parts, { libraries, show }: Surroundings): OpenLibrary {
  const wanted = decodeURIComponent(drive ?? list ?? '');
  return mustExist(
    libraries.find((library) => (drive ? library.id === wanted : [show.list(library).id, library.name].includes(wanted))),
  );
}

/** The list of an address that is no library. */
export function listOf({ list }: Parts, { lists, show }: Surroundings): OpenList | undefined {
  const wanted = decodeURIComponent(list ?? '');
  return lists.find((one) => [show.ownList(one).id, one.name].includes(wanted));
}

/** Where an address leads inside a library, whether or not anything lies there. */
export function pathAt({ id, path }: Parts, { register }: OpenLibrary): string {
  const below = path === undefined ? '' : pathOf(path);
  if (id === undefined || id === 'root') return below;
  const from = mustExist(register.findById(id)).path;
  return [from, below].filter(Boolean).join('/');
}

export function itemAt(parts: Parts, library: OpenLibrary): Item {
  if (parts['listItem'] !== undefined) return mustExist(library.register.findByListItem(Number(parts['listItem'])));
  return mustExist(library.register.find(pathAt(parts, library)));
}
