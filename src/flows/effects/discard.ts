/** Takes a draft away; nothing that has been filed can be. */
import { aboutToCall, type EffectFlow, nothing } from '../effect-flow.ts';
import type { DiscardPayload } from '../lay-draft.ts';

export const discard: EffectFlow<unknown, undefined> = {
  async act(product, effect) {
    const { meeting: id, path } = effect.payload as DiscardPayload;
    const meeting = await product.store.read((reader) => reader.meeting(id));
    // Opened again meanwhile: it is being read.
    if (meeting?.stage.name === 'draft') return { did: undefined };
    await aboutToCall(product, effect);
    await product.samarbetsyta.discardDraft(path);
    return { did: undefined };
  },

  done: async () => nothing,
  refused: async () => nothing,
};
