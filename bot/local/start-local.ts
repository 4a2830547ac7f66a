/** Local mode: the product, a local Teams and a local samarbetsyta in one process, on this machine only. */
import path from 'node:path';
import { Hono } from 'hono';
import type { Where } from '../../src/adapters/store/engine.ts';
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import { personView } from '../../src/flows/agenda-view.ts';
import { nextMeeting } from '../../src/flows/meetings.ts';
import { keepWatch } from '../../src/flows/watch-sources.ts';
import type { Probe } from '../../src/ports.ts';
import { NOTIFICATIONS } from '../app.ts';
import { agreementFrom, composeLocal, DEFAULT_AGREEMENT, productLog, type Running } from '../compose.ts';
import type { LocalConfig } from '../config.ts';
import { listen } from '../listen.ts';
import { type Advance, advancing, CLOCK_SETTING } from './advance.ts';
import { localControl } from './local-control.ts';
import { localPage } from './page.ts';
import { peoplesCalendar } from './page-calendar.ts';
import {
  APP_ID,
  BOT_ID,
  BOT_NAME,
  layOutStatistics,
  sampleLibraries,
  sampleLists,
  samplePeople,
  sampleTeam,
} from './sample-world.ts';
import { toldClock } from './told-clock.ts';
import { type LocalWorld, localWorld } from './world.ts';

const EXAMPLES = [
  'hjälp',
  'nästa möte',
  'dagordning',
  'indikatorer',
  'vem är sekreterare',
  'föreslå Hur gör vi när tolken uteblir?',
  'anteckningar',
];

export interface Local {
  port: number;
  /** Who the page begins as, in words. */
  you: string;
  running: Running;
  world: LocalWorld;
  advance: Advance;
  stop(): Promise<void>;
}

/** `store`: tests keep theirs in memory. `limited` false: days go by faster than Teams' limits allow to write. */
export async function startLocal(config: LocalConfig, store?: Where, probe?: Probe, limited = true): Promise<Local> {
  const definition = config.agreements[0] ?? DEFAULT_AGREEMENT;
  const agreement = agreementFrom(definition);
  const [forum] = agreement.forums;
  if (!forum) throw new Error('Överenskommelsen har inget forum.');
  const dir = path.resolve(config.dataDir);
  const day = Temporal.PlainDate.from(agreement.sampleDay ?? Temporal.Now.plainDateISO(STOCKHOLM));
  const told = (date: Temporal.PlainDate, plainTime: string) => date.toZonedDateTime({ timeZone: STOCKHOLM, plainTime });
  layOutStatistics(agreement, definition, dir, told(day.subtract({ days: 1 }), '15:10'));
  const clock = toldClock(told(day, '09:00'));
  let url = '';
  const world = localWorld({
    dir,
    people: samplePeople(agreement),
    team: sampleTeam(agreement),
    botId: BOT_ID,
    botName: BOT_NAME,
    botUrl: () => url,
    publicUrl: () => url,
    now: () => clock.now().toInstant().toString(),
    libraries: sampleLibraries,
    lists: sampleLists(agreement, definition),
    appId: APP_ID,
    limited,
  });
  const log = productLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const root = new Hono();
  const product = await composeLocal({
    agreement,
    templates: config.templates,
    store: store ?? { dir: path.join(dir, 'store') },
    ...(probe ? { probe } : {}),
    clock,
    connectorUrl: () => `${url}/connector`,
    graphUrl: () => `${url}/graph`,
    notificationUrl: () => `${url}${NOTIFICATIONS}`,
    log,
  });
  const kept = await product.product.store.read((reader) => reader.setting(CLOCK_SETTING));
  if (kept) clock.tell(Temporal.ZonedDateTime.from(kept));
  else await product.product.store.change((change) => change.keepSetting(CLOCK_SETTING, clock.now().toString()));
  const advance = advancing(product.product, clock, product.work, async () => {
    await product.followGroups();
    await keepWatch(product.product);
  });
  const files = async () =>
    (await world.samarbetsyta.files()).map(({ library, path: at, name, size, modifiedAt, webUrl }) => ({
      library,
      path: at,
      name,
      size,
      modifiedAt,
      url: webUrl,
    }));
  const mailOf = (id: string) => product.product.agreement.people.find((person) => person.id === id)?.mail;
  const calendar = peoplesCalendar(world.samarbetsyta.outlook!, mailOf, () => clock.now().toInstant().toString());
  const control = localControl(product.product, advance, files, calendar, () => product.work.settle());
  root.route('/', world.app);
  root.route('/', product.app);
  root.route('/', localPage({ teams: world.teams, control, examples: EXAMPLES }));
  const server = await listen(root, config.port, config.host);
  url = `http://127.0.0.1:${server.port}`;
  const unmet = await product.product.store.read(async (reader) => {
    const places = await Promise.all(agreement.forums.map(({ id }) => reader.place(`forum:${id}`)));
    return places.includes(undefined);
  });
  if (unmet) await world.teams.install('team');
  await product.start();
  await product.reachable();
  const meeting = await product.product.store.read((reader) => nextMeeting(reader, forum.id));
  const writer = meeting?.secretary && personView(product.product, meeting.secretary.person);
  return {
    running: product,
    world,
    advance,
    port: server.port,
    you: writer ? `du är ${writer.name}, sekreterare i ${forum.name}` : agreement.name,
    async stop() {
      await server.close();
      await product.stop();
      world.samarbetsyta.close();
    },
  };
}
