/**
 * Two processes on one PostgreSQL, with people who write to both. What is counted is what the outside saw, never what the
 * product says of itself.
 */
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CALENDAR_MAILBOX, channelOf, LIBRARIES } from '../../bot/local/sample-world.ts';
import { audit } from '../../bot/simulate/auditor.ts';
import { STOCKHOLM } from '../../src/domain/calendar.ts';
import { freshDatabase, onServer } from '../support/engines.ts';
import { textOf } from '../support/local.ts';
import { needs } from '../support/needs.ts';
import { type Product, type Tenant, tenant } from '../support/tenant.ts';
import { until } from '../support/until.ts';

/** One whose agenda is due to be filed, and two whose agendas are open for what people propose. */
const HUBS = [
  { id: 'hub-intro', inWorkingDays: 2 },
  { id: 'hub-norr', inWorkingDays: 4 },
  { id: 'hub-soder', inWorkingDays: 4 },
];
const PEOPLE = ['sara', 'omar', 'lena', 'johan', 'per'];

describe.skipIf(!needs('postgres'))('two replicas', () => {
  let here: Tenant;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeEach(async () => {
    [here, database] = await Promise.all([tenant(HUBS, CALENDAR_MAILBOX), freshDatabase()]);
  });
  afterEach(async () => {
    await here.close();
    await database.drop();
  });
  const start = (signalAt?: Parameters<Tenant['start']>[0]['signalAt']) =>
    here.start({ databaseUrl: database.url, ...(signalAt ? { signalAt } : {}) });

  it('under load do each thing once, though turns come to both, and one is killed in the middle and started again', async () => {
    // More than there are meetings to book, which it may do before the other one has started.
    const dies = await start({ point: 'effect:called', times: 14, signal: 'SIGKILL' });
    let ended: NodeJS.Signals | null = null;
    dies.process.once('exit', (_, signal) => {
      ended = signal;
    });
    const lives = await start();
    here.route = aThirdToBoth();
    expect(await here.world.teams.install('team')).toEqual([200, 200]);
    await until('all agendas are posted', () => HUBS.every(({ id }) => agendaOf(here, id) !== undefined));

    const said: string[] = [];
    const saying = PEOPLE.flatMap((person) =>
      HUBS.flatMap(({ id }) =>
        [1, 2].map(async (n) => {
          const text = `Fråga ${n} från ${person} i ${id}`;
          const turn = { as: person, conversation: channelOf(id), text: `föreslå ${text}`, mention: true };
          await someTime();
          expect(await here.world.teams.say(turn)).toMatchObject({ answered: 200 });
          if (id !== 'hub-intro') said.push(text);
        }),
      ),
    );
    expect(await until('it dies with work in hand', () => ended, 60)).toBe('SIGKILL');
    here.bots.splice(here.bots.indexOf(dies), 1);
    const again = start();
    await Promise.all(saying);
    await again;
    // What somebody says while the dead one's work waits to be taken over.
    for (const person of PEOPLE) await here.world.teams.say({ as: person, conversation: 'personal', text: 'mina frågor' });
    await calm(lives);

    expect(faults(here)).toEqual([]);
    expect(said).toHaveLength(PEOPLE.length * 4);
    const shown = HUBS.map(({ id }) => textOf(agendaOf(here, id)!.card)).join('\n');
    expect(said.filter((text) => shown.split(text).length !== 2)).toEqual([]);
    const replies = posted(here, 'reply/');
    expect(new Set(replies).size).toBe(said.length);
    expect(replies).toHaveLength(said.length);
    // The dead one's last attempt has no end, and another one made it good.
    const left = await onServer<{ state: string }>(
      `select e.state from effect_attempts a join effects e on e.id = a.effect where a.outcome is null`,
      database.url,
    );
    expect(left.map(({ state }) => state)).toContain('done');
    expect(left.filter(({ state }) => state !== 'done')).toEqual([]);
  }, 120_000);

  it('where one stands still with work in hand: the other does it, and the one that wakes changes nothing', async () => {
    const awake = await start();
    await here.world.teams.install('team');
    await until('all agendas are posted', () => HUBS.every(({ id }) => agendaOf(here, id) !== undefined), 60);
    await calm(awake);
    awake.process.kill('SIGSTOP');
    const sleeper = await start({ point: 'effect:claimed', times: 1, signal: 'SIGSTOP' });
    here.route = () => [sleeper];
    const turn = { as: 'per', conversation: channelOf('hub-norr'), text: 'föreslå Fredagstider', mention: true };
    const saying = here.world.teams.say(turn);
    await until('it stands still', () => fs.readFileSync(`/proc/${sleeper.process.pid}/stat`, 'utf8').includes(') T '));
    expect(posted(here, 'reply/')).toEqual([]);

    awake.process.kill('SIGCONT');
    const shown = () => textOf(agendaOf(here, 'hub-norr')!.card).includes('Fredagstider');
    await until('the other one does it', () => posted(here, 'reply/').length > 0 && shown(), 60);
    await calm(awake);
    const before = await rows();

    sleeper.process.kill('SIGCONT');
    await until('it leaves the work to the other', () => sleeper.log.some((line) => line.includes('took it over')));
    await saying;
    expect(posted(here, 'reply/')).toHaveLength(1);
    expect(await rows()).toEqual(before);
    expect(faults(here)).toEqual([]);
  }, 150_000);

  const rows = async () => ({
    effects: await onServer('select * from effects order by id', database.url),
    attempts: await onServer('select * from effect_attempts order by effect, n', database.url),
    posts: await onServer('select * from posts order by key', database.url),
  });
});

/** A third of what Teams sends comes to both at once, the rest to one of them, by chance. */
function aThirdToBoth(): Tenant['route'] {
  return (bots) => (Math.random() < 1 / 3 ? bots : [bots[Math.floor(Math.random() * bots.length)]!]);
}

const someTime = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 5_000));

/** Waits until nothing is left to be done outside. */
const calm = (product: Product) =>
  until(
    'nothing is left to do',
    async () => {
      const health = (await (await fetch(`${product.url}/health`)).json()) as { openEffects?: number };
      return health.openEffects === 0;
    },
    60,
  );

const agendaOf = (here: Tenant, forum: string) =>
  here.world.teams.messages(channelOf(forum), 'per').find((one) => one.key.startsWith(`agenda/${forum}`));

interface Happened {
  kind: string;
  key: string;
  activityId: string;
}

const happenings = (here: Tenant): Happened[] =>
  fs
    .readFileSync(path.join(here.dir, 'teams', 'teams.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Happened);

/** The keys of what was posted, as often as it was. */
const posted = (here: Tenant, prefix: string): string[] =>
  happenings(here).flatMap((one) => (one.kind === 'posted' && one.key.startsWith(prefix) ? [one.key] : []));

/** What the auditor finds wrong, forum by forum; another forum's documents are not strangers. */
function faults(here: Tenant): string[] {
  const now = Temporal.Now.zonedDateTimeISO(STOCKHOLM);
  const own = new RegExp(`: (${HUBS.map(({ id }) => id).join('|')})/\\d{4}/`);
  const found = here.agreement.forums.flatMap((forum) => {
    const { dir, agreement } = here;
    return audit({ dir, agreement, forum, from: now.toPlainDate(), now, upSince: now }).faults.filter(
      (fault) => !(fault.startsWith('filed without') && own.test(fault)),
    );
  });
  const filed = fs
    .readdirSync(path.join(here.dir, 'samarbetsyta', LIBRARIES.meetings), { recursive: true })
    .filter((one) => String(one).endsWith('.docx'));
  return filed.length === 1 ? found : [...found, `${filed.length} documents are filed: ${filed.join(', ')}`];
}
