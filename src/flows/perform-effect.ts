/**
 * Does one thing outside, once. Claim before the call, freeze the bytes, look before trying again after an uncertain
 * attempt, and let only the present attempt write the outcome. What each kind does stands in `effects.ts`.
 */
import type { StoredEffect } from '../ports.ts';
import { Refused, Unavailable } from '../ports.ts';
import { type Acted, lacksRight, TakenOver } from './effect-flow.ts';
import { effects } from './effects.ts';
import type { Product } from './product.ts';

async function render(product: Product, effect: StoredEffect): Promise<unknown> {
  if (effect.rendered !== undefined) return effect.rendered;
  const rendered = await effects[effect.kind].freeze?.(product, effect);
  if (rendered === undefined) return undefined;
  if (!(await product.store.change((change) => change.finish(effect, { state: 'inflight', rendered }))))
    throw new TakenOver(`${effect.idemKey}: attempt ${effect.attempts} was taken over`);
  return rendered;
}

/** What is done with a failure: try again, look first next time, or give up and say so. */
async function failed(product: Product, effect: StoredEffect, error: unknown): Promise<'over' | 'later'> {
  const detail = error instanceof Error ? error.message : String(error);
  const facts = { effect: effect.idemKey, attempt: effect.attempts, error: detail };
  if (error instanceof TakenOver) {
    product.log.warn(facts, 'effect left to the replica that took it over');
    return 'over';
  }
  const status = error instanceof Refused || error instanceof Unavailable ? error.status : undefined;
  if (error instanceof Refused && !lacksRight(error)) {
    product.log.error(facts, 'effect refused for good');
    const ledger = await effects[effect.kind].refused(product, effect);
    await product.store.change(async (change) => {
      if (await change.finish(effect, { state: 'dead', detail, status })) await ledger(change);
    });
    return 'over';
  }
  const undelivered = lacksRight(error) || (error instanceof Unavailable && error.delivered === 'no');
  // What is not known of an earlier attempt is not known by this one's failure either: the next one looks first too.
  const state = undelivered && effect.state === 'pending' ? 'pending' : 'unknown';
  product.log.warn(facts, 'effect failed; it is tried again');
  const fromOutside = error instanceof Unavailable || error instanceof Refused;
  const ledger = fromOutside ? await effects[effect.kind].waits?.(product, effect, error) : undefined;
  await product.store.change(async (change) => {
    if (await change.finish(effect, { state, detail, status })) await ledger?.(change);
  });
  // The next document would be told the same: its worker waits as long as the samarbetsyta asks.
  const asked = error instanceof Unavailable ? error.retryAfter : undefined;
  if (effect.kind === 'file' && asked !== undefined) await product.waitAsAsked(asked);
  return 'later';
}

/** Performs an effect by id. 'later' asks the queue to come back, 'behind' to bring an earlier effect of the lane first. */
export async function performEffect(product: Product, id: string): Promise<'over' | 'later' | 'behind'> {
  const effect = await product.store.change((change) => change.claim(id));
  if (effect === undefined) return 'over';
  if (effect === 'wait') return 'behind';
  product.probe('effect:claimed');
  let acted: Acted<unknown>;
  try {
    acted = await effects[effect.kind].act(product, effect, await render(product, effect));
  } catch (error) {
    return failed(product, effect, error);
  }
  if (acted === 'settling') {
    await product.store.change((change) => change.finish(effect, { state: 'unknown', detail: 'waiting before looking again' }));
    return 'later';
  }
  if (acted === 'unknowable') {
    const detail = 'The card may already be in the channel and cannot be read back. Look there; if it is missing, resend it.';
    product.log.error({ effect: effect.idemKey }, detail);
    await product.store.change((change) => change.finish(effect, { state: 'dead', detail }));
    return 'over';
  }
  product.probe('effect:called');
  const ledger = await effects[effect.kind].done(product, effect, acted.did);
  await product.store.change(async (change) => {
    if (!(await change.finish(effect, { state: 'done', detail: '' }))) return;
    await ledger(change);
    product.probe('effect:before-ledger');
  });
  product.probe('effect:done');
  return 'over';
}
