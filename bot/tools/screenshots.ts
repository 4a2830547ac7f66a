/** npm run screenshots: plays a meeting in the local page and keeps three pictures of it for the README (manifest/pictures). */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Locator, type Page } from 'playwright-core';
import { environment, readConfig } from '../config.ts';
import { startLocal } from '../local/start-local.ts';

const folder = fileURLToPath(new URL('../../manifest/pictures/', import.meta.url));
const dir = await mkdtemp(join(tmpdir(), 'samverkan-screenshots-'));
const config = readConfig({ SAMVERKAN_DATA_DIR: dir, SAMVERKAN_LOG_LEVEL: 'silent', PORT: '0' }, 'local');
if (!config.ok) throw new Error(config.faults.join('\n'));
const local = await startLocal(config.value, 'memory');
const browser = await chromium.launch({
  executablePath: environment['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});

try {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    deviceScaleFactor: 1,
    colorScheme: 'light',
    locale: 'sv-SE',
    reducedMotion: 'reduce',
  });
  await context.addInitScript("localStorage.setItem('samverkan.greeted', 'true')");
  const page = await context.newPage();
  await page.goto(`http://localhost:${local.port}/`);
  await mkdir(folder, { recursive: true });
  await play(page);
} finally {
  await browser.close();
  await local.stop();
  await rm(dir, { recursive: true });
}

async function play(page: Page): Promise<void> {
  const card = (heading: string | RegExp) =>
    page.getByRole('article').filter({ has: page.getByRole('heading', { name: heading }) });
  const meeting = card(/16 mars 2027 kl\. 13\.00–14\.00/);
  const draft = card(/^Mötesanteckningar$/);
  const people = page.getByRole('navigation', { name: 'Vem och var' });
  const dialog = page.getByRole('dialog');
  const time = page.getByRole('region', { name: 'Tid', exact: true });
  const be = async (name: string) => {
    await people.getByRole('button', { name }).click();
    await page.getByText(`Du är ${name}`).waitFor();
  };
  const write = async (text: string, answer: string | RegExp) => {
    await page.getByRole('textbox', { name: /^Skriv (till|ett inlägg)/ }).fill(text);
    await page.keyboard.press('Enter');
    await page.getByRole('article').filter({ hasText: answer }).last().waitFor();
  };
  const handIn = async (button: string) => {
    await dialog.getByRole('button', { name: button }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  /** From one thing that happens to the next, however many there are on the way. */
  const to = async (day: string) => {
    while (!(await time.getByText(day).isVisible())) {
      await time.getByRole('button', { name: 'Till nästa händelse' }).click();
      await time.getByText('Härnäst').waitFor();
    }
  };

  await be('Per Holm');
  await meeting.getByRole('button', { name: 'Föreslå punkt' }).click();
  await dialog.getByRole('textbox', { name: 'Rubrik' }).fill('Hur gör vi när tolken uteblir?');
  await dialog.getByRole('spinbutton', { name: 'Minuter' }).fill('5');
  await handIn('Föreslå');
  await meeting.getByText('Föreslagen av Per Holm').waitFor();
  await be('Sara Nyström');
  await picture('page-agenda', meeting, 'start');

  await to('fredag 12 mars 2027');
  await people.getByRole('button', { name: 'Personlig chatt' }).click();
  await page.getByRole('button', { name: 'Okej' }).click();
  await page.getByText('Du har tackat ja').waitFor();
  await to('tisdag 16 mars 2027');
  await meeting.getByRole('button', { name: 'Fyll i närvaro' }).click();
  for (const name of ['Sara Nyström', 'Johan Ekdahl', 'Lena Sjöberg', 'Per Holm'])
    await dialog.getByRole('checkbox', { name }).check();
  await handIn('Spara');
  await write('anteckna 1 Cheferna tar upp lokalfrågan den 30 mars.', 'Noterat under punkt 1');
  await write('anteckna 3 Fler kommer när kallelsen går ut i två steg. Fredagarna är inte fyllda.', 'Noterat under punkt 3');
  await write('överenskommet Vi prövar fredagstider från maj', '§ 1');
  await write('åtgärd @Per Boka lokal senast 9 april', 'klart senast');
  await meeting.getByText('Åtgärd 1: Boka lokal').waitFor();
  await picture('page-minutes', meeting, 'start');

  for (const title of [
    'Hantering av uteblivna besök',
    'Ärendedragning, med stöd av samtycke',
    'Frågor att lyfta till chefsnivå',
    'Hur gör vi när tolken uteblir?',
  ]) {
    await meeting.getByRole('button', { name: 'Nästa punkt' }).click();
    await meeting.getByText(`${title} ● Nu`).waitFor();
  }
  await meeting.getByRole('button', { name: 'Avsluta mötet' }).click();
  await draft.getByText('Utkast, version 1.').waitFor();
  await picture('page-approval', draft, 'end');

  /** What is in the picture stands at the start or the end of the chat, without toasts, focus or hover. */
  async function picture(name: string, shown: Locator, block: 'start' | 'end'): Promise<void> {
    for (const toast of await page.getByRole('status').getByRole('button', { name: 'Stäng' }).all()) await toast.click();
    await page.mouse.move(0, 0);
    await shown.evaluate((element, at) => {
      (document.activeElement as HTMLElement | null)?.blur();
      element.scrollIntoView({ block: at });
      element.closest('.feed')!.scrollTop += at === 'end' ? 10 : -8;
    }, block);
    const png = await page.screenshot({ animations: 'disabled' });
    await writeFile(join(folder, `${name}.png`), png);
    console.log(`manifest/pictures/${name}.png  ${Math.round(png.length / 1024)} kB`);
  }
}
