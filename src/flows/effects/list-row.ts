/** Adds a row of figures to a list, once for each effect. */
import { type EffectFlow, type Ledger, nothing } from '../effect-flow.ts';
import { performListRow } from '../report-figure.ts';

export const listRow: EffectFlow<unknown, Ledger> = {
  act: async (product, effect) => ({ did: await performListRow(product, effect) }),
  done: async (_product, _effect, ledger) => ledger,
  refused: async () => nothing,
};
