import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SheetProblem } from '../../ports.ts';
import type { Sheet, ThreadAnswer, ThreadTask } from './workbook-thread.ts';

export type { Cell, Sheet } from './workbook-thread.ts';

const megabyte = 1024 * 1024;
const limits = { packed: 5 * megabyte, unpacked: 20 * megabyte, heapMegabytes: 256, milliseconds: 20_000 };

/** The sheets of an .xlsx, or the one problem that keeps it from being read. A hostile file costs a thread, not the bot. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[] | SheetProblem> {
  if (bytes.byteLength > limits.packed) return tooLarge;
  if (Buffer.from(bytes.subarray(0, oldFormat.length)).equals(oldFormat)) return old;
  const answer = await inThread({ bytes, unpackedLimit: limits.unpacked });
  if (answer.kind === 'sheets') return answer.sheets;
  if (answer.kind === 'too-large') return tooLarge;
  if (!answer.at) return unreadable;
  const { row, column } = answer.at;
  return { sheet: '', cell: cellName(row - 1, column - 1), text: `Cellen går inte att läsa. ${saveAgain}` };
}

/** `C7` for row 6 and column 2, counted from zero. */
export function cellName(row: number, column: number): string {
  const letters = (number: number): string =>
    (number >= 26 ? letters(Math.floor(number / 26) - 1) : '') + String.fromCharCode(65 + (number % 26));
  return `${letters(column)}${row + 1}`;
}

async function inThread(task: ThreadTask): Promise<ThreadAnswer> {
  const thread = new Worker(new URL('workbook-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
  });
  try {
    const [answer] = await once(thread, 'message', { signal: AbortSignal.timeout(limits.milliseconds) });
    return answer;
  } catch (cause) {
    if (isOutOfBounds(cause)) return { kind: 'too-large' };
    throw cause;
  } finally {
    await thread.terminate();
  }
}

const isOutOfBounds = (cause: unknown) =>
  cause instanceof Error && (cause.name === 'AbortError' || (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY');

const saveAgain = 'Öppna filen i Excel, spara den som Excel-arbetsbok (.xlsx) och lägg upp den på nytt.';

const problem = (text: string): SheetProblem => ({ sheet: '', cell: '', text });
const tooLarge = problem(
  'Filen är för stor. Den får vara högst 5 MB. Ta bort bilder, tomma rader och blad som inte är statistik.',
);
const unreadable = problem(`Filen går inte att läsa som en Excel-arbetsbok. ${saveAgain}`);
const old = problem(`Filen har det äldre formatet .xls eller är skyddad med lösenord. ${saveAgain}`);

/** How .xls files, and .xlsx files with a password, begin. */
const oldFormat = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
