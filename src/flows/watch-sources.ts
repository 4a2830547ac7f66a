/**
 * Where figures come from is watched, what has been filed, and the calendar: we ask to be told, renew that in time, and look for ourselves where
 * nobody tells. A change is seen on the open agenda card without anyone pressing anything.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Change, KeptSubscription, StoredEffect, Watched } from '../ports.ts';
import { aboutToCall } from './effect-flow.ts';
import { lookAtCalendar } from './look-at-calendar.ts';
import { lookAtFiled } from './look-at-filed.ts';
import { nextNumber } from './next-number.ts';
import type { Product } from './product.ts';
import { showNewFigures } from './show-new-figures.ts';

export interface WatchPayload {
  what: Watched;
}
/** 'decided': nothing at a source has changed, but what people have added to its figures. */
export type LookPayload = { what: Watched | 'decided' };

/** Asked for, in days: Graph keeps a subscription to a drive or a list for at most 42,300 minutes. */
const DAYS = 29;

/** Everything figures are read from, the library documents are filed in, and the calendar meetings stand in. */
export function watchedPlaces({ agreement, calendar }: Product): Watched[] {
  const places = agreement.indicators.flatMap(({ source }): Watched[] => {
    if (source.kind === 'none') return [];
    return [source.kind === 'list' ? `list:${source.list}` : 'library:statistics'];
  });
  return [...new Set(places), 'library:meetings', ...(calendar ? (['calendar'] as const) : [])];
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const markName = (what: Watched): string => `delta/${what}`;

/** True while it tells the right address and more than half of the time that was granted is left. */
function isFresh(kept: KeptSubscription | undefined, url: string, now: Temporal.Instant): boolean {
  if (!kept || kept.url !== url) return false;
  const [from, until] = [Temporal.Instant.from(kept.renewed), Temporal.Instant.from(kept.until)];
  return until.epochMilliseconds - now.epochMilliseconds > (until.epochMilliseconds - from.epochMilliseconds) / 2;
}

/** Asks for what is missing or about to lapse. Does nothing where nobody outside can reach us: there `lookAround` looks. */
export async function keepWatch(product: Product): Promise<void> {
  const url = product.notificationUrl();
  if (url === '') return;
  const now = product.clock.now().toInstant();
  const kept = await product.store.read((reader) => reader.subscriptions());
  const stale = watchedPlaces(product).filter(
    (what) =>
      !isFresh(
        kept.find((one) => one.what === what),
        url,
        now,
      ),
  );
  if (stale.length === 0) return;
  await product.store.change(async (change) => {
    for (const what of stale) await askFor(change, 'watch', what);
  });
}

/** Renews the subscription of a place, or makes a new one. @returns what is to be remembered with it. */
export async function performWatch(
  product: Product,
  effect: StoredEffect,
  rendered: { secret: string },
): Promise<(change: Change) => Promise<void>> {
  const { what } = effect.payload as WatchPayload;
  const { changes, clock } = product;
  const now = clock.now().toInstant();
  const until = now.add({ hours: DAYS * 24 });
  const url = product.notificationUrl();
  const kept = (await product.store.read((reader) => reader.subscriptions())).find((one) => one.what === what);
  if (isFresh(kept, url, now)) return async () => {};
  await aboutToCall(product, effect);
  if (kept && kept.url === url) {
    const renewed = await changes.renew(kept.id, until);
    if (renewed !== 'gone')
      return (change) => change.keepSubscription({ ...kept, until: renewed.until, renewed: now.toString() });
  }
  // An earlier attempt may have gone through without our knowing its answer, and an earlier address is told in vain.
  if (kept && kept.url !== url) await changes.unsubscribe(what, kept.url);
  if (effect.attempts > 1) await changes.unsubscribe(what, url);
  const made = await changes.subscribe(what, { url, secret: rendered.secret, until });
  return async (change) => {
    await change.keepSubscription({ what, url, ...made, secretHash: hashOf(rendered.secret), renewed: now.toString() });
    // What changed while nobody told us.
    await askFor(change, 'look', what);
  };
}

/** At most 128 characters, so that Graph takes it as clientState. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** However many say that something changed, one look that has not begun is enough. */
export async function askFor(change: Change, kind: 'watch' | 'look', what: Watched, after = 0): Promise<void> {
  const lane = `${kind}/${what}`;
  await change.lock(lane);
  const open = await change.openEffects();
  if (open.some((effect) => effect.lane === lane && effect.state === 'pending' && effect.attempts === 0)) return;
  const number = await nextNumber(change, `asked/${lane}`);
  await change.enqueue({ idemKey: `${lane}/${number}`, kind, lane, payload: { what }, after });
}

/** Cards with figures are drawn anew soon, for something people have added. */
export async function showAnew(change: Change, cause: string): Promise<void> {
  const payload: LookPayload = { what: 'decided' };
  await change.enqueue({ idemKey: `look/decided/${cause}`, kind: 'look', lane: 'look/decided', payload });
}

/**
 * Looks at the places nobody tells us about, or at every place: what a lost notification leaves unseen is seen then.
 * A place that cannot be looked at keeps none of the others waiting.
 */
export async function lookAround(product: Product, where: 'untold' | 'everywhere'): Promise<void> {
  const now = product.clock.now().toInstant();
  const kept = await product.store.read((reader) => reader.subscriptions());
  const isTold = (what: Watched) =>
    kept.some((one) => one.what === what && Temporal.Instant.compare(Temporal.Instant.from(one.until), now) > 0);
  const places = watchedPlaces(product).filter((what) => where === 'everywhere' || !isTold(what));
  const looked = await Promise.allSettled(
    places.map(async (what) => {
      const remember = await look(product, what);
      await product.store.change(remember);
    }),
  );
  const faults = looked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join('; '));
}

export async function performLook(product: Product, effect: StoredEffect): Promise<(change: Change) => Promise<void>> {
  const { what } = effect.payload as LookPayload;
  if (what !== 'decided') return look(product, what);
  await showNewFigures(product);
  return async () => {};
}

/** What has changed since last time, and if anything has: the cards that show it. @returns what is to be remembered. */
async function look(product: Product, what: Watched): Promise<(change: Change) => Promise<void>> {
  if (what === 'calendar') {
    await lookAtCalendar(product);
    return async () => {};
  }
  const mark = await product.store.read((reader) => reader.setting(markName(what)));
  const told = await product.changes.since(what, mark);
  // Too long ago: from now on, and everything is read again.
  const since = told === 'too-old' ? await product.changes.since(what, undefined) : told;
  if (since === 'too-old') throw new Error(`${what}: the samarbetsyta gives no mark to begin with`);
  const fromStart = mark === undefined || told === 'too-old';
  if (what === 'library:meetings') await lookAtFiled(product, fromStart ? 'all' : since.ids);
  else if (fromStart || since.changed > 0) await showNewFigures(product);
  return async (change) => {
    if (since.mark !== mark) await change.keepSetting(markName(what), since.mark);
  };
}

/** One thing the samarbetsyta told us. */
export interface Told {
  subscription: string;
  secret: string;
  event: 'changed' | 'missed' | 'removed' | 'reauthorize';
}

/** Takes what carries the secret of a subscription of ours. The looking comes after. @returns how many were not ours. */
export async function hearChanges(product: Product, told: readonly Told[]): Promise<{ taken: number; refused: number }> {
  const kept = await product.store.read((reader) => reader.subscriptions());
  const ours = told.flatMap((one) => {
    const subscription = kept.find(({ id }) => id === one.subscription);
    return subscription && isSecretOf(subscription, one.secret) ? [{ subscription, event: one.event }] : [];
  });
  const counted = { taken: ours.length, refused: told.length - ours.length };
  if (ours.length === 0) return counted;
  const now = product.clock.now().toInstant().toString();
  await product.store.change(async (change) => {
    for (const [subscription, heard] of Map.groupBy(ours, (one) => one.subscription)) {
      const { what } = subscription;
      const events = new Set(heard.map((one) => one.event));
      if (events.has('removed')) await change.dropSubscription(what);
      // Renewing is the answer to a call to reauthorize: it lapses now, unless it is renewed.
      else if (events.has('reauthorize')) await change.keepSubscription({ ...subscription, until: now });
      if (events.has('removed') || events.has('reauthorize')) await askFor(change, 'watch', what);
      if (events.has('changed') || events.has('missed')) await askFor(change, 'look', what, product.calmSeconds);
    }
  });
  return counted;
}

function isSecretOf({ secretHash }: KeptSubscription, secret: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(secretHash));
}
