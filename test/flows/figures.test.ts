import { describe, expect, it } from 'vitest';
import { type KeptObservation, observationKey } from '../../src/domain/observations.ts';
import { createFigures } from '../../src/flows/figures.ts';
import type { Change, ReadDocument, SheetProblem, SheetRow, Store, StoredObservation } from '../../src/ports.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { at, clockAt } from '../support/clock.ts';
import { quiet } from '../support/quiet.ts';

/** Keeps observations as a store would. */
function remembering(): Store {
  const kept: StoredObservation[] = [];
  const seen = '2027-03-10T08:00:00Z';
  const replace = (rows: readonly KeptObservation[]) => {
    const keys = new Set(rows.map(observationKey));
    for (const one of kept) if (one.replaced === undefined && keys.has(observationKey(one.said))) one.replaced = seen;
  };
  const change = {
    lock: async () => {},
    observations: async () => kept.map((one) => ({ ...one })),
    keepObservations: async (_: string, rows: readonly KeptObservation[]) => {
      replace(rows);
      kept.push(...rows.map((said) => ({ said, seen, replaced: undefined })));
    },
    withdrawObservations: async (_: string, rows: readonly KeptObservation[]) => replace(rows),
  } as unknown as Change;
  return { read: (work) => work(change), change: (work) => work(change) };
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
function figuresOf(now: string) {
  const clock = clockAt(now);
  const file = { version: 1, rows: [] as SheetRow[], problems: [] as SheetProblem[], asked: 0, parsed: 0 };
  const store = remembering();
  const figures = createFigures({
    agreement: stockholm,
    store,
    clock,
    log: quiet,
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
      read: async (_library, _path, known): Promise<ReadDocument> => {
        file.asked += 1;
        const eTag = String(file.version);
        if (known === eTag) return { kind: 'unchanged' };
        const modifiedAt = '2027-03-01T08:00:00Z';
        return { kind: 'read', eTag, bytes: new Uint8Array(), webUrl: 'https://x', modifiedAt, modifiedBy: undefined };
      },
    },
  });
  return { clock, file, store, look: async () => (await figures.look(hub)).get('deltagande')! };
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

  it('are asked for once by those who look at the same moment, and again by the next', async () => {
    const { file, look } = figuresOf('2027-03-10T09:00');
    file.rows = [month('2027-02', 70)];
    await Promise.all([look(), look(), look()]);
    expect(file.asked).toBe(1);
    await look();
    expect(file.asked).toBe(2);
  });
});
