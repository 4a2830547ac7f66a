/**
 * Three people run a meeting in the page, somebody has the file open while it is approved, and the machine dies again and
 * again while the minutes are filed. What is looked at is what lies on the samarbetsyta, and what a registrar is given.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import PizZip from 'pizzip';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APP_ID, LIBRARIES, sampleLibraries } from '../../bot/local/sample-world.ts';
import { audit } from '../../bot/simulate/auditor.ts';
import { checkDocument } from '../../src/adapters/documents/check-accessibility.ts';
import type { Write } from '../../src/adapters/local/faults.ts';
import { localSamarbetsyta } from '../../src/adapters/local/samarbetsyta.ts';
import { openEngine } from '../../src/adapters/store/engine.ts';
import { authoritiesIn } from '../../src/domain/agreement.ts';
import { filePath, pdfBeside, registrationNumbers, withFolder } from '../../src/domain/filing.ts';
import { longDate } from '../../src/domain/swedish.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { at } from '../support/clock.ts';
import type { Begin, Order } from '../support/local-process.ts';
import { needs, root } from '../support/needs.ts';
import { scratch } from '../support/scratch.ts';
import { until } from '../support/until.ts';

const DAY = '2027-03-16';
const MINUTES = filePath(withFolder({ forum: hub.id, start: `${DAY}T13:00` }), 'motesanteckningar');
const PDF = pdfBeside(MINUTES);
const TITLE = `Mötesanteckningar: ${hub.name}, ${longDate(DAY)}`;
const onShelf = (file: string) => `${LIBRARIES.meetings}/${file}`;
const written = (method: 'PUT' | 'PATCH', file: string): Write => ({ method, path: onShelf(file) });

/** A process that lives for seconds does not earn back what making the database's code quick costs. */
const BRIEF = '--liftoff-only';

const hasChromium = needs('chromium');
const fresh = scratch('one-document');
let dir: string;
let browser: Browser;
let machine: Machine;
let sara: Page;
let per: Page;
let johan: Page;
/** The hash her approval is of, as it stood on the card before she pressed. */
let shownHash: string;

beforeAll(async () => {
  if (!hasChromium) return;
  dir = fresh();
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...quiet];
  [machine, browser] = await Promise.all([start(), chromium.launch({ executablePath: '/usr/bin/chromium', args })]);
  await toMeeting();
  [sara, per, johan] = (await Promise.all(['sara', 'per', 'johan'].map(sitDown))) as [Page, Page, Page];
});
afterAll(async () => {
  await browser?.close();
  machine?.process.kill('SIGKILL');
});

describe.skipIf(!hasChromium)('one right document', () => {
  it('comes of a meeting that three people run in the page', async () => {
    await place(sara, 'Personlig chatt');
    await minutes(sara).getByRole('button', { name: 'Fyll i närvaro' }).click();
    const present = sara.getByRole('dialog', { name: 'Närvaro' });
    for (const name of ['Sara Nyström', 'Johan Ekdahl', 'Per Holm']) await present.getByRole('checkbox', { name }).check();
    await handIn(present, 'Spara');
    await write(sara, 'anteckna 3 Fredagarna är inte fyllda.');
    await write(sara, 'överenskommet Vi prövar fredagstider från maj');
    await write(sara, 'åtgärd @Per Boka lokal senast 9 april');
    await minutes(per).getByRole('button', { name: 'Kommentera' }).click();
    const comment = per.getByRole('dialog', { name: 'Kommentera' });
    await comment.getByLabel('Vad vill du lägga till?').fill('Det gäller också på måndagar.');
    await handIn(comment, 'Skicka');
    await minutes(sara).getByText('Kommentar från Per Holm: Det gäller också på måndagar.').waitFor();
    await minutes(sara).getByText('Åtgärd 1: Boka lokal · Per Holm').waitFor();
    await minutes(johan).getByText('Mötet pågår').waitFor();
    await minutes(sara).getByRole('button', { name: 'Nästa punkt' }).click();
    await minutes(sara).getByText('Hantering av uteblivna besök ● Nu').waitFor();
    await minutes(sara).getByRole('button', { name: 'Avsluta mötet' }).click();
    await draft(sara).getByText('Utkast, version 1.').waitFor();
    await minutes(johan).getByText('Anteckningar skrivs').waitFor();
  }, 120_000);

  it('waits while somebody has it open, and she who approved is told why', async () => {
    await machine.order({ kind: 'lock', path: onShelf(MINUTES) });
    shownHash = await hashOnCard();
    await draft(sara).getByRole('button', { name: 'Godkänn' }).click();
    await draft(sara).getByText('Godkända av Sara Nyström').first().waitFor();
    const name = path.posix.basename(MINUTES);
    await draft(sara).getByText(`${name} är inte sparad än: någon har filen öppen.`).waitFor();
    await sara.getByText('Be den som har filen öppen att stänga den.').waitFor();
    expect(filedOf(MINUTES)).toEqual([]);
  });

  it('survives that the machine dies before it has heard that the file lies there, and twice more', async () => {
    await machine.order({ kind: 'die-unheard', write: written('PUT', MINUTES) });
    await machine.order({ kind: 'unlock', path: onShelf(MINUTES) });
    await johan.getByRole('button', { name: 'En dag fram' }).click();
    expect(await machine.dead).toBe('SIGKILL');
    expect(filedOf(MINUTES)).toEqual([MINUTES]);
    await johan.getByText('Ingen kontakt med servern').first().waitFor();
    // It knows its file again and writes the columns; that it has done so is kept nowhere yet.
    for (const file of [MINUTES, PDF]) {
      machine = await start({ point: 'effect:called', after: written('PATCH', file) });
      expect(await machine.dead).toBe('SIGKILL');
    }
    machine = await start();
  }, 120_000);

  it('is told of to all three, in the windows they had open', async () => {
    await draft(sara).getByRole('link', { name: 'Öppna mötesanteckningarna' }).waitFor({ timeout: 20_000 });
    expect(await draft(sara).innerText()).not.toContain('öppen.');
    for (const page of [per, johan]) {
      await minutes(page).getByText('✔ Mötesanteckningarna godkända av Sara Nyström').waitFor();
      await minutes(page).getByRole('link', { name: 'Öppna mötesanteckningarna' }).waitFor();
      await page.getByText('Ingen kontakt med servern').waitFor({ state: 'hidden' });
    }
  });

  it('lies there once, under the right name, whole, and as it was approved', async () => {
    await machine.stop();
    expect(filedOf(MINUTES)).toEqual([MINUTES, PDF]);
    const name = path.posix.basename(MINUTES);
    expect(name).toMatch(/^[a-z0-9-]+\.docx$/);
    expect(name.indexOf(hub.id) < name.indexOf(DAY) && name.indexOf(DAY) < name.indexOf('motesanteckningar')).toBe(true);

    const kept = await inStore();
    const bytes = lies(MINUTES);
    expect(sha256(bytes)).toBe(sha256(kept.frozen));
    expect(kept.meeting).toMatchObject({ stage: { name: 'filed', by: 'sara', version: 1, hash: shownHash } });
    expect(checkDocument(bytes)).toEqual([]);
    expect(lies(PDF).subarray(0, 5).toString()).toBe('%PDF-');
    const words = everyWord(bytes);
    for (const said of ['Fredagarna är inte fyllda.', 'Vi prövar fredagstider från maj', 'Boka lokal', 'Sara Nyström, AF Järva'])
      expect(words).toContain(said);
    expect(words).not.toMatch(/utkast/i);

    const [word, pdf] = await columnsOf([MINUTES, PDF]);
    expect(word).toEqual({
      EffectId: `file/${kept.meeting.id}/motesanteckningar`,
      Title: TITLE,
      Forum: hub.name,
      Motesdatum: `${DAY}T12:00:00Z`,
      Handlingstyp: 'Mötesanteckningar',
      Status: 'Godkänd',
      Version: '1',
      Diarienummer: registrationNumbers(stockholm, hub),
      Myndigheter: parties.map((one) => one.name).join('; '),
      Sekreterare: 'Sara Nyström',
      GodkandAv: 'Sara Nyström',
      Innehallshash: shownHash,
      Sekretess: 'Innehåller inga personuppgifter om enskilda',
    });
    expect({ ...pdf, EffectId: word?.['EffectId'] }).toEqual(word);

    const now = at(`${DAY}T13:00`).add({ days: 1 });
    const found = audit({ dir, agreement: stockholm, forum: hub, from: Temporal.PlainDate.from(DAY), now });
    expect(found).toMatchObject({ minutesApproved: 1, minutesFiled: 1, filedTwice: 0, postedTwice: 0, lost: 0 });
  });

  it.for(authoritiesIn(stockholm, hub))('is in the package that $name registers', (authority) => {
    const out = fresh();
    const tool = path.join(root, 'bot/tools/registration.ts');
    const { DATABASE_URL: _, ...env } = process.env;
    const done = spawnSync(process.execPath, [BRIEF, tool, '--authority', authority.id, '--out', out], {
      env: { ...env, SAMVERKAN_DATA_DIR: dir },
      encoding: 'utf8',
    });
    expect([done.status, done.stderr]).toEqual([0, '']);
    const rows = JSON.parse(fs.readFileSync(path.join(out, 'registrering.json'), 'utf8')) as Record<string, string>[];
    const name = path.posix.basename(MINUTES);
    const own = rows.filter((row) => row['fil'] === name);
    const bytes = fs.readFileSync(path.join(out, name));
    expect(own).toEqual([
      {
        fil: name,
        titel: TITLE,
        handlingstyp: 'Mötesanteckningar',
        datum: DAY,
        forum: hub.name,
        parter: parties.map((one) => one.name).join('; '),
        diarienummer: '',
        avsandare: 'Sara Nyström',
        godkand_av: 'Sara Nyström',
        version: '1',
        status: 'Godkänd',
        sekretess: 'Innehåller inga personuppgifter om enskilda',
        textens_hash: shownHash,
        filens_sha256: sha256(bytes),
        anmarkning: '',
      },
    ]);
    expect(sha256(bytes)).toBe(sha256(lies(MINUTES)));
    expect(rows.map((row) => row['fil'])).toContain(path.posix.basename(PDF));
  });
});

const parties = authoritiesIn(stockholm, hub);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

interface Machine {
  process: ChildProcess;
  /** The signal that ended it. */
  dead: Promise<string | null>;
  order(order: Order): Promise<void>;
  stop(): Promise<void>;
}

/** The port of the first start, so that open windows find the next. */
let port = 0;

/** One that is to die on its way is not waited for. */
async function start(dieAt?: Begin['dieAt']): Promise<Machine> {
  const program = path.join(root, 'test/support/local-process.ts');
  const child = spawn(process.execPath, [BRIEF, program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const dead = new Promise<string | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const order = async (line: Begin | Order) => {
    child.stdin.write(`${JSON.stringify(line)}\n`);
    const answer = await answers.next();
    if (answer.done) throw new Error(`the product ended before it answered ${JSON.stringify(line)}`);
    return JSON.parse(answer.value) as { port?: number };
  };
  const begin = { dir, port, ...(dieAt ? { dieAt } : {}) };
  if (dieAt) child.stdin.write(`${JSON.stringify(begin)}\n`);
  else port = (await order(begin)).port!;
  return {
    process: child,
    dead,
    order: async (one) => void (await order(one)),
    stop: async () => {
      child.kill('SIGTERM');
      await dead;
    },
  };
}

async function sitDown(person: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'sv-SE', reducedMotion: 'reduce' });
  context.setDefaultTimeout(10_000);
  await context.addInitScript("localStorage.setItem('samverkan.greeted', 'true')");
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}/?du=${person}&var=${hub.id}`);
  return page;
}

const card = (page: Page, heading: RegExp) =>
  page
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: heading }) })
    .last();
const minutes = (page: Page) => card(page, /16 mars 2027 kl\. 13\.00–14\./);
const draft = (page: Page) => card(page, /^Mötesanteckningar$/);

async function place(page: Page, name: string): Promise<void> {
  await page.getByRole('region', { name: 'Var?' }).getByRole('button', { name }).click();
}

async function handIn(dialog: Locator, button: string): Promise<void> {
  await dialog.getByRole('button', { name: button }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function write(page: Page, text: string): Promise<void> {
  const heard = page.getByText(/^(Noterat under punkt|Åtgärd: )/);
  const before = await heard.count();
  await page.getByRole('textbox', { name: /^Skriv till/ }).fill(text);
  await page.keyboard.press('Enter');
  await heard.nth(before).waitFor();
}

/** Time goes on to the meeting before they sit down: how a page follows it is the page's own test. */
async function toMeeting(): Promise<void> {
  const to = at(`${DAY}T13:00`).toString({ timeZoneName: 'never' });
  const moved = await fetch(`http://localhost:${port}/page/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to }),
  });
  expect(await moved.json()).toEqual({ now: at(`${DAY}T13:00`).toInstant().toString() });
}

/** As the page itself gets it. */
async function hashOnCard(): Promise<string> {
  const state = await (await fetch(`http://localhost:${port}/page/state?me=sara&conversation=personal`)).text();
  return until('the card to approve', () => /"version":1,"hash":"([0-9a-f]{64})"/.exec(state)?.[1]);
}

/** What is filed of these minutes, under whatever name and in whatever folder. */
function filedOf(minutes: string): string[] {
  const shelf = path.join(dir, 'samarbetsyta', LIBRARIES.meetings);
  const stem = path.posix.basename(minutes, '.docx');
  return fs
    .readdirSync(shelf, { recursive: true })
    .map(String)
    .filter((one) => one.includes(stem))
    .map((one) => one.split(path.sep).join('/'))
    .toSorted();
}

const lies = (file: string) => fs.readFileSync(path.join(dir, 'samarbetsyta', onShelf(file)));

async function inStore() {
  const engine = await openEngine({ dir: path.join(dir, 'store') }, undefined, 'as it is');
  try {
    const filing = await engine.db.selectFrom('effects').selectAll().where('lane', '=', `file/${MINUTES}`).execute();
    expect(filing.map(({ state }) => state)).toEqual(['done']);
    const { base64 } = filing[0]!.rendered as unknown as { base64: string };
    const { meeting: id } = filing[0]!.payload as unknown as { meeting: string };
    const row = await engine.db.selectFrom('meetings').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    return { frozen: Buffer.from(base64, 'base64'), meeting: row.body as unknown as { id: string; stage: object } };
  } finally {
    await engine.close();
  }
}

async function columnsOf(files: string[]) {
  const samarbetsyta = localSamarbetsyta({
    dir: path.join(dir, 'samarbetsyta'),
    libraries: sampleLibraries,
    now: () => at(`${DAY}T15:00`).toInstant().toString(),
    appId: APP_ID,
    publicUrl: () => 'http://localhost',
  });
  try {
    const all = await samarbetsyta.files();
    return files.map((file) => all.find((one) => one.library === LIBRARIES.meetings && one.path === file)?.columns);
  } finally {
    samarbetsyta.close();
  }
}

/** Of every part: headers and footers too. */
const everyWord = (bytes: Uint8Array): string =>
  new PizZip(bytes)
    .file(/^word\/[a-z]+\d*\.xml$/)
    .map((part) => part.asText().replace(/<[^>]+>/g, ''))
    .join('\n');
