/** Writes columns of a document that has been filed; idempotent. */
import type { FiledDocument } from '../../ports.ts';
import { keptAt } from '../copy-in-pdf.ts';
import { aboutToCall, type EffectFlow, nothing } from '../effect-flow.ts';
import type { MarkPayload } from '../mark-filed.ts';

export const mark: EffectFlow<unknown, FiledDocument | 'gone'> = {
  async act(product, effect) {
    const { path, columns } = effect.payload as MarkPayload;
    const kept = await product.store.read((reader) => keptAt(reader, path));
    if (!kept) throw new Error(`no document has been filed at ${path}`);
    await aboutToCall(product, effect);
    return { did: await product.samarbetsyta.mark('meetings', kept.id, columns) };
  },

  async done(_product, { payload }, marked) {
    const { path, columns } = payload as MarkPayload;
    if (marked === 'gone') return nothing;
    return async (change) => {
      const kept = await keptAt(change, path);
      if (kept) await change.keepFiled({ ...kept, ...marked, columns: { ...kept.columns, ...columns } });
    };
  },

  refused: async () => nothing,
};
