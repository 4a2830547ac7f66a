/** Who wants to be told when something changes, as Graph keeps it: a place, an address, a secret and a last day. */
import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { GraphNo } from './graph-no.ts';
import type { Ledger, Subscription } from './ledger.ts';

const asked = z.object({
  changeType: z.string(),
  notificationUrl: z.url(),
  lifecycleNotificationUrl: z.url().optional(),
  resource: z.string(),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().max(128).default(''),
});
const renewal = z.object({ expirationDateTime: z.iso.datetime({ offset: true }) });

/** What Graph allows where something is to be watched. */
export interface PlaceRules {
  changeTypes: readonly string[];
  longestMinutes: number;
}

export interface Subscriptions {
  all(): object[];
  one(id: string): object;
  add(body: unknown): object;
  renew(id: string, body: unknown): object;
  remove(id: string): void;
  /** Asks the address of a new subscription whether it wants it. @throws GraphNo 400 when it does not say so. */
  handshake(body: unknown): Promise<void>;
  /** Live subscriptions to a place: `drives/b!x/root`. */
  to(resource: string): Subscription[];
}

export function keepSubscriptions(
  ledger: Ledger,
  now: () => string,
  rulesOf: (resource: string) => PlaceRules | undefined,
): Subscriptions {
  const kept = new Map<string, Subscription>();
  for (const line of ledger.lines) {
    if (line.kind === 'subscribed') kept.set(line.subscription.id, line.subscription);
    if (line.kind === 'unsubscribed') kept.delete(line.id);
  }
  const isLive = ({ expirationDateTime: until }: Subscription) =>
    Temporal.Instant.compare(Temporal.Instant.from(until), Temporal.Instant.from(now())) > 0;
  const live = () => [...kept.values()].filter(isLive);

  function find(id: string): Subscription {
    const found = live().find((one) => one.id === id);
    if (found) return found;
    throw new GraphNo(404, 'ResourceNotFound', 'The object was not found.');
  }

  function keep(subscription: Subscription): object {
    ledger.append({ kind: 'subscribed', at: now(), subscription });
    kept.set(subscription.id, subscription);
    return shown(subscription);
  }

  function placeRules(resource: string): PlaceRules {
    const rules = rulesOf(resource);
    if (rules) return rules;
    throw new GraphNo(404, 'ResourceNotFound', 'There is no such place to watch.');
  }

  /** @throws GraphNo 400 for a time that has passed or lies too far ahead. */
  function until(text: string, { longestMinutes }: PlaceRules): string {
    const at = Temporal.Instant.from(text);
    const minutes = Temporal.Instant.from(now()).until(at).total('minutes');
    if (minutes <= 0 || minutes > longestMinutes)
      throw new GraphNo(400, 'ExtensionError', `Subscription expiration can only be ${longestMinutes} minutes in the future.`);
    return at.toString();
  }

  function understood<T>(schema: z.ZodType<T>, body: unknown): T {
    const read = schema.safeParse(body);
    if (!read.success) throw new GraphNo(400, 'InvalidRequest', z.prettifyError(read.error));
    return read.data;
  }

  return {
    all: () => live().map(shown),
    one: (id) => shown(find(id)),
    add(body) {
      const { resource, changeType, notificationUrl, clientState, expirationDateTime } = understood(asked, body);
      const rules = placeRules(placeOf(resource));
      if (!changeType.split(',').every((one) => rules.changeTypes.includes(one)))
        throw new GraphNo(400, 'ExtensionError', `Only ${rules.changeTypes} is told here.`);
      return keep({
        id: randomUUID(),
        resource: placeOf(resource),
        changeType,
        notificationUrl,
        clientState,
        expirationDateTime: until(expirationDateTime, rules),
      });
    },
    renew(id, body) {
      const before = find(id);
      const { expirationDateTime } = understood(renewal, body);
      return keep({ ...before, expirationDateTime: until(expirationDateTime, placeRules(before.resource)) });
    },
    remove(id) {
      find(id);
      ledger.append({ kind: 'unsubscribed', at: now(), id });
      kept.delete(id);
    },
    async handshake(body) {
      const { notificationUrl, lifecycleNotificationUrl } = understood(asked, body);
      for (const address of new Set([notificationUrl, lifecycleNotificationUrl ?? notificationUrl])) {
        const url = new URL(address);
        const token = `Validation: ${randomBytes(16).toString('base64')} åäö & <b>`;
        url.searchParams.set('validationToken', token);
        const answer = await fetch(url, { method: 'POST', signal: AbortSignal.timeout(10_000) }).catch(() => undefined);
        const isPlain = answer?.headers.get('content-type')?.startsWith('text/plain');
        if (answer?.status !== 200 || !isPlain || (await answer.text()) !== token) {
          const inner = 'NotificationUrlValidationFailed';
          throw new GraphNo(400, 'ValidationError', 'The notification address did not return the validation token.', { inner });
        }
      }
    },
    to: (resource) => live().filter((one) => one.resource === resource),
  };
}

const placeOf = (resource: string) => decodeURIComponent(resource).replace(/^\//, '');

function shown({ id, resource, changeType, notificationUrl, expirationDateTime }: Subscription): object {
  return {
    id,
    resource,
    applicationId: null,
    changeType,
    // Graph never tells a secret it has been given.
    clientState: null,
    notificationUrl,
    lifecycleNotificationUrl: notificationUrl,
    expirationDateTime,
  };
}
