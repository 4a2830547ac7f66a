import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.boolean()]);

const item = z.object({
  id: z.string(),
  listItemId: z.number(),
  guid: z.string(),
  library: z.string(),
  /** Inside the library, with the names as they are on disk. */
  path: z.string(),
  folder: z.boolean(),
  version: z.number(),
  contentVersion: z.number(),
  sha256: z.string(),
  size: z.number(),
  mtimeMs: z.number(),
  createdAt: z.string(),
  createdBy: z.enum(['app', 'someone']),
  modifiedAt: z.string(),
  modifiedBy: z.enum(['app', 'someone']),
  fields: z.record(z.string(), value),
});

const row = z.object({
  id: z.number(),
  guid: z.string(),
  version: z.number(),
  createdAt: z.string(),
  createdBy: z.enum(['app', 'someone']),
  modifiedAt: z.string(),
  modifiedBy: z.enum(['app', 'someone']),
  fields: z.record(z.string(), value),
});

const attendee = z.object({
  address: z.string(),
  name: z.string(),
  type: z.enum(['required', 'optional', 'resource']),
  response: z.enum(['none', 'accepted', 'tentativelyAccepted', 'declined']),
  /** ISO instant; '' until they have answered. */
  answeredAt: z.string(),
});

/** An event in the calendar; times are ISO instants. */
const meeting = z.object({
  id: z.string(),
  version: z.number(),
  /** '' when the event was made without one. */
  transactionId: z.string(),
  createdAt: z.string(),
  modifiedAt: z.string(),
  subject: z.string(),
  /** A whole page of HTML, with the Teams link of an online meeting. */
  body: z.string(),
  start: z.string(),
  end: z.string(),
  place: z.string(),
  online: z.boolean(),
  attendees: z.array(attendee),
});

const taken = z.object({
  mail: z.string(),
  start: z.string(),
  end: z.string(),
  status: z.enum(['free', 'tentative', 'busy', 'oof', 'workingElsewhere']),
});

const subscription = z.object({
  id: z.string(),
  resource: z.string(),
  changeType: z.string().default('updated'),
  notificationUrl: z.string(),
  clientState: z.string(),
  /** ISO instant. */
  expirationDateTime: z.string(),
});

const line = z.discriminatedUnion('kind', [
  /** A file is about to be put in place; the request with the same number tells how it went. */
  z.object({ kind: z.literal('intent'), n: z.number(), at: z.string(), path: z.string(), replaces: z.boolean(), item }),
  /** A request to change something, and what came of it. */
  z.object({
    kind: z.literal('request'),
    n: z.number(),
    at: z.string(),
    method: z.string(),
    path: z.string(),
    status: z.number(),
    outcome: z.string(),
    /** 'lost' when the answer never reached who asked. */
    answer: z.literal('lost').optional(),
    item: item.optional(),
  }),
  /** Someone put or changed a file in the folder themselves. */
  z.object({ kind: z.literal('seen'), at: z.string(), item }),
  /** Someone took a file away. */
  z.object({ kind: z.literal('gone'), at: z.string(), library: z.string(), path: z.string(), id: z.string() }),
  /** A row of a list, as it is from now on. */
  z.object({ kind: z.literal('row'), at: z.string(), list: z.string(), row }),
  z.object({ kind: z.literal('row-gone'), at: z.string(), list: z.string(), id: z.number() }),
  /** An event of the calendar, as it is from now on. */
  z.object({ kind: z.literal('event'), at: z.string(), event: meeting }),
  z.object({ kind: z.literal('event-gone'), at: z.string(), id: z.string() }),
  /** Somebody has something else in a calendar of their own. */
  z.object({ kind: z.literal('taken'), at: z.string(), taken }),
  /** What was out of office there in this time is not any longer. */
  z.object({ kind: z.literal('back'), at: z.string(), mail: z.string(), start: z.string(), end: z.string() }),
  /** Someone asks to be told of changes, or asks for longer. */
  z.object({ kind: z.literal('subscribed'), at: z.string(), subscription }),
  z.object({ kind: z.literal('unsubscribed'), at: z.string(), id: z.string() }),
]);

export type Item = z.infer<typeof item>;
export type Row = z.infer<typeof row>;
export type Attendee = z.infer<typeof attendee>;
export type Meeting = z.infer<typeof meeting>;
export type Taken = z.infer<typeof taken>;
export type Subscription = z.infer<typeof subscription>;
export type Line = z.infer<typeof line>;

export interface Ledger {
  /** Everything that has been written, before it was opened and since. */
  readonly lines: readonly Line[];
  /** On disk when it returns. */
  append(line: Line): void;
  close(): void;
}

/** One JSON object a line, appended and synced. A last line cut off by a crash is removed; any other fault is an error. */
export function openLedger(file: string): Ledger {
  const fd = openSync(file, 'a+');
  const text = readFileSync(file);
  const whole = text.lastIndexOf(0x0a) + 1;
  if (whole < text.length) {
    ftruncateSync(fd, whole);
    fsyncSync(fd);
  }
  const lines = text
    .subarray(0, whole)
    .toString('utf8')
    .split('\n')
    .slice(0, -1)
    .map((one, index) => parsed(one, `${file}:${index + 1}`));
  return {
    lines,
    append(added) {
      const bytes = Buffer.from(`${JSON.stringify(added)}\n`);
      for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written);
      fsyncSync(fd);
      lines.push(added);
    },
    close: () => closeSync(fd),
  };
}

function parsed(text: string, where: string): Line {
  try {
    return line.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${where} cannot be read. Move the file aside to start over, or mend the line.`, { cause });
  }
}
