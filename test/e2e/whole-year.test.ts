import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attends } from '../../src/domain/agreement.ts';
import { feedSecret } from '../../src/flows/feed.ts';
import { eventsOf } from '../support/icalendar.ts';
import { type Play, play } from '../support/local.ts';
import { needs, root } from '../support/needs.ts';
import { scratch } from '../support/scratch.ts';

const hasChromium = needs('chromium');
const directory = scratch('whole-year');
const YEAR = '2027';

/** A meeting as everybody has it: `hub-intro 2027-03-16T13:00–14:00`. */
const row = (forum: string, start: string, end: string): string => `${forum} ${start}–${end.slice(11)}`;
const wall = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Stockholm').toPlainDateTime().toString({ smallestUnit: 'minute' });
const ofTheYear = (rows: readonly string[]): string[] => rows.filter((one) => one.includes(` ${YEAR}-`)).toSorted();

/** The definition that ships, begun on New Year's Day. */
function begunAtNewYear(): string {
  const there = directory();
  fs.cpSync(path.join(root, 'src/agreements/stockholm'), there, { recursive: true });
  const people = path.join(there, 'exempelpersoner.yaml');
  const said = fs.readFileSync(people, 'utf8');
  fs.writeFileSync(people, said.replace(/^exempeldag: .*$/m, `exempeldag: ${YEAR}-01-01`));
  expect(fs.readFileSync(people, 'utf8')).not.toBe(said);
  return path.join(there, 'bilaga-nyanlanda.yaml');
}

describe('the year the plan gives, on its first day', () => {
  let hub: Play;
  let browser: Browser | undefined;
  let planned: string[];
  beforeAll(async () => {
    const definition = begunAtNewYear();
    const tool = path.join(root, 'bot/tools/plan.ts');
    const args = ['--json', '--from', `${YEAR}-01-01`, '--to', `${YEAR}-12-31`, '--agreement', definition];
    const rows: { forum: string; start: string; end: string }[] = JSON.parse(
      execFileSync(process.execPath, [tool, ...args], { encoding: 'utf8' }),
    );
    planned = rows.map(({ forum, start, end }) => row(forum, start.slice(0, 16), end.slice(0, 16))).toSorted();
    hub = await play({ definition });
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  const product = () => hub.local.running.product;
  const dated = () => product().agreement.forums.filter(({ rhythm }) => rhythm.kind === 'every');

  it('stands in the store, each meeting with the identity it keeps', async () => {
    const stored = (await product().store.read((reader) => Promise.all(dated().map(({ id }) => reader.meetings(id))))).flat();
    expect(planned.length).toBeGreaterThan(60);
    expect(ofTheYear(stored.map(({ forum, start, end }) => row(forum, start, end)))).toEqual(planned);
    expect(new Set(stored.map(({ id }) => id)).size).toBe(stored.length);
  });

  it('stands in the calendar, once each', () => {
    const nameOf = new Map(dated().map(({ id, name }) => [name, id]));
    const events = hub.local.world.samarbetsyta.outlook!.events();
    const rows = events.map(({ subject, start, end }) => row(nameOf.get(subject.split(', v. ')[0]!)!, wall(start), wall(end)));
    expect(ofTheYear(rows)).toEqual(planned);
  });

  it('stands in the feeds of the forums', async () => {
    const rows: string[] = [];
    for (const { id } of dated()) {
      const secret = await feedSecret(product(), { forum: id });
      const file = await (await fetch(`http://127.0.0.1:${hub.local.port}/feed/${secret}.ics`)).text();
      rows.push(...eventsOf(file).map(({ start, end }) => row(id, wall(start), wall(end))));
    }
    expect(ofTheYear(rows)).toEqual(planned);
  });

  it('stands on the card that "plan" gives in each channel, and "nästa möten" too', async () => {
    const months = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');
    const shown = new RegExp(`(\\d+) (${months.join('|')}) (\\d{4}) kl\\. (\\d\\d)\\.(\\d\\d)`, 'g');
    const starts: string[] = [];
    for (const { id } of dated()) {
      const member = product().agreement.people.find((person) => person.forums.includes(id))!;
      const [card = '', again] = [await hub.say(member.id, 'plan', id), await hub.say(member.id, 'nästa möten', id)].map((said) =>
        said.join().replaceAll('\u00a0', ' '),
      );
      expect(again).toBe(card);
      for (const [, day, month, year, hour, minute] of card.matchAll(shown)) {
        const date = `${year}-${String(months.indexOf(month!) + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`;
        starts.push(`${id} ${date}T${hour}:${minute}`);
      }
    }
    expect(ofTheYear(starts)).toEqual(planned.map((one) => one.split('–')[0]));
  });

  it.skipIf(!hasChromium)('stands in the page, for each who is asked', async () => {
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--headless', '--no-sandbox', '--disable-gpu'],
    });
    const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    await page.addInitScript("localStorage.setItem('samverkan.greeted', 'true')");
    const seen = new Set<string>();
    for (const person of product().agreement.people) {
      const forums = dated().filter(({ id }) => attends(person, id));
      if (person.mail === undefined || forums.every(({ id }) => seen.has(id))) continue;
      for (const { id } of forums) seen.add(id);
      await page.goto(`http://localhost:${hub.local.port}/?du=${person.id}&var=personal`);
      const calendar = page.getByRole('region', { name: 'Din kalender' });
      await calendar.getByText(/^Visa \d+ möten till, det sista/).click();
      const texts = await calendar.locator('.events > li .event-when').allTextContents();
      const shown = texts.map((text) => text.replaceAll('\u00a0', ' '));
      const expected = planned
        .filter((one) => forums.some(({ id }) => one.startsWith(`${id} `)))
        .map((one) => one.split(' ')[1]!);
      const joined = expected.filter((one) => person.since === undefined || person.since <= one.slice(0, 10));
      expect(shown.filter((text) => !text.includes('2028')).toSorted(), person.id).toEqual(joined.map(asShown).toSorted());
    }
    expect([...seen].toSorted()).toEqual(
      dated()
        .map(({ id }) => id)
        .toSorted(),
    );
  });
});

/** `tis 16 mars kl. 13.00` */
function asShown(time: string): string {
  const start = Temporal.PlainDateTime.from(time.split('–')[0]!);
  const day = start.toLocaleString('sv-SE', { weekday: 'short', day: 'numeric', month: 'short' }).replaceAll('.', '');
  return `${day} kl. ${start.toPlainTime().toString({ smallestUnit: 'minute' }).replace(':', '.')}`;
}
