/** The templates of a directory, each checked; those that are not there are the ones that ship. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentText } from '../../ports.ts';
import { checkTemplate } from './check-template.ts';
import { shippedTemplates, TEMPLATE_FILES, type Templates } from './word.ts';

/** @throws with every fault of every template, when there is one. */
export function templatesIn(dir: string | undefined): Templates {
  const templates = shippedTemplates();
  if (dir === undefined) return templates;
  if (!existsSync(dir) || !statSync(dir).isDirectory())
    throw new Error(`SAMVERKAN_TEMPLATES: there is no directory ${dir}. Make it, or leave the setting out.`);
  const kinds = Object.entries(TEMPLATE_FILES) as [DocumentText['kind'], string][];
  const own = kinds.filter(([, name]) => existsSync(join(dir, `${name}.docx`)));
  if (own.length === 0)
    throw new Error(
      `SAMVERKAN_TEMPLATES: ${dir} has none of ${kinds.map(([, name]) => `${name}.docx`).join(', ')}. Put one there, or leave the setting out.`,
    );
  const faults = own.flatMap(([kind, name]) => {
    const bytes = readFileSync(join(dir, `${name}.docx`));
    templates[kind] = bytes;
    return checkTemplate(bytes, kind).map((fault) => `${name}.docx: ${fault}`);
  });
  if (faults.length > 0) throw new Error(`SAMVERKAN_TEMPLATES: the templates in ${dir} cannot be used.\n${faults.join('\n')}`);
  return templates;
}
