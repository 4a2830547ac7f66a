/** What filing needs of the product, and nothing else: real store and Graph adapter, no cards, no figures. */
import { APP_ID, LIBRARIES, SITE } from '../../bot/local/sample-world.ts';
import { graphClient } from '../../src/adapters/graph/client.ts';
import { graphSamarbetsyta } from '../../src/adapters/graph/samarbetsyta.ts';
import { openEngine } from '../../src/adapters/store/engine.ts';
import { createStore } from '../../src/adapters/store/store.ts';
import type { Agreement } from '../../src/domain/agreement.ts';
import { behindStop, personalDataStop } from '../../src/flows/personal-data-stop.ts';
import type { Product } from '../../src/flows/product.ts';
import type { Clock, Documents } from '../../src/ports.ts';

const log = { info: () => {}, warn: () => {}, error: (facts: unknown, text: string) => console.error(text, facts) };
const noWake = { effect: async () => {}, step: async () => {}, committed: () => {} };

export async function filingProduct(given: {
  agreement: Agreement;
  clock: Clock;
  send: typeof fetch;
  documents: Documents;
  waitAsAsked: Product['waitAsAsked'];
}): Promise<{ product: Product; close(): Promise<void> }> {
  const { agreement, clock, send, documents, waitAsAsked } = given;
  const engine = await openEngine('memory');
  const client = graphClient({ token: async () => 'local', send, log });
  const clean = personalDataStop(clock, log);
  const product = {
    agreement,
    store: behindStop(createStore(engine.db, clock, noWake, true), clean),
    clock,
    samarbetsyta: behindStop(graphSamarbetsyta({ client, site: SITE, libraries: LIBRARIES, appId: APP_ID }), clean),
    documents: behindStop(documents, clean),
    figures: { look: async () => new Map() },
    clean,
    log,
    probe: () => {},
    settleSeconds: 0,
    calmSeconds: 0,
    waitAsAsked,
  } as unknown as Product;
  return { product, close: () => engine.close() };
}
