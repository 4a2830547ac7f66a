import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Activity } from './activities.ts';

/** A card as it came: the local Teams looks at its first body element and passes the rest on. */
export type Card = { type: 'AdaptiveCard'; body?: { id?: string }[] } & Record<string, unknown>;

export interface Mention {
  /** As it stands in the text: `<at>Per Holm</at>`. */
  text: string;
  id: string;
  name: string;
}

interface BotMessage {
  /** ISO instant of the world's clock. */
  at: string;
  /** A personal chat, or a thread: `19:…@thread.tacv2;messageid=…`. */
  conversationId: string;
  activityId: string;
  replyToId: string;
  /** `id` of the card's first body element, '' without one. */
  key: string;
  text: string;
  mentions: Mention[];
  card: Card | null;
}

/** Everything that happens in the local Teams; one JSON line each, and all state comes from them. */
export type Happening =
  | { kind: 'conversation'; at: string; conversationId: string; person: string }
  | ({ kind: 'posted' } & BotMessage)
  | ({ kind: 'updated' } & BotMessage)
  | { kind: 'deleted'; at: string; conversationId: string; activityId: string }
  | { kind: 'blocked'; at: string; person: string; blocked: boolean }
  | { kind: 'installed'; at: string; person: string | null; activities: Activity[] }
  | {
      kind: 'said';
      at: string;
      person: string;
      conversationId: string;
      activityId: string;
      text: string;
      mentions: Mention[];
      /** Null when Teams keeps it from the bot: a channel message without a mention. */
      activity: Activity | null;
    }
  | { kind: 'invoked'; at: string; person: string; conversationId: string; activityId: string; name: string; activity: Activity }
  | {
      kind: 'answered';
      at: string;
      activityId: string;
      /** HTTP status of the bot, null when it did not answer in time or at all. */
      answered: number | null;
      milliseconds: number;
      /** The card only the clicker sees from now on. */
      view?: { person: string; activityId: string; card: Card };
    };

export interface HappeningLog {
  past: Happening[];
  /** Returns once the line is on disk. */
  append(happening: Happening): void;
  close(): void;
}

/** Opens `dir/teams.jsonl`. What a crash left half-written at the end is cut off; damage anywhere else is an error. */
export function openHappenings(dir: string): HappeningLog {
  mkdirSync(dir, { recursive: true });
  const file = join(dir, 'teams.jsonl');
  const isNew = !existsSync(file);
  const fd = openSync(file, 'a+');
  if (isNew) syncFolder(dir);
  const { past, wholeBytes } = read(file);
  ftruncateSync(fd, wholeBytes);
  return {
    past,
    append(happening) {
      const line = Buffer.from(`${JSON.stringify(happening)}\n`);
      for (let written = 0; written < line.length; ) written += writeSync(fd, line, written);
      fsyncSync(fd);
    },
    close: () => closeSync(fd),
  };
}

function read(file: string): { past: Happening[]; wholeBytes: number } {
  const bytes = readFileSync(file);
  const past: Happening[] = [];
  let from = 0;
  for (let end = bytes.indexOf(10, from); end >= 0; end = bytes.indexOf(10, from)) {
    const line = bytes.toString('utf8', from, end);
    try {
      past.push(JSON.parse(line) as Happening);
    } catch (cause) {
      if (end === bytes.length - 1) break;
      throw new Error(`${file}: line ${past.length + 1} is not JSON. Move the file away to start with an empty Teams.`, {
        cause,
      });
    }
    from = end + 1;
  }
  return { past, wholeBytes: from };
}

function syncFolder(dir: string): void {
  if (process.platform === 'win32') return;
  const fd = openSync(dir, 'r');
  fsyncSync(fd);
  closeSync(fd);
}
