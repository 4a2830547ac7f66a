import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelOf } from '../../bot/local/sample-world.ts';
import { textOf } from '../support/local.ts';
import { needs } from '../support/needs.ts';
import { type OwnPostgres, ownPostgres } from '../support/own-postgres.ts';
import { type Product, type Tenant, tenant } from '../support/tenant.ts';
import { until } from '../support/until.ts';

const FORUM = 'hub-norr';
const channel = channelOf(FORUM);

describe.skipIf(!needs('postgres-server'))('a database that goes away', () => {
  let here: Tenant;
  let database: OwnPostgres;
  let product: Product;
  beforeEach(async () => {
    [here, database] = await Promise.all([tenant([{ id: FORUM, inWorkingDays: 4 }]), ownPostgres()]);
    product = await here.start({ databaseUrl: database.url });
    await here.world.teams.install('team');
    await until('the agenda is posted', () => agenda() !== undefined, 60);
  }, 120_000);
  afterEach(async () => {
    await here.close();
    database.remove();
  });

  const agenda = () => here.world.teams.messages(channel, 'per').find((one) => one.key.startsWith('agenda/'));
  const health = async () => {
    const answer = await fetch(`${product.url}/health`);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const propose = (text: string) =>
    here.world.teams.say({ as: 'per', conversation: channel, text: `föreslå ${text}`, mention: true });
  const answers = () => here.world.teams.messages(channel, 'per').filter((one) => one.from === null);

  const replies = () => answers().filter((one) => one.key.startsWith('reply/'));

  it('is told of with one sentence; work goes on when it is back, without a restart, and nothing is done twice', async () => {
    await propose('Fredagstider');
    await until('the proposal is on the card', () => textOf(agenda()!.card).includes('Fredagstider'));
    await until('and answered', () => replies().length === 1);
    const before = answers().length;

    database.stop();
    const away = await health();
    expect(away.status).toBe(503);
    expect(away.body).toMatchObject({ status: 'unavailable', next: expect.stringContaining('database'), id: expect.any(String) });
    await propose('Tolk i tid');
    const told = answers().slice(before);
    expect(told.map(({ text }) => text)).toEqual([expect.stringMatching(/^Jag når inte min databas just nu.*felkod \w+\)\.$/)]);
    const pressed = await here.world.teams.openDialog({
      as: 'per',
      conversation: channel,
      activityId: agenda()!.id,
      data: { dialog: 'propose', meeting: here.meeting },
    });
    expect(pressed).toMatchObject({ kind: 'message', text: expect.stringContaining('databas') });
    // Who adds the app meanwhile is not told that it worked.
    expect((await here.world.teams.install({ person: 'lena' })).every((status) => Number(status) >= 500)).toBe(true);

    database.start();
    await until('it is well again', async () => (await health()).status === 200);
    await propose('Gemensam kalender');
    await until('what is said now is on the card', () => textOf(agenda()!.card).includes('Gemensam kalender'));
    const shown = textOf(agenda()!.card);
    expect(['Fredagstider', 'Tolk i tid', 'Gemensam kalender'].map((text) => shown.split(text).length - 1)).toEqual([1, 0, 1]);
    expect(answers().filter((one) => one.key.startsWith('agenda/'))).toHaveLength(1);
    expect(product.process.exitCode).toBeNull();
    expect(noise(product)).toBeLessThan(30);
  }, 120_000);

  it('in the middle of sending a card leaves the card to be found when it is back', async () => {
    here.world.faults.hang(1, 'post');
    const calls = here.calls.length;
    const said = propose('Bytta tider');
    await until('an answer hangs at the connector', () =>
      here.calls.slice(calls).some(({ method, path }) => method === 'POST' && path.includes('/activities')),
    );
    database.stop();
    await said;
    // Longer than the call may take: its outcome cannot be written down.
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    database.start();
    await until('the proposal is on the card', () => textOf(agenda()!.card).includes('Bytta tider'), 60);
    await until('the answer is there', () => replies().length > 0, 60);
    expect(replies()).toHaveLength(1);
  }, 150_000);
});

/** Lines about the database while it was away: enough to be seen, not a flood. */
const noise = (product: Product): number => product.log.filter((line) => /"level":[45]0/.test(line)).length;
