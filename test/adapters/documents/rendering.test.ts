import { beforeAll, describe, expect, it } from 'vitest';
import { wordDocuments } from '../../../src/adapters/documents/word.ts';
import type { DocumentText } from '../../../src/ports.ts';
import { needs } from '../../support/needs.ts';
import { aboutPdf, canRender, converted, convertedAll } from '../../support/office.ts';
import { pdfaFaults } from '../../support/preflight.ts';
import { agenda, extract, followUp, longest, minutes, otherAlphabets, report } from './samples.ts';

const render = canRender();

describe.runIf(render).each([
  ['an agenda', agenda],
  ['minutes', minutes],
  ['the longest minutes', longest('mötesanteckningar')],
])('%s as a PDF', (_, text) => {
  const pdf = render ? converted(wordDocuments().write(text), 'docx', 'pdf') : Promise.resolve(new Uint8Array());

  it('have a title, a language and tags for screen readers', async () => {
    const info = await aboutPdf(await pdf, 'pdfinfo');
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info.replace(/\s+/g, ' ')).toContain(`Title: ${text.title}`);
    expect(info).toMatch(/^Page size:.*A4/m);
    expect(Buffer.from(await pdf).toString('latin1')).toMatch(/\/Lang\s*\(sv-SE\)/);
  }, 180_000);

  it('have headings and header cells that are announced as such', async () => {
    const tree = await aboutPdf(await pdf, 'pdfinfo', '-struct-text');
    const items = text.items.length;
    expect(tree.match(/^ *H1 \(block\)/gm)?.length).toBe(
      [text.attendance, text.items, text.actions, text.closing].filter((part) => part.length > 0).length,
    );
    expect(tree.match(/^ *H2 \(block\)/gm)?.length).toBe(items);
    expect(tree).toMatch(/TH[^"]*\/Scope \/Column[^"]*"Klart senast"/);
  }, 180_000);
});

describe.runIf(render)('on paper', () => {
  it('the header row of a long table stands on every page, and the pages are numbered', async () => {
    const long = longest('mötesanteckningar');
    const pdf = await converted(
      wordDocuments().write({ ...long, facts: [], items: [], actions: [], closing: [] }),
      'docx',
      'pdf',
    );
    const pages = (await aboutPdf(pdf, 'pdftotext', '-layout')).split('\f').filter((page) => page.trim() !== '');
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, page] of pages.entries()) {
      expect(page).toMatch(/Enhet +Närvarande +Anmärkning/);
      expect(page).toMatch(new RegExp(`Sida\\s${index + 1}\\sav\\s${pages.length}`));
      expect(page).toContain('UTKAST');
    }
  }, 180_000);
});

const kept: Record<string, DocumentText> = {
  'an agenda': agenda,
  'a draft': minutes,
  minutes: { ...minutes, banner: '' },
  'an extract': extract,
  'a report': report,
  'a yearly follow-up': followUp,
  'the longest minutes': longest('mötesanteckningar'),
  'minutes in other alphabets': otherAlphabets,
};

/** What is kept for long. A registrar's own validator is left for go-live. */
describe.runIf(render && needs('preflight'))('as PDF/A-1b', () => {
  let pdfs: Record<string, Uint8Array>;
  let faults: Record<string, string[]>;
  beforeAll(async () => {
    const documents = wordDocuments();
    const names = Object.keys(kept);
    const made = await convertedAll(
      names.map((name) => documents.write(kept[name]!)),
      'docx',
      'pdf/a-1b',
    );
    pdfs = Object.fromEntries(names.map((name, n) => [name, made[n]!]));
    faults = await pdfaFaults({
      ...pdfs,
      'one that does not claim to be': await converted(documents.write(agenda), 'docx', 'pdf'),
      'one that claims it without its colour profile': planted(pdfs['an agenda']!, '/GTS_PDFA1', '/GTS_NOTHIS'),
      'one whose fonts are not in it': planted(pdfs['an agenda']!, '/FontFile2', '/NotAFile2'),
    });
  }, 180_000);

  it.each(Object.keys(kept))('%s breaks no clause, and is what a screen reader needs', async (name) => {
    expect(faults[name]).toEqual([]);
    const pdf = pdfs[name]!;
    const info = await aboutPdf(pdf, 'pdfinfo');
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info.replace(/\s+/g, ' ')).toContain(`Title: ${kept[name]!.title}`);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Lang\s*\(sv-SE\)/);
  });

  it('is not what Preflight says of everything', () => {
    expect(faults['one that does not claim to be']!.join()).toContain('7.1 Error on MetaData');
    expect(faults['one that claims it without its colour profile']!.join()).toMatch(/\b2\.[14]\.\d /);
    expect(faults['one whose fonts are not in it']!.join()).toMatch(/\b3\.\d\.\d /);
  });
});

/** The file with one name put in another's place, as long, so that everything else lies where it says. */
function planted(pdf: Uint8Array, name: string, other: string): Uint8Array {
  const before = Buffer.from(pdf).toString('latin1');
  const after = before.replaceAll(name, other.slice(0, name.length));
  if (after === before) throw new Error(`the file has no ${name}: nothing was planted`);
  return Buffer.from(after, 'latin1');
}
