import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_AGREEMENT } from '../../bot/compose.ts';
import { LIBRARIES } from '../../bot/local/sample-world.ts';
import type { Message } from '../../bot/local/teams.ts';
import { checkDocument } from '../../src/adapters/documents/check-accessibility.ts';
import { excelSheets } from '../../src/adapters/documents/sheets.ts';
import { latestWords } from '../../src/domain/latest-word.ts';
import type { Observation } from '../../src/domain/observations.ts';
import { numbersOf } from '../../src/domain/register-numbers.ts';
import { sampleFile, withCell } from '../adapters/documents/sample-statistics.ts';
import { stockholm } from '../support/agreement.ts';
import { actionsOf, type Play, play, textOf } from '../support/local.ts';
import { attack } from './figure-attacker.ts';

const FIRST = 'unit/2026/unit-2026-h2-styrgruppsrapport.docx';
const SECOND = 'unit/2026/unit-2026-h2-styrgruppsrapport-v2.docx';
const YEAR_BEFORE = 'unit/2026/unit-2026-arlig-uppfoljning.docx';
const YEAR = 'unit/2027/unit-2027-arlig-uppfoljning.docx';
const REGISTRARS = ['rita', 'sten', 'ove'];
const ATTACKED = ['deltagande', 'anstallningsstod', 'inskrivningssamtal'];

let unit: Play;
beforeAll(async () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'samverkan-report-'));
  unit = await play({ dir, definition: withWindowTomorrow(dir) });
  for (const person of REGISTRARS) await unit.say(person, 'hjälp');
});
afterAll(() => unit?.stop());

const inLibrary = (library: 'meetings' | 'statistics', name: string) =>
  path.join(unit.dir, 'samarbetsyta', LIBRARIES[library], name);
const bytesOf = (name: string) => readFileSync(inLibrary('meetings', name));
const wordText = (name: string) =>
  new PizZip(bytesOf(name))
    .file('word/document.xml')!
    .asText()
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const MONTH = 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december';
/** The rows of earlier periods with the indicator's name, as a reader takes them. */
const spelledOut = (text: string): string =>
  text
    .split('Indikator Kvinnor Män Totalt Mål Källa')
    .map((table) => {
      const name = stockholm.indicators.find((one) => table.trimStart().startsWith(one.name))?.name;
      return table.replace(
        new RegExp(`(som ovan|kl\\. \\d\\d\\.\\d\\d) ((?:(?:${MONTH})|v\\. \\d+) 2026) `, 'g'),
        `$1 ${name}, $2 `,
      );
    })
    .join(' ')
    .replace(/\s+/g, ' ');
const correct = (...cells: [sheet: string, cell: string, value: number][]) =>
  writeFileSync(
    inLibrary('statistics', 'exempelstatistik.xlsx'),
    cells.reduce<Uint8Array>((bytes, [sheet, cell, value]) => withCell(bytes, sheet, cell, value), sampleFile()),
  );
const card = async (person: string, asking = 'rapport') => {
  await unit.say(person, asking);
  return unit.messages(person).at(-1)!;
};
const said = async (person: string, asking = 'rapport') => textOf((await card(person, asking)).card).replace(/\u00a0/g, ' ');
const files = async (type = 'styrgruppsrapport') => (await unit.files()).filter((one) => one.includes(type));
const reportedPer = Object.fromEntries(stockholm.indicators.map((one) => [one.id, one.reportedPer]));
const rows = async (): Promise<Observation[]> => {
  const { rows: filed } = await excelSheets().parse(readFileSync(inLibrary('statistics', 'exempelstatistik.xlsx')), reportedPer);
  const listed = await unit.local.running.product.lists.read(unit.local.world.samarbetsyta.lists[0]!.name, reportedPer);
  return [...filed, ...latestWords(listed.rows).map(({ row }) => row)];
};

describe('the half-year’s report', () => {
  it('runs until it is frozen, for the managers who make it and for nobody else', async () => {
    const text = await said('gunilla');
    expect(text).toContain('Rapport till styrgruppen, andra halvåret 2026');
    expect(text).toContain('Inte fryst');
    expect(text).toContain('december 2026 Kvinnor 66,7 % (av 33)');
    expect(text).not.toContain('februari 2027');
    expect(await said('sara')).toContain('Det finns ingen rapport att visa här');
    expect(await said('bo')).toContain('Mål och resultat från forumet för utbildningsplikten');
  });

  it('is not frozen by a stranger, nor by a forged card', async () => {
    const shown = await card('sara');
    const press = (person: string, claims: object) =>
      unit.press(person, unit.messages(person).at(-1)!, 'report_freeze', {
        forum: 'unit',
        period: '2026-H2',
        edition: '1',
        ...claims,
      });
    expect(shown).toBeDefined();
    expect(JSON.stringify(await press('sara', {}))).toContain('Rapporten visas för medlemmarna');
    expect(JSON.stringify(await press('gunilla', { forum: 'steering' }))).toContain('Rapporten visas för medlemmarna');
    expect(JSON.stringify(await press('bo', { forum: 'education' }))).toContain('Bara forumet som gör rapporten');
    expect(JSON.stringify(await press('gunilla', { period: '2027-H1' }))).toContain('har ändrats sedan kortet visades');
    expect(JSON.stringify(await press('gunilla', { edition: '7' }))).toContain('har ändrats sedan kortet visades');
    expect(await files()).toEqual([]);
  });

  let frozen = '';
  it('is frozen once, and filed as a document that can be used by everybody', async () => {
    const [running, others] = [await card('gunilla'), await card('marcus')];
    await unit.press('gunilla', running, 'report_freeze');
    expect(JSON.stringify(await unit.press('marcus', others, 'report_freeze'))).toContain('har ändrats sedan');
    expect((await files()).toSorted()).toEqual([FIRST, FIRST.replace('.docx', '.pdf')].toSorted());
    const told = (person: string) => unit.messages(person).filter(({ key }) => key.startsWith('report-filed/')).length;
    expect(['gunilla', 'marcus', 'helena', 'vera'].map(told)).toEqual([0, 1, 1, 0]);
    expect(checkDocument(bytesOf(FIRST))).toEqual([]);
    frozen = wordText(FIRST);
    expect(frozen).toMatch(/december 2026 66,7 % \(av 33\)/);
    expect(frozen).toContain('visas inte (');
    // Every week of the half-year, not the last few.
    const weeks = [...frozen.matchAll(/(?<!t\.o\.m\.) v\. (\d+) 2026 (?=\d|visas inte)/g)].map(([, week]) => Number(week));
    expect(weeks).toEqual(Array.from({ length: 26 }, (_, n) => 52 - n));
    const text = await said('vera');
    expect(text).toMatch(/Version 1, fryst .* av Gunilla Hedin/);
    expect(text).toContain('Inga rättelser sedan dess');
    expect(text).toContain('Öppna rapporten');
    expect(text).not.toContain('Frys version');
  });

  const heard = (person: string) => unit.messages(person).filter(({ key }) => key.startsWith('to-register/'));
  it('is registered by each authority, whose registrar hears of it once, and by nobody with a forged button', async () => {
    for (const person of REGISTRARS) {
      expect(heard(person).map(({ key }) => key)).toEqual([`to-register/${FIRST}/${person}`]);
      expect(textOf(heard(person)[0]!.card)).toMatch(/Att registrera hos .*: Rapport till styrgruppen, andra halvåret 2026/);
    }
    const { product } = unit.local.running;
    const report = { forum: 'unit', period: '2026-H2' };
    const numbers = () => product.store.read((reader) => reader.reportNumbers(report));
    const { teams } = unit.local.world;
    const forged = async (person: string, claims: Record<string, string>) => {
      const data = { dialog: 'register-report', meeting: 'report/unit/2026-H2', edition: '1', ...claims };
      const conversation = 'personal';
      const activityId = unit.messages(person).at(-1)!.id;
      const opened = await teams.openDialog({ as: person, conversation, activityId, data });
      return JSON.stringify([opened, await teams.submitDialog({ as: person, conversation, data })]);
    };
    for (const person of ['per', 'kim']) await unit.say(person, 'hjälp');
    for (const person of ['sara', 'bo', 'per', 'kim'])
      expect(await forged(person, { dnr_af: 'Af-falskt' }), person).not.toMatch(/är sparade|"Arbetsförmedlingen"/);
    expect(await forged('sten', { dnr_af: 'Af-falskt' })).toContain('Diarienumret skrivs in av dem som gör rapporten');
    expect(await forged('rita', { dnr_af: '1', edition: '2' })).toContain('har ändrats sedan kortet visades');
    expect(await forged('rita', { dnr_af: '1', meeting: 'report/unit/2019-H1' })).toContain('ligger inte på samarbetsytan');
    const write = async (person: string, from: Message, inputs: Record<string, string>) =>
      JSON.stringify(await unit.dialog(person, from, 'register-report', inputs));
    expect(await write('rita', heard('rita')[0]!, { dnr_af: '19811228-9874' })).toContain('[…]');
    expect(await numbers()).toEqual([]);

    expect(await said('rita', 'att registrera')).toMatch(
      /Att registrera: 1 .*, fryst 10 mars 2027 Diarienummer: inget än Version 1/,
    );
    expect(await write('rita', unit.messages('rita').at(-1)!, { dnr_af: 'Af-2027/0031 0001' })).toContain('är sparade');
    expect(await said('rita', 'att registrera')).toMatch(/Allt är registrerat .*Diarienummer: Af-2027\/0031 0001/);
    // Who puts the reports together may write in all, without a seat in the forum.
    expect(await said('vera')).toContain('Rapportens diarienummer, Arbetsförmedlingen: Af-2027/0031 0001');
    const others = numbersOf(stockholm, { forum: 'unit', edition: 1 }).filter(({ authority }) => authority.id !== 'af');
    const rest = Object.fromEntries(others.map(({ authority: { id } }) => [`dnr_${id}`, `${id} 2027/31`]));
    expect(await write('vera', unit.messages('vera').at(-1)!, rest)).toContain('är sparade');
    const filed = await unit.local.running.product.store.read((reader) =>
      reader.filedDocuments({ meeting: 'report/unit/2026-H2' }),
    );
    expect(filed.map(({ path: at, columns }) => [at, columns['Status']]).toSorted()).toEqual([
      [FIRST, 'Registrerad'],
      [FIRST.replace('.docx', '.pdf'), 'Registrerad'],
    ]);
    for (const { columns } of filed) expect(columns['Diarienummer']).toMatch(/Af-2027\/0031 0001; .*son 2027\/31/);
    expect(wordText(FIRST)).toBe(frozen);
  });

  it('stays as it was when a source is corrected, and says old and new; of what is withheld only that it is', async () => {
    const before = await rows();
    correct(['Informationsträff', 'D6', 25], ['Anställningsstöd', 'D27', 9], ['Anställningsstöd', 'E27', 8]);
    const text = await said('gunilla');
    expect(text).toMatch(/Rättelser sedan dess .*december 2026 kvinnor 66,7 % \(av 33\) → 75,8 % \(av 33\)/);
    expect(text).toContain('december 2026 Kvinnor 66,7 % (av 33)');
    expect(wordText(FIRST)).toBe(frozen);

    // Who puts the reports together has no seat in the forum.
    const stale = await card('vera');
    await unit.press('vera', stale, 'report_freeze');
    expect((await files()).filter((one) => one.endsWith('.docx')).toSorted()).toEqual([SECOND, FIRST].toSorted());
    expect(wordText(FIRST)).toBe(frozen);
    const second = wordText(SECOND);
    expect(second).toMatch(/Ändrat sedan version 1: [^.]*december 2026: kvinnor 66,7 % \(av 33\) → 75,8 % \(av 33\)/);
    expect(await said('marcus')).toMatch(/Version 2, fryst .*Rapportens diarienummer, Arbetsförmedlingen: inget än/);
    expect(heard('rita')).toHaveLength(2);
    expect(await said('rita', 'att registrera')).toMatch(
      /: 1 .*inget än Version 2 .*0031 0001 Version 1 · ersatt av en senare version/,
    );

    const given = [
      { rows: before, cards: [stale.card as object], documents: [spelledOut(frozen)] },
      { rows: await rows(), cards: [(await card('marcus')).card as object], documents: [spelledOut(second)] },
    ];
    const { found, hidden, statements } = await attack(given, stockholm, ATTACKED);
    expect(found).toEqual([]);
    for (const there of ['anstallningsstod 2026', 'inskrivningssamtal 2026-W27', 'inskrivningssamtal 2026-W52'])
      expect(
        hidden.some((one) => one.startsWith(there)),
        there,
      ).toBe(true);
    expect(Math.max(...Object.values(statements))).toBeGreaterThan(0);
  }, 120_000);

  it('of the year before has every month, protected as they are, and is filed under a kind of its own', async () => {
    const shown = await card('gunilla', 'rapport år');
    expect(textOf(shown.card)).toContain('Årlig uppföljning av överenskommelsen som helhet, 2026');
    expect(await said('sara', 'rapport år')).toContain('Det finns ingen rapport att visa här');
    await unit.press('gunilla', shown, 'report_freeze');
    expect((await files('arlig')).toSorted()).toEqual([YEAR_BEFORE, YEAR_BEFORE.replace('.docx', '.pdf')]);
    expect(checkDocument(bytesOf(YEAR_BEFORE))).toEqual([]);
    const text = wordText(YEAR_BEFORE);
    for (const month of ['december', 'juli', 'januari']) expect(text).toMatch(new RegExp(`${month} 2026 \\S`));
    expect(text).not.toContain('Hur samverkansformerna har fungerat');
    const given = [
      { rows: await rows(), cards: [shown.card as object], documents: [spelledOut(wordText(SECOND)), spelledOut(text)] },
    ];
    const { found, hidden } = await attack(given, stockholm, ATTACKED);
    expect(found).toEqual([]);
    expect(hidden.length).toBeGreaterThan(0);
  }, 120_000);

  it('is reminded of once, on the morning its window opens', async () => {
    const reminders = () => unit.messages('gunilla', 'unit').filter((one) => one.key.startsWith('make-report/unit/2027-H1'));
    await unit.to('2027-03-10T17:00');
    expect(reminders()).toHaveLength(0);
    await unit.to('2027-03-12T09:00');
    expect(reminders()).toHaveLength(1);
    expect(textOf(reminders()[0]!.card)).toContain('första halvåret 2027');
    expect(await said('gunilla')).toContain('första halvåret 2027 Inte fryst');
  });
});

describe('the yearly follow-up', () => {
  it('is reminded of on the morning its window opens, beside the report and once', () => {
    const reminders = unit.messages('gunilla', 'unit').filter((one) => textOf(one.card).includes('årliga uppföljningen'));
    expect(reminders).toHaveLength(1);
    expect(textOf(reminders[0]!.card)).toContain('Skriv "rapport år"');
  });

  it('says how the forums have worked, what they have agreed and what they have asked, from approved minutes', async () => {
    await unit.to('2027-03-16T13:00');
    const minutes = () => unit.card('sara', 'minutes/hub-intro-2027-03-16')!;
    await unit.say('sara', 'överenskommet 2 Vi prövar kallelser på fler språk.');
    await unit.say('sara', 'åtgärd 2 @per Samla in mallarna senast 20 april');
    await unit.say('sara', 'lyft Får hubben ändra i mallen?');
    await unit.press('sara', minutes(), 'minutes_close');
    await unit.to('2027-03-17T09:00');
    expect(await said('gunilla', 'rapport år')).toContain(
      'Kommunhubb Intro Stockholm – Arbetsförmedlingen 1 av 1 möten hållna · 0 flyttade · 0 beslut och överenskommelser',
    );
    const before = await card('gunilla', 'årlig uppföljning');
    expect(textOf(before.card)).toContain('Inte skrivet än: avvikelser, framsteg, analys och förslag.');
    const written = async (person: string, from: typeof before, inputs: Record<string, string>) =>
      JSON.stringify(await unit.dialog(person, from, 'follow-up', inputs));
    // A number stops it and comes back cut out; who may not, does not.
    expect(await written('gunilla', before, { analysis: 'Ring 19811228-9874' })).toMatch(/analysen.*Ring \[…\]/);
    const saved = { analysis: 'Fler kommer.', deviations: '', progress: '', proposals: '' };
    const marcus = await card('marcus', 'rapport år');
    expect(await written('gunilla', before, saved)).toContain('Det är sparat');
    const open = actionsOf(marcus.card).find((one) => (one['data'] as Record<string, unknown>)['dialog'] === 'follow-up')!;
    const place = { as: 'marcus', conversation: marcus.conversationId, activityId: marcus.id };
    const late = await unit.local.world.teams.submitDialog({
      ...place,
      data: { ...(open['data'] as object), seen: '', ...saved, analysis: 'Färre kommer.' },
    });
    expect(JSON.stringify(late)).toContain('Fler kommer.\\nFärre kommer.');
    const forged = { ...(open['data'] as object), seen: '', ...saved };
    const saras = { as: 'sara', conversation: 'personal', data: forged };
    expect(JSON.stringify(await unit.local.world.teams.submitDialog(saras))).toContain('Bara forumet som gör rapporten');
    expect(await said('gunilla', 'rapport år')).toContain('Skrivet: analys. Inte skrivet än: avvikelser, framsteg och förslag.');
    await unit.press('gunilla', await card('gunilla', 'rapport år'), 'report_freeze');
    const first = wordText(YEAR);
    const told = unit.messages('marcus').filter((one) => one.key.startsWith(`report-filed/${YEAR}`));
    expect(told.map((one) => textOf(one.card))).toEqual([expect.stringContaining('Skriv "rapport år" här')]);
    expect(first).toMatch(/3 Lokal analys av året Fler kommer\. 4 Förslag till åtgärder och insatser Ingenting är skrivet här\./);
    expect(first).toMatch(/Kommunhubb Intro Stockholm – Arbetsförmedlingen 1 av 1 0 0 1 lyft, 0 besvarade/);
    expect(first).toContain('har anteckningar som inte är godkända');
    expect(first).toContain('Får hubben ändra i mallen? Väntar på svar');
    expect(first).not.toContain('Vi prövar kallelser');
    expect(first).not.toContain('Samla in mallarna');

    await unit.press('sara', minutes(), 'minutes_approve');
    expect(await written('marcus', marcus, { ...saved, proposals: 'Fler språk.' })).toContain('Det är sparat');
    const changed = await said('marcus', 'rapport år');
    expect(changed).toContain('Ändrat sedan dess');
    expect(changed).toContain('beslut och överenskommelser 0 → 1');
    await unit.press('marcus', await card('marcus', 'rapport år'), 'report_freeze');
    expect(wordText(YEAR)).toBe(first);
    const second = wordText(YEAR.replace('.docx', '-v2.docx'));
    expect(second).toContain('Ändrat sedan version 1: Förslag till åtgärder och insatser: texten har ändrats.');
    expect(second).toMatch(/§ \d+ Överenskommet: Vi prövar kallelser på fler språk. \(16 mars 2027\)/);
    expect(second).toMatch(/Samla in mallarna \(kommunhubb Intro\) Per Holm/);
    expect(second).toMatch(/Ändrat sedan version 1: Kommunhubb Intro[^:]*: beslut och överenskommelser 0 → 1\./);
    expect(checkDocument(bytesOf(YEAR.replace('.docx', '-v2.docx')))).toEqual([]);
    expect(await said('marcus', 'rapport år 2027')).toContain('Ingenting har ändrats sedan dess');
    // One of an earlier year can be looked at, and stands.
    const earlier = await said('marcus', 'rapport år 2026');
    expect(earlier).toContain('som helhet, 2026 Version 1, fryst');
    expect(earlier).not.toContain('Frys');
    expect(await said('marcus', 'rapport år 2019')).toContain('Det finns ingen uppföljning av det året');
  }, 120_000);
});

/** Few persons in most weeks of the autumn: what a list that has been kept for long has. */
function weeksOfAutumn(list: string): void {
  const lists = JSON.parse(readFileSync(list, 'utf8')) as Record<string, Record<string, unknown>[]>;
  const rows = Object.values(lists)[0]!;
  for (let week = 26; week <= 52; week += 1)
    for (const [n, unit] of ['AF City/Vällingby', 'AF Järva', 'AF Globen/Liljeholmen/Skärholmen'].entries())
      rows.push({
        ...rows[0],
        Period: `2026-W${week}`,
        Enhet: unit,
        Kvinnor: (week * 7 + n * 3) % 9,
        Man: (week * 5 + n * 4) % 4,
      });
  writeFileSync(list, JSON.stringify(lists));
}

/** The definition with a report window that opens the day after the play begins. */
function withWindowTomorrow(dir: string): string {
  const definition = path.join(dir, 'definition');
  cpSync(path.dirname(DEFAULT_AGREEMENT), definition, { recursive: true });
  weeksOfAutumn(path.join(definition, 'exempellistor.json'));
  const file = path.join(definition, path.basename(DEFAULT_AGREEMENT));
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('{ från: 05-15, till: 06-15 }');
  expect(text).toContain('{ från: 09-15, till: 11-30 }');
  const tomorrow = '{ från: 03-11, till: 04-15 }';
  writeFileSync(file, text.replace('{ från: 05-15, till: 06-15 }', tomorrow).replace('{ från: 09-15, till: 11-30 }', tomorrow));
  return file;
}
