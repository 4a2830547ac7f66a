import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { type Library, Refused } from '../../ports.ts';
import { pathInLibrary, segment } from './address.ts';
import { everyOne, understood } from './answer.ts';

export interface Site {
  hostname: string;
  /** Server-relative: `sites/samverkan`. */
  path: string;
}

/** Display names of the document libraries. */
export type LibraryNames = Record<Library, string>;

/** How Graph names the site. */
export async function siteId(client: Client, site: Site): Promise<string> {
  const below = site.path.replace(/^\/|\/$/g, '');
  const path = `/sites/${site.hostname}${below === '' ? '' : `:/${pathInLibrary(below)}`}`;
  return understood(identified, `GET ${path}`, 'no', await client.api(`${path}?$select=id`).get()).id;
}

const identified = z.object({ id: z.string() });
const named = z.object({ id: z.string(), name: z.string() });

/** Finds the drive of each library; looks once, and again only if that failed. */
export function findLibraries(client: Client, site: Site, names: LibraryNames): (library: Library) => Promise<string> {
  let looking: Promise<ReadonlyMap<string, string>> | undefined;
  return async (library) => {
    looking ??= drivesOf(client, site);
    let drives: ReadonlyMap<string, string>;
    try {
      drives = await looking;
    } catch (error) {
      looking = undefined;
      throw error;
    }
    const drive = drives.get(names[library]);
    if (drive !== undefined) return drive;
    looking = undefined;
    const there = [...drives.keys()].map((name) => `"${name}"`).join(', ') || 'none';
    const next = `The site has no document library "${names[library]}" (it has: ${there}). Create it, or correct the name in the configuration.`;
    throw new Refused({ call: `GET drives of ${site.hostname}/${site.path}`, next });
  };
}

async function drivesOf(client: Client, site: Site): Promise<ReadonlyMap<string, string>> {
  const id = await siteId(client, site);
  const drives = await everyOne(client, `/sites/${segment(id)}/drives?$select=id,name`, named);
  return new Map(drives.map((drive) => [drive.name, drive.id]));
}
