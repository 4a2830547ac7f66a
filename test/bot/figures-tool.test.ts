import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/needs.ts';

const run = (...more: string[]) => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-figures-test-'));
  const env = { ...process.env, SAMVERKAN_DATA_DIR: dir };
  const done = spawnSync(process.execPath, [path.join(root, 'bot/tools/figures.ts'), ...more], { encoding: 'utf8', env });
  return { ...done, left: fs.readdirSync(dir) };
};

describe('npm run figures', () => {
  it('prints what the meeting will see, and why something is not shown, and leaves the data directory alone', () => {
    const { stdout, status, left } = run('--forum', 'section');
    expect(status).toBe(0);
    expect(stdout).toContain('Sektionschefer');
    expect(stdout).toMatch(/kvinnor .*%.* män .*%.* totalt .*%.*mål: /);
    expect(stdout).toContain('! visas inte (färre än 5)');
    expect(stdout).toMatch(/källa: exempelstatistik\.xlsx, ändrad/);
    expect(left).toEqual([]);
  });

  it('names the forums when it is asked for none of them', () => {
    const { stderr, status } = run('--forum', 'elsewhere');
    expect([status, stderr]).toEqual([2, expect.stringMatching(/inget forum elsewhere.*\n.*section/)]);
  });
});
