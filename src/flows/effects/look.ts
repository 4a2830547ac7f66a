/** Looks what has changed at a place since last time. */
import { type EffectFlow, type Ledger, nothing } from '../effect-flow.ts';
import { performLook } from '../watch-sources.ts';

export const look: EffectFlow<unknown, Ledger> = {
  act: async (product, effect) => ({ did: await performLook(product, effect) }),
  done: async (_product, _effect, ledger) => ledger,
  refused: async () => nothing,
};
