import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIBRARIES } from '../../bot/local/sample-world.ts';
import { lookAround } from '../../src/flows/watch-sources.ts';
import { sampleFile, withCell } from '../adapters/documents/sample-statistics.ts';
import { type Play, play, textOf } from '../support/local.ts';
import { needs } from '../support/needs.ts';
import { converted } from '../support/office.ts';
import { until } from '../support/until.ts';

let hub: Play;
const file = () => path.join(hub.dir, 'samarbetsyta', LIBRARIES.statistics, 'exempelstatistik.xlsx');
const agenda = () => textOf(hub.card('lena', 'agenda/', 'channel')?.card);
/** Women who took part in February, of 49. */
const someoneWrites = (women: number) => writeFileSync(file(), withCell(sampleFile(), 'Informationsträff', 'D8', women));
const shows = (percent: string) => until(`${percent} on the card`, () => agenda().includes(percent), 20);
const subscriptions = async () =>
  (await product().store.read((reader) => reader.subscriptions())).filter(({ what }) => what === 'library:statistics');

beforeAll(async () => {
  hub = await play();
});
afterAll(() => hub?.stop());

describe('figures on an open agenda', () => {
  it('follow the file on disk without anyone pressing anything', async () => {
    expect(agenda()).toContain('Kvinnor 71,4 %');
    someoneWrites(42);
    await shows('Kvinnor 85,7 %');
    expect(agenda()).toContain('Rättad 10 mars 2027');
    someoneWrites(35);
    await shows('Kvinnor 71,4 %');
  });

  it('change before the eyes of who has the page open', async ({ skip }) => {
    if (!needs('chromium')) return skip();
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox'] });
    try {
      const page = await browser.newPage();
      await page.addInitScript(() => localStorage.setItem('samverkan.greeted', 'true'));
      const refreshed = page.waitForRequest((request) => request.url().endsWith('/page/refresh'));
      await page.goto(`http://127.0.0.1:${hub.local.port}/?du=per&var=hub-intro`);
      expect((await refreshed).postDataJSON()).toMatchObject({ as: 'per' });
      await page.getByText('71,4 %').first().waitFor();
      someoneWrites(41);
      await page.getByText('83,7 %').first().waitFor();
    } finally {
      await browser.close();
    }
  });

  it('follow a file that LibreOffice has saved', async ({ skip }) => {
    if (!needs('libreoffice')) return skip();
    const changed = withCell(sampleFile(), 'Informationsträff', 'D8', 40);
    writeFileSync(file(), await converted(changed, 'xlsx', 'xlsx'));
    await shows('Kvinnor 81,6 %');
  });

  it('rest when the file says the same as before', async () => {
    const updates = () => hub.local.world.teams.changes();
    await hub.settle();
    const before = updates();
    await lookAround(product(), 'everywhere');
    await hub.settle();
    expect(updates()).toBe(before);
  });

  it('are seen later when nobody told, and after the mark was too old', async () => {
    hub.local.world.samarbetsyta.faults.loseNotifications(1);
    someoneWrites(43);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(agenda()).toContain('Kvinnor 81,6 %');
    hub.local.world.samarbetsyta.faults.forgetMarks();
    await lookAround(product(), 'everywhere');
    await hub.settle();
    expect(agenda()).toContain('Kvinnor 87,8 %');
  });

  it('are fresh for everybody when a member opens the card, and nothing moves when they are the same', async () => {
    const card = () => hub.card('lena', 'agenda/', 'channel')!;
    const open = async (person: string) => {
      const done = await hub.local.world.teams.refresh({ as: person, conversation: hub.channel, activityId: card().id });
      await hub.settle();
      return done;
    };
    hub.local.world.samarbetsyta.faults.loseNotifications(1);
    someoneWrites(44);
    expect(await open('per')).toMatchObject({ kind: 'card' });
    expect(agenda()).toContain('Kvinnor 89,8 %');
    expect(card().onlyYou).toBe(false);
    const edited = card().editedAt;
    await open('per');
    await open('sara');
    expect(card().editedAt).toBe(edited);
    const stranger = hub.local.world.teams.roster.people.find(({ memberOf }) => memberOf.length === 0)!;
    await expect(open(stranger.id)).rejects.toThrow(/is not in/);
    const readers = (card().card as { refresh?: { userIds: string[] } }).refresh?.userIds;
    expect(readers).toContain('29:per');
    expect(readers).not.toContain(stranger.teamsId);
  });

  it('are left to a stranger to announce in vain', async () => {
    const [kept] = await subscriptions();
    const tell = (body: object) =>
      fetch(`http://127.0.0.1:${hub.local.port}/notifications`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const announcement = (clientState: string) => ({ value: [{ subscriptionId: kept!.id, clientState, changeType: 'updated' }] });
    expect((await tell(announcement('gissad'))).status).toBe(401);
    expect((await tell(announcement(kept!.secretHash))).status).toBe(401);
    expect((await tell({ value: [] })).status).toBe(400);
  });

  it('go on being told: the subscription is renewed long before it lapses, and made anew when it is gone', async () => {
    const [first] = await subscriptions();
    await hub.to('2027-03-27T09:00');
    const [renewed] = await subscriptions();
    expect(renewed).toMatchObject({ id: first!.id });
    expect(Temporal.Instant.compare(renewed!.until, first!.until)).toBe(1);

    await product().changes.unsubscribe('library:statistics', renewed!.url);
    await hub.to('2027-04-20T09:00');
    const [again] = await subscriptions();
    expect(again!.id).not.toBe(first!.id);
  }, 180_000);
});

const product = () => hub.local.running.product;
