/** What Graph tells about changes: subscriptions, and what is new since a delta link. */
import type { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { type Changes, type Library, Refused, Unavailable, type Watched } from '../../ports.ts';
import { segment } from './address.ts';
import { everyOne, understood } from './answer.ts';
import { faultOf } from './fault.ts';
import { findLibraries, type LibraryNames, type Site } from './libraries.ts';
import { findLists } from './lists.ts';

/** Outlook keeps a subscription no longer; newer pages of Microsoft's say more, and what is granted is what counts. */
const OUTLOOK_MINUTES = 4_230;

/** The calendar has no mark of ours to count from: a look reads it anew. */
const CALENDAR_MARK = 'read anew';

const subscription = z.object({ id: z.string(), expirationDateTime: z.string() });
const listed = subscription.extend({ resource: z.string(), notificationUrl: z.string() });
const deltaPage = z.object({
  value: z.array(z.looseObject({ id: z.string(), root: z.unknown().optional(), folder: z.unknown().optional() })),
  '@odata.nextLink': z.string().nullish(),
  '@odata.deltaLink': z.string().nullish(),
});

export interface GraphChangesOptions {
  client: Client;
  site: Site;
  libraries: LibraryNames;
  /** The mailbox whose calendar meetings stand in; without it the calendar cannot be watched. */
  calendar?: { mailbox: string; now: () => Temporal.Instant } | undefined;
}

export function graphChanges(options: GraphChangesOptions): Changes {
  const { client, site, calendar } = options;
  const driveOf = findLibraries(client, site, options.libraries);
  const listAt = findLists(client, site);

  /** What is subscribed to: the events of a mailbox, or the root of a drive or a list, which tell only of updates. */
  async function resourceOf(what: Watched): Promise<string> {
    return what === 'calendar' ? eventsOf(mailboxOrNo()) : (await countedIn(what)).resource;
  }

  const mailboxOrNo = (): string => {
    if (calendar) return calendar.mailbox;
    const next = 'No mailbox for meetings is configured. Set SAMVERKAN_CALENDAR_MAILBOX.';
    throw new Refused({ call: 'watch the calendar', next });
  };

  const isOurCalendar = (resource: string) => calendar !== undefined && plain(resource) === plain(eventsOf(calendar.mailbox));

  function expiry(resource: string, until: Temporal.Instant): string {
    const latest = calendar && isOurCalendar(resource) ? calendar.now().add({ minutes: OUTLOOK_MINUTES }) : until;
    const granted = Temporal.Instant.compare(until, latest) > 0 ? latest : until;
    return granted.toString({ smallestUnit: 'second' });
  }

  async function countedIn(what: Exclude<Watched, 'calendar'>): Promise<{ resource: string; delta: string }> {
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
      const resource = await resourceOf(what);
      const asked = {
        changeType: what === 'calendar' ? 'created,updated,deleted' : 'updated',
        notificationUrl: url,
        lifecycleNotificationUrl: url,
        resource,
        expirationDateTime: expiry(resource, until),
        clientState: secret,
      };
      const answer = understood(subscription, 'POST /subscriptions', 'maybe', await client.api('/subscriptions').post(asked));
      return { id: answer.id, until: answer.expirationDateTime };
    },

    async renew(id, until) {
      const path = `/subscriptions/${segment(id)}`;
      try {
        const { resource } = understood(listed, `GET ${path}`, 'no', await client.api(path).get());
        const answer = await client.api(path).patch({ expirationDateTime: expiry(resource, until) });
        const renewed = understood(subscription, `PATCH ${path}`, 'maybe', answer);
        return { id: renewed.id, until: renewed.expirationDateTime };
      } catch (error) {
        if (error instanceof Refused && error.status === 404) return 'gone';
        throw error;
      }
    },

    async unsubscribe(what, url) {
      const resource = await resourceOf(what);
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
      if (what === 'calendar') return { changed: mark === undefined ? 0 : 1, ids: [], mark: CALENDAR_MARK };
      const { delta } = await countedIn(what);
      const ids: string[] = [];
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
        ids.push(...page.value.filter((item) => !item.root && !item.folder).map(({ id }) => id));
        const link = page['@odata.deltaLink'];
        if (link) return { changed: ids.length, ids, mark: link };
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

const eventsOf = (mailbox: string) => `/users/${segment(mailbox)}/events`;

/** Graph may give an address back in another spelling than it got. */
const plain = (address: string) => decodeURIComponent(address).replace(/^\//, '').toLowerCase();
