/**
 * The tables an indicator makes: counts by sex, per unit and summed up the tree, per period and over longer ones. A share
 * is three counts: its part, its base, and the rest of the base, which is never shown and must not be worked out either.
 */
import type { Cell, SumOf, Tables } from './disclosure.ts';

export type Sex = 'women' | 'men' | 'unknown' | 'total';

/**
 * What a source says of one unit in one period, in persons; undefined what it leaves out. For a share the bases are given
 * too.
 */
export interface Counted {
  unit: string;
  period: string;
  women: number | undefined;
  men: number | undefined;
  /** "Uppgift saknas", where women and men are not all. */
  unknown?: number | undefined;
  base?: { women: number | undefined; men: number | undefined; unknown?: number | undefined } | undefined;
}

/** A unit and those under it, or a period and those it covers. Names are any strings: 'alla', '2027-H1', '2027-W10/6'. */
export interface Grouping {
  whole: string;
  parts: readonly string[];
  /** True where the parts are not all of the whole, as a cumulative count and the one before it: never summed up. */
  partial?: boolean;
}

export type Measure = 'part' | 'base' | 'rest';

/** The name of a count, for `protect`'s answer; the same everywhere the count is shown. A plain count is a 'part'. */
export const cellId = (of: { indicator: string; measure?: Measure; unit: string; period: string; sex: Sex }): string =>
  [of.indicator, of.measure ?? 'part', of.unit.replace(/[|#~]/g, '¦'), of.period, of.sex].join('|');

/** The period a count's name speaks of. */
export const periodIn = (cell: string): string => cell.split('|')[3] ?? '';

interface Place {
  whole: [string, string];
  parts: [string, string][];
  partial: boolean;
}

type Measured = { [measure in Measure]?: number };
type Row = Record<'women' | 'men' | 'unknown', Measured>;

/**
 * The tables of one indicator. `units` and `periods` stand lowest first; a whole without a row of its own is the sum of its
 * parts where all of them have rows; one with a row keeps it, and what its parts leave over is protected like any count
 * (so a cumulative count is a `partial` whole with the one before as its part). `wanted` says which counts the card shows.
 * Throws RangeError where a part exceeds its base.
 */
export function tablesOf(given: {
  indicator: string;
  rows: readonly Counted[];
  units: readonly Grouping[];
  periods: readonly Grouping[];
  wanted: (cell: { measure: Measure; unit: string; period: string; sex: Sex }) => boolean;
}): Tables {
  const rows = new Map<string, Row>();
  const at = (unit: string, period: string) => `${unit}|${period}`;
  const places = new Map<string, { unit: string; period: string }>();
  /** The rows of the source that a row which is added up is made of. */
  const sources = new Map<string, Row[]>();
  const put = (unit: string, period: string, row: Row, from?: Row[]) => {
    rows.set(at(unit, period), row);
    if (from) sources.set(at(unit, period), from);
    places.set(at(unit, period), { unit, period });
  };
  for (const counted of given.rows) put(counted.unit, counted.period, measured(given.indicator, counted));

  const allPeriods = () => new Set([...places.values()].map(({ period }) => period));
  const allUnits = () => new Set([...places.values()].map(({ unit }) => unit));
  const addUp = (whole: [string, string], parts: readonly [string, string][]) => {
    const found = parts.map(([unit, period]) => rows.get(at(unit, period)));
    if (rows.has(at(...whole)) || found.length === 0 || found.some((row) => row === undefined)) return;
    const from = parts.flatMap(([unit, period]) => sources.get(at(unit, period)) ?? [rows.get(at(unit, period))!]);
    put(...whole, total(found as Row[]), from);
  };
  const across = function* (grouping: 'units' | 'periods'): Generator<Place> {
    for (const { whole, parts, partial } of given[grouping]) {
      for (const other of grouping === 'units' ? allPeriods() : allUnits()) {
        const place = (one: string): [string, string] => (grouping === 'units' ? [one, other] : [other, one]);
        yield { whole: place(whole), parts: parts.map(place), partial: partial ?? false };
      }
    }
  };
  for (const grouping of ['units', 'periods', 'units'] as const)
    for (const { whole, parts, partial } of across(grouping)) if (!partial) addUp(whole, parts);

  const cells: Cell[] = [];
  const sums: SumOf[] = [];
  const values = new Map<string, number>();
  const height = (groups: readonly Grouping[], one: string): number => {
    const group = groups.find(({ whole }) => whole === one);
    return group ? 1 + Math.max(0, ...group.parts.map((part) => height(groups, part))) : 0;
  };
  const add = (id: string, value: number, wanted: boolean, rank: number, madeOf?: string) => {
    values.set(id, value);
    cells.push({ id, value, wanted, rank, madeOf });
  };
  const name = (measure: Measure, unit: string, period: string, sex: Sex) =>
    cellId({ indicator: given.indicator, measure, unit, period, sex });

  for (const [key, row] of rows) {
    const { unit, period } = places.get(key)!;
    const level = 4 * (height(given.units, unit) + height(given.periods, period));
    const sexes = (['women', 'men', 'unknown'] as const).filter((sex) => sex !== 'unknown' || hasUnknown(row));
    const from = sources.get(key);
    for (const measure of ['part', 'base', 'rest'] as const) {
      const parts = (of: readonly ('women' | 'men' | 'unknown')[]) =>
        (from ?? [row]).map((one) => of.map((sex) => one[sex][measure] ?? '').join(' ')).join(', ');
      const rank = level + (measure === 'base' ? 2 : 0);
      const wants = (sex: Sex) => measure !== 'rest' && given.wanted({ measure, unit, period, sex });
      for (const sex of sexes) {
        const value = row[sex][measure];
        if (value !== undefined) add(name(measure, unit, period, sex), value, wants(sex), rank, from && parts([sex]));
      }
      if (row.women[measure] === undefined || row.men[measure] === undefined) continue;
      const all = sexes.reduce((sum, sex) => sum + (row[sex][measure] ?? 0), 0);
      add(name(measure, unit, period, 'total'), all, wants('total'), rank + 1, parts(sexes));
      sums.push({
        whole: name(measure, unit, period, 'total'),
        parts: sexes.filter((sex) => row[sex][measure] !== undefined).map((sex) => name(measure, unit, period, sex)),
      });
    }
    for (const sex of [...sexes, 'total'] as const) {
      const of = (measure: Measure) => name(measure, unit, period, sex);
      if (values.has(of('rest'))) sums.push({ whole: of('base'), parts: [of('part'), of('rest')] });
    }
  }

  for (const grouping of ['units', 'periods'] as const) {
    for (const { whole, parts, partial } of across(grouping)) {
      for (const measure of ['part', 'base', 'rest'] as const) {
        for (const sex of ['women', 'men', 'unknown', 'total'] as const) {
          const id = name(measure, ...whole, sex);
          const value = values.get(id);
          const there = parts.map((place) => name(measure, ...place, sex)).filter((part) => values.has(part));
          if (value === undefined || there.length === 0) continue;
          const left = value - there.reduce((sum, part) => sum + values.get(part)!, 0);
          const over = `${id}|-|${there.length === parts.length ? parts.map((place) => place.join('/')).join('+') : there.join('+')}`;
          if (left > 0 || (left === 0 && (partial || there.length < parts.length))) {
            add(over, left, false, 0);
            sums.push({ whole: id, parts: [...there, over] });
          } else if (left === 0) {
            sums.push({ whole: id, parts: there });
          } else {
            // The parts tell more than the whole: somebody was counted in several of them.
            add(over, -left, false, 0);
            add(`${over}|`, value - left, false, 0);
            sums.push({ whole: `${over}|`, parts: there }, { whole: `${over}|`, parts: [id, over] });
          }
        }
      }
    }
  }
  return { cells, sums };
}

const hasUnknown = (row: Row): boolean => Object.values(row.unknown).some((value) => value !== undefined && value > 0);

function measured(indicator: string, counted: Counted): Row {
  const of = (sex: 'women' | 'men' | 'unknown'): Measured => {
    const none = sex === 'unknown' ? 0 : undefined;
    const part = counted[sex] ?? none;
    if (!counted.base) return part === undefined ? {} : { part };
    const base = counted.base[sex] ?? none;
    if (part === undefined || base === undefined)
      return { ...(part === undefined ? {} : { part }), ...(base === undefined ? {} : { base }) };
    if (base < part) throw new RangeError(`${indicator}, ${counted.unit}, ${counted.period}: the part exceeds its base`);
    return { part, base, rest: base - part };
  };
  return { women: of('women'), men: of('men'), unknown: of('unknown') };
}

function total(rows: readonly Row[]): Row {
  const of = (sex: 'women' | 'men' | 'unknown'): Measured => {
    const sum: Measured = {};
    for (const measure of ['part', 'base', 'rest'] as const) {
      const values = rows.map((row) => row[sex][measure]);
      if (values.every((value) => value !== undefined)) sum[measure] = values.reduce((all, value) => all + value, 0);
    }
    return sum;
  };
  return { women: of('women'), men: of('men'), unknown: of('unknown') };
}
