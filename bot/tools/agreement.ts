/**
 * `npm run agreement -- check FILE`: every fault of a definition, with line, field and what to write.
 * `npm run agreement -- schema`: writes the JSON Schemas that give completion in editors.
 */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { loadAgreement } from '../../src/agreements/load.ts';
import { appendix, lentAppendix, mainAgreement, roster } from '../../src/agreements/schema.ts';

const [verb, file] = process.argv.slice(2);

/** Where the schemas lie, and what each describes; the YAML files name theirs in their first line. */
export const schemas = { bilaga: appendix, 'bilaga-utan-forum': lentAppendix, overenskommelse: mainAgreement, personer: roster };

export const schemaFile = (name: string): string =>
  fileURLToPath(new URL(`../../src/agreements/${name}.schema.json`, import.meta.url));

export const schemaText = (schema: z.ZodType): string => `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;

function check(path: string): void {
  const loaded = loadAgreement(path);
  for (const warning of loaded.warnings) console.log(`${warning.file}:${warning.line}: ${warning.field}: Obs: ${warning.text}`);
  if (!loaded.ok) {
    for (const fault of loaded.faults) console.log(`${fault.file}:${fault.line}: ${fault.field}: ${fault.text}`);
    console.log(`${loaded.faults.length} fel`);
    process.exit(1);
  }
  const { agreement } = loaded;
  console.log(
    `${agreement.name}, ${agreement.appendix}: ${agreement.forums.length} forum, ${agreement.indicators.length} indikatorer, ${agreement.people.length} personer${agreement.sample ? ' (exempel)' : ''}. Inga fel.`,
  );
}

if (import.meta.main) {
  if (verb === 'check' && file) check(file);
  else if (verb === 'schema')
    for (const [name, schema] of Object.entries(schemas)) fs.writeFileSync(schemaFile(name), schemaText(schema));
  else {
    console.error('Så här: npm run agreement -- check src/agreements/stockholm/bilaga-nyanlanda.yaml');
    process.exit(2);
  }
}
