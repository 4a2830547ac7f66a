/**
 * `npm run registration -- --authority ID [--from DAY] [--to DAY] [--out DIR] [BILAGA.yaml]`: what an authority's registrar
 * needs of what has been filed: the files, and their metadata as JSON and CSV. Reads the store and the samarbetsyta, and changes neither.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { wordDocuments } from '../../src/adapters/documents/word.ts';
import { asCsv, type PackageRow, packageName, packageRow, paperDay } from '../../src/domain/registration-package.ts';
import { reportNamed } from '../../src/domain/report.ts';
import { environment } from '../config.ts';
import { agreementFrom, DEFAULT_AGREEMENT } from '../definition.ts';
import { filedBytes } from './filed-bytes.ts';
import { withKept } from './kept-store.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { authority: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, out: { type: 'string' } },
});
const agreement = agreementFrom(positionals[0] ?? DEFAULT_AGREEMENT);
const authority = agreement.authorities.find(({ id }) => id === values.authority);
if (!authority || positionals.length > 1) {
  const known = agreement.authorities.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  console.error(
    `Så här: npm run registration -- --authority ID [--from DAG] [--to DAG] [--out MAPP] [BILAGA.yaml]\nMyndigheter:\n${known}`,
  );
  process.exit(2);
}
const from = values.from ?? '0000-00-00';
const to = values.to ?? '9999-12-31';

const read = filedBytes(environment);
if (!read.ok) {
  console.error(read.no);
  process.exit(2);
}
const kept = await withKept(environment, async ({ read: store, now }) => ({
  now,
  filed: await Promise.all(
    (await store.filedDocuments()).map(async (document) => {
      const report = reportNamed(document.meeting);
      return {
        document,
        meeting: await store.meeting(document.meeting),
        registered: report ? await store.reportNumbers(report) : [],
      };
    }),
  ),
}));
if (!kept.ok) {
  console.error(kept.no);
  process.exit(2);
}

const out =
  values.out ??
  path.join(environment['SAMVERKAN_DATA_DIR'] ?? '.data', 'registrering', authority.id, kept.value.now.toPlainDate().toString());
const { words } = wordDocuments();
const rows: PackageRow[] = [];
for (const { document, meeting, registered } of kept.value.filed) {
  const day = paperDay(document, meeting);
  const isTheirs = String(document.columns['Myndigheter']).split('; ').includes(authority.name);
  if (!isTheirs || day === undefined || day < from || day > to) continue;
  const bytes = await read.value(document.path);
  const name = packageName(document.path);
  const remark =
    bytes === undefined
      ? 'Ligger inte kvar på samarbetsytan'
      : words(bytes) === document.words
        ? ''
        : 'Ändrad sedan den sparades';
  if (bytes !== undefined) {
    fs.mkdirSync(out, { recursive: true });
    fs.writeFileSync(path.join(out, name), bytes);
  }
  const sha256 = bytes === undefined ? '' : createHash('sha256').update(bytes).digest('hex');
  rows.push(packageRow(meeting, authority.id, document, { sha256, remark, registered }));
}
if (rows.length === 0) {
  console.log(`Ingenting är sparat på samarbetsytan för ${authority.name} de dagarna.`);
  process.exit(0);
}
fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(path.join(out, 'registrering.json'), `${JSON.stringify(rows, undefined, 2)}\n`);
fs.writeFileSync(path.join(out, 'registrering.csv'), asCsv(rows));
const remarks = rows.filter(({ anmarkning }) => anmarkning !== '');
console.log(`${rows.length} handlingar för ${authority.name} i ${out}, med registrering.json och registrering.csv.`);
for (const { fil, anmarkning } of remarks) console.error(`${fil}: ${anmarkning}`);
process.exit(remarks.length > 0 ? 1 : 0);
