import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/needs.ts';

const tool = path.join(root, 'bot/tools/plan.ts');
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
  }, 60_000);

  it('says how it is used when it is used wrong', () => {
    const wrong = spawnSync(process.execPath, [tool, '--from', '2027-02-30', '--to', '2027-12-31'], { encoding: 'utf8' });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toContain('Så här: npm run plan');
  });
});
