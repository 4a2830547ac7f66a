/** `npm run agreement -- check FILE`: every fault of a definition, with line, field and what to write. */
import { loadAgreement } from '../../src/agreements/load.ts';

const [verb, file] = process.argv.slice(2);
if (verb !== 'check' || !file) {
  console.error('Så här: npm run agreement -- check src/agreements/stockholm/bilaga-nyanlanda.yaml');
  process.exit(2);
}
const loaded = loadAgreement(file);
if (!loaded.ok) {
  for (const fault of loaded.faults) console.log(`${fault.file}:${fault.line}: ${fault.field}: ${fault.text}`);
  console.log(`${loaded.faults.length} fel`);
  process.exit(1);
}
const { agreement } = loaded;
console.log(
  `${agreement.name}, ${agreement.appendix}: ${agreement.forums.length} forum, ${agreement.indicators.length} indikatorer, ${agreement.people.length} personer${agreement.sample ? ' (exempel)' : ''}. Inga fel.`,
);
