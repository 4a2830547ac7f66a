import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SheetProblem, Sheets } from '../../ports.ts';
import { cellName } from './cells.ts';
import type { ThreadAnswer, ThreadTask } from './workbook-thread.ts';

const megabyte = 1024 * 1024;
const limits = { packed: 5 * megabyte, unpacked: 20 * megabyte, heapMegabytes: 128, milliseconds: 60_000 };

/**
 * Reads a statistikfil in a thread of its own, so that a large file does not hold up the answers and a hostile one costs a
 * thread, not the bot. What a cell says is never repeated in a problem: it may be something that should not spread.
 */
export function excelSheets(): Sheets {
  return {
    async parse(bytes, reportedPer) {
      if (bytes.byteLength > limits.packed) return { rows: [], problems: [tooLarge] };
      if (Buffer.from(bytes.subarray(0, oldFormat.length)).equals(oldFormat)) return { rows: [], problems: [old] };
      const answer = await inThread({ bytes, reportedPer, unpackedLimit: limits.unpacked });
      if (answer.kind === 'statistics') return answer.statistics;
      return { rows: [], problems: [problemOf(answer)] };
    },
  };
}

function problemOf(answer: Exclude<ThreadAnswer, { kind: 'statistics' }>): SheetProblem {
  if (answer.kind === 'too-large') return tooLarge;
  if (!answer.at) return unreadable;
  const { row, column } = answer.at;
  return { sheet: '', cell: cellName(row - 1, column - 1), text: `Cellen går inte att läsa. ${saveAgain}` };
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
