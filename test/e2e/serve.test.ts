import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { channelOf } from '../../bot/local/sample-world.ts';
import { rsaKey } from '../support/bot-connector.ts';
import { freshDatabase, onServer } from '../support/engines.ts';
import { actionsOf, textOf } from '../support/local.ts';
import { needs } from '../support/needs.ts';
import { type Product, type Tenant, tenant } from '../support/tenant.ts';
import { until } from '../support/until.ts';

const channel = channelOf('hub-intro');

const posts = (here: Tenant, keyPrefix: string) =>
  here.world.teams.messages(channel, 'per').filter((one) => one.key.startsWith(keyPrefix));

const agendaFile = (here: Tenant) =>
  `hub-intro/${here.meeting.slice(-10, -6)}/${here.meeting.slice(-10)}/${here.meeting}-dagordning.docx`;

const documents = async (here: Tenant) =>
  (await here.world.samarbetsyta.files()).filter((one) => one.name.endsWith('.docx')).map((one) => one.path);

/** The agenda's card stands in the channel, its document lies on the samarbetsyta, and the card leads to it. */
const filed = (here: Tenant) =>
  until(
    'the agenda is posted and filed',
    async () => {
      const [card] = posts(here, 'agenda/');
      const linked = actionsOf(card?.card).some((one) => String(one['url'] ?? '').includes('dagordning.docx'));
      return linked && (await documents(here)).includes(agendaFile(here));
    },
    60,
  );

async function say(here: Tenant, as: string, text: string): Promise<string> {
  const before = new Set(here.world.teams.messages('personal', as).map((one) => one.id));
  expect(await here.world.teams.say({ as, conversation: 'personal', text })).toMatchObject({ answered: 200 });
  const answers = here.world.teams.messages('personal', as).filter((one) => one.from === null && !before.has(one.id));
  return answers.map((one) => textOf(one.card)).join(' ');
}

describe('a tenant with one bot and its store in a directory', () => {
  let here: Tenant;
  let product: Product;
  beforeAll(async () => {
    here = await tenant();
    product = await here.start({});
  });
  afterAll(() => here.close());

  it('answers a member, and signs the answer with its own token', async () => {
    expect(await say(here, 'per', 'hjälp')).toContain('föreslå');
    const [answered] = here.calls.filter((call) => call.to === 'connector' && call.method === 'POST');
    expect(answered?.authorization).toBe(`Bearer ${here.tokenFor('https://api.botframework.com')}`);
  });

  it('runs no turn for a forged token, or for none', async () => {
    const activity = {
      type: 'message',
      id: 'forged',
      text: 'hjälp',
      channelId: 'msteams',
      serviceUrl: `${here.world.teams.publicUrl()}/connector`,
      from: { id: '29:per', aadObjectId: '00000000-0000-4000-8000-000000000005' },
      recipient: { id: here.world.teams.botId },
      conversation: { id: here.world.teams.personalChat('per'), tenantId: '00000000-0000-4000-8000-0000000000af' },
    };
    const before = await settled(() => here.calls.filter((call) => call.to === 'connector').length);
    for (const authorization of [here.sign(activity, rsaKey()), undefined]) {
      const answer = await fetch(`${product.url}/api/messages`, {
        method: 'POST',
        body: JSON.stringify(activity),
        headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      });
      expect(answer.status).toBe(401);
    }
    expect(await settled(() => here.calls.filter((call) => call.to === 'connector').length)).toBe(before);
  });

  it('opens, posts and files the next agenda by itself, once it is added to the team', async () => {
    expect(await here.world.teams.install('team')).toEqual([200, 200]);
    await filed(here);
    expect(posts(here, 'agenda/')).toHaveLength(1);
    expect(textOf(posts(here, 'agenda/')[0]?.card)).toMatch(/70\s%/);
    const tokens = new Set(here.calls.filter((call) => call.to === 'graph').map((call) => call.authorization));
    expect([...tokens]).toEqual([`Bearer ${here.tokenFor('https://graph.microsoft.com')}`]);
    expect(product.log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50)).toEqual([]);
  });

  it('stops when it is asked to, and goes on where it was', async () => {
    expect(await product.stop()).toBe(0);
    here.bots.length = 0;
    product = await here.start({});
    expect(await say(here, 'per', 'dagordning')).toContain('Informationsöverföring');
    expect(await say(here, 'per', 'föreslå Hur gör vi när tolken uteblir?')).not.toBe('');
    expect(posts(here, 'agenda/')).toHaveLength(1);
    expect(await documents(here)).toEqual([agendaFile(here)]);
  });

  it('ends the turn in hand before it stops', async () => {
    here.world.faults.hang(1, 'post');
    const before = here.calls.length;
    const said = here.world.teams.say({ as: 'per', conversation: 'personal', text: 'hjälp' });
    await until('the answer hangs at the connector', () => here.calls.length > before);
    const stopped = product.stop();
    expect(await said).toMatchObject({ answered: expect.any(Number) });
    expect(await stopped).toBe(0);
  });
});

describe.skipIf(!needs('postgres'))('a tenant with two bots on one PostgreSQL', () => {
  let here: Tenant;
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  afterEach(async () => {
    await here.close();
    await database.drop();
  });

  it('does each thing once, whichever of them does it, and outlives a database that cuts its connections', async () => {
    [here, database] = await Promise.all([tenant(), freshDatabase()]);
    await Promise.all([here.start({ databaseUrl: database.url }), here.start({ databaseUrl: database.url })]);
    await here.world.teams.install('team');
    await filed(here);
    for (const person of ['per', 'lena', 'sara', 'johan'])
      expect(await say(here, person, `föreslå Förslag från ${person}`)).not.toBe('');
    expect(posts(here, 'agenda/')).toHaveLength(1);
    expect(await documents(here)).toEqual([agendaFile(here)]);

    await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.name}'`);
    for (const _ of here.bots) expect(await say(here, 'per', 'nästa möte')).not.toBe('');
  });

  it('finishes what the other had in hand when it was killed', async () => {
    [here, database] = await Promise.all([tenant(), freshDatabase()]);
    const first = await here.start({ databaseUrl: database.url });
    const second = await here.start({ databaseUrl: database.url });
    // The second sleeps until the first is dead, so that it is the first that holds the post.
    second.process.kill('SIGSTOP');
    here.bots.splice(0, 2, first);
    here.world.faults.hang(1, 'create');
    await here.world.teams.install('team');
    await until('the agenda hangs at the connector', () =>
      here.calls.some((call) => call.method === 'POST' && call.path === '/connector/v3/conversations'),
    );
    first.process.kill('SIGKILL');
    second.process.kill('SIGCONT');
    here.bots.splice(0, 1, second);
    await filed(here);
    expect(posts(here, 'agenda/')).toHaveLength(1);
    expect(await documents(here)).toEqual([agendaFile(here)]);
  }, 120_000);
});

/** A number once it has stood still for a while: what earlier tests set going has ended. */
async function settled(count: () => number): Promise<number> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  return count();
}
