import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { environment } from '../config.ts';

export interface Look {
  theme: 'light' | 'dark';
  /** Of the card in px: 216 the meeting's side panel, 328 a phone, 720 a wide channel. */
  width: number;
  /** 'teams' draws look-alikes of what only Teams knows; 'fallback' is what an old client shows. */
  client: 'teams' | 'fallback';
}

export interface Shot {
  /** Text that is cut or squeezed, and what the renderer complains about; empty when all is well. */
  problems: string[];
  png: Buffer;
}

const require = createRequire(import.meta.url);
const page = (file: string) => fileURLToPath(new URL(`../local/page/${file}`, import.meta.url));
const address = 'http://cards.invalid';

const files: Record<string, { type: string; path: string }> = {
  '/host-config.js': { type: 'text/javascript', path: page('host-config.js') },
  '/line-chart.js': { type: 'text/javascript', path: page('line-chart.js') },
  '/teams-elements.js': { type: 'text/javascript', path: page('teams-elements.js') },
  '/adaptivecards.js': { type: 'text/javascript', path: require.resolve('adaptivecards/dist/adaptivecards.min.js') },
  '/markdown-it.js': { type: 'text/javascript', path: require.resolve('markdown-it/dist/markdown-it.min.js') },
};

const html = `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Kort</title>
<script src="/adaptivecards.js"></script><script src="/markdown-it.js"></script>
<body style="margin:0;padding:16px"><main id="card" class="teams-card"></main>
<script type="module">
  import { cardStyles, hostConfig, tokens } from '/host-config.js';
  import { fitToWidth, registerTeamsElements } from '/teams-elements.js';
  Object.assign(window, { cardStyles, hostConfig, tokens, fitToWidth, registerTeamsElements, ready: true });
</script>`;

/** A browser that draws cards with the official renderer and the look of Teams. Close it when done. */
export async function openStudio() {
  const browser = await chromium.launch({
    executablePath: environment['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--font-render-hinting=none',
    ],
  });

  /** One tab per client: the renderer's list of elements is global to a page. */
  async function openTab(client: Look['client']) {
    const tab = await browser.newPage({ deviceScaleFactor: 1.5 });
    await tab.route('**/*', async (route) => {
      const file = files[new URL(route.request().url()).pathname];
      if (file) await route.fulfill({ contentType: file.type, body: await readFile(file.path) });
      else if (new URL(route.request().url()).pathname === '/') await route.fulfill({ contentType: 'text/html', body: html });
      else await route.abort();
    });
    await tab.goto(`${address}/#${client}`);
    await tab.waitForFunction('window.ready');
    return tab;
  }
  const tabs = { teams: await openTab('teams'), fallback: await openTab('fallback') };

  /** Draws the card and says what a picture alone does not show clearly. */
  async function problems(card: object, look: Look): Promise<string[]> {
    const tab = tabs[look.client];
    await tab.setViewportSize({ width: look.width + 32, height: 200 });
    return tab.evaluate(drawInPage, { card, ...look });
  }

  return {
    problems,
    async shoot(card: object, look: Look): Promise<Shot> {
      const found = await problems(card, look);
      return { problems: found, png: await tabs[look.client].screenshot({ fullPage: true }) };
    },
    close: () => browser.close(),
  };
}

/** Runs in the page; an error in there is thrown out here. */
// biome-ignore lint/suspicious/noExplicitAny: the page's globals come from plain scripts
function drawInPage({ card, theme, width, client }: Look & { card: any }): string[] {
  // biome-ignore lint/suspicious/noExplicitAny: the page's globals come from plain scripts
  const w = window as any;
  const AC = w.AdaptiveCards;
  if (client === 'teams') w.registerTeamsElements(AC, w.tokens(theme));
  const style = document.querySelector('style') ?? document.head.appendChild(document.createElement('style'));
  style.textContent = `${w.cardStyles(theme)} body { background: ${w.tokens(theme).page}; }`;

  const markdown = w.markdownit({ linkify: true, breaks: true });
  AC.AdaptiveCard.onProcessMarkdown = (text: string, result: { outputHtml: string; didProcess: boolean }) => {
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };

  const problems: string[] = [];
  const drawing = new AC.AdaptiveCard();
  drawing.hostConfig = new AC.HostConfig(w.hostConfig(theme));
  const context = new AC.SerializationContext();
  drawing.parse(w.fitToWidth(card, width), context);
  for (let index = 0; index < context.eventCount; index++) {
    const { message } = context.getEventAt(index);
    const known = client === 'fallback' && /^Unknown element type/.test(message);
    // The renderer's own bug: its pattern for lang keeps state, so every second valid one is refused.
    if (!known && !/property "lang"/.test(message)) problems.push(`renderer: ${message}`);
  }
  const holder = document.getElementById('card')!;
  holder.replaceChildren();
  holder.style.width = `${width}px`;
  const element = drawing.render();
  if (!element) return ['nothing was drawn'];
  holder.append(element);

  const name = (found: Element) => `"${(found.textContent ?? '').slice(0, 40)}"`;
  const boxes =
    '.ac-textBlock, .ac-textBlock *, .ac-richTextBlock, .ac-pushButton, .ac-pushButton div, .ac-columnSet, .ac-container, .ac-table, .teams-badge';
  // In the side panel Teams ends long button titles with an ellipsis; that is its own way.
  for (const found of holder.querySelectorAll(boxes))
    if (!(width <= 216 && found.closest('.ac-pushButton')) && found.clientWidth > 0 && found.scrollWidth > found.clientWidth + 1)
      problems.push(`cut: ${name(found)} needs ${found.scrollWidth} px, has ${found.clientWidth}`);
  for (const found of holder.querySelectorAll('.ac-textBlock, .ac-richTextBlock, .teams-badge')) {
    const letter = Number.parseFloat(getComputedStyle(found).fontSize);
    const words = found.textContent ?? '';
    if (words.length > 3 && found.clientWidth < letter * 2.2 && found.clientHeight > letter * 3)
      problems.push(`squeezed: ${name(found)} has ${found.clientWidth} px`);
    if (found.getBoundingClientRect().right > holder.getBoundingClientRect().right)
      problems.push(`outside the card: ${name(found)}`);
  }
  return [...new Set(problems)];
}
