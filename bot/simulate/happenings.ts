/** Follows what the outside writes down and tells it, one line a happening. */
import fs from 'node:fs';
import path from 'node:path';
import type { Happening } from '../local/happenings.ts';

export interface Told {
  at: string;
  what: string;
}

type Line = Happening | { kind: 'request'; at: string; path: string; outcome: string };

function words(line: Line): string | undefined {
  switch (line.kind) {
    case 'posted':
      return `boten lägger ut ${line.key || 'ett svar'}`;
    case 'updated':
      return `boten uppdaterar ${line.key}`;
    case 'said':
      return `${line.person} skriver: ${line.text.replace(/<\/?at>/g, '')}`;
    case 'invoked': {
      const value = line.activity['value'] as { action?: { verb?: string }; data?: { dialog?: string } } | undefined;
      return `${line.person} trycker på ${value?.action?.verb ?? value?.data?.dialog ?? line.name}`;
    }
    case 'request':
      return `samarbetsytan: ${line.path} (${line.outcome})`;
    default:
      return undefined;
  }
}

/** Gives the happenings that came since last time; the first time, those that were there stay untold. */
export function follow(dir: string): () => Told[] {
  const files = [path.join(dir, 'teams', 'teams.jsonl'), path.join(dir, 'samarbetsyta', '.samarbetsyta.jsonl')].map((file) => ({
    file,
    read: fs.existsSync(file) ? fs.statSync(file).size : 0,
  }));
  return () =>
    files.flatMap((one) => {
      if (!fs.existsSync(one.file)) return [];
      const bytes = fs.readFileSync(one.file).subarray(one.read);
      const end = bytes.lastIndexOf(10) + 1;
      one.read += end;
      return bytes
        .subarray(0, end)
        .toString('utf8')
        .split('\n')
        .flatMap((text) => {
          if (text === '') return [];
          const line = JSON.parse(text) as Line;
          const what = words(line);
          return what && 'at' in line ? [{ at: line.at, what }] : [];
        });
    });
}
