/**
 * `npm run template -- check FILE.docx [--kind dagordning|motesanteckningar]` says whether a template made in Word can be used,
 * with every fault and what to do; `npm run template -- tags` lists what a template can be filled with.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkTemplate } from '../../src/adapters/documents/check-template.ts';
import { type TagTree, templateTags } from '../../src/adapters/documents/template-tags.ts';
import { TEMPLATE_FILES } from '../../src/adapters/documents/word.ts';
import type { DocumentText } from '../../src/ports.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { kind: { type: 'string' } } });
const [what, file] = positionals;

const lines = (tags: TagTree, depth: number): string[] =>
  Object.entries(tags).flatMap(([tag, { says, within }]) => {
    const shown = within ? `{#${tag}} … {/${tag}}` : `{${tag}}`;
    return [`${'  '.repeat(depth)}${shown}  ${says}`, ...(within ? lines(within, depth + 1) : [])];
  });

if (what === 'tags') {
  console.log(lines(templateTags, 0).join('\n'));
  process.exit(0);
}
const kinds = Object.entries(TEMPLATE_FILES) as [DocumentText['kind'], string][];
const wanted = values.kind ?? (file && path.basename(file, '.docx'));
const [kind] = kinds.find(([, name]) => name === wanted) ?? [];
if (what !== 'check' || !file || !kind) {
  const names = kinds.map(([, name]) => name).join('|');
  console.error(`Så här: npm run template -- check MALL.docx --kind ${names}\n        npm run template -- tags`);
  process.exit(2);
}
if (!fs.existsSync(file)) {
  console.error(`${file} finns inte.`);
  process.exit(2);
}
const faults = checkTemplate(fs.readFileSync(file), kind);
for (const fault of faults) console.error(`${path.basename(file)}: ${fault}`);
if (faults.length === 0)
  console.log(`${path.basename(file)} kan användas. Lägg den som ${TEMPLATE_FILES[kind]}.docx i mappen SAMVERKAN_TEMPLATES.`);
process.exit(faults.length === 0 ? 0 : 1);
