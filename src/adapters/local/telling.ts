/** Tells those who asked when something in a place has changed, whoever changed it and however. */
import type { ActiveFaults } from './faults.ts';
import type { Ledger } from './ledger.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What is told: that a place was updated, or what happened to one thing in it. */
export interface Notice {
  changeType: string;
  resource: string;
  resourceData?: object;
}

/** Somewhere things change: `drives/b!x/root`, and what there is to tell of it since so many lines of the ledger. */
export interface PlaceOfChange {
  resource: string;
  noticesSince(lines: number): Notice[];
}

export interface Telling {
  /** Looks now, and tells what is new. */
  look(): void;
  stop(): void;
}

/** How often a folder is looked into: what folders tell of themselves differs between systems. */
const everyMs = 400;

/** Pauses before an address that did not take a notification is tried again. */
const pauses = [500, 2_000, 8_000];

const tenantId = '00000000-0000-4000-8000-0000000000af';

export function telling(given: {
  places: readonly PlaceOfChange[];
  subscriptions: Subscriptions;
  ledger: Ledger;
  faults: ActiveFaults;
}): Telling {
  const { places, subscriptions, ledger, faults } = given;
  const seen = new Map(places.map(({ resource }) => [resource, ledger.lines.length]));
  let stopped = false;
  const timer = setInterval(look, everyMs);
  timer.unref();

  function look(): void {
    for (const { resource, noticesSince } of places) {
      const wanting = subscriptions.to(resource);
      if (wanting.length === 0) continue;
      const notices = noticesSince(seen.get(resource)!);
      seen.set(resource, ledger.lines.length);
      if (notices.length === 0 || faults.notificationLost()) continue;
      for (const { id, changeType, notificationUrl, clientState, expirationDateTime } of wanting) {
        const value = notices
          .filter((notice) => changeType.split(',').includes(notice.changeType))
          .map((notice) => ({
            subscriptionId: id,
            clientState,
            ...notice,
            subscriptionExpirationDateTime: expirationDateTime,
            tenantId,
          }));
        if (value.length > 0) void send(notificationUrl, { value });
      }
    }
  }

  async function send(url: string, body: object): Promise<void> {
    for (const pause of [...pauses, 0]) {
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => undefined);
      await answer?.arrayBuffer();
      if (answer?.ok || stopped) return;
      await new Promise((resolve) => setTimeout(resolve, pause).unref());
    }
  }

  return {
    look,
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}
