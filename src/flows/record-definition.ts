/** Which definition was run from when, and by which account: a version is recorded when it says something new. */
import { createHash } from 'node:crypto';
import type { Agreement } from '../domain/agreement.ts';
import { type Facets, facetsOf } from '../domain/audit.ts';
import type { Product } from './product.ts';

/** Under which name an appendix's versions are recorded. */
export const definitionName = ({ id, appendix }: Agreement): string => `${id}/${appendix}`;

/** SHA-256 of everything the definition says, people included. */
export const definitionHash = (agreement: Agreement): string =>
  createHash('sha256').update(JSON.stringify(agreement)).digest('hex');

const fingerprint = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

/** What is kept for the audit: people by id, rules and targets as fingerprints. */
export function facetsKept(agreement: Agreement): Facets {
  const { people, rules } = facetsOf(agreement);
  const printed = Object.entries(rules).map(([name, value]): [string, string[]] => [name, [fingerprint(value)]]);
  return { ...people, ...Object.fromEntries(printed) };
}

/** @returns true when the definition differs from the one run before. `by` is the account that starts the product. */
export async function recordDefinition(product: Product, by: string): Promise<boolean> {
  const { agreement } = product;
  const hash = definitionHash(agreement);
  const at = product.clock.now().toInstant().toString();
  const name = definitionName(agreement);
  return product.store.change(async (change) => {
    await change.lock(`definition/${name}`);
    if ((await change.definitionVersions(name)).at(-1)?.hash === hash) return false;
    await change.keepDefinitionVersion(name, { hash, at, by, facets: facetsKept(agreement) });
    product.log.info({ hash, by }, 'a new version of the definition is run');
    return true;
  });
}
