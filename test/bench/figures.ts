/**
 * What the protection of few persons costs for the indicators of one forum: beside adding them up, and beside reading the
 * file they come from. It is paid once for each version of the file and day; a card that is only looked at pays nothing.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_AGREEMENT } from '../../bot/compose.ts';
import { excelSheets } from '../../src/adapters/documents/sheets.ts';
import type { Agreement } from '../../src/domain/agreement.ts';
import { NOTHING_SHOWN, type Shown } from '../../src/domain/disclosure.ts';
import { latestFigure, TREND } from '../../src/domain/indicators.ts';
import { reported, tallies } from '../../src/domain/tally.ts';
import { median } from './client.ts';

const RUNS = 7;

async function milliseconds(work: () => unknown): Promise<number> {
  const took: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    took.push((user + system) / 1000);
  }
  return median(took);
}

export async function measureFigures(agreement: Agreement, forum: string) {
  const file = readFileSync(path.join(path.dirname(DEFAULT_AGREEMENT), 'exempelstatistik.xlsx'));
  const today = Temporal.PlainDate.from(agreement.sampleDay!);
  const reportedPer = Object.fromEntries(agreement.indicators.map((one) => [one.id, one.reportedPer]));
  const items = agreement.forums.find(({ id }) => id === forum)!.standingItems;
  const ids = new Set(items.flatMap(({ indicators }) => indicators));
  const indicators = agreement.indicators.filter(({ id }) => ids.has(id));
  const limits = { threshold: agreement.disclosureThreshold, few: agreement.fewBelow };
  const { rows } = await excelSheets().parse(file, reportedPer);
  const look = (histories: ReadonlyMap<string, Shown>) =>
    indicators.map((one) => latestFigure(one, rows, today, limits, histories.get(one.id) ?? NOTHING_SHOWN));
  const histories = new Map(look(new Map()).map(({ shown }, at) => [indicators[at]!.id, shown]));
  return {
    indicators: indicators.length,
    read: await milliseconds(() => excelSheets().parse(file, reportedPer)),
    counted: await milliseconds(() =>
      indicators.map((one) => {
        const found = reported(one, rows, today, TREND, undefined);
        return found && tallies(one, found);
      }),
    ),
    first: await milliseconds(() => look(new Map())),
    again: await milliseconds(() => look(histories)),
  };
}
