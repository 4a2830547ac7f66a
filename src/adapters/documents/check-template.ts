/**
 * Whether a template somebody has made in Word can be used: every fault at once, in Swedish, each with what to do. What is
 * filled in it with a whole sample has to pass the same check as every document.
 */
import Docxtemplater from 'docxtemplater';
import inspect from 'docxtemplater/js/inspect-module.js';
import PizZip from 'pizzip';
import type { DocumentText } from '../../ports.ts';
import { checkDocument } from './check-accessibility.ts';
import { documentProperties } from './document-properties.ts';
import { type FoundTags, unknownTags } from './template-tags.ts';
import { TooLarge, unzip } from './unzip.ts';
import { shippedTemplates, wordDocuments } from './word.ts';

const MEGABYTE = 1024 * 1024;
const LARGEST = 5 * MEGABYTE;
const UNPACKED = 40 * MEGABYTE;

export function checkTemplate(bytes: Uint8Array, kind: DocumentText['kind']): string[] {
  if (bytes.byteLength > LARGEST) return ['Mallen är större än 5 MB. Minska bilderna i den (Bildformat › Komprimera bilder).'];
  try {
    unzip(bytes, UNPACKED, () => true);
  } catch (error) {
    if (error instanceof TooLarge)
      return ['Mallen blir större än 40 MB när den packas upp. Spara den på nytt i Word, utan stora bilder.'];
    return ['Filen är ingen Word-fil (.docx). Spara mallen som "Word-dokument (*.docx)", utan lösenord.'];
  }
  const dangerous = checkDocument(bytes).filter((fault) => REACHES_OUT.test(fault));
  const tags = tagFaults(bytes);
  if (tags.length > 0 || dangerous.length > 0) return [...new Set([...dangerous.map(inSwedish), ...tags])];
  return filled(bytes, kind);
}

const REACHES_OUT = /macros|points outside|altChunk|not a/;

function tagFaults(bytes: Uint8Array): string[] {
  const module = (inspect as unknown as () => { getAllTags(): FoundTags })();
  try {
    new Docxtemplater(new PizZip(bytes), { paragraphLoop: true, errorLogging: false, modules: [module as never] });
  } catch (error) {
    return reasons(error);
  }
  const found = module.getAllTags();
  const unknown = unknownTags(found).map(
    (tag) => `Taggen {${tag}} finns inte. Skriv "npm run template -- tags" för att se dem som finns.`,
  );
  const missing = ['title', 'items']
    .filter((tag) => !holds(found, tag))
    .map((tag) => `Taggen {${tag}} saknas, så dokumentet skulle bli ofullständigt.`);
  return [...unknown, ...missing];
}

const holds = (found: FoundTags, tag: string): boolean =>
  tag in found || Object.values(found).some((within) => holds(within, tag));

interface TemplateError {
  properties?: { errors?: unknown[]; xtag?: string; id?: string };
}

/** docxtemplater finds every broken tag, and says which. */
function reasons(error: unknown): string[] {
  const { errors, xtag } = (error as TemplateError).properties ?? {};
  if (errors) return errors.flatMap(reasons);
  return [
    `Taggen {${xtag ?? '?'}} är inte hel. Varje { behöver en }, och varje {#lista} ett {/lista} i samma del av dokumentet.`,
  ];
}

/** The template with something everywhere, and with nothing anywhere. */
function filled(bytes: Uint8Array, kind: DocumentText['kind']): string[] {
  const documents = wordDocuments({ ...shippedTemplates(), [kind]: bytes });
  const empty = { ...sample(kind), facts: [], attendance: [], forums: [], items: [], actions: [], closing: [] };
  return [...new Set([sample(kind), empty].flatMap((text) => checkDocument(documents.write(text)).map(inSwedish)))];
}

const sample = (kind: DocumentText['kind']): DocumentText => ({
  kind,
  title: 'Prov på mallen',
  banner: 'UTKAST',
  facts: [['Plats', 'Teams']],
  attendance: [{ unit: 'Enhet', present: 'Namn', note: 'Anmärkning' }],
  forums: [{ forum: 'Forum', held: '1 av 1', moved: '0', outcomes: '1', questions: '0', note: 'Anmärkning' }],
  items: [
    {
      number: '1',
      title: 'En punkt',
      why: 'Stående punkt',
      paragraphs: ['En anteckning.'],
      outcomes: [{ paragraph: '§ 1', word: 'Överenskommet', text: 'Vi provar mallen.' }],
      figures: [{ indicator: 'En siffra', women: '1', men: '2', total: '3', target: 'Minst 2', source: 'Prov' }],
    },
  ],
  actions: [{ number: '1', what: 'Prova mallen', who: 'Namn, enhet', due: '16 mars 2027', status: 'Öppen' }],
  closing: ['Nästa möte: 30 mars 2027.'],
  properties: Object.fromEntries(documentProperties.map((name) => [name, 'prov'])),
});

const SWEDISH: readonly [pattern: RegExp, fault: (found: RegExpExecArray) => string][] = [
  [
    /macros and embedded objects|says it has macros/,
    () => 'Mallen har makron eller inbäddade objekt. Spara den som .docx utan makron, och ta bort inklistrade objekt.',
  ],
  [/altChunk/, () => 'Mallen hämtar in ett annat dokument. Klistra in texten i stället.'],
  [
    /points outside, at (.*)/,
    () =>
      'Mallen länkar till något utanför filen (en bild, en mall eller en adress). Infoga bilden i filen och koppla bort mallen (Utvecklare › Dokumentmall).',
  ],
  [/no title in the core/, () => 'Egenskapen Titel är tom. Skriv {title} under Arkiv › Info › Titel.'],
  [
    /(\d+) paragraphs in the style Title/,
    ([, count]) => `${count} stycken har formatmallen Rubrik (Title). Det ska vara ett: det med {title}.`,
  ],
  [
    /the language of the document|text marked as/,
    () => 'Språket är inte svenska överallt. Markera allt och välj Granska › Språk › Svenska (Sverige).',
  ],
  [/has no outline level/, () => 'En rubrikformatmall saknar dispositionsnivå. Ge den en under Stycke › Dispositionsnivå.'],
  [/an empty heading/, () => 'Det finns en tom rubrik. Ta bort den, eller lägg den inom taggen som den hör till.'],
  [
    /the heading .* is on level (\d) after level (\d)/,
    ([, level, above]) => `En rubrik på nivå ${level} kommer direkt efter nivå ${above}. Använd rubriknivåerna i ordning.`,
  ],
  [
    /(\d+) empty paragraphs/,
    ([, count]) => `${count} tomma stycken används som luft. Ta bort dem och använd Avstånd före och efter.`,
  ],
  [
    /has no header row|empty header cell/,
    () => 'En tabell saknar rubrikrad, eller har en tom rubrikcell. Markera första raden och välj Upprepa rubrikrad.',
  ],
  [/has no rows under/, () => 'En tabell har bara en rubrikrad. Lägg listans tagg på raden under.'],
  [/holds another table|merged cells/, () => 'En tabell har sammanslagna celler eller en tabell i sig. Dela upp den.'],
  [/has no alternative text/, () => 'En bild saknar alternativtext. Högerklicka på den och välj Visa alternativtext.'],
  [/the tag (\S+) is left/, ([, tag]) => `Taggen ${tag} blir kvar i dokumentet. Kontrollera stavningen.`],
  [
    /the style (\S+) does not exist/,
    ([, style]) => `Formatmallen ${style} används men finns inte i filen. Spara mallen på nytt i Word.`,
  ],
];

function inSwedish(fault: string): string {
  for (const [pattern, say] of SWEDISH) {
    const found = pattern.exec(fault);
    if (found) return say(found);
  }
  return 'Filen är inget helt Word-dokument. Öppna den i Word och spara den på nytt.';
}
