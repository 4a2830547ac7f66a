import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../bot/config.ts';
import { type Local, startLocal } from '../../bot/local/start-local.ts';
import { ownText } from '../../src/domain/privacy.ts';
import { moveMeeting } from '../../src/flows/move-meeting.ts';
import { freezeReport } from '../../src/flows/report.ts';
import { at } from '../support/clock.ts';
import { root } from '../support/needs.ts';

const stockholm = path.join(root, 'src/agreements/stockholm');
let dir: string;
let local: Local | undefined;

const tool = (name: string, args: string[], env: Record<string, string> = {}) => {
  const { DATABASE_URL: _, ...rest } = process.env;
  const file = path.join(root, 'bot/tools', `${name}.ts`);
  const done = spawnSync(process.execPath, [file, ...args], {
    encoding: 'utf8',
    env: { ...rest, SAMVERKAN_DATA_DIR: dir, ...env },
  });
  return { status: done.status, said: done.stdout.replaceAll('\u00a0', ' '), fault: done.stderr };
};

/** The definition that ships, with one thing changed, in a directory of its own. */
function changed(from: string | RegExp, to: string): string {
  const other = fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-changed-'));
  fs.cpSync(stockholm, other, { recursive: true });
  const file = path.join(other, 'bilaga-nyanlanda.yaml');
  const text = fs.readFileSync(file, 'utf8');
  expect(text).toMatch(from);
  fs.writeFileSync(file, text.replace(from, to));
  return file;
}

beforeAll(async () => {
  dir = fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-kept-'));
  const config = readConfig({ SAMVERKAN_DATA_DIR: dir, SAMVERKAN_LOG_LEVEL: 'silent', PORT: '0' }, 'local');
  if (!config.ok) throw new Error(config.faults.join());
  local = await startLocal(config.value);
}, 180_000);
afterAll(() => local?.stop());

describe('while the product is running on its own database', () => {
  it('the tools say so in one sentence, and what to do', () => {
    for (const [name, args] of [
      ['agreement', ['versions']],
      ['plan', ['--diff']],
      ['audit', []],
    ] as const) {
      const { status, fault } = tool(name, [...args]);
      expect([status, fault.trim().split('\n')]).toEqual([
        2,
        [expect.stringMatching(/^Produkten är igång och håller databasen.*Stoppa den/)],
      ]);
    }
  });
});

describe('when it has been stopped', () => {
  beforeAll(async () => {
    const { product } = local!.running;
    const person = product.agreement.people.find((one) => one.id === 'johan')!;
    const moved = await moveMeeting(
      product,
      { person, cause: 'a test' },
      'hub-intro-2027-03-16',
      '2027-03-18T13:00',
      ownText('Lokalen är stängd'),
    );
    expect(moved.ok).toBe(true);
    const maker = product.agreement.people.find((one) => one.id === 'gunilla')!;
    const report = { forum: 'unit', period: '2026-H2', edition: '1' };
    expect((await freezeReport(product, { person: maker, cause: 'another' }, report)).ok).toBe(true);
    await local!.advance.to(at('2027-03-15T09:00'));
    await local!.stop();
    local = undefined;
  });

  it('agreement versions says what has been run, since when and by which account, in Swedish time', () => {
    const { said } = tool('agreement', ['versions']);
    expect(said).toMatch(
      new RegExp(`^10 mars 2027 kl\\. 09\\.00  [0-9a-f]{12}  startad av kontot ${os.userInfo().username}  = filen$`, 'm'),
    );
    const other = tool('agreement', ['versions', changed('2027-01-19', '2027-01-20')]).said;
    expect(other).not.toContain('= filen');
    expect(other).toContain('npm run plan -- --diff');
  });

  it('plan --diff shows what a changed definition would move of what is announced, and what stays', () => {
    const { said, status } = tool('plan', [
      '--diff',
      '--agreement',
      changed(/2027-01-19\n +start: "13.00"/, '2027-01-20\n        start: "09.00"'),
    ]);
    expect(status).toBe(0);
    expect(said).toMatch(/Ligger kvar: Kommunhubb Intro.*torsdag 18 mars 2027.*dit någon har flyttat det \(Lokalen är stängd\)/);
    expect(said).toMatch(/Flyttas: Kommunhubb Intro.*tisdag 30 mars 2027 kl\. 13\.00.* → onsdag 31 mars 2027 kl\. 09\.00/);
    expect(said).not.toContain('Sektionschefer');
    const moves = said.match(/^Flyttas: Kommunhubb Intro/gm)!.length;
    expect(moves).toBeGreaterThan(15);
    expect(said).toContain(`${moves} möten flyttas när produkten startas med filen.`);
  });

  it('and names each meeting in a pause that leaves it nowhere to go', () => {
    const closed = changed(
      /( {4}uppehåll:\n)/,
      '$1      - { namn: Stängt, datum: { från: 10-17, till: 10-15 }, vårt val: Ett prov }\n',
    );
    const { said } = tool('plan', ['--diff', '--agreement', closed]);
    expect(said).toMatch(
      /Kan inte hållas: Kommunhubb Intro.*tisdag 30 mars 2027.*\(uppehåll: Stängt\), men ligger kvar\. Filen lämnar ingen dag/,
    );
    expect(said.match(/^Kan inte hållas/gm)!.length).toBeGreaterThan(15);
    expect(said).toContain('Inget av dem flyttas.');
  });

  it('and says that nothing moves with the same one, and has changed nothing itself', () => {
    expect(tool('plan', ['--diff']).said).toContain('Inget av dem flyttas.');
    expect(tool('agreement', ['versions']).said.match(/startad av kontot/g)).toHaveLength(1);
  });

  it('audit says who had which role from when, and who did what, and none of the words', () => {
    const { said, status } = tool('audit', []);
    expect(status).toBe(0);
    expect(said).toContain(`10 mars 2027 kl. 09.00  Definitionen kördes först av kontot ${os.userInfo().username}`);
    expect(said).toMatch(/Medlemmar i kommunhubb Intro: in: .*Sara Nyström, AF Järva/);
    expect(said).toMatch(/Sammankallande i kommunhubb Intro: in: Johan Ekdahl/);
    expect(said).toMatch(/Mötet kommunhubb Intro 16 mars 2027 flyttat av Johan Ekdahl, AF Järva/);
    expect(said).not.toContain('Lokalen är stängd');
    const rows = tool('audit', ['--json'])
      .said.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { what: string });
    expect(rows.map(({ what }) => what)).toContain('moved');
    expect(tool('audit', ['--allt']).fault).toContain('npm run audit');
  });

  it("registration gives an authority's registrar the files with their metadata, and says what has been changed since", () => {
    const out = path.join(dir, 'till registrator');
    const { said, status } = tool('registration', ['--authority', 'af', '--to', '2027-03-18', '--out', out]);
    expect([status, said]).toEqual([0, expect.stringMatching(/\d handlingar för Arbetsförmedlingen/)]);
    const agenda = 'hub-intro-2027-03-18-dagordning.docx';
    expect(fs.readdirSync(out)).toEqual(expect.arrayContaining([agenda, 'registrering.csv', 'registrering.json']));
    const rows = JSON.parse(fs.readFileSync(path.join(out, 'registrering.json'), 'utf8')) as Record<string, string>[];
    const row = rows.find(({ fil }) => fil === agenda)!;
    expect(row).toMatchObject({ handlingstyp: 'Dagordning', datum: '2027-03-18', diarienummer: '', anmarkning: '' });
    const bytes = fs.readFileSync(path.join(out, agenda));
    expect(row['filens_sha256']).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(fs.readFileSync(path.join(out, 'registrering.csv'), 'utf8')).toContain(`"${agenda}";`);
    const report = 'unit-2026-h2-styrgruppsrapport';
    expect(fs.readdirSync(out)).toEqual(expect.arrayContaining([`${report}.docx`, `${report}.pdf`]));
    expect(rows.find(({ fil }) => fil === `${report}.docx`)).toMatchObject({
      handlingstyp: 'Rapport till styrgruppen',
      datum: '2027-03-10',
      avsandare: 'Gunilla Hedin',
      anmarkning: '',
    });

    const filed = path.join(dir, 'samarbetsyta', 'Mötesdokument', 'hub-intro', '2027', '2027-03-18', agenda);
    fs.writeFileSync(filed, 'något annat');
    const again = tool('registration', ['--authority', 'af', '--out', out]);
    expect([again.status, again.fault]).toEqual([1, expect.stringContaining(`${agenda}: Ändrad sedan den sparades`)]);
    expect(tool('registration', ['--authority', 'ingen']).fault).toMatch(/--authority ID[\s\S]*af {2}Arbetsförmedlingen/);
  });

  it('names a forum that is gone from the file but has meetings ahead', () => {
    const without = changed(/\n {2}- id: um\n[\s\S]*?(?=\n {2}- id: steering)/, '');
    const people = path.join(path.dirname(without), 'exempelpersoner.yaml');
    const text = fs.readFileSync(people, 'utf8');
    fs.writeFileSync(people, text.replaceAll(', um]', ']').replaceAll('[um]', '[]'));
    expect(tool('plan', ['--diff', '--agreement', without]).said).toMatch(
      /Obs: um finns inte i filen men har \d+ planerade möten, först onsdag 24 mars 2027/,
    );
  });
});

describe('without anything stored', () => {
  it('the tools say where they looked, and make nothing', () => {
    const empty = fs.mkdtempSync(path.join(os.tmpdir(), 'samverkan-empty-'));
    expect(tool('agreement', ['versions'], { SAMVERKAN_DATA_DIR: empty }).fault).toContain('produkten har inte körts där');
    expect(fs.readdirSync(empty)).toEqual([]);
  });

  it.each([
    ['mysql://localhost/x', 'DATABASE_URL is no PostgreSQL address; write postgres://user:password@host:5432/database'],
    ['postgres://u:hemligt@127.0.0.1:1/x', 'DATABASE_URL: no PostgreSQL answers at 127.0.0.1:1'],
  ])('a DATABASE_URL that cannot be used is told alike everywhere: %s', (url, text) => {
    const away = path.join(dir, 'simulation');
    for (const [name, args] of [
      ['agreement', ['versions']],
      ['plan', ['--diff']],
      ['simulate', ['--from', '2027-01-11', '--weeks', '1', '--dir', away]],
    ] as const) {
      const { status, fault } = tool(name, [...args], { DATABASE_URL: url });
      expect([name, status]).toEqual([name, 2]);
      expect(fault.trim().split('\n')).toEqual([expect.stringContaining(text)]);
      expect(fault).not.toContain('ligt');
    }
  });
});
