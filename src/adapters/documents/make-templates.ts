/** Writes the default templates: `node src/adapters/documents/make-templates.ts`. */
import { writeFileSync } from 'node:fs';
import { Document, Packer } from 'docx';
import PizZip from 'pizzip';
import { documentProperties } from './document-properties.ts';
import { fact, footer, header, heading, itemHeading, listTable, outcome, plain, title, when } from './template-parts.ts';
import { cm, styles } from './template-styles.ts';

interface Words {
  kind: string;
  items: string;
  actions: string;
  closing: string;
  /** Of the table of forums; only where there is one. */
  forums?: string;
}

const figures = listTable('figures', [
  { heading: 'Indikator', text: '{indicator}', width: 3.2 },
  { heading: 'Kvinnor', text: '{women}', width: 2.65 },
  { heading: 'Män', text: '{men}', width: 2.65 },
  { heading: 'Totalt', text: '{total}', width: 2.65 },
  { heading: 'Mål', text: '{target}', width: 2.6 },
  { heading: 'Källa', text: '{source}', width: 3.25 },
]);

const attendance = listTable('attendance', [
  { heading: 'Enhet', text: '{unit}', width: 5.8 },
  { heading: 'Närvarande', text: '{present}', width: 6.4 },
  { heading: 'Anmärkning', text: '{note}', width: 4.8 },
]);

const actions = listTable('actions', [
  { heading: 'Nr', text: '{number}', width: 1.1 },
  { heading: 'Åtgärd', text: '{what}', width: 6.7 },
  { heading: 'Ansvarig', text: '{who}', width: 4 },
  { heading: 'Klart senast', text: '{due}', width: 2.8 },
  { heading: 'Status', text: '{status}', width: 2.4 },
]);

const forums = listTable('forums', [
  { heading: 'Forum', text: '{forum}', width: 3.7 },
  { heading: 'Hållna möten', text: '{held}', width: 1.8 },
  { heading: 'Flyttade', text: '{moved}', width: 1.7 },
  { heading: 'Beslut och överenskommelser', text: '{outcomes}', width: 3.4 },
  { heading: 'Frågor', text: '{questions}', width: 2.7 },
  { heading: 'Anmärkning', text: '{note}', width: 3.7 },
]);

const item = [
  itemHeading(),
  ...when('why', plain('Varfor', '{why}')),
  ...when('paragraphs', plain('Anteckning', '{.}')),
  ...when('outcomes', outcome()),
  ...when('hasFigures', figures),
];

const template = (words: Words) =>
  new Document({
    title: '{title}',
    subject: '{properties.Handlingstyp}',
    creator: '{properties.Sekreterare}',
    customProperties: documentProperties.map((name) => ({ name, value: `{properties.${name}}` })),
    compatibility: { version: 15 },
    styles,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: cm(2.6), bottom: cm(2.4), left: cm(2), right: cm(2), header: cm(1.2), footer: cm(1.1) },
          },
        },
        headers: { default: header(words.kind) },
        footers: { default: footer() },
        children: [
          title('{title}'),
          ...when('facts', fact()),
          ...when('hasAttendance', heading('Närvaro'), attendance),
          ...(words.forums ? when('hasForums', heading(words.forums), forums) : []),
          ...when('hasItems', heading(words.items), ...when('items', ...item)),
          ...when('hasActions', heading(words.actions), actions),
          ...when('hasClosing', heading(words.closing), ...when('closing', plain('Normal', '{.}'))),
        ],
      },
    ],
  });

/** What the docx library leaves out, or writes otherwise than Word does. */
function finish(bytes: Uint8Array): Uint8Array {
  const zip = new PizZip(bytes);
  const change = (path: string, from: RegExp | string, to: string) => {
    const before = zip.file(path)!.asText();
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${path}: found no ${from}; look at what docx writes now`);
    zip.file(path, after);
  };
  change('docProps/core.xml', /<dcterms:(created|modified)\b.*?<\/dcterms:\1>/g, '');
  change('docProps/core.xml', /<cp:lastModifiedBy>.*?<\/cp:lastModifiedBy>/, '');
  change('docProps/core.xml', '</cp:core', '<dc:language>sv-SE</dc:language></cp:core');
  change('word/styles.xml', /w:val="Heading (?=\d")/g, 'w:val="heading ');
  const calibri = '<w:altName w:val="Carlito"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>';
  change('word/fontTable.xml', /\/>$/, `><w:font w:name="Calibri">${calibri}</w:font></w:fonts>`);
  for (const file of Object.values(zip.files)) file.date = new Date(2026, 0, 1);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

const templates = {
  dagordning: { kind: 'Dagordning', items: 'Punkter', actions: 'Öppna åtgärder', closing: 'Bra att veta' },
  motesanteckningar: {
    kind: 'Mötesanteckningar',
    items: 'Anteckningar',
    actions: 'Åtgärder',
    closing: 'Nästa möte och godkännande',
  },
  rapport: { kind: 'Rapport', items: 'Indikatorer', actions: 'Åtgärder', closing: 'Så är rapporten gjord' },
  'arlig-uppfoljning': {
    kind: 'Årlig uppföljning',
    forums: 'Hur samverkansformerna har fungerat',
    items: 'Analys, mål, beslut och frågor',
    actions: 'Öppna åtgärder',
    closing: 'Så är uppföljningen gjord',
  },
} satisfies Record<string, Words>;

export const makeTemplate = async (name: keyof typeof templates) => finish(await Packer.toBuffer(template(templates[name])));

if (import.meta.main) {
  for (const name of Object.keys(templates) as (keyof typeof templates)[]) {
    writeFileSync(new URL(`templates/${name}.docx`, import.meta.url), await makeTemplate(name));
  }
}
