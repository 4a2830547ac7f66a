/** Lays a document on the samarbetsyta, once; the adapter knows its own file by the effect's key. */
import { forumOf } from '../../domain/agreement.ts';
import { whyWaiting } from '../../domain/filing-waits.ts';
import { extractFiled } from '../adjust-item.ts';
import { aboutToCall, type EffectFlow, nothing } from '../effect-flow.ts';
import { documentFiled, documentRefused, documentWaits, type Filed, type FilePayload } from '../file-document.ts';
import type { Product } from '../product.ts';
import { reportFiled, reportRefused, reportWaits } from '../report-filed.ts';

export const file: EffectFlow<{ base64: string }, Filed> = {
  freeze(product, { payload }) {
    const { text, path } = payload as FilePayload;
    const bytes = product.documents.write(text);
    const faults = product.documents.faults(bytes);
    // Filed all the same: a word like {this} that somebody has written counts as a fault too.
    if (faults > 0)
      product.log.warn({ path, faults }, 'a document is not accessible; check its template: npm run template -- check');
    return { base64: Buffer.from(bytes).toString('base64') };
  },

  async act(product, effect, rendered) {
    const { path, columns } = effect.payload as FilePayload;
    const bytes = Buffer.from(rendered.base64, 'base64');
    await aboutToCall(product, effect);
    const filed = await product.samarbetsyta.file({
      library: 'meetings',
      path,
      bytes,
      contentType: product.documents.contentType,
      columns,
      effectId: effect.idemKey,
    });
    return { did: { filed, words: product.documents.words(bytes) } };
  },

  async done(product, effect, filed) {
    const payload = effect.payload as FilePayload;
    if (payload.report) return (change) => reportFiled(product, change, payload, filed);
    if (payload.extract) return (change) => extractFiled(product, change, payload, filed);
    const figures = await figuresOf(product, payload.meeting);
    return (change) => documentFiled(product, change, payload, filed, figures);
  },

  async waits(product, effect, { status }) {
    const why = whyWaiting(status, effect.attempts);
    if (!why) return nothing;
    const payload = effect.payload as FilePayload;
    if (payload.report) return (change) => reportWaits(product, change, payload, why);
    const figures = await figuresOf(product, payload.meeting);
    return (change) => documentWaits(product, change, payload, why, figures);
  },

  async refused(product, effect) {
    const payload = effect.payload as FilePayload;
    if (payload.report) return (change) => reportRefused(product, change, payload);
    const figures = await figuresOf(product, payload.meeting);
    return (change) => documentRefused(product, change, payload, figures);
  },
};

async function figuresOf(product: Product, meetingId: string) {
  const meeting = await product.store.read((reader) => reader.meeting(meetingId));
  return meeting ? product.figures.look(forumOf(product.agreement, meeting.forum)) : new Map();
}
