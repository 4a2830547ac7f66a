/** The project's own TypeScript as text: what it imports and what it says. */
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../support/needs.ts';

export interface Source {
  /** From the project's root: `src/domain/cadence.ts`. */
  file: string;
  text: string;
  /** The text without its comments. */
  code: string;
  imports: Import[];
}

export interface Import {
  /** A file from the project's root, or a package's name. */
  to: string;
  package: boolean;
  typeOnly: boolean;
}

const IMPORT = /^[ \t]*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

export function importsIn(file: string, text: string): Import[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const said = match[2] ?? match[3]!;
    const own = said.startsWith('.');
    const name = said
      .split('/')
      .slice(0, said.startsWith('@') ? 2 : 1)
      .join('/');
    return {
      to: own ? path.posix.join(path.posix.dirname(file), said) : said.startsWith('node:') ? said : name,
      package: !own,
      typeOnly: match[1] !== undefined,
    };
  });
}

/** Comments go; what stands in strings stays. */
export const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');

export function sourcesIn(folder: string): Source[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.posix.join(folder, name.replaceAll(path.sep, '/')))
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => {
      const text = fs.readFileSync(path.join(root, file), 'utf8');
      const code = withoutComments(text);
      return { file, text, code, imports: importsIn(file, code) };
    });
}
