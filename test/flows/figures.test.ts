import { describe, expect, it } from 'vitest';
import { createFigures } from '../../src/flows/figures.ts';
import type { ReadDocument, SheetRow } from '../../src/ports.ts';
import { hub, stockholm } from '../support/agreement.ts';
import { at, clockAt } from '../support/clock.ts';
import { quiet } from '../support/quiet.ts';

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
  const file = { version: 1, rows: [] as SheetRow[], asked: 0 };
  const figures = createFigures({
    agreement: stockholm,
    clock,
    log: quiet,
    lists: { read: () => Promise.reject(new Error('no list here')), add: () => Promise.reject(new Error('no list here')) },
    changes: { since: () => Promise.reject(new Error('no list here')) },
    sheets: { parse: async () => ({ rows: file.rows, problems: [] }) },
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
  return { clock, file, look: async () => (await figures.look(hub)).get('deltagande')! };
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

  it('are asked for once by those who look at the same moment, and again by the next', async () => {
    const { file, look } = figuresOf('2027-03-10T09:00');
    file.rows = [month('2027-02', 70)];
    await Promise.all([look(), look(), look()]);
    expect(file.asked).toBe(1);
    await look();
    expect(file.asked).toBe(2);
  });
});
