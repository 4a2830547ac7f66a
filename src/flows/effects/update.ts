/** Shows the present state on a card that has been posted; idempotent. */
import { Refused } from '../../ports.ts';
import type { UpdatePayload } from '../cards.ts';
import { aboutToCall, type EffectFlow, nothing } from '../effect-flow.ts';

export const update: EffectFlow<{ card: unknown }, undefined> = {
  async freeze(product, { payload }) {
    const { view, key } = payload as UpdatePayload;
    return { card: await product.chat.render(view, key) };
  },

  async act(product, effect, rendered) {
    const { key } = effect.payload as UpdatePayload;
    const posted = await product.store.read((reader) => reader.posted(key));
    if (!posted) throw new Refused({ call: `update ${key}`, next: 'The card was never posted; see the log for its post.' });
    await aboutToCall(product, effect);
    await product.chat.update(posted, rendered.card);
    return { did: undefined };
  },

  done: async () => nothing,
  refused: async () => nothing,
};
