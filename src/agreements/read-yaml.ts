/** Reads a definition file; every fault carries its line, its field and what to write instead. */
import fs from 'node:fs';
import path from 'node:path';
import { distance } from 'fastest-levenshtein';
import { isMap, isNode, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';

export interface Fault {
  file: string;
  line: number;
  field: string;
  text: string;
}

export interface Source {
  file: string;
  /** The line a field stands on; the nearest line above it when the field is missing. */
  line(at: readonly PropertyKey[]): number;
}

export interface Read<T> {
  value: T | undefined;
  /** What the file says, whatever is wrong with it; undefined when it cannot be made out. */
  raw: unknown;
  source: Source;
  faults: Fault[];
}

export const fieldName = (at: readonly PropertyKey[]): string =>
  at
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : String(part)))
    .join(' › ')
    .replaceAll(' › [', ' [') || '(hela filen)';

/** The known key most like a misspelt one, when it is close. */
function nearest(key: string, known: readonly string[]): string | undefined {
  const [best] = known.map((one) => ({ one, far: distance(key, one) })).sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(2, key.length / 3) ? best.one : undefined;
}

function knownKeys(schema: unknown, at: readonly PropertyKey[]): string[] {
  const shape = (one: unknown): Record<string, unknown> | undefined => (one as { shape?: Record<string, unknown> })?.shape;
  let here = schema as
    | { element?: unknown; def?: { innerType?: unknown; options?: unknown[]; type?: string; element?: unknown } }
    | undefined;
  for (const part of at) {
    while (here?.def?.innerType) here = here.def.innerType as typeof here;
    if (typeof part === 'number') here = (here?.element ?? here?.def?.element) as typeof here;
    else if (here?.def?.options)
      here = here.def.options.map((option) => shape(option)?.[String(part)]).find((found) => found) as typeof here;
    else here = shape(here)?.[String(part)] as typeof here;
  }
  while (here?.def?.innerType) here = here.def.innerType as typeof here;
  const options = here?.def?.options;
  return options ? options.flatMap((option) => Object.keys(shape(option) ?? {})) : Object.keys(shape(here) ?? {});
}

export function readYaml<T extends z.ZodType>(file: string, schema: T): Read<z.infer<T>> {
  const name = path.basename(file);
  let content: string;
  try {
    content = fs.readFileSync(file, 'utf8');
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? 'Filen finns inte. Kontrollera namnet.'
        : `Filen går inte att läsa (${(error as NodeJS.ErrnoException).code}).`;
    return {
      value: undefined,
      raw: undefined,
      source: { file: name, line: () => 1 },
      faults: [{ file: name, line: 1, field: '(hela filen)', text: why }],
    };
  }
  const lines = new LineCounter();
  // The core schema keeps dates as text; "12-24" and "2027-01-19" stay what people wrote.
  const document = parseDocument(untabbed(content), { lineCounter: lines, schema: 'core', uniqueKeys: true });
  const lineOf = (at: readonly PropertyKey[]): number => {
    for (let depth = at.length; depth >= 0; depth -= 1) {
      const parent = depth === 0 ? document.contents : document.getIn(at.slice(0, depth - 1), true);
      const key = at[depth - 1];
      const pair = isMap(parent)
        ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key)
        : undefined;
      const node = pair ? (pair.key as Node) : document.getIn(at.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  const source: Source = { file: name, line: lineOf };
  const said = (line: number, text: string): Fault => ({ file: name, line, field: '(yaml)', text });
  const broken = [
    ...tabbedLines(content).map((line) => said(line, 'Indrag görs med blanksteg, inte med tabb.')),
    ...document.errors.map((error) => said(error.linePos?.[0].line ?? 1, yamlText(error.code, error.message))),
  ];
  // One slip often gives several errors on its line; the first says it.
  const slips = broken.filter((fault, n) => broken.findIndex((other) => other.line === fault.line) === n);
  if (document.errors.some((error) => error.code !== 'DUPLICATE_KEY'))
    return { value: undefined, raw: undefined, source, faults: slips };
  const raw: unknown = document.toJS();
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: slips.length === 0 ? parsed.data : undefined, raw, source, faults: slips };
  const faults = parsed.error.issues.flatMap((issue): Fault[] => {
    if (issue.code !== 'unrecognized_keys')
      return [{ file: name, line: lineOf(issue.path), field: fieldName(issue.path), text: issue.message }];
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) => {
      const meant = nearest(key, known);
      const at = [...issue.path, key];
      return {
        file: name,
        line: lineOf(at),
        field: fieldName(at),
        text: `finns inte. ${meant ? `Menade du "${meant}"?` : `Skriv någon av: ${known.join(', ')}.`}`,
      };
    });
  });
  return { value: undefined, raw, source, faults: [...slips, ...faults] };
}

const TABBED = /^ *\t[ \t]*(?=[^\s#])/gm;

/** Lines indented with tabs: a fault, but the rest of the file is read as if each were two blanks. */
const untabbed = (content: string) => content.replace(TABBED, (indent) => indent.replaceAll('\t', '  '));
const tabbedLines = (content: string) =>
  [...content.matchAll(TABBED)].map((match) => content.slice(0, match.index).split('\n').length);

function yamlText(code: string, message: string): string {
  if (code === 'DUPLICATE_KEY') return 'Samma nyckel står två gånger. Ta bort den ena.';
  if (code === 'BAD_INDENT') return 'Indraget stämmer inte med raden ovanför.';
  return `Filen är inte giltig YAML (${message.split('\n')[0]}).`;
}
