import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../support/needs.ts';

const run = (input: string, ...more: string[]) =>
  spawnSync(process.execPath, [path.join(root, 'bot/tools/scan.ts'), ...more], { input, encoding: 'utf8' });

describe('npm run scan', () => {
  const lines = [
    '{"id":"a","text":"Se 👋 19900128-2384."}',
    'inte json med 19900128-2384',
    '{"id":"b"}',
    '{"id":"c","text":"Ring 070-174 06 05\u2028sen"}',
    '{"id":"d","text":"Logg 20240229-2359.txt"}',
  ].join('\n');

  it('writes a line of findings for each text, in UTF-16 units', () => {
    const { stdout } = run(lines, '--json', '--today', '2024-10-31');
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { id: 'a', findings: [{ type: 'personnummer', start: 6, end: 19, action: 'block' }] },
      { id: 'c', findings: [{ type: 'telefonnummer', start: 5, end: 18, action: 'warn' }] },
      { id: 'd', findings: [] },
    ]);
  });

  it('names lines it cannot read by their number, without repeating them, and does the rest', () => {
    const { stderr, status } = run(lines, '--json', '--today', '2024-10-31');
    expect(stderr).toMatch(/rad 2: .*JSON/);
    expect(stderr).toMatch(/rad 3: .*"text"/);
    expect(stderr).not.toContain('2384');
    expect(status).toBe(1);
  });

  it('says how it is used when it is asked for a day that is none', () => {
    const { stderr, status } = run('', '--today', '31 oktober');
    expect(stderr).toContain('npm run scan');
    expect(status).toBe(2);
  });
});
