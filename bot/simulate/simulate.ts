/** One simulation: the product, an outside in a process of its own, members who act from the script, and the audit. */
import type { Where } from '../../src/adapters/store/engine.ts';
import { type Agreement, type Forum, membersOf } from '../../src/domain/agreement.ts';
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import { composeLocal, productLog } from '../compose.ts';
import { listen } from '../listen.ts';
import { advancing, CLOCK_SETTING } from '../local/advance.ts';
import {
  APP_ID,
  BOT_ID,
  BOT_NAME,
  layOutStatistics,
  sampleLibraries,
  sampleLists,
  samplePeople,
  sampleTeam,
} from '../local/sample-world.ts';
import { toldClock } from '../local/told-clock.ts';
import { worldClient } from '../local/world-client.ts';
import { askingScript } from './asking-script.ts';
import { audit } from './auditor.ts';
import { follow } from './happenings.ts';
import { outsidePort } from './outside-port.ts';
import { startOutside } from './outside-process.ts';
import { script } from './script.ts';

export interface Simulation {
  from: Temporal.PlainDate;
  weeks: number;
  /** With the one forum whose members act from the script, those its questions go to, and nobody else. */
  agreement: Agreement;
  /** The file it was read from. */
  definition: string;
  forum: Forum;
  dir: string;
  store: Where;
  json: boolean;
  /** The name of a point and how many times it is passed before this process is killed: `effect:called@3`; '' for never. */
  killAt: string;
}

const killer = (killAt: string) => {
  const [killPoint, killTimes = '1'] = killAt.split('@');
  let left = Number(killTimes);
  return (point: string) => {
    if (point !== killPoint) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
};

const minute = (at: string) =>
  Temporal.Instant.from(at)
    .toZonedDateTimeISO(STOCKHOLM)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ');

/** @returns the exit code: 1 when the auditor found something lost or done twice. */
export async function simulate(given: Simulation): Promise<number> {
  const { from, dir, agreement, definition, forum } = given;
  const end = from.add({ weeks: given.weeks }).toZonedDateTime({ timeZone: STOCKHOLM, plainTime: '00:00' });
  const probe = killer(given.killAt);

  layOutStatistics(agreement, definition, dir);
  const tell = follow(dir);
  const print = () => {
    for (const { at, what } of tell()) console.log(given.json ? JSON.stringify({ at, what }) : `${minute(at)}  ${what}`);
  };

  const clock = toldClock(from.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: '07:00' }));
  const port = await outsidePort(dir);
  const url = `http://127.0.0.1:${port}`;
  // The database opens while the outside starts.
  const starting = startOutside({
    dir,
    port,
    botUrl: 'http://127.0.0.1:9',
    people: samplePeople(agreement),
    team: sampleTeam(agreement),
    botId: BOT_ID,
    botName: BOT_NAME,
    libraries: sampleLibraries,
    lists: sampleLists(agreement, definition),
    appId: APP_ID,
    start: clock.now().toInstant().toString(),
  });
  const running = await composeLocal({
    agreement,
    store: given.store,
    clock,
    connectorUrl: () => `${url}/connector`,
    graphUrl: () => `${url}/graph`,
    log: productLog('error'),
    probe,
  }).catch(async (error: unknown) => {
    await (await starting).stop();
    throw error;
  });
  const outside = await starting;
  const world = worldClient(url);
  const { product, work } = running;
  const told = await product.store.read((reader) => reader.setting(CLOCK_SETTING));
  if (told) clock.tell(Temporal.ZonedDateTime.from(told));
  await world.setTime(clock.now().toInstant().toString());
  const server = await listen(running.app, 0, '127.0.0.1');
  await world.setBotUrl(`http://127.0.0.1:${server.port}`);
  // What the bot had not answered when it died, Teams delivers again.
  for (const activity of await world.unanswered()) await world.resend(activity);
  if (!(await product.store.read((reader) => reader.place(`forum:${forum.id}`)))) await world.install('team');
  await running.start();
  print();

  const advance = advancing(product, clock, work, async (now) => {
    probe('clock:moved');
    await world.setTime(now.toInstant().toString());
  });
  const members = membersOf(agreement, forum.id).map((person) => person.id);
  const begun = clock.now();
  const acts = [...script(forum, members, from, end.toPlainDate()), ...askingScript(agreement, forum, from, end.toPlainDate())];
  for (const act of acts.sort((a, b) => Temporal.ZonedDateTime.compare(a.at, b.at))) {
    if (Temporal.ZonedDateTime.compare(act.at, begun) < 0) continue;
    if (Temporal.ZonedDateTime.compare(act.at, end) >= 0) break;
    await advance.to(act.at);
    print();
    await act.run(world);
    await work.settle();
    print();
  }
  await advance.to(end);
  print();
  const { faults, ...counts } = audit({ dir, agreement, forum, from, now: clock.now() });
  for (const fault of faults) console.error(fault);
  await server.close();
  await running.stop();
  await outside.stop();
  console.log(JSON.stringify(counts));
  return counts.postedTwice + counts.filedTwice + counts.eventsTwice + counts.questionsTwice + counts.lost > 0 ? 1 : 0;
}
