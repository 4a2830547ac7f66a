/**
 * What somebody probably meant, when what they wrote is almost a command (ours). Small typing errors, and å, ä and ö
 * without their signs, are forgiven where nothing is written; what writes is offered and never guessed.
 */
import { distance } from 'fastest-levenshtein';
import { bare } from '../src/domain/swedish.ts';
import { type Command, commands, type Understood, understand } from './commands.ts';

export type Meaning =
  | ({ kind: 'said' } & Understood)
  /** Almost this command, which only shows something. `way` is how it is said. */
  | ({ kind: 'guessed'; way: string } & Understood)
  /** Almost one of these; nothing is done. */
  | { kind: 'asked'; commands: readonly Command[] }
  | { kind: 'unknown' };

/** How many signs of a word may differ; two letters that changed places count as two. A short word must stand second. */
function forgiven(word: string, place: number): number {
  if (word.length < 4) return word.length === 3 && place > 0 ? 1 : 0;
  return word.length === 4 ? 1 : 2;
}

/** In all, however many words. */
const MOST = 3;

const ways = commands.flatMap((command) =>
  command.say.map((way) => ({ command, way, words: bare(way).split(' ') })).filter(({ words }) => words[0] !== ''),
);

interface Near extends Understood {
  way: string;
  words: number;
  apart: number;
}

/** How far what was said is from a way to say a command, word by word; undefined when too far. */
function apart(said: readonly string[], words: readonly string[]): number | undefined {
  let sum = 0;
  for (const [n, word] of words.entries()) {
    const one = distance(said[n] ?? '', word);
    if (one > forgiven(word, n)) return undefined;
    sum += one;
  }
  return sum > MOST ? undefined : sum;
}

/** The commands nearest to what was said, nearest first and longest first, each once. */
function near(text: string): Near[] {
  const tokens = text.trim().split(/\s+/);
  const said = tokens.map(bare);
  const found = ways.flatMap(({ command, way, words }): Near[] => {
    const far = apart(said, words);
    return far === undefined
      ? []
      : [{ command, way, words: words.length, apart: far, rest: tokens.slice(words.length).join(' ') }];
  });
  found.sort((a, b) => a.apart - b.apart || b.words - a.words);
  return found.filter((one, n) => found.findIndex(({ command }) => command === one.command) === n);
}

export function meaning(text: string): Meaning {
  const understood = understand(text);
  if (understood && !understood.command.writes) return { kind: 'said', ...understood };
  const others = near(text).filter(({ command }) => command !== understood?.command);
  if (understood) {
    // "beslut sökk lokal" is no decision: a longer command that is almost said goes before one that writes.
    const longer = others.filter(({ words }) => words > 1);
    if (longer.length > 0) return { kind: 'asked', commands: [...longer.map(({ command }) => command), understood.command] };
    return { kind: 'said', ...understood };
  }
  const [first] = others;
  if (!first) return { kind: 'unknown' };
  const nearest = others.filter((one) => one.apart === first.apart && one.words === first.words);
  if (nearest.length > 1 || first.command.writes) return { kind: 'asked', commands: nearest.map(({ command }) => command) };
  return { kind: 'guessed', command: first.command, way: first.way, rest: first.rest };
}
