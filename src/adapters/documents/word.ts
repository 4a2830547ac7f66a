import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Docxtemplater from 'docxtemplater';
import PizZip from 'pizzip';
import type { Documents, DocumentText } from '../../ports.ts';
import { checkDocument } from './check-accessibility.ts';
import { documentProperties } from './document-properties.ts';
import { printable, printableLine, printableParagraphs } from './printable.ts';
import { openParts, textOf } from './word-parts.ts';

export type Templates = Record<DocumentText['kind'], Uint8Array>;

/** Fills the templates; without any given, those that ship. The same text gives the same bytes. */
export function wordDocuments(templates: Templates = shippedTemplates()): Documents {
  return {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write(text) {
      const document = naming(() => new Docxtemplater(new PizZip(templates[text.kind]), options));
      naming(() => document.render(tags(text)));
      const zip: PizZip = document.getZip();
      for (const file of Object.values(zip.files)) file.date = new Date(2026, 0, 1);
      return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
    },
    faults: (bytes) => checkDocument(bytes).length,
    words(bytes) {
      const parts = openParts(bytes);
      const read = typeof parts === 'string' ? bytes : textOf(parts.body);
      return createHash('sha256').update(read).digest('hex');
    },
  };
}

const options = { paragraphLoop: true, linebreaks: true, nullGetter: () => '', errorLogging: false } as const;

/** What each kind's template is called, without .docx. */
export const TEMPLATE_FILES: Record<DocumentText['kind'], string> = {
  dagordning: 'dagordning',
  mötesanteckningar: 'motesanteckningar',
  rapport: 'rapport',
  'årlig uppföljning': 'arlig-uppfoljning',
};

export function shippedTemplates(): Templates {
  const read = (kind: DocumentText['kind']) => readFileSync(new URL(`templates/${TEMPLATE_FILES[kind]}.docx`, import.meta.url));
  return {
    dagordning: read('dagordning'),
    mötesanteckningar: read('mötesanteckningar'),
    rapport: read('rapport'),
    'årlig uppföljning': read('årlig uppföljning'),
  };
}

/** The tags of a template and what stands in for them. */
function tags(text: DocumentText): Record<string, unknown> {
  const closing = printableParagraphs(text.closing);
  return {
    title: printableLine(text.title),
    banner: printableLine(text.banner),
    facts: text.facts.map(([label, value]) => ({ label: printableLine(label), value: printable(value) })),
    hasAttendance: text.attendance.length > 0,
    attendance: text.attendance.map((unit) => each(unit)),
    hasForums: (text.forums ?? []).length > 0,
    forums: (text.forums ?? []).map((forum) => each(forum)),
    hasItems: text.items.length > 0,
    items: text.items.map((item) => ({
      number: printableLine(item.number),
      title: printableLine(item.title),
      why: printable(item.why),
      paragraphs: printableParagraphs(item.paragraphs),
      outcomes: item.outcomes.map((outcome) => ({
        mark: paragraphMark(outcome.paragraph),
        word: printableLine(outcome.word),
        text: printable(outcome.text),
      })),
      hasFigures: item.figures.length > 0,
      figures: item.figures.map((figure) => each(figure)),
    })),
    hasActions: text.actions.length > 0,
    actions: text.actions.map((action) => each(action)),
    hasClosing: closing.length > 0,
    closing,
    ...properties(text.properties),
  };
}

function properties(given: DocumentText['properties']): Record<string, string> {
  const known: readonly string[] = documentProperties;
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`properties.${unknown}: the templates hold ${known.join(', ')}`);
  return Object.fromEntries(known.map((name) => [`properties.${name}`, printableLine(given[name] ?? '')]));
}

const each = (row: Record<string, string>) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, printable(value)]));

/** `14` and `§ 14` are both `§ 14`, never broken over a line. */
const paragraphMark = (paragraph: string) => `§\u00A0${printableLine(paragraph).replace(/^§\s*/, '')}`;

function naming<Result>(step: () => Result): Result {
  try {
    return step();
  } catch (cause) {
    throw new Error(`The document could not be written. ${reasons(cause).join(' ')}`, { cause });
  }
}

/** docxtemplater collects its reasons; each has the field (`xtag`) it is about and a sentence. */
function reasons(cause: unknown): string[] {
  if (!(cause instanceof Error)) return [String(cause)];
  const { errors, explanation, xtag } = (cause as TemplateError).properties ?? {};
  if (errors) return errors.flatMap(reasons);
  return [`${xtag ? `Field ${xtag}: ` : ''}${explanation ?? cause.message}.`];
}

interface TemplateError extends Error {
  properties?: { errors?: unknown[]; explanation?: string; xtag?: string };
}
