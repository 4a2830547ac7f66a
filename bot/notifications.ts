/** Where Graph tells of changes. It proves that it is Graph by the secret we gave it; what is looked at is decided by us. */
import { z } from 'zod';
import type { Product } from '../src/flows/product.ts';
import { hearChanges, type Told } from '../src/flows/watch-sources.ts';
import { readJson, refused } from './inbound.ts';
import type { Log } from './teams.ts';

const LIFECYCLE = { missed: 'missed', subscriptionRemoved: 'removed', reauthorizationRequired: 'reauthorize' } as const;

const notification = z.object({
  subscriptionId: z.string().max(100),
  clientState: z.string().max(128).nullish(),
  lifecycleEvent: z.string().max(100).nullish(),
});
const notifications = z.object({ value: z.array(notification).min(1).max(1000) });

/** Graph asks once, when a subscription is made, whether this address wants it, and is given its own words back. */
const longestToken = 4096;

/** Answers at once: what is to be done is stored, and done after the answer. */
export async function toldOfChanges(request: Request, product: Product, log: Log): Promise<Response> {
  const token = new URL(request.url).searchParams.get('validationToken');
  if (token !== null) {
    if (token.length > longestToken) return refused({ ok: false, status: 400, reason: 'the validationToken is too long' }, log);
    return new Response(token, {
      status: 200,
      headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
    });
  }
  const body = await readJson(request);
  if (!body.ok) return refused(body, log);
  const read = notifications.safeParse(body.value);
  if (!read.success) return refused({ ok: false, status: 400, reason: 'the body is no collection of notifications' }, log);
  const told = read.data.value.map(
    (one): Told => ({
      subscription: one.subscriptionId,
      secret: one.clientState ?? '',
      event: one.lifecycleEvent ? (own(one.lifecycleEvent) ?? 'missed') : 'changed',
    }),
  );
  const { taken, refused: strangers } = await hearChanges(product, told);
  if (taken === 0) return refused({ ok: false, status: 401, reason: 'no subscription of ours with that secret' }, log);
  if (strangers > 0) log.warn({ strangers }, 'notifications with another secret than ours were left unread');
  return new Response(null, { status: 202 });
}

const own = (event: string): Told['event'] | undefined =>
  Object.hasOwn(LIFECYCLE, event) ? LIFECYCLE[event as keyof typeof LIFECYCLE] : undefined;
