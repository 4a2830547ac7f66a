import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { schemaFile, schemas, schemaText } from '../../bot/tools/agreement.ts';
import { root } from '../support/needs.ts';
import { lineOf, oneHubFiles, replace, written } from './files.ts';

const tool = (...words: string[]) =>
  spawnSync(process.execPath, [path.join(root, 'bot/tools/agreement.ts'), ...words], { encoding: 'utf8' });

describe('the tool that checks a definition', () => {
  it('says that the shipped one is without faults, and exits 0', () => {
    const { status, stdout } = tool('check', path.join(root, 'src/agreements/stockholm/bilaga-nyanlanda.yaml'));
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/7 forum, 27 indikatorer, 32 personer \(exempel\)\. Inga fel\.\n$/),
    ]);
  });

  it('ships the JSON Schemas that editors complete from, as the schemas are now', () => {
    for (const [name, schema] of Object.entries(schemas))
      expect(fs.readFileSync(schemaFile(name), 'utf8')).toBe(schemaText(schema));
  });

  it('prints file, line, field and what to write for each fault, and exits 1', () => {
    const files = oneHubFiles();
    replace(files, 'bilaga-nyanlanda.yaml', 'start: "13.00"', 'start: "25.00"');
    replace(files, 'overenskommelse.yaml', 'ordning: 4', 'ordning: 0');
    const { status, stdout } = tool('check', written(files));
    expect(status).toBe(1);
    expect(stdout.trim().split('\n')).toEqual([
      `bilaga-nyanlanda.yaml:${lineOf(files, 'bilaga-nyanlanda.yaml', '25.00')}: forum [1] › rytm › ankare › start: är inget klockslag. Skriv t.ex. "13.00".`,
      `overenskommelse.yaml:${lineOf(files, 'overenskommelse.yaml', 'ordning: 0')}: nivåer [4] › ordning: ska vara större än 0. Skriv 1 för den lägsta nivån.`,
      '2 fel',
    ]);
  });

  it('tells how it is used when it is used wrongly, and exits 2', () => {
    for (const words of [[], ['check'], ['chekc', 'x.yaml']]) {
      const { status, stderr } = tool(...words);
      expect(status).toBe(2);
      expect(stderr).toContain('npm run agreement -- check');
    }
  });
});
