/** Runs in a thread of its own, with little memory: unpacks a workbook and answers with the cells of its sheets. */
import { parentPort, workerData } from 'node:worker_threads';
import PizZip from 'pizzip';
import readExcelFile from 'read-excel-file/node';
import { withFaultsShown } from './cell-faults.ts';
import { TooLarge, unzip } from './unzip.ts';

export type Cell = string | number | boolean | Date | null;

export interface Sheet {
  name: string;
  rows: Cell[][];
}

/** `at` tells where a cell cannot be read, when it is a single one. */
export type ThreadAnswer =
  | { kind: 'sheets'; sheets: Sheet[] }
  | { kind: 'too-large' }
  | { kind: 'unreadable'; at: { row: number; column: number } | undefined };

export interface ThreadTask {
  bytes: Uint8Array;
  unpackedLimit: number;
}

async function answer({ bytes, unpackedLimit }: ThreadTask): Promise<ThreadAnswer> {
  try {
    const sheets = await readExcelFile(repacked(bytes, unpackedLimit));
    return { kind: 'sheets', sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as unknown as Cell[][] })) };
  } catch (cause) {
    if (cause instanceof TooLarge) return { kind: 'too-large' };
    const place = /at row (\d+), col (\d+)/.exec(cause instanceof Error ? cause.message : '');
    return { kind: 'unreadable', at: place ? { row: Number(place[1]), column: Number(place[2]) } : undefined };
  }
}

/** Only what was unpacked within the limit, in a zip whose sizes are true: the reader believes what a zip says. */
function repacked(bytes: Uint8Array, limit: number): Buffer {
  const zip = new PizZip();
  for (const [name, content] of unzip(bytes, limit, (name) => /\.(xml|rels)$/.test(name))) {
    const isSheet = /\/worksheets\/[^/]+\.xml$/.test(name);
    zip.file(name, isSheet ? Buffer.from(withFaultsShown(Buffer.from(content).toString())) : content);
  }
  return zip.generate({ type: 'nodebuffer', compression: 'STORE' });
}

parentPort?.postMessage(await answer(workerData as ThreadTask));
