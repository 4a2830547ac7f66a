/** Asks to be told when a place changes, or renews that. */
import { type EffectFlow, type Ledger, nothing } from '../effect-flow.ts';
import { newSecret, performWatch } from '../watch-sources.ts';

export const watch: EffectFlow<{ secret: string }, Ledger> = {
  freeze: () => ({ secret: newSecret() }),
  act: async (product, effect, rendered) => ({ did: await performWatch(product, effect, rendered) }),
  done: async (_product, _effect, ledger) => ledger,
  refused: async () => nothing,
};
