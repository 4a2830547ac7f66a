/** The definition that is run: the one that ships, or a file somebody names. */
import { fileURLToPath } from 'node:url';
import { loadAgreement } from '../src/agreements/load.ts';
import type { Agreement } from '../src/domain/agreement.ts';

export const DEFAULT_AGREEMENT = fileURLToPath(new URL('../src/agreements/stockholm/bilaga-nyanlanda.yaml', import.meta.url));

/** @throws an Error listing every fault of the definition. */
export function agreementFrom(file: string): Agreement {
  const loaded = loadAgreement(file);
  if (loaded.ok) return loaded.agreement;
  const faults = loaded.faults.map((fault) => `${fault.file}:${fault.line}: ${fault.field}: ${fault.text}`);
  throw new Error(`Överenskommelsens filer har fel:\n${faults.join('\n')}`);
}
