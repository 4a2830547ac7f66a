import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkDocument } from '../../../src/adapters/documents/check-accessibility.ts';
import { makeTemplate } from '../../../src/adapters/documents/make-templates.ts';
import { shippedTemplates, wordDocuments } from '../../../src/adapters/documents/word.ts';
import { readXml } from '../../../src/adapters/documents/xml-tree.ts';
import type { DocumentText } from '../../../src/ports.ts';
import { changed, coreProperty, customProperties, lines, margin, part } from './docx.ts';
import { agenda, empty, followUp, longest, minutes } from './samples.ts';

const documents = wordDocuments();
const kinds = ['dagordning', 'mötesanteckningar', 'rapport', 'årlig uppföljning'] as const;

describe('minutes as a Word document', () => {
  const docx = documents.write(minutes);

  it('say what the approval card says, in the same order', () => {
    expect(lines(docx)).toEqual([
      'Title: Mötesanteckningar – Kommunhubb Intro Stockholm – Arbetsförmedlingen, 16 mars 2027',
      'Uppgift: Datum och tid: tisdag 16 mars 2027 kl. 13.00–14.00 (v.\u00A011)',
      'Uppgift: Plats: Teams, i kanalen Kommunhubb Intro',
      'Uppgift: Överenskommelsens diarienummer: Arbetsförmedlingen Af-2022/0101 5990, arbetsmarknadsnämnden AMN 2022-0874-1.4.1',
      'Uppgift: Mötesledare: Johan Ek, AF Järva',
      'Uppgift: Sekreterare: Sara Nyström, AF Järva',
      'Uppgift: Version: 1',
      'Heading1: Närvaro',
      '| Enhet | Närvarande | Anmärkning |',
      '| AF Järva | Sara Nyström, Johan Ek |  |',
      '| AF City/Vällingby | Maria Lindqvist | Kom kl. 13.20 |',
      '| AF Globen/Liljeholmen/Skärholmen | Ingen | Enheten saknade representant |',
      '| Intro Stockholm | Leyla Demir, Per Öberg |  |',
      'Heading1: Anteckningar',
      'Heading2: 1 Mötet öppnas och dagordningen gås igenom',
      'Varfor: Stående punkt',
      'Anteckning: Dagordningen gäller utan ändringar. Alla åtgärder från förra mötet utom nummer 4 är klara.',
      'Heading2: 2 Hur inskrivningarna har fungerat',
      'Varfor: Stående punkt enligt bilagan, avsnitt 1.8',
      'Anteckning: Samtalen i Järva har gått enligt plan. City/Vällingby hade två veckor med färre tider än behovet.',
      'Anteckning: Männens deltagande i informationsträffen är lägre än kvinnornas för tredje månaden i rad.',
      'Overenskommet: §\u00A013 Överenskommet: AF City/Vällingby öppnar fyra tider till i veckan från v.\u00A013.',
      'Overenskommet: §\u00A014 Överenskommet: Etableringscentrum påminner med sms två dagar före informationsträffen. Vi ser på utfallet i maj.',
      '| Indikator | Kvinnor | Män | Totalt | Mål | Källa |',
      '| Inskrivningssamtal, v.\u00A010 | 41 | 38 | 79 | Följs | Statistikfilen, 15 mars 2027 |',
      '| Deltagande i informationsträff, februari 2027 | 71\u00A0% (34 av 48) | 64\u00A0% (27 av 42) | 68\u00A0% (61 av 90) | Minst 70\u00A0%. Inte nått. | Statistikfilen, 4 mars 2027 |',
      'Heading2: 3 Uteblivna besök',
      'Varfor: Förd över från 2 mars 2027: åtgärd 4 var öppen',
      'Anteckning: Den vanligaste orsaken är att kallelsen inte har förståtts. Därefter kommer byte av adress.',
      'Heading2: 4 Frågor att lyfta till chefsnivå',
      'Varfor: Stående punkt enligt bilagan, avsnitt 1.8',
      'Overenskommet: §\u00A015 Överenskommet: Vi lyfter frågan om kallelser på fler språk till sektionscheferna.',
      'Heading1: Åtgärder',
      '| Nr | Åtgärd | Ansvarig | Klart senast | Status |',
      '| 4 | Sammanställ orsaker till uteblivna besök på gruppnivå | Leyla Demir, Intro Stockholm | 12 mars 2027 | Klar |',
      '| 5 | Öppna fyra tider till i veckan för inskrivningssamtal | Maria Lindqvist, AF City/Vällingby | 29 mars 2027 | Inte påbörjad |',
      'Heading1: Nästa möte och godkännande',
      'Normal: Nästa möte: tisdag 30 mars 2027 kl. 13.00–14.00. Sekreterare: Per Öberg, Intro Stockholm.',
      'Normal: Anteckningarna ska godkännas senast 30 mars 2027.',
    ]);
  });

  it('carry title, language and metadata in the properties of the file', () => {
    expect(coreProperty(docx, 'dc:title')).toBe(minutes.title);
    expect(coreProperty(docx, 'dc:language')).toBe('sv-SE');
    expect(coreProperty(docx, 'dc:creator')).toBe('Sara Nyström');
    expect(customProperties(docx)).toEqual(minutes.properties);
  });

  it('say UTKAST on every page until they are approved, and not after', () => {
    expect(margin(docx, 'header')).toBe('Mötesanteckningar · Kommunhubb Intro Stockholm – Arbetsförmedlingen UTKAST');
    const approved = documents.write({ ...minutes, banner: '' });
    expect(margin(approved, 'header')).toBe('Mötesanteckningar · Kommunhubb Intro Stockholm – Arbetsförmedlingen');
  });

  it('number their pages', () => {
    const codes = JSON.stringify(part(docx, 'word/footer1.xml'));
    expect(margin(docx, 'footer')).toMatch(/^Mötesanteckningar – .* Sida\s+av$/);
    expect(codes).toContain('"PAGE"');
    expect(codes).toContain('"NUMPAGES"');
  });

  it('are the same file, byte for byte, whenever they are written', () => {
    vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
    try {
      expect(Buffer.from(wordDocuments().write(minutes)).equals(docx)).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('take a paragraph number with or without its sign', () => {
    const [item] = minutes.items.slice(1);
    const outcomes = [{ paragraph: '§ 14', word: 'Beslut', text: 'Vi börjar i maj.' }];
    expect(lines(documents.write({ ...minutes, items: [{ ...item!, outcomes }] }))).toContain(
      'Overenskommet: §\u00A014 Beslut: Vi börjar i maj.',
    );
  });
});

describe('an agenda as a Word document', () => {
  it('says what the channel says, and speaks of open actions', () => {
    const read = lines(documents.write(agenda));
    expect(read[0]).toBe('Title: Dagordning – Kommunhubb Intro Stockholm – Arbetsförmedlingen, 16 mars 2027');
    expect(read.filter((line) => line.startsWith('Heading'))).toEqual([
      'Heading1: Punkter',
      'Heading2: 1 Mötet öppnas och dagordningen gås igenom',
      'Heading2: 2 Hur inskrivningarna har fungerat',
      'Heading2: 3 Uteblivna besök',
      'Heading2: 4 Kan kallelsen skickas på fler språk?',
      'Heading2: 5 Frågor att lyfta till chefsnivå',
      'Heading1: Öppna åtgärder',
      'Heading1: Bra att veta',
    ]);
  });
});

describe('a yearly follow-up as a Word document', () => {
  it('says how each forum worked, in a table of its own before the figures', () => {
    const read = lines(documents.write(followUp));
    const [first] = followUp.forums!;
    expect(read.slice(read.indexOf('Heading1: Hur samverkansformerna har fungerat')).slice(0, 5)).toEqual([
      'Heading1: Hur samverkansformerna har fungerat',
      '| Forum | Hållna möten | Flyttade | Beslut och överenskommelser | Frågor | Anmärkning |',
      `| ${first!.forum} | 18 av 20 | 2 | 14 | 5 lyfta, 4 besvarade | ${first!.note} |`,
      '| Enhetschefsmöte | 7 av 7 | 0 | 9 | 1 lyft, 1 besvarad |  |',
      'Heading1: Analys, mål, beslut och frågor',
    ]);
    expect(read.filter((line) => line.startsWith('Heading1'))).toEqual([
      'Heading1: Hur samverkansformerna har fungerat',
      'Heading1: Analys, mål, beslut och frågor',
      'Heading1: Öppna åtgärder',
      'Heading1: Så är uppföljningen gjord',
    ]);
    expect(checkDocument(documents.write(followUp))).toEqual([]);
  });
});

describe.each(kinds)('%s', (kind) => {
  it('leaves nothing behind where there is nothing to say', () => {
    const docx = documents.write(empty[kind]);
    expect(lines(docx)).toEqual([`Title: ${empty[kind].title}`]);
    expect(new Set(Object.values(customProperties(docx)))).toEqual(new Set(['']));
    expect(margin(docx, 'header')).toBe(
      {
        dagordning: 'Dagordning',
        mötesanteckningar: 'Mötesanteckningar',
        rapport: 'Rapport',
        'årlig uppföljning': 'Årlig uppföljning',
      }[kind],
    );
  });

  it('keeps what people typed exactly as they typed it', () => {
    const typed = '{titel} {#items} {{x}} <w:p/> &amp; <script>"å"</script> \\ 😀 {';
    const docx = documents.write(everywhere(kind, typed));
    const read = lines(docx);
    expect(read[0]).toBe(`Title: ${typed}`);
    expect(read).toContain(`Anteckning: ${typed}`);
    expect(read).toContain(`Overenskommet: §\u00A0${typed} ${typed}: ${typed}`);
    expect(read).toContain(`| ${Array(6).fill(typed).join(' | ')} |`);
    expect(coreProperty(docx, 'dc:title')).toBe(typed);
    expect(customProperties(docx)['Forum']).toBe(typed);
    expect(margin(docx, 'header')).toContain(`· ${typed}`);
  });

  it('can be opened whatever characters are pasted into it', () => {
    const pasted = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 });
    const broken = fc.constantFrom('\u0000', '\u000B', '\uD800', '\uDC00x', '\uFFFF', '\u2028', 'a\r\nb', '\t');
    fc.assert(
      fc.property(
        fc.oneof(pasted, broken, fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)) })),
        (text) => {
          const docx = documents.write(everywhere(kind, text));
          for (const name of ['word/document.xml', 'word/header1.xml', 'docProps/core.xml', 'docProps/custom.xml']) {
            expect(JSON.stringify(part(docx, name))).not.toMatch(forbidden);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('drops what no file can hold, and nothing else', () => {
    const docx = documents.write({
      ...everywhere(kind, 'x'),
      closing: ['\u0000å\uD800ä\u000B\uDC00ö\uFFFF \u{1F600}\u0085\u009Fslut'],
    });
    expect(lines(docx).at(-1)).toBe('Normal: åäö 😀 slut');
  });

  it('keeps line breaks inside a paragraph, and makes a blank line a new paragraph', () => {
    const docx = documents.write({
      ...everywhere(kind, 'x'),
      closing: ['Första raden\r\nandra raden\n\n \nnytt stycke', ' ', ''],
    });
    expect(lines(docx).slice(-2)).toEqual(['Normal: Första raden andra raden', 'Normal: nytt stycke']);
    expect(checkDocument(docx)).toEqual([]);
  });

  it('holds the longest meeting', () => {
    const text = longest(kind);
    const read = lines(documents.write(text));
    expect(read.filter((line) => line.startsWith('Heading2'))).toHaveLength(text.items.length);
    expect(read.filter((line) => line.startsWith('Overenskommet'))).toHaveLength(60);
  });
});

describe('the templates', () => {
  it('that are committed are those the script makes', async () => {
    for (const name of ['dagordning', 'motesanteckningar', 'rapport', 'arlig-uppfoljning'] as const) {
      const committed = readFileSync(new URL(`../../../src/adapters/documents/templates/${name}.docx`, import.meta.url));
      expect(committed.equals(await makeTemplate(name)), `${name}: run node src/adapters/documents/make-templates.ts`).toBe(true);
    }
  });

  it('name the field they cannot take', async () => {
    const shipped = await makeTemplate('motesanteckningar');
    const raw = changed(shipped, 'word/document.xml', '{title}', '{@items}');
    const own = wordDocuments({ ...shippedTemplates(), mötesanteckningar: raw });
    expect(() => own.write(minutes)).toThrow('The document could not be written. Field items: ');
  });

  it('name the tag that is broken', async () => {
    const shipped = await makeTemplate('motesanteckningar');
    const broken = changed(shipped, 'word/document.xml', '{/closing}', '{/closings}');
    const own = wordDocuments({ ...shippedTemplates(), mötesanteckningar: broken });
    expect(() => own.write(minutes)).toThrow('closed by the tag "closings"');
  });

  it('refuse a property they have no place for, instead of losing it', () => {
    expect(() => documents.write({ ...minutes, properties: { Mötesdatum: '2027-03-16' } })).toThrow(
      /properties\.Mötesdatum.*Motesdatum/,
    );
  });
});

/** A document with the same text in every field. */
function everywhere(kind: DocumentText['kind'], text: string): DocumentText {
  const figure = { indicator: text, women: text, men: text, total: text, target: text, source: text };
  return {
    kind,
    title: text,
    banner: text,
    facts: [[text, text]],
    attendance: [{ unit: text, present: text, note: text }],
    items: [
      {
        number: text,
        title: text,
        why: text,
        paragraphs: [text],
        outcomes: [{ paragraph: text, word: text, text }],
        figures: [figure],
      },
    ],
    actions: [{ number: text, what: text, who: text, due: text, status: text }],
    closing: [text],
    properties: { Forum: text, Diarienummer: text, Sekreterare: text },
  };
}

/** Characters that make Word say that a file is damaged. */
const forbidden = /\\u00(?!0[9a])[01][0-9a-f]|\\u(?:d[89a-f]|fff[ef])|[\uFFFE\uFFFF]/i;

it('has a reader of XML that refuses what is broken', () => {
  expect(() => readXml('<a><b></a>')).toThrow('Not well-formed');
  expect(() => readXml('<a>')).toThrow('ends too early');
  expect(() => readXml('<!DOCTYPE a><a/>')).toThrow('Not well-formed');
});
