import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { all, first, readXml } from '../../src/adapters/documents/xml-tree.ts';
import { PREFLIGHT } from './needs.ts';

const run = promisify(execFile);

/**
 * Which clauses of PDF/A-1b each file breaks, by Apache PDFBox Preflight: its code and words, each once. None where it is valid.
 * All are validated in one start of Java.
 */
export async function pdfaFaults(pdfs: Readonly<Record<string, Uint8Array>>): Promise<Record<string, string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'preflight-'));
  try {
    const names = Object.keys(pdfs);
    const file = (n: number) => join(folder, `${n}.pdf`);
    for (const [n, name] of names.entries()) await writeFile(file(n), pdfs[name]!);
    const list = join(folder, 'list');
    await writeFile(list, names.map((_, n) => file(n)).join('\n'));
    const validator = 'org.apache.pdfbox.preflight.Validator_A1b';
    await run('java', ['-Djava.awt.headless=true', '-cp', PREFLIGHT.join(':'), validator, 'xml', 'group', list]);
    const answers = all(readXml(await readFile(`${list}.preflight.xml`, 'utf8')), 'preflight');
    return Object.fromEntries(
      names.map((name, n) => {
        const answer = answers.find(({ attributes }) => attributes['name'] === `${n}.pdf`);
        const valid = first(answer, 'isValid')?.text;
        if (!answer || valid === undefined) throw new Error(`Preflight says nothing of ${name}`);
        const faults = all(answer, 'error').map((error) => `${first(error, 'code')?.text} ${first(error, 'details')?.text}`);
        if (valid !== 'true' && faults.length === 0) throw new Error(`Preflight refuses ${name} and does not say why`);
        return [name, [...new Set(faults)]];
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
