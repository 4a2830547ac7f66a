import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { needs } from './needs.ts';

const run = promisify(execFile);

/** True where LibreOffice and poppler can show what becomes of our files. */
export function canRender(): boolean {
  if (!needs('libreoffice')) return false;
  if (spawnSync('pdfinfo', ['-v']).error === undefined) return true;
  if (process.env['REQUIRE_ALL'] === '1') throw new Error('poppler-utils is required here (REQUIRE_ALL=1) and missing');
  console.warn('\n!! SKIPPED: this machine has no poppler-utils; the tests of rendered documents did not run\n');
  return false;
}

const TAGGED = '"UseTaggedPDF":{"type":"boolean","value":"true"}';

/** LibreOffice's name of each kind; 1 is PDF/A-1b. */
const FILTERS = {
  pdf: `pdf:writer_pdf_Export:{${TAGGED}}`,
  'pdf/a-1b': `pdf:writer_pdf_Export:{${TAGGED},"SelectPdfVersion":{"type":"long","value":"1"}}`,
  xlsx: 'xlsx',
} as const;

/** What LibreOffice makes of files in one start, with a profile of its own so that several can run at once. */
export async function convertedAll(
  files: readonly Uint8Array[],
  from: 'docx' | 'xlsx',
  to: keyof typeof FILTERS,
): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'office-'));
  try {
    const named = files.map((bytes, n) => ({ bytes, file: join(folder, `${n}.${from}`) }));
    for (const { bytes, file } of named) await writeFile(file, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'out');
    const given = named.map(({ file }) => file);
    await run('soffice', [profile, '--headless', '--convert-to', FILTERS[to], '--outdir', out, ...given]);
    return await Promise.all(files.map((_, n) => readFile(join(out, `${n}.${to === 'xlsx' ? to : 'pdf'}`))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function converted(bytes: Uint8Array, from: 'docx' | 'xlsx', to: keyof typeof FILTERS): Promise<Uint8Array> {
  const [made] = await convertedAll([bytes], from, to);
  return made!;
}

/** What poppler says of a PDF: `pdfinfo` with `-struct-text` gives the tree a screen reader walks, with `-meta` its XMP. */
export async function aboutPdf(
  pdf: Uint8Array,
  tool: 'pdfinfo' | 'pdftotext' | 'pdffonts',
  ...options: string[]
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-'));
  try {
    await writeFile(join(folder, 'in.pdf'), pdf);
    const answer = tool === 'pdftotext' ? ['-'] : [];
    const { stdout } = await run(tool, [...options, join(folder, 'in.pdf'), ...answer], { maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
