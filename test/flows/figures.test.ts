import { describe, expect, it } from 'vitest';
import { NOTHING_SHOWN, type Shown } from '../../src/domain/disclosure.ts';
import type { IndicatorNote } from '../../src/domain/indicator-notes.ts';
import { type KeptObservation, observationKey } from '../../src/domain/observations.ts';
import { ownText } from '../../src/domain/privacy.ts';
import type { SetTarget } from '../../src/domain/targets.ts';
import type { Fresh } from '../../src/flows/figure-sources.ts';
import { createFigures } from '../../src/flows/figures.ts';
import type { Change, Log, ReadDocument, SheetProblem, SheetRow, Store, StoredObservation } from '../../src/ports.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { at, clockAt } from '../support/clock.ts';
import { quiet } from '../support/quiet.ts';

/** Keeps observations, and what has been shown, as a store would. */
function remembering() {
  const kept: StoredObservation[] = [];
  const targets: SetTarget[] = [];
  const notes: IndicatorNote[] = [];
  const shown = new Map<string, Shown>();
  const done: string[] = [];
  const seen = '2027-03-10T08:00:00Z';
  const replace = (rows: readonly KeptObservation[]) => {
    const keys = new Set(rows.map(observationKey));
    for (const one of kept) if (one.replaced === undefined && keys.has(observationKey(one.said))) one.replaced = seen;
  };
  const change = {
    lock: async (name: string) => {
      done.push(`lock ${name}`);
    },
    shownFigures: async (indicator: string) => {
      done.push(`read ${indicator}`);
      return JSON.parse(JSON.stringify(shown.get(indicator) ?? NOTHING_SHOWN)) as Shown;
    },
    keepShownFigures: async (indicator: string, now: Shown) => {
      done.push(`keep ${indicator}`);
      shown.set(indicator, now);
    },
    targets: async () => targets,
    notes: async () => notes,
    observations: async () => kept.map((one) => ({ ...one })),
    keepObservations: async (_: string, rows: readonly KeptObservation[]) => {
      replace(rows);
      kept.push(...rows.map((said) => ({ said, seen, replaced: undefined })));
    },
    withdrawObservations: async (_: string, rows: readonly KeptObservation[]) => replace(rows),
  } as unknown as Change;
  const store: Store = { read: (work) => work(change), change: (work) => work(change) };
  return { store, shown, done, targets, notes };
}

const month = (period: string, women: number): SheetRow => ({
  indicator: 'deltagande',
  period,
  unit: 'Etableringscentrum',
  women,
  men: 40,
  womenBase: 100,
  menBase: 100,
  cell: 'Informationsträff!D2',
});

/** A statistikfil that somebody changes, and how often it was asked for. */
function figuresOf(now: string, kept = remembering()) {
  const clock = clockAt(now);
  const file = { version: 1, rows: [] as SheetRow[], problems: [] as SheetProblem[], asked: 0, parsed: 0 };
  const logged: unknown[] = [];
  const log: Log = { info: quiet.info, warn: (...said) => logged.push(said), error: (...said) => logged.push(said) };
  const { store, shown, done } = kept;
  const figures = createFigures({
    latelySeconds: 2,
    agreement: stockholm,
    store,
    clock,
    log,
    lists: { read: () => Promise.reject(new Error('no list here')), add: () => Promise.reject(new Error('no list here')) },
    changes: { since: () => Promise.reject(new Error('no list here')) },
    sheets: {
      parse: async () => {
        file.parsed += 1;
        return { rows: file.rows, problems: file.problems };
      },
    },
    samarbetsyta: {
      file: () => Promise.reject(new Error('nothing is filed here')),
      mark: () => Promise.reject(new Error('nothing is filed here')),
      draft: () => Promise.reject(new Error('nothing is filed here')),
      discardDraft: () => Promise.reject(new Error('nothing is filed here')),
      asPdf: () => Promise.reject(new Error('nothing is filed here')),
      read: async (_library, _path, known): Promise<ReadDocument> => {
        file.asked += 1;
        const eTag = String(file.version);
        if (known === eTag) return { kind: 'unchanged' };
        const modifiedAt = '2027-03-01T08:00:00Z';
        return { kind: 'read', eTag, bytes: new Uint8Array(), webUrl: 'https://x', modifiedAt, modifiedBy: undefined };
      },
    },
  });
  const look = async (fresh?: Fresh) => (await figures.look(hub, fresh)).get('deltagande')!;
  return { clock, file, store, shown, done, logged, kept, look };
}

describe('figures', () => {
  it('follow the file, and the calendar: a month counts when it has ended', async () => {
    const { clock, file, look } = figuresOf('2027-03-31T23:59');
    file.rows = [month('2027-02', 70), month('2027-03', 80)];
    expect(await look()).toMatchObject({ period: '2027-02', women: 0.7 });
    expect(await look()).toMatchObject({ period: '2027-02', women: 0.7 });
    clock.tell(at('2027-04-01T00:00'));
    expect(await look()).toMatchObject({ period: '2027-03', women: 0.8 });
    file.rows = [month('2027-03', 90)];
    file.version += 1;
    expect(await look()).toMatchObject({ period: '2027-03', women: 0.9 });
  });

  it('cost one question and no parse when the file is unchanged', async () => {
    const { file, look } = figuresOf('2027-03-10T09:00');
    file.rows = [month('2027-02', 70)];
    await look();
    for (const _ of [1, 2, 3]) await look();
    expect([file.asked, file.parsed]).toEqual([4, 1]);
  });

  it('share a question with those who have read within two seconds, and say when it was asked', async () => {
    const { clock, file, look } = figuresOf('2027-03-10T09:00:00');
    file.rows = [month('2027-02', 70)];
    await look('lately');
    file.rows = [month('2027-02', 80)];
    file.version += 1;
    clock.tell(at('2027-03-10T09:00:01.999'));
    expect(await look('lately')).toMatchObject({ women: 0.7, source: { read: '2027-03-10T09:00' } });
    expect(file.asked).toBe(1);
    clock.tell(at('2027-03-10T09:00:02'));
    expect(await look('lately')).toMatchObject({ women: 0.8 });
    expect(file.asked).toBe(2);
  });

  it('are asked for at once by whoever writes or presses, and what was heard then is what the others read', async () => {
    const { file, look } = figuresOf('2027-03-10T09:00');
    file.rows = [month('2027-02', 70)];
    await look('lately');
    file.rows = [month('2027-02', 80)];
    file.version += 1;
    expect(await look('now')).toMatchObject({ women: 0.8 });
    expect(await look('lately')).toMatchObject({ women: 0.8 });
    expect(await look()).toMatchObject({ women: 0.8 });
    expect(file.asked).toBe(3);
  });

  it('say when they were corrected; both words remain, with file version and time', async () => {
    const { file, store, look } = figuresOf('2027-03-10T09:00');
    file.rows = [month('2027-02', 70)];
    expect(await look()).toMatchObject({ women: 0.7, corrected: '' });
    file.rows = [month('2027-02', 80), month('2027-01', 60)];
    file.version += 1;
    expect(await look()).toMatchObject({ women: 0.8, corrected: '2027-03-10T09:00' });
    const kept = await store.read((reader) => reader.observations('file:exempelstatistik.xlsx'));
    expect(kept.map(({ said, replaced }) => [said.period, said.women, said.from.version, replaced !== undefined])).toEqual([
      ['2027-02', 70, '1', true],
      ['2027-01', 60, '2', false],
      ['2027-02', 80, '2', false],
    ]);
  });

  it('that the file takes back remain as history, and are not shown', async () => {
    const { file, store, look } = figuresOf('2027-03-10T09:00');
    file.rows = [month('2027-01', 60), month('2027-02', 70)];
    await look();
    file.rows = [month('2027-01', 60)];
    file.version += 1;
    expect(await look()).toMatchObject({ women: 0.6, corrected: '' });
    const kept = await store.read((reader) => reader.observations('file:exempelstatistik.xlsx'));
    expect(kept.map(({ said, replaced }) => [said.period, replaced !== undefined])).toEqual([
      ['2027-01', false],
      ['2027-02', true],
    ]);
  });

  it('tell of faults in their own rows, and of those in rows nobody knows whose they are', async () => {
    const { file, look } = figuresOf('2027-03-10T09:00');
    file.rows = [month('2027-02', 70)];
    const fault = (indicator?: string) => ({ sheet: 'Sfi', cell: 'B4', text: 'Fel.', ...(indicator ? { indicator } : {}) });
    file.problems = [fault('sfi-manad')];
    expect(await look()).toMatchObject({ women: 0.7, problem: '' });
    file.problems = [fault('sfi-manad'), fault('deltagande')];
    file.version += 1;
    expect(await look()).toMatchObject({ women: 0.7, problem: 'Sfi, cell B4: Fel.' });
    file.problems = [fault()];
    file.version += 1;
    expect(await look()).toMatchObject({ problem: 'Sfi, cell B4: Fel.' });
  });

  it('are held against a target from the moment it is set, and a withheld one against none', async () => {
    const { file, kept, look } = figuresOf('2027-03-10T09:00');
    file.rows = [month('2027-02', 80)];
    expect(await look()).toMatchObject({ total: 0.6, status: 'missed', target: { value: 0.7 } });
    kept.targets.push({
      indicator: 'deltagande',
      value: 0.55,
      direction: 'at-least',
      validFrom: '2027-03-10',
      validTo: '2027-12-31',
      by: 'gunilla',
      forum: 'unit',
      decidedAt: '2027-03-10',
      reportedAt: undefined,
    });
    expect(await look()).toMatchObject({ status: 'reached', target: { value: 0.55, validTo: '2027-12-31', expired: false } });
    file.rows = [month('2027-02', 2)];
    file.version += 1;
    expect(await look()).toMatchObject({ women: null, status: 'unknown' });
  });

  it('carry what units have written about their period, by unit, and nothing of what was taken back', async () => {
    const { file, kept, look } = figuresOf('2027-03-10T09:00');
    file.rows = [month('2027-02', 70)];
    const note = (unit: string, period: string, factors: string): IndicatorNote => ({
      ...{ indicator: 'deltagande', period, unit, by: 'eva', at: '2027-03-10T09:00' },
      factors: ownText(factors),
      analysis: ownText(''),
      direction: ownText(''),
    });
    kept.notes.push(note('ec', '2027-02', 'Sportlov'), note('af-jarva', '2027-02', 'Få kallelser'));
    kept.notes.push(note('ec', '2027-01', 'Annan period'), note('intro', '2027-02', ''));
    expect((await look()).notes).toEqual([
      { unit: 'AF Järva', factors: 'Få kallelser', analysis: '', direction: '' },
      { unit: 'Etableringscentrum', factors: 'Sportlov', analysis: '', direction: '' },
    ]);
  });

  it('are asked for once by those who look at the same moment, and again by the next', async () => {
    const { file, look } = figuresOf('2027-03-10T09:00');
    file.rows = [month('2027-02', 70)];
    await Promise.all([look(), look(), look()]);
    expect(file.asked).toBe(1);
    await look();
    expect(file.asked).toBe(2);
  });
});

describe('what has been shown', () => {
  const of = (done: readonly string[]) => done.filter((one) => one.includes('deltagande'));

  it('is read under its lock and kept before anything is given out, once for a version of the source and a day', async () => {
    const { clock, file, done, look } = figuresOf('2027-03-10T09:00');
    file.rows = [month('2027-02', 70)];
    await Promise.all([look(), look()]);
    await look();
    expect(of(done)).toEqual(['lock shown/deltagande', 'read deltagande', 'keep deltagande']);
    clock.tell(at('2027-03-11T09:00'));
    await look();
    expect(of(done).slice(3)).toEqual(['lock shown/deltagande', 'read deltagande']);
  });

  it('gives nothing out when it cannot be kept', async () => {
    const { file, kept, look } = figuresOf('2027-03-10T09:00');
    file.rows = [month('2027-02', 70)];
    kept.shown.set = () => {
      throw new Error('no store');
    };
    await expect(look()).rejects.toThrow('no store');
  });

  it('decides after a restart too: a word put right by three does not tell who they are', async () => {
    const before = figuresOf('2027-03-10T09:00');
    before.file.rows = [month('2027-02', 70)];
    expect(await before.look()).toMatchObject({ women: 0.7, total: 0.55 });
    const { file, look, logged } = figuresOf('2027-03-10T10:00', before.kept);
    file.rows = [month('2027-02', 97)];
    const now = await look();
    expect(now).toMatchObject({ women: null, womenBase: null, hidden: { women: 'reveals' }, total: null });
    expect(JSON.stringify([now, logged])).not.toMatch(/97|0\.97|0\.685/);
  });

  it('is not added to by counts that cannot be, which are not shown; nobody is told them', async () => {
    const { file, shown, logged, look } = figuresOf('2027-03-10T09:00');
    file.rows = [{ ...month('2027-02', 103), womenBase: 101 }];
    const now = await look();
    expect(now).toMatchObject({
      women: null,
      total: null,
      status: 'unknown',
      trend: [],
      problem: expect.stringMatching(/^Siffrorna visas inte. Informationsträff, cell D2: .*ska vara hela tal/),
    });
    expect(shown.has('deltagande')).toBe(false);
    expect(JSON.stringify(logged)).toContain('counts that cannot be');
    expect(JSON.stringify([now, logged])).not.toMatch(/103|101/);
  });
});
