import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FilledForm, type Lists, Refused, Unavailable } from '../../src/ports.ts';

/** A list, and what people and bad luck do to it. */
export interface ListsWorld {
  lists: Lists;
  list: string;
  /** Somebody adds a row by hand. @returns its number. */
  someoneWrites(fields: Record<string, string | number | null>): Promise<number>;
  /** The next write is done, and its answer lost. */
  loseAnswer(): void;
  close(): Promise<void>;
}

const form: FilledForm = {
  indicator: 'samtal',
  period: '2027-W09',
  unit: 'Enhet å & ö',
  women: 12,
  men: 9,
  absent: 4,
  causeKnown: 3,
  by: 'Per Holm',
};

/** What every home of lists promises the flows. */
export function listsContract(name: string, open: () => Promise<ListsWorld>): void {
  describe(`lists in ${name}`, () => {
    let world: ListsWorld;
    beforeEach(async () => {
      world = await open();
    });
    afterEach(() => world.close());
    const read = () => world.lists.read(world.list, { samtal: 'week' });

    it('give back what was filled in, and who did', async () => {
      expect(await read()).toMatchObject({ rows: [], problems: [] });
      await world.lists.add(world.list, form, 'effect-1');
      const { rows, problems, url } = await read();
      expect(problems).toEqual([]);
      expect(url).toMatch(/^http/);
      expect(rows).toMatchObject([
        {
          indicator: 'samtal',
          period: '2027-W09',
          unit: 'Enhet å & ö',
          women: 12,
          men: 9,
          womenBase: undefined,
          changedBy: 'Per Holm',
        },
      ]);
    });

    it('get one row for an effect, also when the answer was lost', async () => {
      world.loseAnswer();
      await expect(world.lists.add(world.list, form, 'effect-1')).rejects.toBeInstanceOf(Unavailable);
      await world.lists.add(world.list, form, 'effect-1');
      await world.lists.add(world.list, form, 'effect-2');
      expect((await read()).rows).toHaveLength(2);
    });

    it('are read oldest first, as people write in them, page after page', async () => {
      for (let week = 1; week <= 210; week++)
        await world.someoneWrites({
          Indikator: 'samtal',
          Period: `2027 v. ${1 + (week % 52)}`,
          Enhet: `E${week}`,
          Kvinnor: week,
          Man: 0,
        });
      const { rows, problems } = await read();
      expect(problems).toEqual([]);
      expect(rows.map((row) => row.women)).toEqual(Array.from({ length: 210 }, (_, index) => index + 1));
      expect(rows[8]).toMatchObject({ period: '2027-W10', unit: 'E9' });
    });

    it.each([
      [{ Period: 'förra veckan' }, 'Period'],
      [{ Period: null }, 'Period'],
      [{ Period: '2027-02' }, 'Period'],
      [{ Enhet: ' ' }, 'Enhet'],
      [{ Indikator: null }, 'Indikator'],
      [{ Kvinnor: -1 }, 'Kvinnor'],
      [{ Man: 1.5 }, 'Man'],
    ])('name the row and the column that cannot be read, and give the others (%j)', async (wrong, column) => {
      const good = { Indikator: 'samtal', Period: '2027-W10', Enhet: 'A', Kvinnor: 1, Man: 2 };
      await world.someoneWrites(good);
      const row = await world.someoneWrites({ ...good, ...wrong });
      const { rows, problems } = await read();
      expect(rows).toHaveLength(1);
      expect(problems).toMatchObject([{ sheet: world.list, cell: `rad ${row}, ${column}`, text: expect.stringMatching(/\.$/) }]);
    });

    it('that are not there are refused with what to do', async () => {
      await expect(world.lists.read('Saknas', {})).rejects.toThrow(Refused);
      await expect(world.lists.add('Saknas', form, 'e')).rejects.toThrow(/Create it/);
    });
  });
}
