/** Runs in a thread of its own, with little memory: unpacks a workbook and answers with its statistics. */
import { parentPort, workerData } from 'node:worker_threads';
import PizZip from 'pizzip';
import readExcelFile from 'read-excel-file/node';
import type { ReportedPer } from '../../domain/reported-per.ts';
import { withFaultsShown } from './cell-faults.ts';
import type { Cell } from './cells.ts';
import { namedTables } from './named-tables.ts';
import { percentStyles, withPercentShown } from './percent-cells.ts';
import { type Statistics, statisticsIn } from './statistics.ts';
import { TooLarge, unzip } from './unzip.ts';

/** `at` tells where a cell cannot be read, when it is a single one. */
export type ThreadAnswer =
  | { kind: 'statistics'; statistics: Statistics }
  | { kind: 'too-large' }
  | { kind: 'unreadable'; at: { row: number; column: number } | undefined };

export interface ThreadTask {
  bytes: Uint8Array;
  reportedPer: ReportedPer;
  unpackedLimit: number;
}

async function answer({ bytes, reportedPer, unpackedLimit }: ThreadTask): Promise<ThreadAnswer> {
  try {
    const files = unzip(bytes, unpackedLimit, (name) => /\.(xml|rels)$/.test(name));
    const tables = namedTables(files);
    const sheets = (await readExcelFile(repacked(files))).map(({ sheet, data }) => ({
      name: sheet,
      rows: data as unknown as Cell[][],
    }));
    return { kind: 'statistics', statistics: statisticsIn(sheets, tables, reportedPer) };
  } catch (cause) {
    if (cause instanceof TooLarge) return { kind: 'too-large' };
    const place = /at row (\d+), col (\d+)/.exec(cause instanceof Error ? cause.message : '');
    return { kind: 'unreadable', at: place ? { row: Number(place[1]), column: Number(place[2]) } : undefined };
  }
}

/** Only what was unpacked within the limit, in a zip whose sizes are true: the reader believes what a zip says. */
function repacked(files: Map<string, Uint8Array>): Buffer {
  const percent = percentStyles(files.get('xl/styles.xml'));
  const zip = new PizZip();
  for (const [name, content] of files) {
    const isSheet = /\/worksheets\/[^/]+\.xml$/.test(name);
    zip.file(name, isSheet ? Buffer.from(withPercentShown(withFaultsShown(Buffer.from(content).toString()), percent)) : content);
    files.delete(name);
  }
  return zip.generate({ type: 'nodebuffer', compression: 'STORE' });
}

parentPort?.postMessage(await answer(workerData as ThreadTask));
