import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { excelSheets } from '../../src/adapters/documents/sheets.ts';
import { forumsFollowing } from '../../src/domain/agreement.ts';
import { NOTHING_SHOWN } from '../../src/domain/disclosure.ts';
import type { Indicator } from '../../src/domain/indicator.ts';
import { lateFrom, latestFigure } from '../../src/domain/indicators.ts';
import { targetOn } from '../../src/domain/targets.ts';
import { day, shippedFile, stockholm } from '../domain/definition.ts';
import { needs, shared } from '../support/needs.ts';

const indicatorOf = (id: string): Indicator => stockholm.indicators.find((one) => one.id === id)!;
const reportedPer = Object.fromEntries(stockholm.indicators.map((one) => [one.id, one.reportedPer]));
const statistics = excelSheets().parse(readFileSync(path.join(path.dirname(shippedFile), 'exempelstatistik.xlsx')), reportedPer);
const lists: Record<string, Record<string, string | number>[]> = JSON.parse(
  readFileSync(path.join(path.dirname(shippedFile), 'exempellistor.json'), 'utf8'),
);
const inLists = Object.values(lists).flatMap((rows) =>
  rows.map((row) => ({
    indicator: String(row['Indikator']),
    period: String(row['Period']),
    unit: String(row['Enhet']),
    women: Number(row['Kvinnor']),
    men: Number(row['Man']),
    womenBase: undefined,
    menBase: undefined,
  })),
);
const today = day('2027-03-10');
const limits = { threshold: 5, few: 30 };

describe('the indicators that ship', () => {
  it('are followed up where the agreement says', () => {
    const followed = Object.fromEntries(
      stockholm.indicators
        .filter((one) => one.appendix === 'nyanlanda' && one.state === 'live')
        .map((one) => [one.id, forumsFollowing(stockholm, one.id).map((forum) => forum.id)]),
    );
    const managers = ['section', 'unit'];
    expect(followed).toEqual({
      inskrivning: managers,
      hanvisning: managers,
      deltagande: ['hub-intro', 'hub-ec', ...managers],
      anstallningsstod: ['hub-ec', ...managers],
      inskrivningssamtal: ['hub-intro'],
      informationstraff: ['hub-ec'],
      'um-anmalda': expect.arrayContaining(['um', ...managers]),
      'sfi-manad': ['section'],
      'vagledning-bokade': ['education'],
      'vagledning-genomforda': ['education'],
      'vagledning-studier': ['education'],
      utbildningsplikt: ['education'],
      'aktiva-grupper': ['education'],
    });
  });

  it('have targets that ran out with 2025, no new one, and the body that sets it', () => {
    for (const [id, value, forum] of [
      ['inskrivning', 0.85, 'unit'],
      ['hanvisning', 0.95, 'unit'],
      ['vagledning-bokade', 0.75, 'education'],
    ] as const) {
      const one = indicatorOf(id);
      expect(targetOn(one, [], day('2025-12-31'))).toMatchObject({ target: { value }, expired: false });
      expect(targetOn(one, [], today)).toMatchObject({ target: { value, validTo: '2025-12-31' }, expired: true });
      expect(one.setBy?.forum).toBe(forum);
    }
  });

  it('for the young have a baseline that is named and not set', () => {
    for (const id of ['unga-af', 'unga-jobbtorg', 'unga-funktionsnedsattning'])
      expect(indicatorOf(id)).toMatchObject({ baseline: { period: '2022', value: undefined }, target: { against: 'baseline' } });
    expect(indicatorOf('skolsamverkan').state).toBe('developed');
  });

  it('mark owners the sources do not name as proposals', () => {
    const proposed = stockholm.indicators.filter((one) => one.owner.proposed).map((one) => one.id);
    expect(proposed).toEqual(
      expect.arrayContaining(['inskrivning', 'deltagande', 'um-anmalda', 'sfi-manad', 'unga-af', 'kaa-nadda']),
    );
    for (const id of ['anstallningsstod', 'vagledning-bokade', 'bron', 'utbildningsplikt']) expect(proposed).not.toContain(id);
  });

  it('all have a sample figure, marked as sample, in the source they name; what is history or to come has none', async () => {
    const { rows: inFile, problems } = await statistics;
    expect(problems).toEqual([]);
    const has = (kind: 'workbook' | 'list') => stockholm.indicators.filter(({ source }) => source.kind === kind);
    expect(new Set(inFile.map(({ indicator }) => indicator))).toEqual(new Set(has('workbook').map(({ id }) => id)));
    expect(new Set(inLists.map(({ indicator }) => indicator))).toEqual(new Set(has('list').map(({ id }) => id)));
    const rows = [...inFile, ...inLists];
    for (const one of stockholm.indicators) {
      const figure = latestFigure(one, rows, today, limits, NOTHING_SHOWN).figure;
      expect([one.id, figure !== undefined]).toEqual([one.id, one.state === 'live']);
    }
  });

  it('have small cells, gaps, unknown sex and somebody late among their sample figures', async () => {
    const { rows } = await statistics;
    const figure = (id: string, on = today) => latestFigure(indicatorOf(id), rows, on, limits, NOTHING_SHOWN).figure!;
    expect(figure('anstallningsstod')).toMatchObject({ hidden: { women: 'few' }, women: null });
    expect(figure('anstallningsstod', day('2026-09-15'))).toMatchObject({ period: '2026-08', total: null });
    expect(rows.filter((row) => row.indicator === 'informationstraff' && (row.unsplit ?? 0) > 0).length).toBeGreaterThan(2);
    expect(lateFrom(indicatorOf('unga-jobbtorg'), rows, today)).toEqual({ period: '2026', from: ['Jobbtorg Stockholm'] });
    expect(figure('aktiva-grupper', day('2025-07-02')).status).toBe('missed');
  });
});

describe.runIf(needs('shared'))('what documents state', () => {
  const flat = (text: string) => text.replace(/\s+/g, ' ');
  const folder = path.join(shared, 'sources');
  const sources = Object.fromEntries(
    readdirSync(folder).map((name) => [name.slice(0, 3), flat(readFileSync(path.join(folder, name), 'utf8'))]),
  );
  const of: Record<string, string> = { N: sources['000']!, E: sources['002']!, U: sources['003']! };

  it('is in the source word for word', () => {
    const cited = stockholm.indicators.flatMap((one) => one.cited);
    expect(cited.length).toBeGreaterThan(9);
    for (const { sentence, source } of cited) expect(of[source[0]!]).toContain(sentence);
  });

  it('quotes activity, effect, contribution and caveat from the source too', () => {
    for (const one of stockholm.indicators) {
      if (!('source' in one.origin)) throw new Error(`${one.id} has no source`);
      const text = of[one.origin.source[0]!]!;
      for (const said of [one.performance, one.caveat]) expect(text).toContain(said);
    }
    for (const { aim, origin } of stockholm.aims) expect('source' in origin && of[origin.source[0]!]).toContain(aim);
  });
});
