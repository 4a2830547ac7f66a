/**
 * An outsider with scissors: reads the numbers on every card and in every document as a person would, and tries every other
 * way it could have been. Knows nothing of how the product decides; stronger than people in that the bases of all shares
 * are known to it.
 */
import type { Agreement } from '../../src/domain/agreement.ts';
import { type Indicator, isShare } from '../../src/domain/indicator.ts';
import type { Observation } from '../../src/domain/observations.ts';
import { otherwise, type Told } from '../domain/outsider.ts';
import { textOf } from '../support/local.ts';

/** The rows that stood while these cards and documents were given out. */
export interface Given {
  rows: readonly Observation[];
  cards: readonly object[];
  documents: readonly string[];
}

type Sex = 'women' | 'men' | 'total';
const SEXES: readonly Sex[] = ['women', 'men', 'total'];

/** As it stood: `71,4 %`, `38`, `visas inte (färre än 5)`; with the base where one stood beside it. */
interface Statement {
  unit: string;
  period: string;
  values: Record<Sex, { said: string; base: number | undefined }>;
}

const NUMBER = String.raw`\d{1,3}(?: \d{3})*`;
const VALUE = String.raw`(${NUMBER}(?:,\d+)?(?: %)?|visas inte(?: \([^)]*\))?|uppgift saknas)`;
const BASE = String.raw`(?: \(?av (${NUMBER})\)?)?`;
const WHOLE = new RegExp(`Kvinnor ${VALUE}${BASE} (?:· )?Män ${VALUE}${BASE} (?:· )?Totalt ${VALUE}${BASE}`, 'g');
const FROZEN = new RegExp(`^ (?:Kvinnor Män Totalt )?${VALUE}${BASE} ${VALUE}${BASE} ${VALUE}${BASE}`);
const UNIT = new RegExp(`: kvinnor ${VALUE}, män ${VALUE}, totalt ${VALUE}`, 'g');
const PERIOD =
  /(?:v\. \d+(?: \d{4})?|sex veckor t\.o\.m\. v\. \d+(?: \d{4})?|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december) \d{4})/;

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/\s+/g, ' ');
const numeric = (said: string): number | undefined =>
  /^\d/.test(said) ? Number(said.replace(/[ %]/g, '').replace(',', '.')) : undefined;

/** Everything said of an indicator in a text: its name, a period, and three values after it. */
function inText(
  text: string,
  indicator: Indicator,
  others: readonly string[],
  units: readonly string[],
): { whole: Statement[]; perUnit: Statement[] } {
  const [whole, perUnit]: [Statement[], Statement[]] = [[], []];
  const parts = plain(text).split(indicator.name).slice(1);
  for (const part of parts) {
    const [period] = PERIOD.exec(part.slice(0, 40)) ?? [];
    if (!period) continue;
    const ends = others.flatMap((name) => (part.includes(name) ? [part.indexOf(name)] : []));
    const near = part.slice(0, Math.min(900, ...ends));
    const frozen = FROZEN.exec(near.slice(near.indexOf(period) + period.length));
    const found = [...near.matchAll(WHOLE), ...(frozen ? [frozen] : [])];
    for (const [, women, of, men, ofMen, total, ofAll] of found) {
      whole.push({
        unit: '',
        period,
        values: {
          women: { said: women!, base: of ? numeric(of) : undefined },
          men: { said: men!, base: ofMen ? numeric(ofMen) : undefined },
          total: { said: total!, base: ofAll ? numeric(ofAll) : undefined },
        },
      });
    }
    for (const one of near.matchAll(UNIT)) {
      const unit = units.find((name) => near.slice(0, one.index).endsWith(name));
      if (!unit) continue;
      const [women, men, total] = one.slice(1).map((said) => ({ said, base: undefined }));
      perUnit.push({ unit, period, values: { women: women!, men: men!, total: total! } });
    }
  }
  return { whole, perUnit };
}

type Node = Record<string, unknown>;
const nodesOf = (node: unknown): Node[] =>
  Array.isArray(node)
    ? node.flatMap(nodesOf)
    : typeof node === 'object' && node !== null
      ? [node as Node, ...Object.values(node).flatMap(nodesOf)]
      : [];

/** Points of the charts drawn for an indicator. */
function inCharts(card: object, indicator: Indicator): Statement[] {
  const figures = nodesOf(card).filter(
    ({ items }) => Array.isArray(items) && plain(textOf(items[0])).trim().startsWith(indicator.name),
  );
  return figures.flatMap((figure) =>
    (figure['items'] as Node[])
      .filter(({ type }) => type === 'Chart.Line')
      .flatMap((chart) =>
        (chart['data'] as { legend: string; values: { x: string; y: number }[] }[]).flatMap(({ legend, values }) => {
          const sex = { Kvinnor: 'women', Män: 'men', Totalt: 'total' }[legend] as Sex | undefined;
          if (!sex) return [];
          return values.map(({ x, y }): Statement => {
            const none = { said: '', base: undefined };
            const said = `${String(y).replace('.', ',')}${isShare(indicator) ? ' %' : ''}`;
            return {
              unit: '',
              period: plain(x),
              values: { women: none, men: none, total: none, [sex]: { said, base: undefined } },
            };
          });
        }),
      ),
  );
}

const MONTHS = 'januari februari mars april maj juni juli augusti september oktober november december'.split(' ');

/** Names a period as people read it: `februari 2027`, `v. 9`. A week without its year is this year's: cards show the last few. */
function spoken(period: string): string[] {
  const [, year, month, week] = /^(\d{4})-(?:(\d{2})|W(\d{2}))$/.exec(period) ?? [];
  if (month) return [`${MONTHS[Number(month) - 1]} ${year}`];
  if (!week) return [];
  const named = `v. ${Number(week)}`;
  return year === '2027' ? [named, `${named} ${year}`] : [`${named} ${year}`];
}

/** The groups of persons there are: a sex in a unit and a period, those who are counted and those who are not. */
class People {
  readonly truth: number[] = [];
  readonly #known = new Map<string, number>();

  group(name: string, size: number): number {
    const key = `${name}|${size}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, this.truth.length);
    return this.truth.push(size) - 1;
  }
}

interface Cell {
  name: string;
  groups: number[];
}

/** The counts of one unit (or all: '') in one period: those that are shown or hidden, by sex. */
function cellsOf(
  people: People,
  rows: readonly Observation[],
  unit: string,
): { part: Record<Sex, Cell>; base: Record<Sex, Cell>; rest: Record<Sex, Cell> } {
  const of = (measure: 'part' | 'base' | 'rest', sex: Sex): Cell => {
    const groups = rows
      .filter((row) => unit === '' || row.unit === unit)
      .flatMap((row) =>
        (['women', 'men'] as const)
          .filter((one) => sex === 'total' || sex === one)
          .flatMap((one) => {
            const [part, base] = [row[one] ?? 0, row[`${one}Base`] ?? 0];
            const counted = people.group(`${row.unit} ${one}`, part);
            const rest = () => people.group(`${row.unit} ${one} rest of ${base}`, base - part);
            return measure === 'part' ? [counted] : measure === 'rest' ? [rest()] : [counted, rest()];
          }),
      );
    return { name: `${unit || 'alla'} ${sex}${measure === 'part' ? '' : ` ${measure}`}`, groups };
  };
  const bySex = (measure: 'part' | 'base' | 'rest') =>
    Object.fromEntries(SEXES.map((sex) => [sex, of(measure, sex)])) as Record<Sex, Cell>;
  return { part: bySex('part'), base: bySex('base'), rest: bySex('rest') };
}

const sizeOf = (people: People, { groups }: Cell): number => groups.reduce((sum, group) => sum + people.truth[group]!, 0);

/** What a reason says: 1 to threshold − 1, the threshold or more, or nothing. */
function bounds(said: string): { least: number; most: number } {
  const [, below] = /färre än (\d+)/.exec(said) ?? [];
  if (below) return { least: 1, most: Number(below) - 1 };
  return { least: 0, most: Number.POSITIVE_INFINITY };
}

/** The part of the puzzle that has to do with a count: what hangs together with it through groups that are not told outright. */
function around(truth: readonly number[], told: readonly Told[], target: readonly number[]) {
  const outright = new Set(
    told.filter(({ groups, least, most }) => groups.length === 1 && least === most).map(({ groups }) => groups[0]!),
  );
  const near = new Set(target);
  const related = new Set<Told>();
  for (let size = -1; size !== near.size; ) {
    size = near.size;
    for (const one of told) {
      if (
        !one.groups.some((group) => near.has(group) && !outright.has(group)) &&
        !target.some((group) => one.groups.includes(group))
      )
        continue;
      related.add(one);
      for (const group of one.groups) near.add(group);
    }
  }
  for (const one of told) if (one.groups.length === 1 && near.has(one.groups[0]!)) related.add(one);
  const order = [...near];
  const at = (groups: readonly number[]) => groups.map((group) => order.indexOf(group));
  return {
    truth: order.map((group) => truth[group]!),
    told: [...related].map((one) => ({ ...one, groups: at(one.groups) })),
    target: at(target),
  };
}

export interface Attack {
  /** Small counts that were told, or can be worked out. */
  found: string[];
  /** Small counts that were there to be found. */
  hidden: string[];
  /** How much was read, by where it stood. */
  statements: { cards: number; units: number; charts: number; documents: number };
}

export async function attack(given: readonly Given[], agreement: Agreement, ids: readonly string[]): Promise<Attack> {
  const result: Attack = { found: [], hidden: [], statements: { cards: 0, units: 0, charts: 0, documents: 0 } };
  for (const indicator of agreement.indicators.filter(({ id }) => ids.includes(id))) {
    const share = isShare(indicator);
    const others = agreement.indicators.map(({ name }) => name).filter((name) => name !== indicator.name);
    const all = given.map(({ rows, cards, documents }) => {
      const own = rows.filter((row) => row.indicator === indicator.id && row.women !== undefined && row.men !== undefined);
      const units = [...new Set(own.map(({ unit }) => unit))].toSorted((a, b) => b.length - a.length);
      const read = cards.map((card) => inText(textOf(card), indicator, others, units));
      const charts = cards.flatMap((card) => inCharts(card, indicator));
      const filed = documents.flatMap((text) => inText(text, indicator, others, units).whole);
      const [whole, perUnit] = [read.flatMap((one) => one.whole), read.flatMap((one) => one.perUnit)];
      result.statements.cards += whole.length;
      result.statements.units += perUnit.length;
      result.statements.charts += charts.length;
      result.statements.documents += filed.length;
      return { rows: own, units, said: [...whole, ...perUnit, ...charts, ...filed] };
    });
    const periods = new Set(all.flatMap(({ rows }) => rows.map(({ period }) => period)));
    for (const period of periods) {
      const people = new People();
      const told = new Map<string, Told>();
      const targets = new Map<string, Cell>();
      for (const { rows, units, said } of all) {
        const here = rows.filter((row) => row.period === period);
        const about = said.filter((one) => spoken(period).includes(one.period));
        for (const unit of ['', ...units]) {
          const cells = cellsOf(people, here, unit);
          const tell = (cell: Cell, least: number, most: number) => {
            const groups = cell.groups.toSorted((a, b) => a - b);
            told.set(JSON.stringify([groups, least, most]), { groups, least, most });
          };
          for (const { values } of about.filter((one) => one.unit === unit)) {
            for (const sex of SEXES) {
              const { said: value, base } = values[sex];
              const number = numeric(value);
              if (number === undefined) {
                if (!share && value.startsWith('visas inte')) tell(cells.part[sex], bounds(value).least, bounds(value).most);
                continue;
              }
              const counted = sizeOf(people, cells.part[sex]);
              const of = sizeOf(people, cells.base[sex]);
              if (base !== undefined && base !== of)
                throw new Error(`${indicator.id} ${period}: a base of ${base} where there are ${of}`);
              const right = share ? Math.abs(number - (100 * counted) / of) < 0.06 : number === counted;
              if (!right) throw new Error(`${indicator.id} ${period} ${unit}: ${value} was said of ${counted}`);
              tell(cells.part[sex], counted, counted);
              if (share) tell(cells.base[sex], of, of);
            }
          }
          if (about.length === 0) continue;
          for (const cell of [
            ...Object.values(cells.part),
            ...(share ? [...Object.values(cells.base), ...Object.values(cells.rest)] : []),
          ]) {
            const size = sizeOf(people, cell);
            if (size > 0 && size < 5) targets.set(`${cell.name} ${cell.groups.join('+')}`, cell);
          }
        }
      }
      for (const { name, groups } of targets.values()) {
        const which = `${indicator.id} ${period} ${name}`;
        result.hidden.push(which);
        const puzzle = around(people.truth, [...told.values()], groups);
        if (!otherwise(puzzle.truth, puzzle.told, puzzle.target)) result.found.push(which);
      }
    }
  }
  return result;
}
