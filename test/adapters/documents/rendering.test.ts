import { describe, expect, it } from 'vitest';
import { wordDocuments } from '../../../src/adapters/documents/word.ts';
import { aboutPdf, canRender, converted } from '../../support/office.ts';
import { agenda, longest, minutes } from './samples.ts';

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

/**
 * What is kept for long. veraPDF, which would validate every clause, is not on our machines: this is what the file claims and
 * what we can see of it, and a registrar's own validation is left for go-live.
 */
describe.runIf(render).each([
  ['an agenda', agenda],
  ['minutes', minutes],
  ['a report', { ...minutes, kind: 'rapport' as const }],
])('%s as PDF/A-1b', (_, text) => {
  it('claims to be one, is tagged, says its title and language and embeds every font', async () => {
    const pdf = await converted(wordDocuments().write(text), 'docx', 'pdf/a-1b');
    const info = await aboutPdf(pdf, 'pdfinfo');
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Encrypted: +no$/m);
    expect(info).toMatch(/^PDF version: +1\.4$/m);
    expect(info.replace(/\s+/g, ' ')).toContain(`Title: ${text.title}`);
    const claims = await aboutPdf(pdf, 'pdfinfo', '-meta');
    expect(claims).toMatch(/<pdfaid:part>1<|pdfaid:part="1"/);
    // A asks for all that B does, and tags besides.
    expect(claims).toMatch(/<pdfaid:conformance>[AB]<|pdfaid:conformance="[AB]"/);
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/Lang\s*\(sv-SE\)/);
    expect(Buffer.from(pdf).toString('latin1')).toContain('/GTS_PDFA1');
    const [, , ...fonts] = (await aboutPdf(pdf, 'pdffonts')).trimEnd().split('\n');
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/ yes +(yes|no) +(yes|no) +\d+ +\d+$/);
  }, 180_000);
});
