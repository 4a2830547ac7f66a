import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { badLines, eventsOf } from '../support/icalendar.ts';
import { root } from '../support/needs.ts';

const tool = path.join(root, 'bot/tools/plan.ts');
const year = ['--from', '2027-01-01', '--to', '2027-12-31'];
const told = (zone: string, ...args: string[]): string =>
  execFileSync(process.execPath, [tool, ...args], { encoding: 'utf8', env: { ...process.env, TZ: zone } });

describe('npm run plan', () => {
  it('says the same wherever the machine stands', () => {
    const years = ['--from', '2026-01-01', '--to', '2033-12-31', '--json'];
    const [here, ...elsewhere] = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati'].map((zone) => told(zone, ...years));
    const rows = JSON.parse(here!) as {
      start: string;
      end: string;
      forum: string;
      tier: number;
      week: string;
      flags: string[];
    }[];
    expect(rows.length).toBeGreaterThan(500);
    for (const other of elsewhere) expect(other).toBe(here);
  }, 180_000);

  it('gives a calendar file that another parser reads strictly, with the same meetings as --json', () => {
    for (const only of [[], ['--forum', 'hub-ec'], ['--forum', 'unit']]) {
      const file = told('UTC', ...year, ...only, '--ics');
      expect(badLines(file)).toEqual([]);
      const rows = JSON.parse(told('UTC', ...year, ...only, '--json')) as { forum: string; start: string; end: string }[];
      const events = eventsOf(file);
      const asRow = (one: { start: string; end: string }) =>
        [one.start, one.end].map((at) => Temporal.Instant.from(at).toString());
      expect(events.map(asRow)).toEqual(rows.map(asRow));
      expect(new Set(events.map((one) => one.uid)).size).toBe(rows.length);
      // Both sides of both changes of the clock.
      expect(
        new Set(events.map(({ start }) => Temporal.Instant.from(start).toZonedDateTimeISO('Europe/Stockholm').offset)),
      ).toEqual(new Set(['+01:00', '+02:00']));
    }
    const [hub] = eventsOf(told('UTC', ...year, '--forum', 'hub-ec', '--ics'));
    expect(hub).toMatchObject({
      summary: 'Kommunhubb Etableringscentrum, CSO – Arbetsförmedlingen',
      location: 'Digitalt i Teams',
    });
  }, 180_000);

  it('says at each hub meeting how long a question from it waits, and the median and the worst of the year', () => {
    const lines = told('UTC', ...year)
      .replaceAll('\u00a0', ' ')
      .split('\n');
    const days = lines.flatMap((line) =>
      line.includes('Kommunhubb Intro') ? (/får svar efter (\d+) dagar\)/.exec(line)?.[1] ?? []) : [],
    );
    expect(days).toHaveLength(23);
    expect(lines.find((line) => line.startsWith('tisdag 16 mars 2027 kl. 13.00'))).toMatch(/efter 28 dagar\)$/);
    const [middle, worst] = [days.map(Number).toSorted((a, b) => a - b)[11], Math.max(...days.map(Number))];
    expect(lines.find((line) => line.startsWith('Kommunhubb Intro'))).toContain(`${middle} dagar (median), som längst ${worst}.`);
  }, 60_000);

  it.each([
    [['--from', '2027-02-30', '--to', '2027-12-31'], '--from är "2027-02-30", som inte är något datum'],
    [[], '--to saknas. Skriv --to 2027-12-31.'],
    [['--from', '2027-12-01', '--to', '2027-01-01'], 'ligger efter --to 2027-01-01. Byt plats'],
    [[...year, '--json', '--svg'], 'Välj en av --json och --svg.'],
    [[...year, '--diff'], '--diff utan fil'],
    [[...year, '--svgg'], 'Det finns ingen flagga --svgg.'],
    [[...year, 'hub-intro'], '"hub-intro" hör inte till någon flagga.'],
    [[...year, '--forum', 'hubb'], 'Det finns inget forum hubb. Skriv ett av: hub-intro, hub-ec'],
    [[...year, '--agreement', 'borta.yaml'], 'borta.yaml:1: (hela filen): Filen finns inte. Kontrollera namnet.'],
    [[...year, '--diff', 'borta.yaml'], 'borta.yaml:1: (hela filen): Filen finns inte. Kontrollera namnet.'],
  ])('says what to write when it is asked wrong: %j', (args, text) => {
    const wrong = spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain(text);
    expect(wrong.stderr).not.toMatch(/\n {4}at /);
  });
});
