/**
 * `npm run figures -- --forum section [--json]`: what the forum's next meeting will see, from the files in the data directory
 * (the sample ones until somebody has put others there), and why something is not shown. Changes nothing.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { longDate, meetingTime, periodName } from '../../src/domain/swedish.ts';
import { frozenFigure } from '../../src/flows/figure-text.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import type { FigureView } from '../../src/flows/views.ts';
import { environment, readConfig } from '../config.ts';
import { LIBRARIES } from '../local/sample-world.ts';
import { startLocal } from '../local/start-local.ts';

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

const hiddenRow = ({ hiddenBelow }: FigureView, unit: string) => `${unit}: visas inte (färre än ${hiddenBelow})`;

/** Everything that is not shown, and why, in sentences. */
function reasons(figure: FigureView): string[] {
  const hiddenUnits = figure.perUnit.filter((row) => row.hidden);
  const whole = figure.hidden
    ? hiddenUnits.length > 0
      ? [`visas inte: summan skulle avslöja en enhet med färre än ${figure.hiddenBelow}`]
      : [`visas inte (färre än ${figure.hiddenBelow})`]
    : [];
  const late = figure.late
    ? [`saknas för ${periodName(figure.late.period)} från ${figure.late.from.join(', ')}; visar ${periodName(figure.period)}`]
    : [];
  return [
    ...(figure.problem ? [figure.problem] : []),
    ...whole,
    ...hiddenUnits.map(({ unit }) => hiddenRow(figure, unit)),
    ...late,
    ...(figure.few ? ['få observationer'] : []),
  ];
}

const { forum: wanted, json } = options();

// The product runs on a copy, so that a page that is open on the same files is left alone.
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-figures-'));
try {
  const config = readConfig({ ...environment, SAMVERKAN_LOG_LEVEL: 'silent', PORT: '0' }, 'local');
  if (!config.ok) {
    console.error(config.faults.join('\n'));
    process.exit(2);
  }
  const shelf = path.join('samarbetsyta', LIBRARIES.statistics);
  const kept = path.join(path.resolve(config.value.dataDir), shelf);
  if (fs.existsSync(kept)) fs.cpSync(kept, path.join(dir, shelf), { recursive: true, preserveTimestamps: true });
  const local = await startLocal({ ...config.value, dataDir: dir }, 'memory');
  try {
    const { product } = local.running;
    const forum = product.agreement.forums.find(({ id }) => id === wanted);
    if (!forum) {
      const ids = product.agreement.forums.map(({ id }) => id).join(', ');
      console.error(`${wanted === undefined ? USAGE : `Det finns inget forum ${wanted}.`}\nForum: ${ids}.`);
      process.exitCode = 2;
    } else {
      const figures = [...(await product.figures.look(forum)).values()];
      const meeting = await product.store.read((reader) => nextMeeting(reader, forum.id));
      if (json) console.log(JSON.stringify(figures, null, 2));
      else {
        console.log(`${forum.name}${meeting ? `, ${meetingTime(meeting.start, meeting.end)}` : ''}`);
        console.log(
          `Siffrorna som de är ${longDate(product.clock.now().toPlainDate().toString())}. Exempelfiler innehåller påhittade siffror.\n`,
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
    }
  } finally {
    await local.stop();
  }
} finally {
  fs.rmSync(dir, { recursive: true, force: true });
}
