import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import PizZip from 'pizzip';
import { afterAll, describe, expect, it } from 'vitest';
import { DEFAULT_AGREEMENT } from '../../bot/compose.ts';
import { LIBRARIES } from '../../bot/local/sample-world.ts';
import { excelSheets } from '../../src/adapters/documents/sheets.ts';
import { latestWords } from '../../src/domain/latest-word.ts';
import type { Observation } from '../../src/domain/observations.ts';
import { showNewFigures } from '../../src/flows/show-new-figures.ts';
import { lookAround } from '../../src/flows/watch-sources.ts';
import { sampleFile, withCell } from '../adapters/documents/sample-statistics.ts';
import { stockholm } from '../support/agreement.ts';
import { type Play, play } from '../support/local.ts';
import { until } from '../support/until.ts';
import { attack, type Given } from './figure-attacker.ts';

const ATTACKED = ['deltagande', 'anstallningsstod', 'inskrivningssamtal'];

const plays: Play[] = [];
afterAll(async () => {
  for (const one of plays) await one.stop();
});

describe('few persons, and everything that was ever posted or filed', () => {
  it('cannot be brought together, by numbers from every card, chart, table and document in two forums', async () => {
    const shown = await everythingShown();
    const { found, statements, hidden } = await attack(shown, stockholm, ATTACKED);
    expect(found).toEqual([]);
    // The agenda and the minutes on the samarbetsyta say why.
    for (const document of shown.at(-1)!.documents) expect(document).toMatch(/visas inte \((?:färre än 5|skulle avslöja)/);
    // The attacker had something to read, of every kind, and something to look for.
    expect(Math.min(...Object.values(statements)), JSON.stringify(statements)).toBeGreaterThan(0);
    expect(hidden.length).toBeGreaterThan(10);
    for (const id of ATTACKED) expect(hidden.join(), id).toContain(id);
  }, 120_000);

  it('are found by the same search when the door is left open', async () => {
    const { found } = await attack(await everythingShown({ open: true }), stockholm, ATTACKED);
    for (const id of ATTACKED) expect(found.join(), id).toContain(id);
  }, 120_000);
});

/** A hub and the level above look at their figures while the statistikfil changes twice; then the hub meets. */
async function everythingShown({ open = false } = {}): Promise<Given[]> {
  const dir = mkdtempSync(path.join(tmpdir(), 'samverkan-disclosure-'));
  const hub = await play({ dir, ...(open ? { definition: withoutProtection(dir) } : {}) });
  plays.push(hub);
  const file = path.join(dir, 'samarbetsyta', LIBRARIES.statistics, 'exempelstatistik.xlsx');
  const happened = () =>
    readFileSync(path.join(dir, 'teams', 'teams.jsonl'), 'utf8')
      .trim()
      .split('\n');
  const shown: Given[] = [];
  let seen = 0;

  const rows = async (): Promise<Observation[]> => {
    const listed = await hub.local.running.product.lists.read(hub.local.world.samarbetsyta.lists[0]!.name, reportedPer);
    const { rows: filed } = await excelSheets().parse(readFileSync(file), reportedPer);
    const kept = new Set(latestWords(listed.rows).map(({ row }) => row));
    return [...filed.filter(({ indicator }) => sourceOf(indicator) === 'workbook'), ...kept];
  };
  const keep = async (documents: readonly string[] = []) => {
    await hub.settle();
    const lines = happened();
    const cards = lines.slice(seen).flatMap((line) => cardsIn(JSON.parse(line)));
    seen = lines.length;
    shown.push({ rows: await rows(), cards, documents });
  };
  /** Whoever else is still on the way with a change finds nothing new to show after this. */
  const settled = async () => {
    await lookAround(hub.local.running.product, 'everywhere');
    await showNewFigures(hub.local.running.product);
    await hub.settle();
  };
  const write = async (numbers: Record<string, { women: number; men: number }>) => {
    let bytes: Buffer = sampleFile();
    const { rows: sample } = await excelSheets().parse(bytes, reportedPer);
    for (const [id, of] of Object.entries(numbers)) {
      const [sheet, cell] = sample.find((row) => row.indicator === id && row.period === '2027-02')!.cell.split('!') as [
        string,
        string,
      ];
      bytes = withCell(bytes, sheet, cell, of.women);
      bytes = withCell(
        bytes,
        sheet,
        cell.replace(/^[A-Z]/, (column) => String.fromCharCode(column.charCodeAt(0) + 1)),
        of.men,
      );
    }
    writeFileSync(file, bytes);
    const { store } = hub.local.running.product;
    await until('the file has been read', async () => {
      await hub.settle();
      const kept = await store.read((reader) => reader.observations('file:exempelstatistik.xlsx'));
      return Object.entries(numbers).every(([id, { women, men }]) =>
        kept.some(({ said, replaced }) => !replaced && said.indicator === id && said.women === women && said.men === men),
      );
    });
    await settled();
    // What was posted so far was of this file, and of the list as it was.
    await keep();
  };
  const look = async () => {
    await hub.say('per', 'indikatorer', 'channel');
    for (const id of ATTACKED) await hub.say('lena', `indikator ${id}`);
    await hub.say('karin', 'indikatorer', 'section');
    for (const id of ATTACKED) await hub.say('peter', `indikator ${id}`);
  };
  const list = hub.local.world.samarbetsyta.lists[0]!;
  const listed = (fields: Record<string, string>) =>
    list.everything().find((one) => Object.entries(fields).every(([name, value]) => one.fields[name] === value))!;

  await look();
  await keep();

  await write({ deltagande: { women: 46, men: 27 }, anstallningsstod: { women: 9, men: 3 } });
  list.change(listed({ Period: '2027-W09', Enhet: 'AF Järva' }), { Man: 3 }, 'someone');
  await hub.to('2027-03-10T10:00');
  await settled();
  await look();
  await keep();

  await write({ deltagande: { women: 47, men: 28 }, anstallningsstod: { women: 9, men: 4 } });
  list.change(listed({ Period: '2027-W09', Enhet: 'AF City/Vällingby' }), { Kvinnor: 2 }, 'someone');
  await hub.to('2027-03-10T11:00');
  await settled();
  await look();
  await keep();

  await hub.to('2027-03-16T14:00');
  await look();
  const minutes = () => hub.card('sara', 'minutes/')!;
  await hub.press('sara', minutes(), 'minutes_close');
  await hub.press('sara', minutes(), 'minutes_approve');
  const files = (await hub.files()).filter((one) => one.endsWith('.docx'));
  expect(files.join()).toContain('motesanteckningar');
  await keep(files.map((one) => wordText(path.join(dir, 'samarbetsyta', LIBRARIES.meetings, one))));
  return shown;
}

const reportedPer = Object.fromEntries(stockholm.indicators.map((one) => [one.id, one.reportedPer]));
const sourceOf = (id: string) => stockholm.indicators.find((one) => one.id === id)?.source.kind;

/** The card of what was posted, updated or given in answer to a press. */
function cardsIn(happening: { card?: object | null; view?: { card: object } }): object[] {
  return [happening.card, happening.view?.card].filter((one): one is object => Boolean(one));
}

const wordText = (file: string) =>
  new PizZip(readFileSync(file))
    .file('word/document.xml')!
    .asText()
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

/** The definition with a threshold that hides nothing: the door left open. */
function withoutProtection(dir: string): string {
  const definition = path.join(dir, 'definition');
  cpSync(path.dirname(DEFAULT_AGREEMENT), definition, { recursive: true });
  const file = path.join(definition, path.basename(DEFAULT_AGREEMENT));
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/minsta antal: 5\b/);
  writeFileSync(file, text.replace(/minsta antal: 5\b/, 'minsta antal: 1'));
  return file;
}
