/** Who wants to be told when something changes, as Graph keeps it: a place, an address, a secret and a last day. */
import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { GraphNo } from './graph-no.ts';
import type { Ledger, Subscription } from './ledger.ts';

const asked = z.object({
  changeType: z.literal('updated', { error: 'only updated is known for drives and lists' }),
  notificationUrl: z.url(),
  lifecycleNotificationUrl: z.url().optional(),
  resource: z.string(),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().max(128).default(''),
});
const renewal = z.object({ expirationDateTime: z.iso.datetime({ offset: true }) });

/** Graph keeps a subscription to a drive or a list no longer than this. */
const longestMinutes = 42_300;

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

export function keepSubscriptions(ledger: Ledger, now: () => string, isPlace: (resource: string) => boolean): Subscriptions {
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

  /** @throws GraphNo 400 for a time that has passed or lies too far ahead. */
  function until(text: string): string {
    const at = Temporal.Instant.from(text);
    const minutes = Temporal.Instant.from(now()).until(at).total('minutes');
    if (minutes <= 0 || minutes > longestMinutes)
      throw new GraphNo(400, 'ExtensionError', 'Subscription expiration must be within 42300 minutes from now.');
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
      const { resource, notificationUrl, clientState, expirationDateTime } = understood(asked, body);
      if (!isPlace(placeOf(resource))) throw new GraphNo(404, 'ResourceNotFound', 'There is no such place to watch.');
      return keep({
        id: randomUUID(),
        resource: placeOf(resource),
        notificationUrl,
        clientState,
        expirationDateTime: until(expirationDateTime),
      });
    },
    renew: (id, body) => keep({ ...find(id), expirationDateTime: until(understood(renewal, body).expirationDateTime) }),
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

function shown({ id, resource, notificationUrl, expirationDateTime }: Subscription): object {
  return {
    id,
    resource,
    applicationId: null,
    changeType: 'updated',
    // Graph never tells a secret it has been given.
    clientState: null,
    notificationUrl,
    lifecycleNotificationUrl: notificationUrl,
    expirationDateTime,
  };
}
