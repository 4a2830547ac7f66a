import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nextMeeting } from '../../src/flows/meetings.ts';
import { declineTurn } from '../../src/flows/take-turn.ts';
import { type Play, play } from '../support/local.ts';
import { needs } from '../support/needs.ts';

const hasChromium = needs('chromium');
let hub: Play;
let browser: Browser;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  if (!hasChromium) return;
  hub = await play();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript("localStorage.setItem('samverkan.greeted', 'true')");
  await page.goto(`http://localhost:${hub.local.port}/?du=sara&var=hub-intro`);
});
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});
afterEach(() => expect(complaints).toEqual([]));

const calendar = () => page.getByRole('region', { name: 'Din kalender' });
const first = () => calendar().getByRole('listitem').first();
/** Stays open whoever one is. */
async function open(): Promise<void> {
  const isOpen = await first().locator('details').getAttribute('open');
  if (isOpen === null) await first().locator('summary').click();
}
const card = (text: string) => page.getByRole('article').filter({ hasText: text }).last();
async function be(name: string, place: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  await page.getByRole('region', { name: 'Var?' }).getByRole('button', { name: place }).click();
  await page.getByText(`Du är ${name}`).waitFor();
}

describe.skipIf(!hasChromium)('the calendar in the page', () => {
  it('has the meetings one is asked to, and an answer is seen on the agenda card', async () => {
    await first().getByText('tis 16 mars kl. 13.00').waitFor();
    expect(await calendar().getByRole('listitem').count()).toBe(4);
    await calendar()
      .getByText(/^Visa \d+ möten till, det sista/)
      .click();
    const { meetings } = await hub.local.running.product.store.read(async (reader) => ({
      meetings: await reader.meetings('hub-intro'),
    }));
    expect(await calendar().getByRole('listitem').count()).toBe(meetings.length);
    await calendar()
      .getByText(/^Visa \d+ möten till, det sista/)
      .click();
    await open();
    await first().getByRole('button', { name: 'Ja' }).click();
    await first().getByText('Du har tackat ja · 1 av 6 kommer').waitFor();
    await card('Svar i kalendern: 1 kommer, 5 har inte svarat').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });

  it('has the invitation to read', async () => {
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      first().getByRole('link', { name: 'Läs inbjudan' }).click(),
    ]);
    await opened.getByText('Mötena ska ej avbokas (Bilaga nyanlända, N 1.8).').waitFor();
    await opened.close();
  });

  it('shows a no of everybody in a unit on the card', async () => {
    await be('Lena Sjöberg', 'Kommunhubb Intro');
    await open();
    await first().getByRole('button', { name: 'Nej' }).click();
    await card('Ingen kommer från AF City/Vällingby och AF Globen/Liljeholmen/Skärholmen.').waitFor();
  });

  it('a deleted meeting comes back, and Johan hears how it is moved', async () => {
    await be('Johan Ekdahl', 'Personlig chatt');
    await open();
    await first().getByRole('button', { name: 'Ta bort' }).click();
    await card('var borttaget ur kalendern. Det är inte avbokat: jag har lagt tillbaka det.').waitFor();
    await first().getByText('tis 16 mars kl. 13.00').waitFor();
    await card('var borttaget').getByRole('button', { name: 'Flytta mötet' }).click();
    await page.getByRole('dialog', { name: 'Flytta mötet' }).getByText('Varför flyttas det?').waitFor();
    await page.keyboard.press('Escape');
  });

  it('a dragged meeting is back at its time', async () => {
    await open();
    await first().getByLabel('Ny tid i Outlook').fill('2027-03-19T10:00');
    await first().getByRole('button', { name: 'Byt tid' }).click();
    const event = () => hub.local.world.samarbetsyta.outlook!.events().find(({ subject }) => subject.includes('Intro'))!;
    await expect
      .poll(() => hub.local.world.samarbetsyta.outlook!.events().some(({ start }) => start === '2027-03-19T09:00:00Z'), {
        timeout: 15_000,
      })
      .toBe(false);
    expect(event()).toBeDefined();
    await first().getByText('tis 16 mars kl. 13.00').waitFor();
  });

  it('who is out of office that day is asked, on the card about the turn, whether they want to swap', async () => {
    await be('Sara Nyström', 'Personlig chatt');
    await open();
    await first().getByText('Boten ser inte din egen kalender').waitFor();
    // The turn goes on until it is somebody's whose calendar can be seen.
    const { product } = hub.local.running;
    const meeting = async () => (await product.store.read((reader) => nextMeeting(reader, 'hub-intro')))!;
    const writer = async () => {
      const { secretary } = await meeting();
      return product.agreement.people.find(({ id }) => id === secretary!.person)!;
    };
    for (let n = 0; !hub.local.world.samarbetsyta.outlook!.sees((await writer()).mail ?? ''); n += 1) {
      const done = await declineTurn(product, { person: await writer(), cause: `no-${n}` }, (await meeting()).id);
      expect(done.ok).toBe(true);
    }
    await hub.settle();
    await be((await writer()).name, 'Personlig chatt');
    await open();
    const away = first().getByRole('button', { name: 'Frånvarande den dagen' });
    const said = first().getByText('Du är frånvarande då');
    await away.click();
    await said.waitFor();
    await away.click();
    await said.waitFor({ state: 'detached' });
    await away.click();
    await said.waitFor();
    expect(await away.getAttribute('aria-pressed')).toBe('true');
    await hub.to('2027-03-11T09:00');
    await card('Din kalender säger att du är borta då.').getByRole('button', { name: 'Byt' }).waitFor();
  });

  it('is empty for who is asked to nothing', async () => {
    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Kim Berg/ })
      .click();
    await calendar().getByText('Du är inte inbjuden till något möte.').waitFor();
  });
});
