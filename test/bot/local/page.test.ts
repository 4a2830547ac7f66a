import AxeBuilder from '@axe-core/playwright';
import type { TurnContext } from 'botbuilder';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Control } from '../../../bot/local/control.ts';
import { localPage } from '../../../bot/local/page.ts';
import { needs } from '../../support/needs.ts';
import { hubChannel, throwawayDir } from './sample-world.ts';
import { type StubBot, stubBot } from './stub-bot.ts';
import { type TeamsOnPort, teamsOnPort } from './teams-on-port.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const hasChromium = needs('chromium');
let browser: Browser;
let context: BrowserContext;
let page: Page;
let bot: StubBot;
let world: TeamsOnPort;
let clock: { now: string };
let complaints: string[];

beforeAll(async () => {
  if (!hasChromium) return;
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
});
afterAll(() => browser?.close());

beforeEach(async () => {
  bot = await stubBot(answer);
  clock = { now: '2027-03-09T07:00:00Z' };
  world = await teamsOnPort({
    dir: throwawayDir(),
    botUrl: () => bot.url,
    mount: (app, teams) => void app.route('/', localPage({ teams, control: control() })),
  });
  world.teams.post(hubChannel, { text: '', card: agenda, mentions: [], replyToId: '' });
});
afterEach(async () => {
  await context?.close();
  await world.close();
  await bot.close();
});

describe.skipIf(!hasChromium)('the page', () => {
  it('greets once, and says who you are and what to try', async () => {
    await visit('/', { isFirst: true });
    const greeting = page.getByRole('dialog', { name: 'Hej! Här är du Sara Nyström' });
    await greeting.getByText('Inget lämnar den här datorn.').waitFor();
    expect(await greeting.getByRole('listitem').count()).toBe(3);
    await quietForAxe();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByText('Ordinarie punkter').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('lets you be somebody, write to the bot, and see its answer', async () => {
    await visit('/');
    await page.getByRole('button', { name: /Per Holm/ }).click();
    await page.getByText('Du är Per Holm').waitFor();
    await page.getByRole('button', { name: /Samverkan Personlig chatt/ }).click();
    await page.getByRole('textbox', { name: 'Skriv till Samverkan' }).fill('nästa <b>möte</b>');
    await page.keyboard.press('Enter');
    await page.getByText('Du sa: nästa <b>möte</b>').waitFor();
    expect(bot.heard.at(-1)).toMatchObject({ text: 'nästa <b>möte</b>', from: { name: 'Per Holm' } });
    expect(new URL(page.url()).searchParams.get('du')).toBe('per');
    await quietForAxe();
  });

  it('mentions the bot in the channel unless you say no, and people you pick', async () => {
    await visit('/');
    const box = page.getByRole('textbox', { name: 'Skriv ett inlägg i Kommunhubb Intro' });
    await box.pressSequentially('åtgärd @Pe');
    await page.getByRole('option', { name: /Per Holm/ }).waitFor();
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe('åtgärd @Per Holm ');
    await page.keyboard.press('Enter');
    await page.getByText('Du sa: ').waitFor();
    expect(bot.heard.at(-1)?.text).toBe('<at>Samverkan</at> åtgärd <at>Per Holm</at>');

    await page.getByRole('button', { name: '@Samverkan', exact: true }).click();
    await box.fill('bara vi människor');
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByText('Nådde inte Samverkan').waitFor();
    expect(bot.heard.at(-1)?.text).not.toContain('människor');
  });

  it('answers in a thread', async () => {
    await visit('/');
    await page.getByRole('button', { name: 'Svara' }).click();
    await page.getByRole('textbox', { name: 'Svara i tråden' }).fill('hjälp');
    await page.keyboard.press('Enter');
    await page.getByText('Du sa: ').waitFor();
    const [root, ...answers] = world.teams.messages(hubChannel, 'sara');
    expect(answers.map((message) => message.root)).toEqual([root?.id, root?.id]);
  });

  it('presses a button with what is filled in, and shows your own card and the toast', async () => {
    await visit('/');
    await page.getByRole('textbox', { name: 'Hälsning' }).fill('God morgon');
    await page.getByRole('button', { name: 'Hälsa' }).click();
    await page.getByText('Du hälsade: God morgon').waitFor();
    await page.getByText('Bara du ser kortet så här').waitFor();
    await page.getByRole('button', { name: 'Tacka' }).click();
    await page.getByRole('status').getByText('Tack själv!').waitFor();
    await quietForAxe();
    await page.getByRole('button', { name: /Karin Åberg/ }).click();
    await page.getByText('Du är Karin Åberg').waitFor();
    expect(await page.getByText('Du hälsade').count()).toBe(0);
  });

  it('opens a dialog, keeps it open on a no, and closes it when it is handed in', async () => {
    await visit('/');
    await page.getByRole('button', { name: 'Föreslå punkt' }).click();
    const dialog = page.getByRole('dialog', { name: 'Föreslå en punkt' });
    await dialog.getByRole('textbox', { name: 'Rubrik' }).fill('för långt');
    await quietForAxe();
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.getByText('Rubriken är för lång').waitFor();
    await dialog.getByRole('textbox', { name: 'Rubrik' }).fill('krasch');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await dialog.getByRole('alert').getByText('Det gick inte att nå appen. Försök igen.').waitFor();
    await dialog.getByRole('textbox', { name: 'Rubrik' }).fill('Tolkar');
    await dialog.getByRole('button', { name: 'Spara' }).click();
    await page.getByRole('status').getByText('Punkten ”Tolkar” är föreslagen.').waitFor();
    expect(await dialog.count()).toBe(0);
    await page.getByRole('button', { name: 'Föreslå punkt' }).click();
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Föreslå punkt');
  });

  it('moves time, says what happens, and shows the card that changed', async () => {
    await visit('/');
    const time = page.getByRole('region', { name: 'Tid', exact: true });
    await time.getByText('tisdag 9 mars 2027').waitFor();
    await time.getByText('kl. 08.00 · v. 10').waitFor();
    await time.getByText('Härnäst: Dagordningen publiceras, tors 11 mars kl. 08.00.').waitFor();
    await time.getByRole('button', { name: 'Till nästa händelse' }).click();
    await time.getByText('torsdag 11 mars 2027').waitFor();
    await page.getByRole('status').getByText('Boten: Dagordningen publiceras.').waitFor();
    await page.getByText('Publicerad').waitFor();
    await page.getByRole('link', { name: /dagordning\.docx/ }).waitFor();
    await time.getByRole('button', { name: 'En dag fram' }).click();
    await time.getByText('fredag 12 mars 2027').waitFor();
  });

  it('shows at once what happens elsewhere, without touching what you are typing in a card', async () => {
    await visit('/');
    await page.getByRole('textbox', { name: 'Hälsning' }).fill('halvfärdig');
    await world.teams.say({ as: 'per', conversation: hubChannel, text: 'Ett inlägg från Per' });
    await page.getByText('Ett inlägg från Per').waitFor();
    expect(await page.getByRole('textbox', { name: 'Hälsning' }).inputValue()).toBe('halvfärdig');
    world.teams.post(world.teams.personalConversation(world.teams.roster.person('per')), {
      ...{ text: 'Hej Per', card: null, mentions: [], replyToId: '' },
    });
    await page.getByRole('button', { name: /Per Holm.*1 ny från boten/ }).waitFor();
  });

  it('says when the bot does not answer', async () => {
    await visit('/');
    await bot.close();
    await page.getByRole('button', { name: 'Hälsa' }).click();
    await page.getByRole('status').getByText('Det gick inte att nå appen. Försök igen.').waitFor();
    bot = await stubBot(answer);
  });

  it.each(['light', 'dark'] as const)('fits a phone, in %s', async (colorScheme) => {
    await visit('/', { viewport: { width: 360, height: 740 }, colorScheme });
    await page.getByText('Ordinarie punkter').waitFor();
    await quietForAxe();
    expect(await sideways()).toBe(0);
    await page.getByRole('button', { name: 'Tid, kalender och filer' }).click();
    await page.getByRole('button', { name: 'En dag fram' }).waitFor();
    await quietForAxe();
    expect(await sideways()).toBe(0);
    await page.getByRole('button', { name: 'Vem och var' }).click();
    await quietForAxe();
    await page.getByRole('button', { name: /Frank Utter/ }).click();
    await page.getByText('Här chattar du med Samverkan').waitFor();
    expect(await sideways()).toBe(0);
  });

  async function visit(
    path: string,
    look: { isFirst?: boolean; viewport?: { width: number; height: number }; colorScheme?: 'light' | 'dark' } = {},
  ) {
    const { isFirst = false, viewport = { width: 1280, height: 800 }, colorScheme = 'light' } = look;
    context = await browser.newContext({ viewport, colorScheme, locale: 'sv-SE', reducedMotion: 'reduce' });
    context.setDefaultTimeout(8_000);
    if (!isFirst) await context.addInitScript("localStorage.setItem('samverkan.greeted', 'true')");
    page = await context.newPage();
    complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await page.goto(`${world.url}${path}`);
    await page.getByRole('heading', { name: 'Vem är du?', includeHidden: true }).waitFor({ state: 'attached' });
  }

  /** No serious accessibility fault, and nothing in the console (a broken rule of the content policy would be there). */
  async function quietForAxe() {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
    expect(complaints).toEqual([]);
  }

  const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
});

describe('the page’s server', () => {
  it('serves only what it knows, under a policy that lets nothing in from elsewhere', async () => {
    const answer = await fetch(`${world.url}/`);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
    for (const path of ['/assets/../page.ts', '/assets/%2e%2e/page.ts', '/vendor/package.json', '/assets/'])
      expect((await fetch(`${world.url}${path}`)).status).toBe(404);
  });

  it.each([
    ['GET', '/page/state', { host: 'evil.example' }],
    ['GET', '/', { host: 'evil.example:3978' }],
    ['GET', '/page/events', { host: 'localhost.evil.example' }],
    ['POST', '/page/say', { host: 'localhost:1', origin: 'http://localhost:2' }],
    ['POST', '/page/clock', { host: '127.0.0.1:1', origin: 'https://evil.example' }],
  ])('answers nobody else: %s %s %o', async (method, path, headers) => {
    expect((await world.app.request(path, { method, headers })).status).toBe(403);
  });

  it('tells a person that they are not in a conversation, and refuses what it does not understand', async () => {
    const post = (path: string, body: object) =>
      fetch(`${world.url}/page/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    expect((await post('say', { as: 'frank', conversation: hubChannel, text: 'hej' })).status).toBe(404);
    expect((await post('say', { as: 'sara', conversation: hubChannel, text: '' })).status).toBe(400);
    expect((await post('clock', { to: 'yesterday' })).status).toBe(400);
  });
});

const agenda = {
  type: 'AdaptiveCard' as const,
  version: '1.5',
  body: [
    { type: 'TextBlock', id: 'dagordning', text: 'Ordinarie punkter', size: 'large', weight: 'bolder', style: 'heading' },
    { type: 'Input.Text', id: 'greeting', label: 'Hälsning' },
  ],
  actions: [
    { type: 'Action.Submit', title: 'Föreslå punkt', data: { dialog: 'propose', msteams: { type: 'task/fetch' } } },
    { type: 'Action.Execute', title: 'Hälsa', verb: 'greet', data: { meeting: 'm1' } },
    { type: 'Action.Execute', title: 'Tacka', verb: 'thank', data: {} },
  ],
};
const proposeDialog = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'Input.Text', id: 'title', label: 'Rubrik', isRequired: true, errorMessage: 'Skriv en rubrik.' }],
  actions: [{ type: 'Action.Submit', title: 'Spara' }],
};

async function answer(turn: TurnContext): Promise<void> {
  const { type, name, text, value } = turn.activity;
  if (type === 'message') await turn.sendActivity(`Du sa: ${text.replace(/<\/?at>/g, '')}`);
  if (type !== 'invoke') return;
  const respond = (body: object, status = 200) => turn.sendActivity({ type: 'invokeResponse', value: { status, body } });
  const dialog = (content: object) =>
    respond({ task: { type: 'continue', value: { title: 'Föreslå en punkt', card: { contentType: cardType, content } } } });
  const no = { type: 'TextBlock', text: 'Rubriken är för lång' };
  if (name === 'task/fetch') await dialog(proposeDialog);
  else if (value.data?.title === 'för långt') await dialog({ ...proposeDialog, body: [no, ...proposeDialog.body] });
  else if (value.data?.title === 'krasch') await respond({}, 500);
  else if (name === 'task/submit')
    await respond({ task: { type: 'message', value: `Punkten ”${value.data.title}” är föreslagen.` } });
  else if (value.action.verb === 'thank')
    await respond({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Tack själv!' });
  else {
    const [heading, input] = agenda.body;
    const greeted = { ...heading, text: `Du hälsade: ${value.action.data.greeting}` };
    await respond({ statusCode: 200, type: cardType, value: { ...agenda, body: [greeted, input] } });
  }
}

/** A bot that publishes its agenda on 11 March. */
function control(): Control {
  const publishes = '2027-03-11T07:00:00Z';
  const isPublished = () => clock.now >= publishes;
  return {
    now: () => clock.now,
    due: async () => (isPublished() ? [] : [{ at: publishes, what: 'Dagordningen publiceras', forum: 'hub-intro' }]),
    async advance(to) {
      const day = Temporal.Instant.from(clock.now).add({ hours: 24 }).toString();
      clock.now = to === 'next' ? publishes : to === 'day' ? day : to;
      world.clock.now = clock.now;
      const [message] = world.teams.messages(hubChannel, 'sara');
      const [heading, ...rest] = agenda.body;
      const card = { ...agenda, body: [{ ...heading!, text: 'Publicerad' }, ...rest] };
      if (isPublished() && message)
        world.teams.update(message.id, { text: '', card: card as never, mentions: [], replyToId: '' });
      return { now: clock.now };
    },
    turn: async () => [{ person: 'sara', meeting: 'hub-intro-2027-03-16' }],
    calendar: { of: () => [], act: () => {} },
    files: async () =>
      isPublished()
        ? [
            {
              library: 'Möten',
              path: 'hub-intro/2027/2027-03-16/dagordning.docx',
              name: 'dagordning.docx',
              size: 9_000,
              modifiedAt: publishes,
              url: '#',
            },
          ]
        : [],
    agreement: () => ({ title: 'Överenskommelse' }),
    settled: async () => undefined,
  };
}
