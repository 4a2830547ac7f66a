/** What a kind of effect has to say to be performed: what is sent, how, and what is true when it is done or refused. */
import { type Change, Refused, type StoredEffect, type Unavailable } from '../ports.ts';
import type { Product } from './product.ts';

/** Written in the transaction that ends the attempt. */
export type Ledger = (change: Change) => Promise<void>;

/** 'settling': too early to believe that it is not there. 'unknowable': nobody can tell, and doing it twice is worse. */
export type Acted<Outcome> = { did: Outcome } | 'settling' | 'unknowable';

export interface EffectFlow<Rendered = unknown, Outcome = unknown> {
  /** What is sent, made at the first attempt and the same at every later one. Left out where nothing is sent. */
  freeze?(product: Product, effect: StoredEffect): Rendered | Promise<Rendered>;
  /**
   * Does it outside; after an uncertain attempt (`effect.state`) looks first.
   * @throws Unavailable to be tried again, Refused to give up.
   */
  act(product: Product, effect: StoredEffect, rendered: Rendered): Promise<Acted<Outcome>>;
  /** It is done: reads what it needs outside the transaction, and gives what to write in it. */
  done(product: Product, effect: StoredEffect, outcome: Outcome): Promise<Ledger>;
  /** It could not be done and is tried again: what people are told of that, and when. Left out where nobody waits for it. */
  waits?(product: Product, effect: StoredEffect, why: Unavailable | Refused): Promise<Ledger>;
  /** It was refused for good: what people are told. */
  refused(product: Product, effect: StoredEffect): Promise<Ledger>;
}

/** No right to do it is put right by an administrator, and then it is done: late rather than never. */
export const lacksRight = (error: unknown): boolean => error instanceof Refused && (error.status === 401 || error.status === 403);

/** Another replica has taken the effect over: what this one does of it from now on counts for nothing. */
export class TakenOver extends Error {}

/** Seconds a claim is trusted without asking: well before another replica may take it, or believe that it came to nothing. */
const TRUSTED = 3;

/** The last thing before a call outside. A process that has stood still asks whether the effect is still its own. */
export async function aboutToCall(product: Product, effect: StoredEffect): Promise<void> {
  for (let { held } = effect; !held || product.clock.now().toInstant().since(held).total('seconds') > TRUSTED; ) {
    held = await product.store.change((change) => change.hold(effect));
    if (!held) throw new TakenOver(`${effect.idemKey}: attempt ${effect.attempts} was taken over`);
  }
  product.probe('effect:before-call');
}

/** Nothing to write. */
export const nothing: Ledger = async () => {};
