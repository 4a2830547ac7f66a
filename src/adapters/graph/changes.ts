/** What Graph tells about changes: subscriptions, and what is new since a delta link. */
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { type Changes, type Library, Refused, Unavailable, type Watched } from '../../ports.ts';
import { segment } from './address.ts';
import { everyOne, understood } from './answer.ts';
import { faultOf } from './fault.ts';
import { findLibraries, type LibraryNames, type Site } from './libraries.ts';
import { findLists } from './lists.ts';

const subscription = z.object({ id: z.string(), expirationDateTime: z.string() });
const listed = subscription.extend({ resource: z.string(), notificationUrl: z.string() });
const deltaPage = z.object({
  value: z.array(z.looseObject({ root: z.unknown().optional(), folder: z.unknown().optional() })),
  '@odata.nextLink': z.string().nullish(),
  '@odata.deltaLink': z.string().nullish(),
});

export function graphChanges(options: { client: Client; site: Site; libraries: LibraryNames }): Changes {
  const { client, site } = options;
  const driveOf = findLibraries(client, site, options.libraries);
  const listAt = findLists(client, site);

  /** What is subscribed to: the root of a drive, or a list. Both tell only that something was updated. */
  async function resourceOf(what: Watched): Promise<{ resource: string; delta: string }> {
    const [kind, name] = [what.slice(0, what.indexOf(':')), what.slice(what.indexOf(':') + 1)];
    if (kind === 'library') {
      const resource = `/drives/${segment(await driveOf(name as Library))}/root`;
      return { resource, delta: `${resource}/delta` };
    }
    const { address: resource } = await listAt(name);
    return { resource, delta: `${resource}/items/delta` };
  }

  return {
    async subscribe(what, { url, secret, until }) {
      const { resource } = await resourceOf(what);
      const asked = {
        changeType: 'updated',
        notificationUrl: url,
        lifecycleNotificationUrl: url,
        resource,
        expirationDateTime: until.toString({ smallestUnit: 'second' }),
        clientState: secret,
      };
      const answer = understood(subscription, 'POST /subscriptions', 'maybe', await client.api('/subscriptions').post(asked));
      return { id: answer.id, until: answer.expirationDateTime };
    },

    async renew(id, until) {
      const path = `/subscriptions/${segment(id)}`;
      try {
        const answer = await client.api(path).patch({ expirationDateTime: until.toString({ smallestUnit: 'second' }) });
        const renewed = understood(subscription, `PATCH ${path}`, 'maybe', answer);
        return { id: renewed.id, until: renewed.expirationDateTime };
      } catch (error) {
        if (error instanceof Refused && error.status === 404) return 'gone';
        throw error;
      }
    },

    async unsubscribe(what, url) {
      const { resource } = await resourceOf(what);
      const plain = (text: string) => decodeURIComponent(text).replace(/^\//, '').toLowerCase();
      for (const one of await everyOne(client, '/subscriptions', listed)) {
        if (one.notificationUrl !== url || plain(one.resource) !== plain(resource)) continue;
        try {
          await client.api(`/subscriptions/${segment(one.id)}`).delete();
        } catch (error) {
          if (!(error instanceof Refused && error.status === 404)) throw error;
        }
      }
    },

    async since(what, mark) {
      const { delta } = await resourceOf(what);
      let changed = 0;
      for (let at = mark ?? `${delta}?token=latest`; ; ) {
        let answer: unknown;
        try {
          answer = await client.api(at).get();
        } catch (error) {
          if (mark !== undefined && faultOf(error)?.status === 410) return 'too-old';
          throw error;
        }
        const page = understood(deltaPage, `GET ${delta}`, 'no', answer);
        // The root and the folders move with whatever lies in them.
        changed += page.value.filter((item) => !item.root && !item.folder).length;
        const link = page['@odata.deltaLink'];
        if (link) return { changed, mark: link };
        const more = page['@odata.nextLink'];
        if (!more) {
          const next = 'The answer has neither a next page nor a delta link. Check what stands between the server and Graph.';
          throw new Unavailable({ call: `GET ${delta}`, delivered: 'no', next });
        }
        at = more;
      }
    },
  };
}
