import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { describe, expect, it } from 'vitest';
import { checkTemplate } from '../../../src/adapters/documents/check-template.ts';
import { templatesIn } from '../../../src/adapters/documents/own-templates.ts';
import { wordDocuments } from '../../../src/adapters/documents/word.ts';
import { root } from '../../support/needs.ts';
import { minutes } from './samples.ts';

const shipped = readFileSync(new URL('../../../src/adapters/documents/templates/motesanteckningar.docx', import.meta.url));

/** The shipped template with its parts changed, or with others added. */
function changed(parts: Record<string, (before: string) => string>): Uint8Array {
  const zip = new PizZip(shipped);
  for (const [name, change] of Object.entries(parts)) zip.file(name, change(zip.file(name)?.asText() ?? ''));
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}
const body = (change: (xml: string) => string) => changed({ 'word/document.xml': change });
const relation = (type: string, target: string, mode: string) => (xml: string) =>
  xml.replace(
    '</Relationships>',
    `<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`,
  );
const faults = (bytes: Uint8Array) => checkTemplate(bytes, 'mötesanteckningar');
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const atEnd = (text: string) => (xml: string) => xml.replace('<w:sectPr', `${text}<w:sectPr`);

describe('a template a municipality has made in Word', () => {
  it('can be used when it is the shipped one with other words', () => {
    expect(faults(shipped)).toEqual([]);
    expect(faults(body((xml) => xml.replace('Närvaro', 'Vilka var där')))).toEqual([]);
  });

  it.each<[what: string, bytes: () => Uint8Array, fault: RegExp]>([
    ['an unknown tag', () => body(atEnd(paragraph('{motesledare}'))), /\{motesledare\} finns inte.*npm run template -- tags/],
    ['a tag outside its list', () => body(atEnd(paragraph('{indicator}'))), /\{indicator\} finns inte/],
    ['a tag that is not closed', () => body(atEnd(paragraph('{#items}'))), /\{items\} är inte hel/],
    [
      'no place for the items',
      () => body((xml) => xml.replaceAll('{#items}', '').replaceAll('{/items}', '')),
      /finns inte|\{items\} saknas/,
    ],
    ['a macro', () => changed({ 'word/vbaProject.bin': () => 'x' }), /makron/],
    [
      'a picture from elsewhere',
      () => changed({ 'word/_rels/document.xml.rels': relation('image', 'https://x.example/a.png', 'External') }),
      /utanför filen/,
    ],
    [
      'a template of its own',
      () => changed({ 'word/_rels/document.xml.rels': relation('attachedTemplate', 'file:///x.dotm', 'External') }),
      /koppla bort mallen/,
    ],
    ['an empty paragraph as space', () => body(atEnd('<w:p/>')), /tomma stycken/],
    ['no title property', () => changed({ 'docProps/core.xml': (xml) => xml.replace('{title}', '') }), /Titel är tom/],
    [
      'another language',
      () => changed({ 'word/styles.xml': (xml) => xml.replaceAll('sv-SE', 'en-US') }),
      /Språket är inte svenska/,
    ],
    ['a table without a header row', () => body((xml) => xml.replaceAll('<w:tblHeader/>', '')), /saknar rubrikrad/],
    ['a bomb', () => changed({ 'word/bomb.xml': () => ' '.repeat(41 * 1024 * 1024) }), /större än 40 MB/],
    ['too many bytes', () => new Uint8Array(5 * 1024 * 1024 + 1), /större än 5 MB/],
    ['no Word file', () => Buffer.from('PK nej'), /ingen Word-fil/],
  ])('is refused with what to do: %s', (_, bytes, fault) => {
    expect(faults(bytes()).join('\n')).toMatch(fault);
  });

  it('is told of everything at once', () => {
    const several = changed({
      'word/document.xml': atEnd(`${paragraph('{ett}')}${paragraph('{två}')}`),
      'word/vbaProject.bin': () => 'x',
    });
    expect(faults(several)).toEqual([
      expect.stringContaining('makron'),
      expect.stringContaining('{ett}'),
      expect.stringContaining('{två}'),
    ]);
  });

  it('is taken at start, beside the ones that ship, or the start says why not', () => {
    const dir = mkdtempSync(join(tmpdir(), 'templates-'));
    try {
      expect(() => templatesIn(dir)).toThrow(/none of dagordning\.docx, motesanteckningar\.docx/);
      writeFileSync(
        join(dir, 'motesanteckningar.docx'),
        body((xml) => xml.replace('Närvaro', 'Vilka var där')),
      );
      const own = wordDocuments(templatesIn(dir)).write(minutes);
      expect(new PizZip(own).file('word/document.xml')!.asText()).toContain('Vilka var där');
      writeFileSync(join(dir, 'dagordning.docx'), body(atEnd(paragraph('{fel}'))));
      expect(() => templatesIn(dir)).toThrow(/dagordning\.docx: Taggen \{fel\} finns inte/);
      expect(() => templatesIn(join(dir, 'ingen'))).toThrow(/no directory/);
      const tool = spawnSync(process.execPath, [join(root, 'bot/tools/template.ts'), 'check', join(dir, 'dagordning.docx')], {
        encoding: 'utf8',
      });
      expect([tool.status, tool.stderr]).toEqual([1, expect.stringContaining('{fel} finns inte')]);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
