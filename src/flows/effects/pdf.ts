/** Lays a copy in PDF beside a filed document, once. */
import { pdfBeside } from '../../domain/filing.ts';
import { convenerId } from '../agenda-view.ts';
import { message } from '../cards.ts';
import { keptAt, type PdfPayload, pdfOf } from '../copy-in-pdf.ts';
import { aboutToCall, type EffectFlow } from '../effect-flow.ts';
import type { Filed } from '../file-document.ts';
import { markReplaced } from '../mark-filed.ts';
import { nudge } from '../nudge.ts';
import type { Product } from '../product.ts';

async function originalOf(product: Product, payload: unknown) {
  const { path } = payload as PdfPayload;
  const original = await product.store.read((reader) => keptAt(reader, path));
  if (!original) throw new Error(`no document has been filed at ${path}`);
  return original;
}

export const pdf: EffectFlow<{ base64: string }, Filed> = {
  async freeze(product, { payload }) {
    const bytes = await pdfOf(product, await originalOf(product, payload));
    return { base64: Buffer.from(bytes).toString('base64') };
  },

  async act(product, effect, rendered) {
    const { path, columns } = await originalOf(product, effect.payload);
    const bytes = Buffer.from(rendered.base64, 'base64');
    await aboutToCall(product, effect);
    const filed = await product.samarbetsyta.file({
      library: 'meetings',
      path: pdfBeside(path),
      bytes,
      contentType: 'application/pdf',
      columns,
      effectId: effect.idemKey,
    });
    return { did: { filed, words: product.documents.words(bytes) } };
  },

  async done(product, effect, { filed, words }) {
    const { meeting, type, edition, columns, path } = await originalOf(product, effect.payload);
    return async (change) => {
      await change.keepFiled({ ...filed, path: pdfBeside(path), meeting, type, edition, columns, words, told: '' });
      await markReplaced(change, meeting, type, edition);
    };
  },

  async refused(product, effect) {
    const { meeting: id, path } = await originalOf(product, effect.payload);
    return async (change) => {
      const meeting = await change.meeting(id);
      const person = meeting && convenerId(product, meeting.forum);
      if (!person) return;
      const name = pdfBeside(path).split('/').at(-1)!;
      const detail = 'Word-filen ligger där och gäller. Spara en kopia i PDF för hand, om ni vill ha en.';
      await nudge(
        product,
        change,
        { forum: meeting.forum, person },
        `no-pdf/${path}`,
        message(`${name} kunde inte göras.`, { detail }),
      );
    };
  },
};
