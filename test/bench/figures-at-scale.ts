/**
 * `npx node test/bench/figures-at-scale.ts`: a statistikfil of 50,000 rows read beside one of 5,000, and what the figures of a
 * card cost beside a store with few observations when there are ten years of all municipalities. Processor time and memory of
 * this process, in ratios; it reports and asserts nothing.
 */
import { fork } from 'node:child_process';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import writeExcelFile from 'write-excel-file/node';
import { agreementFrom, DEFAULT_AGREEMENT } from '../../bot/compose.ts';
import { excelSheets } from '../../src/adapters/documents/sheets.ts';
import { NOTHING_SHOWN, type Shown } from '../../src/domain/disclosure.ts';
import { createFigures } from '../../src/flows/figures.ts';
import type { Change, SheetRow, Store } from '../../src/ports.ts';
import { clockAt } from '../support/clock.ts';
import { quiet } from '../support/quiet.ts';
import { median } from './client.ts';

const YEARS = 10;
const MUNICIPALITIES = 290;
const agreement = agreementFrom(DEFAULT_AGREEMENT);

function* months(years: number): Generator<string> {
  for (let n = years * 12; n > 0; n--) yield Temporal.PlainYearMonth.from('2027-03').subtract({ months: n }).toString();
}

/** Persons enough that nothing is withheld. */
const rowsOf = (units: number, years: number): SheetRow[] =>
  [...months(years)].flatMap((period, m) =>
    Array.from({ length: units }, (_, n) => ({
      indicator: 'deltagande',
      period,
      unit: `Kommun ${n}`,
      women: 40 + ((n + m) % 30),
      men: 40 + ((n * 7 + m) % 30),
      womenBase: 100,
      menBase: 100,
      cell: `Blad1!D${n}`,
    })),
  );

async function workbook(rows: number): Promise<Uint8Array> {
  const heading = ['Indikator', 'Period', 'Enhet', 'Kvinnor', 'Män', 'Underlag kvinnor', 'Underlag män'];
  const data = rowsOf(Math.ceil(rows / (YEARS * 12)), YEARS).slice(0, rows);
  const cells = data.map((one) => [one.indicator, one.period, one.unit, one.women, one.men, one.womenBase, one.menBase]);
  return new Uint8Array(
    await writeExcelFile([heading, ...cells].map((row) => row.map((value) => ({ value }))) as never).toBuffer(),
  );
}

/** In a process of its own: what it took at most, in MB, and the processor's milliseconds. */
async function reading(rows: number): Promise<{ rows: number; megabytes: number; ms: number }> {
  const child = fork(fileURLToPath(import.meta.url), [String(rows)]);
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as { rows: number; megabytes: number; ms: number }));
    child.once('exit', (code) => reject(new Error(`reading ${rows} rows ended with ${code}`)));
  });
}

async function readHere(rows: number): Promise<void> {
  const bytes = await workbook(rows);
  const reportedPer = Object.fromEntries(agreement.indicators.map((one) => [one.id, one.reportedPer]));
  globalThis.gc?.();
  const [start, before] = [process.memoryUsage().rss, process.cpuUsage()];
  let most = start;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  const read = await excelSheets().parse(bytes, reportedPer);
  clearInterval(look);
  most = Math.max(most, process.memoryUsage().rss);
  const { user, system } = process.cpuUsage(before);
  if (read.problems.length > 0) throw new Error(JSON.stringify(read.problems[0]));
  process.send?.({ rows: read.rows.length, megabytes: Math.round((most - start) / 1e6), ms: Math.round((user + system) / 1000) });
}

/** The figures of the forum, from a source that has not changed: microseconds of the processor a look. */
async function looking(units: number, years: number): Promise<{ rows: number; first: number; look: number }> {
  const shown = new Map<string, Shown>();
  const store = {
    lock: async () => {},
    shownFigures: async (id: string) => shown.get(id) ?? NOTHING_SHOWN,
    keepShownFigures: async (id: string, now: Shown) => void shown.set(id, now),
    targets: async () => [],
    notes: async () => [],
    observations: async () => [],
    keepObservations: async () => {},
    withdrawObservations: async () => {},
  } as unknown as Change;
  const given = rowsOf(units, years);
  const no = () => Promise.reject(new Error('not here'));
  const figures = createFigures({
    latelySeconds: 0,
    agreement,
    store: { read: (work) => work(store), change: (work) => work(store) } as Store,
    clock: clockAt('2027-03-10T09:00'),
    log: quiet,
    lists: { read: no, add: no },
    changes: { since: no },
    sheets: { parse: async () => ({ rows: given, problems: [] }) },
    samarbetsyta: {
      file: no,
      mark: no,
      asPdf: no,
      draft: no,
      discardDraft: no,
      read: async (_library, _path, known) =>
        known === '1'
          ? { kind: 'unchanged' }
          : {
              kind: 'read',
              eTag: '1',
              bytes: new Uint8Array(),
              webUrl: 'https://x.example',
              modifiedAt: '2027-03-01T08:00:00Z',
              modifiedBy: undefined,
            },
    },
  });
  const cpu = async (work: () => Promise<unknown>) => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const look = () => figures.lookAt(['deltagande']);
  const first = await cpu(look);
  const rounds: number[] = [];
  for (let round = 0; round < 7; round++)
    rounds.push(
      (await cpu(async () => {
        for (let n = 0; n < 200; n++) await look();
      })) / 200,
    );
  return { rows: given.length, first: Math.round(first / 1000), look: Math.round(median(rounds)) };
}

const asked = Number(process.argv[2] ?? '0');
if (asked > 0) await readHere(asked);
else {
  console.log(`load ${loadavg()[0]!.toFixed(1)}`);
  console.table([await reading(5_000), await reading(50_000)]);
  const few = await looking(3, 1);
  const many = await looking(MUNICIPALITIES, YEARS);
  console.table([few, many].map((one) => ({ ...one, '× look': Math.round((one.look / few.look) * 100) / 100 })));
}
