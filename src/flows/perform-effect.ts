/**
 * Does one thing outside, once. Claim before the call, freeze the bytes, look before trying again after an uncertain
 * attempt, and let only the present attempt write the outcome.
 */
import { forumOf } from '../domain/agreement.ts';
import type { Audience, Change, FiledDocument, Posted, StoredEffect } from '../ports.ts';
import { Refused, Unavailable } from '../ports.ts';
import type { PostPayload, UpdatePayload } from './cards.ts';
import { documentFiled, documentRefused, type FilePayload } from './file-document.ts';
import type { Product } from './product.ts';
import { performListRow } from './report-figure.ts';
import { newSecret, performLook, performWatch } from './watch-sources.ts';

type Done = {
  posted?: Posted;
  key?: string;
  filed?: FiledDocument;
  /** What else is remembered in the same transaction as the outcome. */
  remember?: (change: Change) => Promise<void>;
};

/** A card in a channel asks everybody; posting it twice is worse than asking a person. A personal nudge may repeat. */
const mayRepeat = (to: Audience): boolean => !('forum' in to);

async function render(product: Product, effect: StoredEffect): Promise<unknown> {
  if (effect.rendered !== undefined) return effect.rendered;
  const rendered = await freeze(product, effect);
  if (!(await product.store.change((change) => change.finish(effect, { state: 'inflight', rendered }))))
    throw new Error('taken over');
  return rendered;
}

async function freeze(product: Product, effect: StoredEffect): Promise<unknown> {
  if (effect.kind === 'file') {
    const bytes = product.documents.write((effect.payload as FilePayload).text);
    return { base64: Buffer.from(bytes).toString('base64') };
  }
  if (effect.kind === 'watch') return { secret: newSecret() };
  const { view, key } = effect.payload as PostPayload | UpdatePayload;
  return { card: product.chat.render(view, key) };
}

async function post(
  product: Product,
  effect: StoredEffect,
  rendered: { card: unknown },
): Promise<Done | 'settling' | 'unknowable'> {
  const { to, key } = effect.payload as PostPayload;
  if (effect.state === 'inflight' || effect.state === 'unknown') {
    const found = await product.chat.find(to, key);
    if (typeof found === 'object') return { posted: found, key };
    if (found === 'unknowable' && !mayRepeat(to)) return 'unknowable';
    const since = effect.lastTried ? product.clock.now().toInstant().since(effect.lastTried).total('seconds') : 0;
    if (found === 'absent' && since < product.settleSeconds) return 'settling';
  }
  product.probe('effect:before-call');
  return { posted: await product.chat.post(to, rendered.card), key };
}

async function update(product: Product, effect: StoredEffect, rendered: { card: unknown }): Promise<Done> {
  const { key } = effect.payload as UpdatePayload;
  const posted = await product.store.read((reader) => reader.posted(key));
  if (!posted) throw new Refused({ call: `update ${key}`, next: 'The card was never posted; see the log for its post.' });
  product.probe('effect:before-call');
  await product.chat.update(posted, rendered.card);
  return {};
}

async function file(product: Product, effect: StoredEffect, rendered: { base64: string }): Promise<Done> {
  const { path, columns } = effect.payload as FilePayload;
  product.probe('effect:before-call');
  const filed = await product.samarbetsyta.file({
    library: 'meetings',
    path,
    bytes: Buffer.from(rendered.base64, 'base64'),
    contentType: product.documents.contentType,
    columns,
    effectId: `${effect.idemKey}`,
  });
  return { filed };
}

async function act(product: Product, effect: StoredEffect): Promise<Done | 'settling' | 'unknowable'> {
  if (effect.kind === 'list-row') return { remember: await performListRow(product, effect) };
  if (effect.kind === 'look') return { remember: await performLook(product, effect) };
  const rendered = await render(product, effect);
  if (effect.kind === 'post') return post(product, effect, rendered as { card: unknown });
  if (effect.kind === 'update') return update(product, effect, rendered as { card: unknown });
  if (effect.kind === 'watch') return { remember: await performWatch(product, effect, rendered as { secret: string }) };
  return file(product, effect, rendered as { base64: string });
}

/** What is done with a failure: try again, look first next time, or give up and say so. */
async function failed(product: Product, effect: StoredEffect, error: unknown): Promise<'over' | 'later'> {
  const detail = error instanceof Error ? error.message : String(error);
  const facts = { effect: effect.idemKey, attempt: effect.attempts, error: detail };
  // No right to do it is put right by an administrator, and then it is done: late rather than never.
  const lacksRight = error instanceof Refused && (error.status === 401 || error.status === 403);
  if (error instanceof Refused && !lacksRight) {
    product.log.error(facts, 'effect refused for good');
    const payload = effect.payload as FilePayload;
    const figures = effect.kind === 'file' ? await figuresOf(product, payload.meeting) : undefined;
    await product.store.change(async (change) => {
      if (!(await change.finish(effect, { state: 'dead', detail }))) return;
      if (figures) await documentRefused(product, change, payload, figures);
    });
    return 'over';
  }
  const undelivered = lacksRight || (error instanceof Unavailable && error.delivered === 'no');
  const state = undelivered ? 'pending' : 'unknown';
  product.log.warn(facts, 'effect failed; it is tried again');
  await product.store.change((change) => change.finish(effect, { state, detail }));
  return 'later';
}

/** Performs an effect by id. 'later' asks the queue to come back, 'behind' to bring an earlier effect of the lane first. */
export async function performEffect(product: Product, id: string): Promise<'over' | 'later' | 'behind'> {
  const effect = await product.store.change((change) => change.claim(id));
  if (effect === undefined) return 'over';
  if (effect === 'wait') return 'behind';
  product.probe('effect:claimed');
  let done: Done | 'settling' | 'unknowable';
  try {
    done = await act(product, effect);
  } catch (error) {
    return failed(product, effect, error);
  }
  if (done === 'settling') {
    await product.store.change((change) => change.finish(effect, { state: 'unknown', detail: 'waiting before looking again' }));
    return 'later';
  }
  if (done === 'unknowable') {
    const detail = 'The card may already be in the channel and cannot be read back. Look there; if it is missing, resend it.';
    product.log.error({ effect: effect.idemKey }, detail);
    await product.store.change((change) => change.finish(effect, { state: 'dead', detail }));
    return 'over';
  }
  product.probe('effect:called');
  const { posted, key, filed, remember } = done;
  const payload = effect.payload as FilePayload;
  const figures = filed ? await figuresOf(product, payload.meeting) : new Map();
  await product.store.change(async (change) => {
    if (!(await change.finish(effect, { state: 'done', detail: '' }))) return;
    if (posted && key) await change.keepPosted(key, posted);
    await remember?.(change);
    if (filed) await documentFiled(product, change, payload, filed.webUrl, figures);
    product.probe('effect:before-ledger');
  });
  product.probe('effect:done');
  return 'over';
}

async function figuresOf(product: Product, meetingId: string) {
  const meeting = await product.store.read((reader) => reader.meeting(meetingId));
  return meeting ? product.figures.look(forumOf(product.agreement, meeting.forum)) : new Map();
}
