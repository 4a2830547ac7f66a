/**
 * `npm run agreement -- check FILE`: every fault of a definition, with line, field and what to write.
 * `npm run agreement -- versions [FILE]`: which versions of it have been run, since when and by which account.
 * `npm run agreement -- schema`: writes the JSON Schemas that give completion in editors.
 */
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { guidance } from '../../src/agreements/guidance-schema.ts';
import { loadAgreement } from '../../src/agreements/load.ts';
import { phrases } from '../../src/agreements/phrases-schema.ts';
import { appendix, lentAppendix, mainAgreement, roster } from '../../src/agreements/schema.ts';
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import { wallClock } from '../../src/domain/meeting.ts';
import { moment } from '../../src/domain/swedish.ts';
import { definitionHash, definitionName } from '../../src/flows/record-definition.ts';
import { environment } from '../config.ts';
import { DEFAULT_AGREEMENT } from '../definition.ts';
import { withKept } from './kept-store.ts';

const [verb, file] = process.argv.slice(2);

/** Where the schemas lie, and what each describes; the YAML files name theirs in their first line. */
export const schemas = {
  bilaga: appendix,
  'bilaga-utan-forum': lentAppendix,
  overenskommelse: mainAgreement,
  personer: roster,
  vagledning: guidance,
  fraser: phrases,
};

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

/** Recorded when a version is first run (`src/flows/record-definition.ts`); the tool runs nothing and changes nothing. */
async function versions(path: string): Promise<void> {
  const loaded = loadAgreement(path);
  if (!loaded.ok) return check(path);
  const { agreement } = loaded;
  const told = await withKept(environment, async ({ read, where }) => ({
    where,
    all: await read.definitionVersions(definitionName(agreement)),
  }));
  if (!told.ok) {
    console.error(told.no);
    process.exit(2);
  }
  const { where, all } = told.value;
  const own = definitionHash(agreement);
  console.log(`${agreement.name}, ${agreement.appendix}: versioner som har körts, enligt ${where}`);
  for (const { at, by, hash } of all) {
    const since = moment(wallClock(Temporal.Instant.from(at).toZonedDateTimeISO(STOCKHOLM)));
    console.log(`${since}  ${hash.slice(0, 12)}  startad av kontot ${by}${hash === own ? '  = filen' : ''}`);
  }
  if (all.length === 0) console.log('Ingen version är antecknad än.');
  else if (all.at(-1)!.hash !== own)
    console.log('Filen säger något annat än den version som kördes senast. npm run plan -- --diff visar vad som skulle flyttas.');
}

if (import.meta.main) {
  if (verb === 'check' && file) check(file);
  else if (verb === 'versions') await versions(file ?? DEFAULT_AGREEMENT);
  else if (verb === 'schema')
    for (const [name, schema] of Object.entries(schemas)) fs.writeFileSync(schemaFile(name), schemaText(schema));
  else {
    console.error(
      'Så här: npm run agreement -- check src/agreements/stockholm/bilaga-nyanlanda.yaml, eller versions [BILAGA.yaml], eller schema',
    );
    process.exit(2);
  }
}
