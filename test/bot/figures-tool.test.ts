import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { excelSheets } from '../../src/adapters/documents/sheets.ts';
import { openEngine } from '../../src/adapters/store/engine.ts';
import { createStore, reader } from '../../src/adapters/store/store.ts';
import { NOTHING_SHOWN, protect } from '../../src/domain/disclosure.ts';
import type { Change } from '../../src/ports.ts';
import { sampleFile } from '../adapters/documents/sample-statistics.ts';
import { clockAt } from '../support/clock.ts';
import { root } from '../support/needs.ts';

const emptyDir = () => fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-figures-test-'));
const run = (...more: string[]) => runIn(emptyDir(), ...more);

const runIn = (dir: string, ...more: string[]) => runWith({ SAMVERKAN_DATA_DIR: dir }, dir, ...more);

const runWith = (set: Record<string, string>, dir: string, ...more: string[]) => {
  const env = { ...process.env, ...set };
  const done = spawnSync(process.execPath, [path.join(root, 'bot/tools/figures.ts'), ...more], { encoding: 'utf8', env });
  return { ...done, left: fs.readdirSync(dir) };
};

describe('npm run figures', () => {
  it('prints what the meeting will see, and why something is not shown, and leaves the data directory alone', () => {
    const { stdout, status, left } = run('--forum', 'section');
    expect(status).toBe(0);
    expect(stdout).toContain('Sektionschefer');
    expect(stdout).toMatch(/kvinnor .*%.* män .*%.* totalt .*%.*mål: /);
    expect(stdout).toContain('! kvinnor visas inte (färre än 5)');
    expect(stdout).toContain('totalt 6 · mål: Ska öka');
    expect(stdout).toContain('Ingenting har visats förut. Utskriften räknas inte som visad.');
    expect(stdout).toMatch(/källa: exempelstatistik\.xlsx, ändrad/);
    expect(left).toEqual([]);
  }, 120_000);

  it('counts in what the product has shown before, and adds nothing to it', async () => {
    const dir = emptyDir();
    const history = async (work?: (change: Change) => Promise<void>) => {
      const engine = await openEngine({ dir: path.join(dir, 'store') });
      if (work) await createStore(engine.db, clockAt('2027-03-10T09:00'), noWake).change(work);
      const shown = await reader(engine.db).shownFigures('anstallningsstod');
      await engine.close();
      return shown;
    };
    // Somebody was shown all but one of the six that the figure counts, and so not all of them.
    const { rows } = await excelSheets().parse(sampleFile(), {});
    const february = rows.find(({ indicator, period }) => indicator === 'anstallningsstod' && period === '2027-02')!;
    const madeOf = `${february.women} ${february.men}`;
    const cells = [
      { id: 'anstallningsstod|part||2027-02|total', madeOf, value: 6, wanted: true, rank: 0 },
      { id: 'all but one', value: 5, wanted: true, rank: 1 },
      { id: 'one', value: 1, wanted: false, rank: 0 },
    ];
    const sums = [{ whole: cells[0]!.id, parts: ['all but one', 'one'] }];
    const { shown } = protect({ cells, sums }, { threshold: 5 }, NOTHING_SHOWN);
    await history((change) => change.keepShownFigures('anstallningsstod', shown));
    const { stdout, status } = runIn(dir, '--forum', 'section');
    expect(status).toBe(0);
    expect(stdout).toContain('Det som har visats förut är medräknat (1 indikatorer). Utskriften läggs inte till det.');
    expect(stdout).toContain('totalt visas inte (skulle avslöja en annan uppgift) · mål: Ska öka');
    expect(await history()).toEqual(shown);
    expect(fs.readdirSync(dir)).toEqual(['store']);
  }, 180_000);

  it('says in a sentence that the database cannot be reached, and nothing of the password', () => {
    const dir = emptyDir();
    const set = { SAMVERKAN_DATA_DIR: dir, DATABASE_URL: 'postgres://who:hemligt@127.0.0.1:1/samverkan' };
    const { stderr, stdout, status } = runWith(set, dir, '--forum', 'section');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^DATABASE_URL.*\n$/);
    expect(stderr).not.toContain('hemligt');
  }, 60_000);

  it('names the forums when it is asked for none of them', () => {
    const { stderr, status } = run('--forum', 'elsewhere');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/inget forum elsewhere.*\n.*section/)]);
  });
});

const noWake = { effect: async () => {}, step: async () => {}, committed: () => {} };
