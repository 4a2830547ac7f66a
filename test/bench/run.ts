/**
 * `npm run bench`: what the product costs beside a bare botbuilder bot, in ratios of one run on one machine. It reports and
 * asserts nothing, and writes outside the project only.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { agreementFrom, DEFAULT_AGREEMENT } from '../../bot/compose.ts';
import { say } from './activity.ts';
import { measureCards } from './cards.ts';
import { post } from './client.ts';
import { measureFigures } from './figures.ts';
import { measurePlanner } from './planner.ts';
import { server } from './servers.ts';
import { type Cost, measureTurn } from './turns.ts';

const ROUNDS = 7;
const dir = mkdtempSync(path.join(tmpdir(), 'samverkan-bench-'));
const agreement = agreementFrom(DEFAULT_AGREEMENT);

const times = (a: number, b: number): number => Math.round((a / b) * 100) / 100;

const beside = (results: Awaited<ReturnType<typeof measureTurn>>['results']) =>
  results.flatMap(({ connections, product, bare }) => {
    const row = ({ cpu, p50, p99, perSecond }: Cost) => ({ 'CPU µs': cpu, 'p50 µs': p50, 'p99 µs': p99, 'per s': perSecond });
    return [
      {
        connections,
        bot: 'samverkan',
        ...row(product),
        '× CPU': times(product.cpu, bare.cpu),
        '× p50': times(product.p50, bare.p50),
      },
      { connections, bot: 'bare', ...row(bare), '× CPU': 1, '× p50': 1 },
    ];
  });

/** Milliseconds from the start of a process to its first answer; local mode, everything in one process. */
async function firstAnswer(data: string, serviceUrl: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../bot/main.ts', import.meta.url))], {
    env: { PATH: process.env['PATH'], PORT: '0', SAMVERKAN_DATA_DIR: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [found] = /http:\/\/localhost:\d+/.exec(line) ?? [];
      if (found) resolve(found.replace('localhost', '127.0.0.1'));
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}`)));
  });
  await answered(url, serviceUrl);
  const took = performance.now() - began;
  await new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
  return took;
}

async function answered(url: string, serviceUrl: string): Promise<void> {
  const status = await post(`${url}/api/messages`, say(agreement, AGENDA, serviceUrl), new Agent());
  if (status !== 200) throw new Error(`the first turn was answered ${status}`);
}

async function starts() {
  const stub = await server('stub-connector');
  const [first, later, bare]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < 4; round++) {
    const data = path.join(dir, `start-${round}`);
    first.push(await firstAnswer(data, stub.url));
    later.push(await firstAnswer(data, stub.url));
    const began = performance.now();
    const bot = await server('bare-bot');
    await answered(bot.url, stub.url);
    bare.push(performance.now() - began);
    await bot.stop();
  }
  await stub.stop();
  const least = (took: number[]) => Math.round(Math.min(...took));
  return { first: least(first), later: least(later), bare: least(bare) };
}

const AGENDA = { forum: agreement.forums[0]!.id, text: 'dagordning' };
/** The second level: the managers who follow up most. */
const figuresOf = agreement.forums.find(({ level }) => level === agreement.levels[1]?.id)!;

const planner = measurePlanner(agreement, ROUNDS);
const cards = measureCards();
const figures = await measureFigures(agreement, figuresOf.id);
const turn = await measureTurn(agreement, AGENDA, path.join(dir, 'agenda'));
const FIGURES = { forum: figuresOf.id, text: 'indikatorer' };
const stored = await measureTurn(agreement, FIGURES, path.join(dir, 'stored'), 'from the store');
const asked = await measureTurn(agreement, FIGURES, path.join(dir, 'asked'));
const start = await starts();
rmSync(dir, { recursive: true, force: true });

for (const [said, { bytes, results }] of [
  ['dagordning', turn],
  ['indikatorer, from the store', stored],
  ['indikatorer, with the question to Graph', asked],
] as const) {
  console.log(`\nA turn that answers "${said}" (a card of ${bytes} characters), beside a bare botbuilder bot with the same card`);
  console.table(beside(results));
}
const [one] = turn.results;
console.log('Where a turn goes, one at a time (µs)');
console.table({
  [`store, ${turn.parts.storeReads} reads (wall)`]: turn.parts.store,
  'figures, with the question to Graph (wall)': turn.parts.figures,
  'fill the card (CPU)': cards.fill,
  'receive and send, as the bare bot (CPU)': one?.bare.cpu,
  'the whole turn (CPU)': one?.product.cpu,
  'the whole turn (p50)': one?.product.p50,
});
console.log('From start to first answer (ms)');
console.table({
  'first start, empty directory': { ms: start.first, '×': times(start.first, start.bare) },
  'later start': { ms: start.later, '×': times(start.later, start.bare) },
  bare: { ms: start.bare, '×': 1 },
});
console.log(
  `The ${figures.indicators} indicators of one forum, once for each version of the file and day (CPU, against adding them up)`,
);
console.table({
  'read the file': { '×': times(figures.read, figures.counted) },
  'add up': { '×': 1 },
  'protect, nothing shown before': { '×': times(figures.first, figures.counted) },
  'protect, the same shown before': { '×': times(figures.again, figures.counted) },
});
console.log('The template of the agenda (CPU µs)');
console.table({ 'parsed once': cards.cached, 'parsed every time': cards.parsed, '×': times(cards.parsed, cards.cached) });
console.log(`Ten years of ${planner.definitions} different definitions, all rules on (CPU ms)`);
console.table({
  'what becomes of every slot': {
    ms: planner.milliseconds['planner'],
    '× Temporal': planner.plannerToTemporal,
    'rrule ×': planner.rruleToPlanner,
  },
  'as rows in time order, with words': {
    ms: planner.milliseconds['rows'],
    '× Temporal': planner.rowsToTemporal,
    'rrule ×': planner.rruleToRows,
  },
});
console.log(`Live heap while streaming: ${planner.heap.early} MB at a tenth, ${planner.heap.late} MB at the end`);
console.log(JSON.stringify({ turn, stored, asked, start, cards, planner }));
