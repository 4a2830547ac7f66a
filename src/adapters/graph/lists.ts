import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { Refused } from '../../ports.ts';
import { segment } from './address.ts';
import { everyOne } from './answer.ts';
import { type Site, siteId } from './libraries.ts';

const named = z.object({ id: z.string(), displayName: z.string(), webUrl: z.string() });

export interface FoundList {
  /** Below Graph's root: the site's, then the list's. */
  address: string;
  webUrl: string;
}

/** Finds the address of a list by the name people see; looks once, and again only if that failed. */
export function findLists(client: Client, site: Site): (name: string) => Promise<FoundList> {
  let looking: Promise<ReadonlyMap<string, FoundList>> | undefined;
  return async (name) => {
    looking ??= listsOf(client, site);
    let lists: ReadonlyMap<string, FoundList>;
    try {
      lists = await looking;
    } catch (error) {
      looking = undefined;
      throw error;
    }
    const found = lists.get(name);
    if (found !== undefined) return found;
    looking = undefined;
    const next = `The site has no list "${name}". Create it with the columns that manifest/permissions.md names, or correct the name in the definition.`;
    throw new Refused({ call: `GET lists of ${site.hostname}/${site.path}`, next });
  };
}

async function listsOf(client: Client, site: Site): Promise<ReadonlyMap<string, FoundList>> {
  const id = segment(await siteId(client, site));
  const lists = await everyOne(client, `/sites/${id}/lists?$select=id,displayName,webUrl`, named);
  return new Map(
    lists.map((list) => [list.displayName, { address: `/sites/${id}/lists/${segment(list.id)}`, webUrl: list.webUrl }]),
  );
}
