/** Which definition was run from when, and by which account: a version is recorded when it says something new. */
import { createHash } from 'node:crypto';
import type { Agreement } from '../domain/agreement.ts';
import type { Product } from './product.ts';

/** Under which name an appendix's versions are recorded. */
export const definitionName = ({ id, appendix }: Agreement): string => `${id}/${appendix}`;

/** SHA-256 of everything the definition says, people included. */
export const definitionHash = (agreement: Agreement): string =>
  createHash('sha256').update(JSON.stringify(agreement)).digest('hex');

/** @returns true when the definition differs from the one run before. `by` is the account that starts the product. */
export async function recordDefinition(product: Product, by: string): Promise<boolean> {
  const { agreement } = product;
  const hash = definitionHash(agreement);
  const at = product.clock.now().toInstant().toString();
  const name = definitionName(agreement);
  return product.store.change(async (change) => {
    await change.lock(`definition/${name}`);
    if ((await change.definitionVersions(name)).at(-1)?.hash === hash) return false;
    await change.keepDefinitionVersion(name, { hash, at, by });
    product.log.info({ hash, by }, 'a new version of the definition is run');
    return true;
  });
}
