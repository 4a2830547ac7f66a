/** Posts a card, once. */
import type { Audience, Posted } from '../../ports.ts';
import type { PostPayload } from '../cards.ts';
import { aboutToCall, type EffectFlow, nothing } from '../effect-flow.ts';

/** A card in a channel asks everybody; posting it twice is worse than asking a person. A personal nudge may repeat. */
const mayRepeat = (to: Audience): boolean => !('forum' in to);

export const post: EffectFlow<{ card: unknown }, Posted> = {
  async freeze(product, { payload }) {
    const { view, key } = payload as PostPayload;
    return { card: await product.chat.render(view, key) };
  },

  async act(product, effect, rendered) {
    const { to, key } = effect.payload as PostPayload;
    if (effect.state === 'inflight' || effect.state === 'unknown') {
      const found = await product.chat.find(to, key);
      if (typeof found === 'object') return { did: found };
      if (found === 'unknowable' && !mayRepeat(to)) return 'unknowable';
      const since = effect.lastTried ? product.clock.now().toInstant().since(effect.lastTried).total('seconds') : 0;
      if (found === 'absent' && since < product.settleSeconds) return 'settling';
    }
    await aboutToCall(product, effect);
    return { did: await product.chat.post(to, rendered.card) };
  },

  async done(_product, { payload }, posted) {
    const { key } = payload as PostPayload;
    return (change) => change.keepPosted(key, posted);
  },

  refused: async () => nothing,
};
