/**
 * A forum's figures as they may be seen, of what their sources say (`figure-sources.ts`). What cannot be read is said in words,
 * never shown as 0 or as an older period's.
 */
import type { Forum } from '../domain/agreement.ts';
import type { Indicator } from '../domain/indicator.ts';
import { lateFrom } from '../domain/indicators.ts';
import { isOdd, observationKey } from '../domain/observations.ts';
import type { SheetRow } from '../ports.ts';
import { type Asked, type FigureSourcesGiven, type Fresh, figureSources, nameOf, type SourceRows } from './figure-sources.ts';
import { type Added, figureView } from './figure-view.ts';
import { type MayBeSeen, protectFigures } from './protect-figures.ts';
import type { FigureView, PlaceView } from './views/figures.ts';

/** What only the rows tell of one indicator. */
interface Said {
  late: FigureView['late'];
  corrected: FigureView['corrected'];
  odd: string;
}

/** What may be seen of a version's rows, and what is said beside it, on one day: a card costs the same however many rows there are. */
interface Counted {
  day: string;
  figures: Map<string, MayBeSeen>;
  said: Map<string, Said>;
  protecting: Promise<unknown>;
}

/** `periods`: how many its trend is of. */
export interface LookedBack {
  indicator: string;
  asOf: Temporal.PlainDate;
  periods: number;
}

export interface Figures {
  /** Looks whether the file has changed, and gives the forum's figures as they are now. */
  look(forum: Forum, fresh?: Fresh): Promise<Map<string, FigureView>>;
  /** The same for these indicators of the agreement, whoever follows them up. */
  lookAt(indicators: readonly string[], fresh?: Fresh): Promise<Map<string, FigureView>>;
  /** Each as of a day that has been: what has ended when it begins, with the target that held then. */
  lookBack(asked: readonly LookedBack[]): Promise<Map<string, FigureView>>;
}

const ODD = 'antal personer ska vara hela tal, och inte fler än underlaget. Skriv till exempel 12, inte 12,5.';

/** Why counts that cannot be are not shown: the first row that says so, by sheet and cell, or what the rows cannot be together. */
function oddSaid(rows: readonly SheetRow[], { id }: Indicator): string {
  const row = rows.find((one) => one.indicator === id && isOdd(one));
  if (!row) return `Siffrorna visas inte: ${ODD}`;
  const [sheet = '', cell] = row.cell.split('!');
  const where = cell === undefined ? sheet : `${sheet}, cell ${cell}`;
  return `Siffrorna visas inte. ${where}: ${ODD}`;
}

export function createFigures(given: FigureSourcesGiven): Figures {
  const { agreement, store, clock, log } = given;
  const limits = { threshold: agreement.disclosureThreshold, few: agreement.fewBelow };

  const allCounted = new WeakMap<SourceRows, Counted>();
  const countedOf = (file: SourceRows): Counted => {
    const known = allCounted.get(file) ?? { day: '', figures: new Map(), said: new Map(), protecting: Promise.resolve() };
    allCounted.set(file, known);
    return known;
  };

  const refresh = figureSources(given);

  /** Protected once for each day and version of the source, however many look. */
  function protect(file: SourceRows, indicators: readonly Indicator[], today: Temporal.PlainDate) {
    const counted = countedOf(file);
    const work = async (): Promise<ReadonlyMap<string, MayBeSeen>> => {
      const day = today.toString();
      if (counted.day !== day) Object.assign(counted, { day, figures: new Map(), said: new Map() });
      const { figures } = counted;
      const unseen = indicators.filter(({ id }) => !figures.has(id));
      const seen = await protectFigures({ store, log }, unseen, file.rows, today, limits);
      for (const [id, one] of seen) figures.set(id, one);
      return figures;
    };
    // Those who look at the same moment stand in line, so that the later ones find it done.
    const done = counted.protecting.then(work, work);
    counted.protecting = done;
    return done;
  }

  /** When a row of the figure last took the place of an earlier word; '' when none did. */
  function correctedIn({ corrected, rows }: SourceRows, indicator: Indicator, period: string): string {
    if (corrected.size === 0) return '';
    const own = rows.filter((row) => row.indicator === indicator.id && row.period === period);
    const moments = own.flatMap((row) => corrected.get(observationKey(row)) ?? []);
    return moments.toSorted().at(-1) ?? '';
  }

  function figure(
    indicator: Indicator,
    seen: MayBeSeen,
    { file, problem, gone }: Asked,
    today: Temporal.PlainDate,
    added: Added,
    readRows = saidOnce,
  ): FigureView {
    const found = seen === 'odd' ? undefined : seen;
    const fault = file?.problems.find((one) => one.indicator === undefined || one.indicator === indicator.id);
    const said = fault ? `${fault.sheet}, cell ${fault.cell}: ${fault.text}` : '';
    const { late, corrected, odd } = file
      ? readRows(file, indicator, seen, today)
      : saidOf(gone ? [] : undefined, indicator, today);
    const none = odd || said;
    const silent = late ? '' : `Uppgift saknas från ${indicator.owner.name}.`;
    return figureView(agreement, indicator, found, today, added, {
      late,
      source: file ? { ...file.source } : null,
      corrected,
      problem: problem || (found ? said : none || silent),
    });
  }

  /** Read out of the rows once for each day and version of the source. */
  function saidOnce(file: SourceRows, indicator: Indicator, seen: MayBeSeen, today: Temporal.PlainDate): Said {
    const { said } = countedOf(file);
    const known = said.get(indicator.id);
    if (known) return known;
    const now = saidNow(file, indicator, seen, today);
    said.set(indicator.id, now);
    return now;
  }

  function saidNow(file: SourceRows, indicator: Indicator, seen: MayBeSeen, today: Temporal.PlainDate): Said {
    return {
      ...saidOf(file.rows, indicator, today, file),
      corrected: seen && seen !== 'odd' ? correctedIn(file, indicator, seen.period) : '',
      odd: seen === 'odd' ? oddSaid(file.rows, indicator) : '',
    };
  }

  /** `rows` undefined: nobody knows what has been reported. */
  function saidOf(
    rows: readonly SheetRow[] | undefined,
    indicator: Indicator,
    today: Temporal.PlainDate,
    file?: SourceRows,
  ): Said {
    const late = rows && lateFrom(indicator, rows, today);
    return { late: late ? { ...late, place: placeOf(indicator, file) } : null, corrected: '', odd: '' };
  }

  /** Where the figure is written, on the sheet where it was written last. */
  function placeOf({ id, source }: Indicator, file: SourceRows | undefined): PlaceView {
    const name = source.kind === 'list' ? source.list : source.kind === 'workbook' ? source.file : '';
    const cell = source.kind === 'workbook' ? (file?.rows.findLast((row) => row.indicator === id)?.cell ?? '') : '';
    return { name, sheet: cell.split('!')[0] ?? '', url: file?.source.url ?? '' };
  }

  const indicatorsOf = (ids: readonly string[]) => ids.map((id) => agreement.indicators.find((one) => one.id === id)!);

  const addedTo = (ids: readonly string[]) =>
    store.read(async (reader) => ({ targets: await reader.targets(), notes: await reader.notes(ids) }));

  return {
    look(forum, fresh) {
      return lookAt([...new Set(forum.standingItems.flatMap((item) => item.indicators))], fresh);
    },
    lookAt,
    lookBack,
  };

  /** What there is of each indicator's source, by the indicator's id. */
  async function sourcesOf(indicators: readonly Indicator[], fresh: Fresh): Promise<Map<string, Asked>> {
    const places = new Map(indicators.flatMap(({ source }) => (source.kind === 'none' ? [] : [[nameOf(source), source]])));
    const asked = new Map(
      await Promise.all([...places].map(async ([name, place]) => [name, await refresh(place, fresh)] as const)),
    );
    const none: Asked = { file: undefined, problem: '' };
    return new Map(
      indicators.map((one) => [one.id, (one.source.kind !== 'none' && asked.get(nameOf(one.source))) || none] as const),
    );
  }

  async function lookBack(asked: readonly LookedBack[]): Promise<Map<string, FigureView>> {
    const ids = asked.map(({ indicator }) => indicator);
    const from = await sourcesOf(indicatorsOf(ids), 'now');
    const added = await addedTo(ids);
    const views = new Map<string, FigureView>();
    for (const { indicator: id, asOf, periods } of asked) {
      const [indicator] = indicatorsOf([id]) as [Indicator];
      const source = from.get(id)!;
      const rows = source.file?.rows;
      const seen = rows && (await protectFigures({ store, log }, [indicator], rows, asOf, limits, periods)).get(id);
      views.set(id, figure(indicator, seen, source, asOf.subtract({ days: 1 }), added, saidNow));
    }
    return views;
  }

  async function lookAt(ids: readonly string[], fresh: Fresh = 'now'): Promise<Map<string, FigureView>> {
    const today = clock.now().toPlainDate();
    const indicators = indicatorsOf(ids);
    const from = await sourcesOf(indicators, fresh);
    const seen = new Map<string, MayBeSeen>();
    for (const file of new Set([...from.values()].map((one) => one.file))) {
      if (!file) continue;
      const its = indicators.filter(({ id }) => from.get(id)!.file === file);
      const figures = await protect(file, its, today);
      for (const { id } of its) seen.set(id, figures.get(id));
    }
    const added = await addedTo(ids);
    return new Map(
      indicators.map((one) => {
        return [one.id, figure(one, seen.get(one.id), from.get(one.id)!, today, added)];
      }),
    );
  }
}
