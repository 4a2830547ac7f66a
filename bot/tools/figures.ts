/**
 * `npm run figures -- --forum section [--json]`: what the forum's next meeting will see, from the files in the data directory
 * (the sample ones until somebody has put others there), and why something is not shown. What has been shown before counts,
 * as for the meeting; what is printed here is not added to it. Changes nothing.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openEngine, type Where } from '../../src/adapters/store/engine.ts';
import { createStore, reader } from '../../src/adapters/store/store.ts';
import { longDate, meetingTime, periodName } from '../../src/domain/swedish.ts';
import { frozenFigure, hiddenWords } from '../../src/flows/figure-text.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import type { FigureView, HiddenView } from '../../src/flows/views/figures.ts';
import { agreementFrom, DEFAULT_AGREEMENT } from '../compose.ts';
import { environment, readConfig } from '../config.ts';
import { LIBRARIES } from '../local/sample-world.ts';
import { startLocal } from '../local/start-local.ts';
import { systemClock } from '../local/told-clock.ts';
import { storeFault } from './kept-store.ts';

const USAGE = 'Så här: npm run figures -- --forum ID [--json]';

function options(): { forum: string | undefined; json: boolean } {
  try {
    const { values } = parseArgs({ options: { forum: { type: 'string' }, json: { type: 'boolean', default: false } } });
    return { forum: values.forum, json: values.json };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return process.exit(2);
  }
}

const SEXES = { women: 'kvinnor', men: 'män', total: 'totalt' } as const;

function hiddenIn({ hiddenBelow }: FigureView, hidden: HiddenView, whose = ''): string[] {
  const sexes = Object.entries(SEXES) as [keyof HiddenView, string][];
  return sexes.flatMap(([sex, word]) => (hidden[sex] ? [`${whose}${word} ${hiddenWords(hidden[sex], hiddenBelow)}`] : []));
}

/** Everything that is not shown, and why, in sentences. */
function reasons(figure: FigureView): string[] {
  const late = figure.late
    ? [`saknas för ${periodName(figure.late.period)} från ${figure.late.from.join(', ')}; visar ${periodName(figure.period)}`]
    : [];
  return [
    ...(figure.problem ? [figure.problem] : []),
    ...hiddenIn(figure, figure.hidden),
    ...figure.perUnit.flatMap(({ unit, hidden }) => hiddenIn(figure, hidden, `${unit}: `)),
    ...figure.trend.slice(0, -1).flatMap(({ period, hidden }) => hiddenIn(figure, hidden, `${periodName(period)}: `)),
    ...late,
    ...(figure.few ? ['få observationer'] : []),
  ];
}

/** Where the product's store can be read: the database of DATABASE_URL, or a copy of the directory's, which one process at a time may open. */
function whereKept(from: string, to: string): Where | undefined {
  const url = environment['DATABASE_URL'];
  if (url) return { url };
  if (!fs.existsSync(path.join(from, 'pgdata'))) return undefined;
  const copy = path.join(to, 'copy');
  fs.cpSync(path.join(from, 'pgdata'), path.join(copy, 'pgdata'), { recursive: true });
  return { dir: copy };
}

/** What the product has shown, in a store of the copy's own. @returns of how many indicators. */
async function takeOver(from: string, to: string, indicators: readonly string[]): Promise<number> {
  const where = whereKept(from, to);
  if (!where) return 0;
  const kept = await openEngine(where, () => {}, environment['DATABASE_URL'] ? 'as it is' : 'up to date');
  const known = reader(kept.db);
  const histories = await Promise.all(indicators.map(async (id) => [id, await known.shownFigures(id)] as const));
  await kept.close();
  const told = histories.filter(([, shown]) => shown.facts.length > 0);
  const own = await openEngine({ dir: path.join(to, 'store') });
  const wake = { effect: async () => {}, step: async () => {}, committed: () => {} };
  await createStore(own.db, systemClock, wake).change(async (change) => {
    for (const [id, shown] of told) await change.keepShownFigures(id, shown);
  });
  await own.close();
  return told.length;
}

const { forum: wanted, json } = options();

// The database is only looked in; what runs here is local, and keeps what it does in a store of its own.
const { DATABASE_URL: _looked, ...local } = environment;
const config = readConfig({ ...local, SAMVERKAN_LOG_LEVEL: 'silent', PORT: '0' }, 'local');
if (!config.ok) {
  console.error(config.faults.join('\n'));
  process.exit(2);
}
const definition = agreementFrom(config.value.agreements[0] ?? DEFAULT_AGREEMENT);
const forum = definition.forums.find(({ id }) => id === wanted);
if (!forum) {
  const forums = definition.forums.map(({ id }) => id).join(', ');
  console.error(`${wanted === undefined ? USAGE : `Det finns inget forum ${wanted}.`}\nForum: ${forums}.`);
  process.exit(2);
}

// The product runs on a copy, so that a page that is open on the same files is left alone.
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-figures-'));
try {
  const shelf = path.join('samarbetsyta', LIBRARIES.statistics);
  const kept = path.join(path.resolve(config.value.dataDir), shelf);
  if (fs.existsSync(kept)) fs.cpSync(kept, path.join(dir, shelf), { recursive: true, preserveTimestamps: true });
  const store = path.join(path.resolve(config.value.dataDir), 'store');
  const ids = definition.indicators.map(({ id }) => id);
  const told = await takeOver(store, dir, ids).catch((error: unknown) => {
    console.error(storeFault(error, store));
    fs.rmSync(dir, { recursive: true, force: true });
    return process.exit(2);
  });
  const running = await startLocal({ ...config.value, dataDir: dir }, told > 0 ? undefined : 'memory');
  try {
    const { product } = running.running;
    const figures = [...(await product.figures.look(forum)).values()];
    const meeting = await product.store.read((reader) => nextMeeting(reader, forum.id));
    if (json) console.log(JSON.stringify(figures, null, 2));
    else {
      console.log(`${forum.name}${meeting ? `, ${meetingTime(meeting.start, meeting.end)}` : ''}`);
      console.log(
        `Siffrorna som de är ${longDate(product.clock.now().toPlainDate().toString())}. Exempelfiler innehåller påhittade siffror.`,
      );
      console.log(
        told > 0
          ? `Det som har visats förut är medräknat (${told} indikatorer). Utskriften läggs inte till det.\n`
          : 'Ingenting har visats förut. Utskriften räknas inte som visad.\n',
      );
      if (figures.length === 0) console.log('Forumet följer inga indikatorer.');
      for (const figure of figures) {
        const { indicator, women, men, total, target, source } = frozenFigure('', figure);
        console.log(indicator);
        console.log(`  ${figure.bySex ? `kvinnor ${women} · män ${men} · totalt ${total}` : total} · mål: ${target}`);
        for (const reason of reasons(figure)) console.log(`  ! ${reason}`);
        console.log(`  källa: ${source}`);
      }
    }
  } finally {
    await running.stop();
  }
} finally {
  fs.rmSync(dir, { recursive: true, force: true });
}
