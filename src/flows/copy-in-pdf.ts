/** A copy in PDF beside a filed document, made by the samarbetsyta of what was filed and of nothing else. */
import { pdfBeside } from '../domain/filing.ts';
import { type Change, type KeptDocument, type Reader, Refused } from '../ports.ts';
import type { Product } from './product.ts';

/** The path of the document that is copied. */
export interface PdfPayload {
  path: string;
}

export async function copyInPdf(change: Change, path: string): Promise<void> {
  const copy = pdfBeside(path);
  const payload: PdfPayload = { path };
  await change.enqueue({ idemKey: `pdf/${copy}`, kind: 'pdf', lane: `file/${copy}`, payload });
}

export async function keptAt(read: Reader, path: string): Promise<KeptDocument | undefined> {
  return (await read.filedDocuments({ path }))[0];
}

/** @throws Refused when what lies there is not what was filed: a copy of it would pass for what was approved. */
export async function pdfOf(product: Product, original: KeptDocument): Promise<Uint8Array> {
  const { path, id, eTag, words } = original;
  const now = await product.samarbetsyta.read('meetings', path, eTag);
  const isAsFiled = now.kind === 'unchanged' || (now.kind === 'read' && product.documents.words(now.bytes) === words);
  if (!isAsFiled) throw new Refused({ call: `copy of "${path}"`, next: 'It does not lie there as it was filed; restore it.' });
  return product.samarbetsyta.asPdf('meetings', id);
}
