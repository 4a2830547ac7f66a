/**
 * `npm run simulate -- --from 2027-01-11 --weeks 14 --forum hub-intro [--dir D] [--json]`: the product against a local
 * world in a process of its own, with a clock that moves by itself. Run again on the same directory it goes on.
 * With `DATABASE_URL` the store is that PostgreSQL, in a schema of the directory's own.
 */

import path from 'node:path';
import { parseArgs } from 'node:util';
import { membersOf } from '../../src/domain/agreement.ts';
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import { parseDate } from '../../src/domain/swedish.ts';
import { composeLocal, DEFAULT_AGREEMENT, productLog } from '../compose.ts';
import { environment, readKept } from '../config.ts';
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
import { audit } from '../simulate/auditor.ts';
import { follow } from '../simulate/happenings.ts';
import { outsidePort } from '../simulate/outside-port.ts';
import { startOutside } from '../simulate/outside-process.ts';
import { script } from '../simulate/script.ts';
import { storeOf } from '../simulate/store-of.ts';
import { agreementOrRefuse, refuse } from './refuse.ts';

const USAGE = 'Så här: npm run simulate -- --from 2027-01-11 --weeks 14 --forum hub-intro [--dir D] [--json]';

function options() {
  try {
    return parseArgs({
      options: {
        from: { type: 'string' },
        weeks: { type: 'string', default: '14' },
        forum: { type: 'string', default: 'hub-intro' },
        dir: { type: 'string', default: '.data/simulate' },
        agreement: { type: 'string', default: DEFAULT_AGREEMENT },
        json: { type: 'boolean', default: false },
        /** For tests: the name of a point and how many times it is passed before this process is killed. */
        'kill-at': { type: 'string' },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), USAGE);
  }
}

const values = options();
const weeks = Number(values.weeks);
const from = parseDate(/^\d{4}-\d{2}-\d{2}$/.test(values.from ?? '') ? values.from! : '', Temporal.PlainDate.from('2000-01-01'));
if (!from) refuse(`--from ${values.from === undefined ? 'saknas' : `är "${values.from}", som inte är något datum`}.`, USAGE);
if (!Number.isInteger(weeks) || weeks < 1) refuse(`--weeks är "${values.weeks}". Skriv ett antal veckor, t.ex. 14.`, USAGE);

const end = from.add({ weeks }).toZonedDateTime({ timeZone: STOCKHOLM, plainTime: '00:00' });
const whole = agreementOrRefuse(values.agreement);
const forum = whole.forums.find((one) => one.id === values.forum);
if (!forum) refuse(`Det finns inget forum ${values.forum}. Skriv ett av: ${whole.forums.map((one) => one.id).join(', ')}.`);
// The members of one forum act from the script; the others have nobody to close their meetings.
const agreement = { ...whole, forums: [forum], people: membersOf(whole, forum.id) };
const dir = path.resolve(values.dir);

const settings = readKept(environment);
if (!settings.ok) refuse(...settings.faults);
const kept = storeOf(dir, settings.value.databaseUrl?.reveal());
if (!kept.ok) refuse(kept.no);

const [killPoint, killTimes = '1'] = (values['kill-at'] ?? '').split('@');
let left = Number(killTimes);
const probe = (point: string) => {
  if (point !== killPoint) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
};

layOutStatistics(agreement, values.agreement, dir);
const tell = follow(dir);
const print = () => {
  for (const { at, what } of tell()) {
    if (values.json) console.log(JSON.stringify({ at, what }));
    else
      console.log(
        `${Temporal.Instant.from(at).toZonedDateTimeISO(STOCKHOLM).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')}  ${what}`,
      );
  }
};

const clock = toldClock(from.toZonedDateTime({ timeZone: STOCKHOLM, plainTime: '07:00' }));
const outside = await startOutside({
  dir,
  port: await outsidePort(dir),
  botUrl: 'http://127.0.0.1:9',
  people: samplePeople(agreement),
  team: sampleTeam(agreement),
  botId: BOT_ID,
  botName: BOT_NAME,
  libraries: sampleLibraries,
  lists: sampleLists(agreement, values.agreement),
  appId: APP_ID,
  start: clock.now().toInstant().toString(),
});
const world = worldClient(outside.url);
const log = productLog('error');
const running = await composeLocal({
  agreement,
  store: kept.value,
  clock,
  connectorUrl: () => `${outside.url}/connector`,
  graphUrl: () => `${outside.url}/graph`,
  log,
  probe,
}).catch(async (error: unknown) => {
  await outside.stop();
  if (error instanceof Error && error.message.startsWith('DATABASE_URL')) refuse(error.message);
  throw error;
});
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
for (const act of script(forum, members, from, end.toPlainDate())) {
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
process.exit(counts.postedTwice + counts.filedTwice + counts.lost > 0 ? 1 : 0);
